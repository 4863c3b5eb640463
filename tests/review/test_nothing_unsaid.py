"""Whatever a reviewer did is told, with its place and its kind, or counted."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from safecomm.diagnostic import ContentError
from safecomm.review.apply import proposals
from safecomm.review.placing import MOST_LOOKS
from safecomm.review.review import review
from safecomm.review.review_finding import ReviewFinding
from safecomm.review.run_text import STRANGE
from safecomm.review.show import as_text
from tests.review.reviewer import OFFICE, TYPE, WORD, Reviewer, project, run, sent

MAIN, HEADER, CORE, STYLES = (f"word/{name}.xml" for name in ("document", "header1", "core", "styles"))
PROGRAMME = "content/programme.md"
TEXT = "Inriktningen är fast."
PLACE = f"{PROGRAMME}:24"
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which nothing is written."""
    return project(tmp_path_factory.mktemp("unsaid"))


def said(root: Path, reviewer: Reviewer) -> list[tuple[str, str, str]]:
    """Kind, place and words of all that is told."""
    return [(each.kind, str(each.location), each.text) for each in found(root, reviewer)]


def found(root: Path, reviewer: Reviewer) -> tuple[ReviewFinding, ...]:
    return review(root, [reviewer.write()]).findings


def paragraph(reviewer: Reviewer, text: str) -> str:
    main = reviewer.parts[MAIN]
    start = main.rindex("<w:p>", 0, main.index(f">{text}<"))
    return main[start : main.index("</w:p>", start) + len("</w:p>")]


def with_property(xml: str, properties: str) -> str:
    return xml.replace("</w:pPr>", f"{properties}</w:pPr>", 1)


LOOKS = ("<w:b/>", "<w:strike/>", '<w:color w:val="FF0000"/>', '<w:highlight w:val="yellow"/>', '<w:sz w:val="40"/>')


@pytest.mark.parametrize("look", [*LOOKS, "<w:vanish/>", '<w:shd w:fill="FFFF00"/>', '<w:rFonts w:ascii="Papyrus"/>'])
def test_words_that_look_otherwise_are_told(root: Path, look: str) -> None:
    anna, bo = Reviewer(sent(root), "Anna"), Reviewer(sent(root), "Bo")
    for reviewer, change in ((anna, ""), (bo, bo.mark("rPrChange", "<w:rPr/>"))):
        words = run("fast").replace("<w:r>", f"<w:r><w:rPr>{look}{change}</w:rPr>")
        reviewer.replace(run(TEXT), run("Inriktningen är ") + words + run("."))
        assert said(root, reviewer) == [("formatting", PLACE, "fast")]
    assert [(each.author, each.silent) for each in found(root, anna) + found(root, bo)] == [("", True), ("Bo", False)]


def test_how_words_look_that_the_content_has_no_more_is_told_also_without_the_draft(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    marked = run("fast").replace("<w:r>", '<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr>')
    anna.replace(run(TEXT), run("Inriktningen är ") + marked + run("."))
    file = root / PROGRAMME
    file.write_text(file.read_text(encoding="utf-8").replace(TEXT, "Allt annat väntar."), encoding="utf-8")
    assert [kind for kind, *_ in said(root, anna)] == ["edit", "formatting"]


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', "list"),
        ('<w:jc w:val="center"/>', "layout"),
        ('<w:ind w:left="720"/>', "layout"),
        ('<w:pBdr><w:top w:val="single"/></w:pBdr>', "layout"),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', "layout"),
        ("<w:pageBreakBefore/>", "page"),
        ("<w:keepNext/>", "kept"),
    ],
)
def test_a_paragraph_that_stands_otherwise_is_told(root: Path, properties: str, kind: str) -> None:
    anna, bo = Reviewer(sent(root), "Anna"), Reviewer(sent(root), "Bo")
    for reviewer, change in ((anna, ""), (bo, bo.mark("pPrChange", "<w:pPr/>"))):
        old = paragraph(reviewer, TEXT)
        reviewer.replace(old, with_property(old, properties + change))
        ((told, place, _),) = said(root, reviewer)
        assert (told, place) == (kind, PLACE)
    assert [each.author for each in found(root, bo)] == ["Bo"]


