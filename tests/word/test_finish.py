"""What is said once the whole document is there: contents, captions, references, places of records, tables."""

from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from safecomm.markdown.blocks import Block, Caption, Cell, Link, Paragraph, Prose, Reference, Span, Table, Text, Title
from safecomm.word.contents import headings, with_page_numbers
from safecomm.word.own_parts import Properties
from tests.word.sample import View, W, body_xml, field, make, paragraph, problems, prose_of, shown, unzip

PHRASES = "{% set caption_table = 'Tabell' %}{% set caption_figure = 'Figur' %}"
TOC = ' TOC \\o "1-2" \\h '
CONTENTS = f'<w:p><w:pPr><w:pStyle w:val="toc1"/></w:pPr>{field(TOC)}</w:p>'


class Headings(NamedTuple):
    titles: tuple[str, ...]


class Record(NamedTuple):
    title: Title


LOOP = paragraph("{%p for each in titles %}") + paragraph("{{ each }}", "Heading1") + paragraph("{%p endfor %}")
HEADED = CONTENTS + LOOP + paragraph("Djupt", "Heading2") + paragraph("Djupare", "Heading3")


def entries(docx: bytes) -> list[tuple[str, str]]:
    """The text of each link within the document, and the text of the paragraph that its bookmark marks."""
    root = etree.fromstring(unzip(docx)["word/document.xml"])
    starts = root.iter(f"{{{W}}}bookmarkStart")
    marked = {start.get(f"{{{W}}}name"): texts(next(start.iterancestors())) for start in starts}
    return [(texts(each), marked[each.get(f"{{{W}}}anchor")]) for each in root.iter(f"{{{W}}}hyperlink")]


