"""Half a wording is never written: what a reviewer brought arrives whole, or is refused and listed with its words."""

import re
import unicodedata
from pathlib import Path

import pytest

from safecomm.content.load import load
from safecomm.review.apply import apply, proposals
from safecomm.review.review import review
from safecomm.review.run_text import OBJECT, STRANGE
from tests.review.reviewer import Reviewer, project, run, sent

PROGRAMME = "content/programme.md"
TEXT = "Inriktningen är fast."
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DRAWING = f'<w:drawing><wp:inline {WP}><wp:docPr id="9" name="x" descr="En bild"/></wp:inline></w:drawing>'
BOX = "<w:pict><w:txbxContent><w:p><w:r><w:t>Ruta</w:t></w:r></w:p></w:txbxContent></w:pict>"
OTHERS = f"<mc:Fallback>{BOX}</mc:Fallback>"
ALTERNATIVES = f'<mc:AlternateContent {MC}><mc:Choice Requires="x">{{}}</mc:Choice>{OTHERS}</mc:AlternateContent>'


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def looking(properties: str, text: str = "ny ") -> str:
    return run(text).replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which nothing is written."""
    return project(tmp_path_factory.mktemp("unchanged"))


def edited(root: Path, *, tracked: bool, inserted: str) -> Path:
    """The text with the XML before its last word."""
    anna = Reviewer(sent(root))
    new = anna.mark("ins", inserted) if tracked else inserted
    anna.replace(run(TEXT), run("Inriktningen är ") + new + run("fast."))
    link = '<Relationship Id="rNew" Type="x/hyperlink" Target="https://ny.example/" TargetMode="External"/>'
    anna.replace("</Relationships>", f"{link}</Relationships>", "word/_rels/document.xml.rels")
    return anna.write()


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    ("inserted", "words"),
    [
        (f'<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>{run(" ")}', "→ "),
        (f'<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>{run(" ")}', "• "),
        (looking('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', "J "), "☺ "),
        ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:t xml:space='preserve'> </w:t></w:r>", "1\u20112 "),
        ("<w:r><w:t>ny</w:t><w:softHyphen/><w:t xml:space='preserve'>ord </w:t></w:r>", "ny\u00adord "),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('vald ')}</w:sdtContent></w:sdt>", "vald "),
        (f'<w:smartTag w:element="x">{run("tagg ")}</w:smartTag>', "tagg "),
        (ALTERNATIVES.format(run("val ")), "val "),
        (looking('<w:color w:val="FF0000"/><w:highlight w:val="yellow"/>'), "ny "),
        (looking('<w:b w:val="0"/><w:u w:val="none"/>'), "ny "),
        (run(unicodedata.normalize("NFD", "nära ")), "nära "),
    ],
)
def test_what_words_can_say_is_written_whole(tmp_path: Path, inserted: str, words: str, *, tracked: bool) -> None:
    root = project(tmp_path)
    before = (root / PROGRAMME).read_text(encoding="utf-8")
    findings = review(root, [edited(root, tracked=tracked, inserted=inserted)]).findings
    assert len(apply(root, findings, proposals(root, findings)).done) == 1
    after = before.replace(TEXT, f"Inriktningen är {words}fast.")
    assert (root / PROGRAMME).read_text(encoding="utf-8") == after
    load(root)


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    ("inserted", "words"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>', STRANGE),
        (run("\uf0e0 "), f"{STRANGE} "),
        (looking("<w:b/>"), f"{STRANGE}ny {STRANGE}"),
        (looking("<w:i/>"), f"{STRANGE}ny {STRANGE}"),
        (looking('<w:vertAlign w:val="superscript"/>'), f"{STRANGE}ny {STRANGE}"),
        (looking("<w:strike/>"), f"{STRANGE}ny {STRANGE}"),
        (looking("<w:vanish/>"), f"{STRANGE}ny {STRANGE}"),
        (
            f'<w:hyperlink {R} r:id="rNew">{run("ny länk ")}</w:hyperlink>',
            f"{STRANGE}ny länk  (https://ny.example/){STRANGE}",
        ),
        (
            field('HYPERLINK "https://ny.example/"', "ny länk "),
            f"{STRANGE}ny länk  (https://ny.example/){STRANGE}",
        ),
        (
            f'<w:fldSimple w:instr=" HYPERLINK &quot;https://ny.example/&quot; ">{run("ny länk ")}</w:fldSimple>',
            f"{STRANGE}ny länk  (https://ny.example/){STRANGE}",
        ),
        (f"<m:oMath {M}><m:r><m:t>x=1</m:t></m:r></m:oMath>", f"{STRANGE}x=1"),
        (f"<w:r>{DRAWING}</w:r>", f"{STRANGE}En bild"),
        (f"<w:r>{BOX}</w:r>", f"{STRANGE}Ruta"),
        (f"<w:r>{ALTERNATIVES.format(DRAWING)}</w:r>", f"{STRANGE}En bild"),
        ("<w:r><w:object/></w:r>", STRANGE),
        ('<w:r><w:endnoteReference w:id="1"/></w:r>', STRANGE),
        (
            f"<w:r><w:ruby><w:rt>{run('ovan')}</w:rt><w:rubyBase>{run('bas')}</w:rubyBase></w:ruby></w:r>",
            f"{STRANGE}ovanbas",
        ),
        ('<w:r><w:br w:type="page"/></w:r>', "\f"),
        ("<w:r><w:br/></w:r>", "\n"),
        ("<w:r><w:ptab/></w:r>", "\t"),
        ("<w:r><w:future/></w:r>", STRANGE),
    ],
)
def test_what_words_cannot_say_is_refused_and_listed(
    unchanged: Path, inserted: str, words: str, *, tracked: bool
) -> None:
    before = (unchanged / PROGRAMME).read_bytes()
    inserted = run("med ") + inserted
    findings = review(unchanged, [edited(unchanged, tracked=tracked, inserted=inserted)]).findings
    assert [(finding.kind, finding.text) for finding in findings] == [("edit", f"Inriktningen är med {words}fast.")]
    (made,) = proposals(unchanged, findings)
    assert (made.wanted, made.reason) == (None, "markup")
    assert apply(unchanged, findings, [made]).left == findings
    assert (unchanged / PROGRAMME).read_bytes() == before


@pytest.mark.parametrize(
    ("inserted", "words"),
    [
        ('<w:r><w:footnoteReference w:id="9"/></w:r>', STRANGE),
        (field("DATE", "2 mars"), f"{STRANGE}2 mars"),
        (f'<w:fldSimple w:instr="DATE">{run("2 mars")}</w:fldSimple>', f"{STRANGE}2 mars"),
    ],
)
def test_a_note_or_field_of_a_reviewer_is_none_of_ours(tmp_path: Path, inserted: str, words: str) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    note = re.search(r"<w:r>(?:(?!</w:r>).)*<w:footnoteReference.*?</w:r>", anna.parts["word/document.xml"])
    assert note
    deleted = anna.mark("del", note[0])
    anna.replace(note[0], deleted + anna.mark("ins", inserted))
    (found,) = review(root, [anna.write()]).findings
    assert (found.about, found.text) == (f"Programmet{OBJECT} gäller alla.", f"Programmet{words} gäller alla.")
    assert [proposal.reason for proposal in proposals(root, [found])] == ["markup"]


def test_words_that_became_a_link_are_listed_with_its_address(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    linked = f'<w:hyperlink {R} w:anchor="top">{run("fast")}</w:hyperlink>'
    anna.replace(run(TEXT), run("Inriktningen är ") + linked + run("."))
    (found,) = review(root, [anna.write()]).findings
    assert found.text == f"Inriktningen är {STRANGE}fast (#top){STRANGE}."
    assert [proposal.reason for proposal in proposals(root, [found])] == ["markup"]


def test_new_words_look_like_those_that_they_join(tmp_path: Path) -> None:
    root = project(tmp_path)
    file = root / PROGRAMME
    file.write_text(
        file.read_text(encoding="utf-8").replace(TEXT, "Inriktningen är **mycket fast**."), encoding="utf-8"
    )
    copy = sent(root)
    bold = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'
    old = run("mycket fast").replace("<w:r>", f"<w:r>{bold}")
    for name, new, expected in (
        ("Anna", run("mycket hård").replace("<w:r>", f"<w:r>{bold}"), "är **mycket hård**."),
        ("Bo", looking("<w:b/>", "mycket hård"), "är **mycket hård**."),
        ("Eva", run("mycket hård"), None),
        ("Åke", old + looking("<w:b/>", " idag"), None),
        ("Siv", old + run(" idag"), "är **mycket fast** idag."),
    ):
        reviewer = Reviewer(copy, name)
        reviewer.replace(old, new)
        before = file.read_text(encoding="utf-8")
        findings = review(root, [reviewer.write()]).findings
        apply(root, findings, proposals(root, findings))
        assert file.read_text(encoding="utf-8") == (
            before.replace("är **mycket fast**.", expected) if expected else before
        ), name
        file.write_text(before, encoding="utf-8")


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x7f"])
def test_what_would_not_load_is_refused_and_listed(tmp_path: Path, character: str) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.tracked("fast", f"rad{character}bruten")
    findings = review(root, [anna.write()]).findings
    (made,) = proposals(root, findings)
    assert (made.wanted, made.reason) == (None, "character")
    assert apply(root, findings, [made]).left == findings
    load(root)


def test_only_the_words_that_a_reviewer_changed_are_composed(tmp_path: Path) -> None:
    root = project(tmp_path)
    file = root / PROGRAMME
    loose = unicodedata.normalize("NFD", "Inriktningen är på väg.")
    file.write_text(file.read_text(encoding="utf-8").replace(TEXT, loose), encoding="utf-8")
    copy = sent(root)
    anna, bo = Reviewer(copy, "Anna"), Reviewer(copy, "Bo")
    anna.silently(loose, unicodedata.normalize("NFC", loose))
    assert review(root, [anna.write()]).findings == ()
    bo.silently(loose, "Inriktningen är på rätt väg.")
    findings = review(root, [bo.write()]).findings
    apply(root, findings, proposals(root, findings))
    expected = loose.replace("va", "rätt va")
    assert expected in file.read_text(encoding="utf-8")


def test_a_paragraph_split_without_a_trace_keeps_its_second_half(tmp_path: Path) -> None:
    root = project(tmp_path)
    file = root / PROGRAMME
    text = "Först kommer rådet till tals. Sedan svarar nämnden skriftligt. Till sist beslutar styrelsen om allt."
    file.write_text(file.read_text(encoding="utf-8").replace(TEXT, text), encoding="utf-8")
    copy = sent(root)
    for name, parts in {
        "Anna": (
            "Först kommer rådet till tals.",
            "Sedan svarar nämnden skriftligt. Till sist beslutar styrelsen om allt.",
        ),
        "Bo": (
            "Först kommer rådet till tals.",
            "Sedan svarar nämnden skriftligt.",
            "Till sist beslutar styrelsen om allt.",
        ),
        "Eva": (
            "Först kommer rådet alltid till tals;",
            "sedan svarar nämnden muntligt. Till sist beslutar styrelsen om allt.",
        ),
    }.items():
        reviewer = Reviewer(copy, name)
        first, *rest = parts
        reviewer.replace(run(text), run(first))
        main = reviewer.parts["word/document.xml"]
        end = main.index("</w:p>", main.index(f">{first}<")) + len("</w:p>")
        new = "".join(f"<w:p>{run(part)}</w:p>" for part in rest)
        reviewer.parts["word/document.xml"] = main[:end] + new + main[end:]
        (found,) = review(root, [reviewer.write()]).findings
        assert (found.kind, found.about, found.text, found.silent) == ("split", text, "\n".join(parts), True), name
        assert proposals(root, [found]) == []


def test_a_new_paragraph_is_no_second_half(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.silently(TEXT, "Inriktningen är lös.")
    main = anna.parts["word/document.xml"]
    end = main.index("</w:p>", main.index(">Inriktningen är lös.<")) + len("</w:p>")
    anna.parts["word/document.xml"] = f"{main[:end]}<w:p>{run('Allt blir bra.')}</w:p>{main[end:]}"
    assert [finding.kind for finding in review(root, [anna.write()]).findings] == ["edit", "added"]