def test_another_style_is_told_with_both(root: Path) -> None:
    anna = Reviewer(sent(root))
    old = paragraph(anna, TEXT)
    anna.replace(old, old.replace('"BodyText"', '"Quote"'))
    assert said(root, anna) == [("style", PLACE, "bodytext → quote")]


BREAK = '<w:r><w:br w:type="page"/></w:r>'


@pytest.mark.parametrize("before", [BREAK, f"<w:p>{BREAK}</w:p>"])
def test_a_page_break_is_told_of_what_begins_the_page(root: Path, before: str) -> None:
    """At the beginning of the text, or in a paragraph of its own."""
    anna = Reviewer(sent(root))
    old = paragraph(anna, TEXT)
    anna.replace(old, before + old if "<w:p>" in before else old.replace("</w:pPr>", f"</w:pPr>{before}"))
    assert said(root, anna) == [("page", PLACE, "")]


def test_an_empty_line_and_a_control_are_told(root: Path) -> None:
    anna, bo = Reviewer(sent(root), "Anna"), Reviewer(sent(root), "Bo")
    old = paragraph(anna, TEXT)
    anna.replace(old, f"<w:p/>{old}")
    bo.replace(old, f"<w:sdt><w:sdtPr/><w:sdtContent>{old}</w:sdtContent></w:sdt>")
    assert said(root, anna) == [("blank", PLACE, "")]
    assert said(root, bo) == [("control", PLACE, "")]


def test_what_word_notes_for_itself_is_nothing(root: Path) -> None:
    anna = Reviewer(sent(root))
    noted = '<w:r w:rsidR="00AB"><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">fast</w:t></w:r>'
    spelling = '<w:proofErr w:type="spellStart"/>'
    anna.replace(run(TEXT), run("Inriktningen är ") + spelling + noted + run(".") + "<w:lastRenderedPageBreak/>")
    assert said(root, anna) == []


def edit_part(part: str, old: str, new: str) -> Callable[[Reviewer], None]:
    def edit(reviewer: Reviewer) -> None:
        text, count = re.subn(old, new, reviewer.parts[part], count=1)
        assert count, part
        reviewer.parts[part] = text

    return edit


@pytest.mark.parametrize(
    ("document", "edit", "kind"),
    [
        ("programme.sv", edit_part(HEADER, "Trygghetsprogram", "Trygghetsplan"), "margin"),
        ("programme.sv", edit_part(HEADER, "</w:hdr>", f"<w:p>{run('Ny rad')}</w:p></w:hdr>"), "margin"),
        ("programme.sv", edit_part("docProps/core.xml", "</dc:title>", " ny</dc:title>"), "properties"),
        ("programme.sv", edit_part(MAIN, r'w:left="\d+"', 'w:left="2600"'), "section"),
        ("programme.sv", edit_part(STYLES, '(w:styleId="BodyText">.*?)<w:rPr>', r"\1<w:rPr><w:strike/>"), "styles"),
        ("programme.sv", edit_part(STYLES, '(w:styleId="BodyText">.*?<w:pPr>)', r"\1<w:keepNext/>"), "styles"),
        ("programme.sv", edit_part(STYLES, '(w:styleId="BodyText">.*?w:after=)"70"', r'\1"300"'), "styles"),
        ("programme.sv", edit_part(STYLES, '(w:styleId="Motto">.*?<w:rPr>)', r'\1<w:rFonts w:ascii="X"/>'), "styles"),
        ("application.sv", edit_part(MAIN, '(w:anchor="_Toc_[^>]*><w:r><w:t [^>]*>)', r"\1Min "), "contents"),
        ("application.sv", edit_part(MAIN, "<w:tr>.*?</w:tr>", ""), "table"),
        ("application.sv", edit_part(MAIN, "(<w:tc>)<w:tcPr>", r'\1<w:tcPr><w:shd w:fill="FFFF00"/>'), "layout"),
        ("application.sv", edit_part(MAIN, " SEQ ", " REF "), "field"),
    ],
)
def test_what_is_beside_the_text_is_told(
    root: Path, document: str, edit: Callable[[Reviewer], None], kind: str
) -> None:
    anna = Reviewer(sent(root, document))
    edit(anna)
    assert kind in [each.kind for each in found(root, anna)]