def texts(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{{{W}}}t"))


def test_the_contents_list_and_link_the_headings_of_their_levels(tmp_path: Path) -> None:
    docx = make(tmp_path, HEADED, Headings(("Ett & <två>", "Tre")))
    expected = ["Ett & <två>", "Tre", "Djupt"]
    assert entries(docx) == [(each, each) for each in expected]
    assert headings(docx) == [(1, "Ett & <två>"), (1, "Tre"), (2, "Djupt")]


def test_the_contents_stay_words_own_field(tmp_path: Path) -> None:
    xml = body_xml(make(tmp_path, HEADED, Headings(("Ett", "Två"))))
    first, *_, last = [line for line in xml.splitlines() if "toc" in line]
    assert 'fldCharType="begin"' in first
    assert 'TOC \\o "1-2" \\h' in first
    assert 'fldCharType="end"' in last
    assert xml.count("fldChar ") == 3


def test_headings_of_one_text_have_bookmarks_of_their_own_that_last(tmp_path: Path) -> None:
    def bookmarks(*titles: str) -> list[str]:
        root = etree.fromstring(unzip(make(tmp_path, HEADED, Headings(titles)))["word/document.xml"])
        return [each.get(f"{{{W}}}name", "") for each in root.iter(f"{{{W}}}bookmarkStart")]

    first, second, *_ = bookmarks("Ett", "Ett")
    assert first != second
    assert {first, second} < set(bookmarks("Noll", "Ett", "Ett", "Två"))


def test_page_numbers_are_fields_behind_the_entries(tmp_path: Path) -> None:
    docx = with_page_numbers(make(tmp_path, HEADED, Headings(("Ett", "Två"))), [3, 14, 15])
    assert shown(docx).startswith("¶Ett\t3¶Två\t14¶Djupt\t15¶Ett¶")
    assert unzip(docx)["word/document.xml"].count(b"PAGEREF _Toc_") == 3
    with pytest.raises(ValueError, match="zip"):
        with_page_numbers(docx, [1])


def test_a_document_without_headings_keeps_its_contents_as_they_are(tmp_path: Path) -> None:
    docx = make(tmp_path, CONTENTS, Headings(()))
    assert headings(docx) == []
    assert shown(docx).startswith("¶?")


def table(identifier: str, caption: str | None = "Sängar & bord") -> Table:
    cell = (Cell((Text("Antal"),), ""),)
    return Table(cell, (cell,), 1, None if caption is None else Caption((Text(caption),), identifier, 2))


def said(*inlines: Text | Reference) -> Paragraph:
    return Paragraph(inlines, 1)


def reference(identifier: str, *children: Text) -> Reference:
    return Reference("table", identifier, children, 1, 1)


def captioned(tmp_path: Path, *blocks: Block, language: str = "sv") -> str:
    """What the reader sees."""
    properties = Properties("Titel", "Solna", language)
    view = View(Prose("measures/hearings.text", language, blocks))
    return shown(make(tmp_path, paragraph("{{p text }}"), view, phrases=PHRASES, properties=properties))


def test_captions_are_counted_and_references_show_the_number(tmp_path: Path) -> None:
    text = said(Text("Se "), reference("beds"), Text(" och "), reference("late"), Text(". "), reference("beds"))
    found = captioned(tmp_path, text, table("", "Först"), table("beds"), said(Text("mellan")), table("late", "Sist"))
    assert found.startswith("¶Se tabell\xa02 och tabell\xa03. Tabell\xa02¶")
    assert "¶Tabell\xa01. Först¶Antal" in found
    assert "¶Tabell\xa02. Sängar & bord¶Antal" in found
    assert "¶Tabell\xa03. Sist¶Antal" in found


def test_english_keeps_the_capital_of_a_reference(tmp_path: Path) -> None:
    assert captioned(tmp_path, said(Text("See "), reference("b")), table("b"), language="en").startswith(
        "¶See Tabell\xa01¶"
    )


def test_a_reference_in_words_of_its_own_leads_to_the_caption(tmp_path: Path) -> None:
    view = View(prose_of(said(reference("beds", Text("tabellen"))), table("beds")))
    docx = make(tmp_path, paragraph("{{p text }}"), view, phrases=PHRASES)
    assert entries(docx) == [("tabellen", "Tabell\xa01. Sängar & bord")]


def test_a_reference_to_what_is_not_in_the_document_is_told(tmp_path: Path) -> None:
    view = View(prose_of(said(reference("beds"))))
    (found,) = problems(tmp_path, paragraph("{{p text }}"), view, phrases=PHRASES)
    assert found.code == "reference-lost"


def test_a_caption_needs_its_phrase(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, paragraph("{{p text }}"), View(prose_of(table("beds"))))
    assert (found.code, found.values["name"]) == ("template-unknown-name", "t.caption_table")


def test_a_caption_of_the_template_is_counted_too(tmp_path: Path) -> None:
    own = f"<w:p>{field(' SEQ Table ')}</w:p>"
    docx = make(tmp_path, f"{own}{paragraph('{{p text }}')}{own}", View(prose_of(table("beds"))), phrases=PHRASES)
    assert shown(docx).startswith("¶1¶Tabell\xa02.")
    assert shown(docx).endswith("¶3")


def test_a_table_is_described_by_what_stands_above_it(tmp_path: Path) -> None:
    blocks = (table("beds"), said(Text("mellan")), table("", None))
    body = paragraph("Rubrik", "Heading1") + paragraph("{{p text }}")
    xml = body_xml(make(tmp_path, body, View(prose_of(*blocks)), phrases=PHRASES))
    described = '<w:tblCaption w:val="{}"/><w:tblDescription w:val="Antal"/>'
    assert xml.count(described.format("Tabell\xa01. Sängar &amp; bord")) == 2


RECORD = paragraph("{%p for each in records %}") + paragraph("{{ each.title|anchor }}!") + paragraph("{%p endfor %}")


class Records(NamedTuple):
    records: tuple[Record, ...]
    text: Prose


def record(name: str) -> Record:
    return Record(Title(f"{name} & co", f"measure:{name}"))


def linking(*targets: str) -> Prose:
    return prose_of(said(*(Link(f"#measure:{each}", "Insatsen", (Text(each),)) for each in targets)))  # type: ignore[arg-type]


def test_a_link_to_a_record_leads_to_its_place(tmp_path: Path) -> None:
    docx = make(tmp_path, paragraph("{{p text }}") + RECORD, Records((record("a"), record("b")), linking("b")))
    assert entries(docx) == [("b", "b & co!")]
    assert shown(docx) == "¶b¶a & co!¶b & co!"


def test_a_link_to_a_record_without_a_place_is_its_text(tmp_path: Path) -> None:
    docx = make(tmp_path, paragraph("{{p text }}") + RECORD, Records((record("a"),), linking("a", "gone")))
    assert entries(docx) == [("a", "a & co!")]
    assert shown(docx).startswith("¶agone¶")
    assert body_xml(docx).count('"Hyperlink"') == 1


def test_the_first_place_of_a_record_counts(tmp_path: Path) -> None:
    docx = make(tmp_path, RECORD + paragraph("{{p text }}"), Records((record("a"), record("a")), linking("a")))
    names = [
        each.get(f"{{{W}}}name")
        for each in etree.fromstring(unzip(docx)["word/document.xml"]).iter(f"{{{W}}}bookmarkStart")
    ]
    assert len([name for name in names if name and name.startswith("_Record_")]) == 1


def test_only_titles_have_a_place(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, paragraph("{{ text|anchor }}"), View("bara text"))
    assert found.code == "template-kind"


def test_a_bookmark_in_a_loop_stays_once(tmp_path: Path) -> None:
    marked = (
        '<w:p><w:bookmarkStart w:id="7" w:name="here"/><w:r><w:t>{{ each }}</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>'
    )
    body = paragraph("{%p for each in titles %}") + marked + paragraph("{%p endfor %}")
    xml = body_xml(make(tmp_path, body, Headings(("Ett", "Två"))))
    assert xml.count("bookmarkStart") == xml.count("bookmarkEnd") == 1


def test_a_phrase_in_another_language_says_so(tmp_path: Path) -> None:
    spans = Paragraph((Text("de "), Span("en", (Text("hearings"),)), Span("fi", (Text("kuulo"),))), 1)
    xml = body_xml(make(tmp_path, paragraph("{{p text }}"), View(prose_of(spans))))
    assert '<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">hearings' in xml
    assert '<w:lang w:val="fi"/></w:rPr><w:t xml:space="preserve">kuulo' in xml