@pytest.mark.parametrize(
    ("edit", "kind"),
    [
        (edit_part(MAIN, ' descr="', ' descr="Ny '), "edit"),
        (edit_part(MAIN, '<wp:extent cx="', '<wp:extent cx="1'), "object"),
        (edit_part("word/charts/chart1.xml", "<c:v>[0-9]+<", "<c:v>#N/A<"), "object"),
    ],
)
def test_a_changed_chart_is_told_with_the_file_of_its_figures(
    root: Path, edit: Callable[[Reviewer], None], kind: str
) -> None:
    anna = Reviewer(sent(root, "application.sv"))
    edit(anna)
    (told,) = found(root, anna)
    assert (told.kind, told.fact) == (kind, "statistics:inhabitants")


@pytest.mark.parametrize("tracked", [True, False])
def test_a_deleted_picture_is_told_with_what_it_showed(root: Path, *, tracked: bool) -> None:
    anna = Reviewer(sent(root, "application.sv"))
    drawing = re.search(r"<w:r><w:drawing>.*?</w:drawing></w:r>", anna.parts[MAIN])
    assert drawing
    anna.replace(drawing[0], anna.mark("del", drawing[0]) if tracked else "")
    told = found(root, anna)[0]
    assert (told.kind, told.about[0], told.author) == ("removed", STRANGE, "Anna" if tracked else "")
    assert "Linjediagram: Invånare" in told.about


def test_what_has_no_place_in_the_content_has_one_in_the_document(root: Path) -> None:
    anna = Reviewer(sent(root, "application.sv"))
    edit_part(MAIN, "<w:tr>.*?</w:tr>", "")(anna)
    told = [each for each in found(root, anna) if each.kind == "table"]
    assert [(each.location, bool(each.heading)) for each in told] == [(None, True)]
    assert f"under ”{told[0].heading}”" in as_text(told, "sv")


def test_a_look_of_very_many_paragraphs_is_counted(root: Path) -> None:
    anna = Reviewer(sent(root))
    main = anna.parts[MAIN]
    anna.parts[MAIN] = main.replace('"BodyText"/>', '"BodyText"/><w:jc w:val="center"/>')
    times = main.count('"BodyText"/>')
    assert times > MOST_LOOKS
    (told,) = found(root, anna)
    assert (told.kind, told.times, told.location) == ("layout", times, None)
    line = as_text([told], "sv").strip()
    assert line.startswith(f"visas inte här: {times} av slaget ”annan justering")
    assert "öppna filen i Word" in line


def test_a_link_that_leads_elsewhere_is_told_with_both_addresses(tmp_path: Path) -> None:
    root = project(tmp_path)
    file = root / PROGRAMME
    linked = "Inriktningen är [fast](https://gammal.example/)."
    file.write_text(file.read_text(encoding="utf-8").replace(TEXT, linked), encoding="utf-8")
    docx = sent(root)
    for name, old, new, told in (
        ("Anna", "https://gammal.example/", "https://ny.example/", "https://gammal.example/ → https://ny.example/"),
        ("Bo", "https://gammal.example/", "https://gammal.example", ""),
    ):
        reviewer = Reviewer(docx, name)
        reviewer.replace(f'Target="{old}"', f'Target="{new}"', "word/_rels/document.xml.rels")
        expected = [("edit", f"Inriktningen är {STRANGE}fast ({told}){STRANGE}.")] if told else []
        assert [(each.kind, each.text) for each in found(root, reviewer)] == expected
    siv = Reviewer(docx, "Siv")
    siv.parts[MAIN] = re.sub(r"<w:hyperlink [^>]*r:id[^>]*>(.*?)</w:hyperlink>", r"\1", siv.parts[MAIN])
    findings = found(root, siv)
    assert [each.text for each in findings] == [
        f"Inriktningen är {STRANGE}fast (https://gammal.example/ → –){STRANGE}."
    ]
    assert [made.reason for made in proposals(root, findings)] == ["markup"]


def test_a_tab_at_the_end_is_told_and_not_half_written(root: Path) -> None:
    anna = Reviewer(sent(root))
    anna.replace(run(TEXT), run(TEXT) + anna.mark("ins", "<w:r><w:tab/></w:r>"))
    findings = found(root, anna)
    assert [(each.kind, each.text) for each in findings] == [("edit", f"{TEXT}\t")]
    assert [(made.wanted, made.reason) for made in proposals(root, findings)] == [(None, "markup")]


@pytest.mark.parametrize("hyphen", ["\u00ad", '</w:t><w:softHyphen/><w:t xml:space="preserve">'])
def test_a_soft_hyphen_is_written_as_the_character_and_shown(root: Path, hyphen: str) -> None:
    anna = Reviewer(sent(root))
    anna.replace(run(TEXT), run("Inriktningen är fast.").replace("Inriktningen", f"Inrikt{hyphen}ningen"))
    findings = found(root, anna)
    assert [made.wanted for made in proposals(root, findings)] == ["Inrikt\u00adningen är fast."]
    assert "{+Inrikt¬ningen+}" in as_text(findings, "sv")


def test_all_of_a_wording_that_cannot_be_written_is_shown(tmp_path: Path) -> None:
    root = project(tmp_path)
    file = root / PROGRAMME
    long = "Inriktningen är fast, och den gäller för alla som bor eller arbetar i kommunen, unga som gamla, året om."
    file.write_text(file.read_text(encoding="utf-8").replace(TEXT, long), encoding="utf-8")
    anna = Reviewer(sent(root))
    anna.tracked("året om", "varje\tdag")
    assert f"hela texten: {long.replace('året om', 'varje ⇥ dag')}" in as_text(found(root, anna), "sv")


def new_paragraph(reviewer: Reviewer, text: str, *, tracked: bool) -> str:
    if not tracked:
        return f"<w:p>{run(text)}</w:p>"
    mark = f"<w:pPr><w:rPr>{reviewer.mark('ins', '')}</w:rPr></w:pPr>"
    return f"<w:p>{mark}{reviewer.mark('ins', run(text))}</w:p>"


def test_a_paragraph_before_another_is_told_as_that(root: Path) -> None:
    anna, bo = Reviewer(sent(root), "Anna"), Reviewer(sent(root), "Bo")
    for reviewer in (anna, bo):
        old = paragraph(reviewer, TEXT)
        reviewer.replace(old, new_paragraph(reviewer, "Nytt före.", tracked=True) + old)
    assert said(root, anna) == [("before", PLACE, "Nytt före.")]
    bo.tracked("fast", "tydlig")
    assert said(root, bo) == [("before", PLACE, "Nytt före."), ("edit", PLACE, "Inriktningen är tydlig.")]


def test_a_paragraph_below_a_title_is_placed_at_its_record(tmp_path: Path) -> None:
    """Typed without a trace before the first text, where the lines before it are derived."""
    root = project(tmp_path)
    file = root / "content/measures/lighting.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Insatsen görs.", "Lampor sätts upp."), encoding="utf-8")
    anna = Reviewer(sent(root))
    old = paragraph(anna, "Lampor sätts upp.")
    anna.replace(old, new_paragraph(anna, "Nytt före.", tracked=False) + old)
    ((_, place, text),) = said(root, anna)
    assert (place.partition(":")[0], text) == ("content/measures/lighting.md", "Nytt före.")


def test_half_of_a_text_typed_anew_in_a_paragraph_of_its_own_is_a_split(tmp_path: Path) -> None:
    root = project(tmp_path)
    file = root / PROGRAMME
    first, second = "Först kommer rådet till tals om saken. ", "Sedan svarar nämnden skriftligt på alla frågor."
    file.write_text(file.read_text(encoding="utf-8").replace(TEXT, first + second), encoding="utf-8")
    anna = Reviewer(sent(root))
    anna.tracked(first, "")
    old = anna.parts[MAIN][anna.parts[MAIN].rindex("<w:p>", 0, anna.parts[MAIN].index(first)) :]
    old = old[: old.index("</w:p>") + len("</w:p>")]
    anna.replace(old, new_paragraph(anna, first, tracked=True) + old)
    assert [(each.kind, each.edit) for each in found(root, anna)] == [("split", None)]


def note(reviewer: Reviewer, kind: str, words: str) -> None:
    """A new note on the text."""
    call = f'<w:r><w:{kind}Reference w:id="77"/></w:r>'
    reviewer.replace(run(TEXT), run("Inriktningen är fast") + reviewer.mark("ins", call) + run("."))
    body = f'<w:{kind} w:id="77"><w:p>{run(words)}</w:p></w:{kind}>'
    part = f"word/{kind}s.xml"
    if part in reviewer.parts:
        reviewer.replace(f"</w:{kind}s>", f"{body}</w:{kind}s>", part)
    else:
        reviewer.parts[part] = f'<w:{kind}s xmlns:w="{WORD}">{body}</w:{kind}s>'
        reviewer.declare(f"{kind}s", f"{OFFICE}/relationships/{kind}s", f"{TYPE}.{kind}s+xml")


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_new_note_is_placed_where_it_is_called(root: Path, kind: str) -> None:
    anna = Reviewer(sent(root))
    note(anna, kind, "Se protokollet.")
    assert ("note", PLACE, "Se protokollet.") in said(root, anna)


def comments(reviewer: Reviewer, *listed: tuple[str, str], answers: str = "") -> None:
    """The comments with their ids and those of their paragraphs."""
    inside = "".join(
        f'<w:comment w:id="{number}" w:author="Anna"><w:p{f" w14:paraId={chr(34)}{key}{chr(34)}" if key else ""}>'
        f"{run(text)}</w:p></w:comment>"
        for number, (key, text) in enumerate(listed)
    )
    reviewer.parts["word/comments.xml"] = f'<w:comments xmlns:w="{WORD}" {W14}>{inside}</w:comments>'
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    extended = f'<w15:commentsEx xmlns:w15="{w15}">{answers}</w15:commentsEx>'
    reviewer.parts["word/commentsExtended.xml"] = extended
    reviewer.declare("comments", f"{OFFICE}/relationships/comments", f"{TYPE}.comments+xml")
    relation = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    reviewer.declare("commentsExtended", relation, f"{TYPE}.commentsExtended+xml")


BEGIN, END = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
REFERENCE = '<w:r><w:commentReference w:id="0"/></w:r>'


def test_a_whole_thread_is_told(root: Path) -> None:
    anna = Reviewer(sent(root))
    anna.replace(run(TEXT), BEGIN + run(TEXT) + END + REFERENCE)
    answers = "".join(
        f'<w15:commentEx w15:paraId="{key}" w15:paraIdParent="{to}"/>' for key, to in (("B", "A"), ("C", "B"))
    )
    comments(anna, ("A", "Fråga"), ("B", "Svar"), ("C", "Svar på svar"), answers=answers)
    (told,) = found(root, anna)
    assert (told.text, [answer.text for answer in told.answers]) == ("Fråga", ["Svar", "Svar på svar"])


def test_a_comment_without_an_id_is_nobodys_answer(root: Path) -> None:
    """LibreOffice gives ids to resolved ones only."""
    anna = Reviewer(sent(root))
    anna.replace(run(TEXT), BEGIN + run(TEXT) + END + REFERENCE)
    comments(anna, ("", "Öppen"), ("B", "Löst"), answers='<w15:commentEx w15:paraId="B" w15:done="1"/>')
    assert [(each.text, each.resolved) for each in found(root, anna)] == [("Öppen", False), ("Löst", True)]


def test_a_circle_of_answers_loses_none(root: Path) -> None:
    anna = Reviewer(sent(root))
    answers = "".join(
        f'<w15:commentEx w15:paraId="{key}" w15:paraIdParent="{to}"/>' for key, to in (("A", "B"), ("B", "A"))
    )
    comments(anna, ("A", "Ett"), ("B", "Två"), answers=answers)
    told = found(root, anna)
    assert sorted(text for each in told for text in (each.text, *(answer.text for answer in each.answers))) == [
        "Ett",
        "Två",
    ]


def test_a_comment_is_placed_where_it_begins(root: Path) -> None:
    anna, bo = Reviewer(sent(root), "Anna"), Reviewer(sent(root), "Bo")
    anna.replace(run(TEXT), BEGIN + run(TEXT))
    anna.replace(run("Sex områden."), run("Sex områden.") + END + REFERENCE)
    comments(anna, ("A", "Båda"))
    assert said(root, anna) == [("comment", PLACE, "Båda")]
    (told,) = found(root, anna)
    assert told.about.splitlines()[:: len(told.about.splitlines()) - 1] == [TEXT, "Sex områden."]
    old = paragraph(bo, TEXT)
    bo.replace(old, BEGIN + old + END)
    bo.replace(run("Sex områden."), run("Sex områden.") + REFERENCE)
    comments(bo, ("A", "Mellan stycken"))
    assert said(root, bo) == [("comment", PLACE, "Mellan stycken")]


def test_a_comment_on_a_chart_has_the_place_of_the_chart(root: Path) -> None:
    anna = Reviewer(sent(root, "application.sv"))
    drawing = re.search(r"<w:r><w:drawing>.*?</w:drawing></w:r>", anna.parts[MAIN])
    assert drawing
    anna.replace(drawing[0], BEGIN + drawing[0] + END + REFERENCE)
    comments(anna, ("A", "Fel år?"))
    (told,) = found(root, anna)
    assert (told.kind, told.text, told.about[0], bool(told.heading)) == ("comment", "Fel år?", STRANGE, True)


def test_derived_text_belongs_to_its_own_record_or_to_none(root: Path) -> None:
    """The heading behind the last section of a criterion is the template's, not that of the record before it."""
    anna = Reviewer(sent(root, "application.sv"))
    headings = re.findall(r'<w:p><w:pPr><w:pStyle w:val="Heading1"/>(?:(?!</w:p>).)*</w:p>', anna.parts[MAIN])
    assert headings
    last = headings[-1]
    anna.replace(last, last.replace("</w:t>", " ny</w:t>", 1))
    told = [each for each in found(root, anna) if each.kind == "edit"]
    assert [(each.fact, each.location) for each in told] == [("", None)]


def without_marks(reviewer: Reviewer) -> None:
    """As Google Docs saves a file."""
    for part in (MAIN, "word/footnotes.xml"):
        reviewer.parts[part] = re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", reviewer.parts[part])
    del reviewer.parts["docProps/custom.xml"]


@pytest.mark.parametrize("document", ["programme.sv", "application.sv"])
def test_without_any_mark_one_new_paragraph_is_one_finding(root: Path, document: str) -> None:
    docx = sent(root, document)
    anna = Reviewer(docx)
    without_marks(anna)
    old = re.findall(r'<w:p><w:pPr><w:pStyle w:val="BodyText"/>(?:(?!</w:p>).)*</w:p>', anna.parts[MAIN])[2]
    anna.replace(old, old + new_paragraph(anna, "Nytt stycke.", tracked=False))
    copy = anna.write()
    assert [each.text for each in review(root, [copy], [docx]).findings] == ["Nytt stycke."]
    with pytest.raises(ContentError) as fault:
        review(root, [copy])
    assert [each.code for each in fault.value.diagnostics] == ["review-not-ours"]


def test_without_any_mark_a_changed_text_is_still_written(root: Path) -> None:
    docx = sent(root)
    anna = Reviewer(docx)
    without_marks(anna)
    old = paragraph(anna, TEXT)
    anna.replace(old, old.replace("fast", "mycket tydlig") + new_paragraph(anna, "Nytt stycke.", tracked=False))
    findings = review(root, [anna.write()], [docx]).findings
    assert [(each.kind, str(each.location)) for each in findings] == [("edit", PLACE), ("added", PLACE)]
    assert [made.wanted for made in proposals(root, findings)] == ["Inriktningen är mycket tydlig."]


def test_a_colour_is_the_same_whether_a_cell_says_it_or_its_table_does(root: Path) -> None:
    """LibreOffice drops the styles of tables in files of its own, and writes into the cells what they said."""
    anna, bo = (Reviewer(sent(root, "application.sv"), name) for name in ("Anna", "Bo"))
    for reviewer, fill in ((anna, "EDF2F8"), (bo, "auto")):
        main = etree.fromstring(reviewer.parts[MAIN].encode())
        for header in main.iter(f"{{{WORD}}}tblHeader"):
            for cell in header.iterfind("../../w:tc/w:tcPr", {"w": WORD}):
                etree.SubElement(cell, f"{{{WORD}}}shd", {f"{{{WORD}}}fill": fill})
        if reviewer is anna:
            etree.strip_elements(main, f"{{{WORD}}}tblStyle")
        reviewer.parts[MAIN] = etree.tostring(main, encoding="unicode")
    assert said(root, anna) == []
    assert {kind for kind, *_ in said(root, bo)} == {"layout"}
