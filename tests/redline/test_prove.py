"""Corruptions of redlines, each of which the proof sees, and redlines that others have made."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.package import Package
from safecomm.redline.layers import document_form
from safecomm.redline.plain_form import plain
from safecomm.redline.proof import Proof, prove
from tests.changes.test_diff import run as run_command
from tests.redline.word_files import (
    MARGIN,
    commented,
    compared,
    equation,
    note,
    paragraph,
    picture,
    run,
    table,
    text_box,
    word_file,
)
from tests.word.sample import unzip
from tests.word.test_pictures import PNG

LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def draft(word: str, extra: str = "") -> bytes:
    """With one of everything, of which a word differs."""
    body = (
        paragraph(f"Trygghet är {word}.", note(1), note(1, "endnote"), note(2))
        + paragraph(commented("En kommentar."), equation("x=1"), picture())
        + paragraph(text_box("Rutan"), f'<w:hyperlink r:id="rIdLink">{run("Länk")}</w:hyperlink>')
        + paragraph("Ett fet", run("t ord", "<w:b/>"), properties=LIST)
        + paragraph('<w:fldSimple w:instr="REF mål">', properties="").replace("</w:p>", "</w:fldSimple></w:p>")
        + table(("a", "b"), ("c", "d"))
        + extra
        + paragraph("Först kommer detta.")
        + paragraph("Sedan kommer något annat.", properties='<w:jc w:val="left"/>' if extra else "")
        + paragraph("Slut.")
    )
    notes, comments = (f"Ett {word} register.", "Två."), ("Stämmer det?",)
    return word_file(body, footnotes=notes, endnotes=("Källa.",), comments=comments, header=f"En {word} plan")


OLD, NEW = draft("bra"), draft("viktig", extra=paragraph("Ett nytt stycke.") + table(("e", "f")) + paragraph())
REDLINE = compared(OLD, NEW).data

DOCUMENT, NOTES, ENDNOTES = (f"word/{name}.xml" for name in ("document", "footnotes", "endnotes"))
CORRUPTIONS = {
    "a word that stays is lost": (DOCUMENT, "Trygghet är ", "Trygghet "),
    "an inserted word is lost": (DOCUMENT, ">viktig<", "><"),
    "a deleted word is lost": (DOCUMENT, ">bra<", "><"),
    "a word is another": (DOCUMENT, ">viktig<", ">viktigt<"),
    "the author is missing": (DOCUMENT, ' w:author="Solna"', ""),
    "a number is doubled": (DOCUMENT, 'w:id="2" w:author', 'w:id="1" w:author'),
    "a number is missing": (DOCUMENT, 'w:id="2" w:author', 'w:id="" w:author'),
    "an insertion has become plain text": (DOCUMENT, "<w:ins ", "<w:smartTag "),
    "an inserted row is not marked": (DOCUMENT, "<w:trPr>", "<w:tblPrEx>"),
    "an earlier alignment is lost": (DOCUMENT, "<w:pPrChange ", "<w:jc "),
    "bold is lost": (DOCUMENT, "<w:b/>", ""),
    "the picture is another": ("word/media/bild.png", PNG.decode("latin-1"), PNG.decode("latin-1") + "x"),
    "the picture has another description": (DOCUMENT, "Ett torg", "En park"),
    "the footnotes are swapped": (NOTES, 'w:id="1"', 'w:id="9"'),
    "a footnote says something else": (NOTES, "Två", "Tre"),
    "a change in a footnote is lost": (NOTES, ">bra<", "><"),
    "an endnote is lost": (ENDNOTES, "Källa", ""),
    "a comment is lost": (DOCUMENT, "commentReference", "annotationRef"),
    "a comment says something else": ("word/comments.xml", "Stämmer", "Gäller"),
    "a comment is another's": ("word/comments.xml", "Anna", "Bengt"),
    "the header is another": ("word/header.xml", "plan", "lag"),
    "the text box is another": (DOCUMENT, "Rutan", "Boxen"),
    "the equation is another": (DOCUMENT, "x=1", "x=2"),
    "the link leads elsewhere": ("word/_rels/document.xml.rels", "a.example", "b.example"),
    "the field asks for something else": (DOCUMENT, "REF mål", "REF syfte"),
    "the list counts in another way": ("word/numbering.xml", "decimal", "bullet"),
    "a cell says something else": (DOCUMENT, ">d<", ">D<"),
    "the margins are others": (DOCUMENT, MARGIN, MARGIN.replace("1440", "700")),
    "the table looks different": (DOCUMENT, "Rutnät", "Linjer"),
    "a style is another": ("word/styles.xml", "heading 1", "heading 2"),
    "the title is another": ("docProps/core.xml", "En plan", "Ett utkast"),
}


def proof_of(old: bytes, new: bytes, redlined: bytes) -> Proof:
    before, after = (document_form(plain(Package(docx))) for docx in (old, new))
    return prove(before, after, Package(redlined))


def test_the_redline_itself_is_proven() -> None:
    assert proof_of(OLD, NEW, REDLINE).holds


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_a_corruption_is_seen(name: str) -> None:
    part, before, after = CORRUPTIONS[name]
    parts = unzip(REDLINE)
    text = parts[part].decode("latin-1" if part.endswith("png") else "utf-8")
    assert before in text
    changed = text.replace(before, after, 1)
    if before.startswith("<w:") and before.endswith(" "):
        # The end of the first such element.
        name_before, name_after = before.strip("< "), after.strip("< ")
        changed = changed.replace(f"</{name_before}>", f"</{name_after}>", 1)
    if before == "<w:trPr>":
        changed = changed.replace("</w:trPr>", "</w:tblPrEx>", 1)
    if name == "the footnotes are swapped":
        changed = changed.replace('w:id="2"', 'w:id="1"', 1).replace('w:id="9"', 'w:id="2"', 1)
    encoded = changed.encode("latin-1" if part.endswith("png") else "utf-8")
    assert not proof_of(OLD, NEW, write_parts(parts | {part: encoded})).holds


FIRST, SECOND = "Ett stycke som flyttas.", "Ett som står kvar."
MOVED_MARK = '<w:rPr><w:move{} w:id="{}" w:author="Anna"/></w:rPr>'


def moved(kind: str, number: int) -> str:
    """As Word writes one end of a move."""
    start = f'<w:move{kind}RangeStart w:id="{number}" w:author="Anna" w:name="flytt"/>'
    content = f'<w:move{kind} w:id="{number + 1}" w:author="Anna">{run(FIRST)}</w:move{kind}>'
    mark = MOVED_MARK.format(kind, number + 2)
    return paragraph(start, content, properties=mark) + f'<w:move{kind}RangeEnd w:id="{number}"/>'


def test_a_move_that_word_has_written_is_proven_and_half_of_it_is_not() -> None:
    old = word_file(paragraph(FIRST) + paragraph(SECOND) + paragraph("Slut."))
    new = word_file(paragraph(SECOND) + paragraph(FIRST) + paragraph("Slut."))
    whole = word_file(moved("From", 1) + paragraph(SECOND) + moved("To", 5) + paragraph("Slut."))
    assert proof_of(old, new, whole).holds
    half = proof_of(old, new, word_file(moved("From", 1) + paragraph(SECOND) + paragraph("Slut.")))
    assert [fault.kind for fault in half.faults] == ["move"]
    assert not half.holds


ByOthers = tuple[str, str, str]
BY_OTHERS: dict[str, ByOthers] = {
    "look of a run": (
        paragraph("Ett ord."),
        paragraph(run("Ett ord.", "<w:b/>")),
        paragraph(run("Ett ord.", '<w:b/><w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange>')),
    ),
    "cell inserted": (
        table(("a",)),
        table(("a", "b")),
        table(("a",)).replace(
            "</w:tr>",
            f'<w:tc><w:tcPr><w:cellIns w:id="1" w:author="A"/></w:tcPr>{paragraph("b")}</w:tc></w:tr>',
        ),
    ),
    "control deleted": (
        paragraph("Ett", "<w:sdt><w:sdtContent>" + run(" ord") + "</w:sdtContent></w:sdt>"),
        paragraph("Ett ord"),
        paragraph("Ett", '<w:customXmlDelRangeStart w:id="1" w:author="A"/>', run(" ord"))
        + '<w:customXmlDelRangeEnd w:id="1"/>',
    ),
}


@pytest.mark.parametrize("kind", BY_OTHERS)
def test_marks_that_only_others_write_are_read(kind: str) -> None:
    old, new, redlined = (word_file(body + paragraph("Slut.")) for body in BY_OTHERS[kind])
    assert proof_of(old, new, redlined).holds


@pytest.fixture
def files(tmp_path: Path) -> Callable[[bytes], list[Path]]:
    def write(redlined: bytes) -> list[Path]:
        names = {"old": OLD, "new": NEW, "redline": redlined}
        for name, data in names.items():
            (tmp_path / f"{name}.docx").write_bytes(data)
        return [tmp_path / f"{name}.docx" for name in names]

    return write


def test_the_command_says_layer_by_layer(files: Callable[[bytes], list[Path]]) -> None:
    result = run_command("prove", *files(REDLINE), "--lang", "en")
    assert result.exit_code == 0
    assert "the text: accepted same, rejected same" in result.output
    assert "the comments: accepted same, rejected not tracked" in result.output
    wrong = run_command("prove", *files(NEW), "--format", "json")
    assert wrong.exit_code == 1
    found = json.loads(wrong.output)
    assert not found["proven"]
    assert {"layer": "text", "accepted": True, "rejected": False, "taken": False} in found["layers"]


def test_two_files_without_a_difference_make_no_file(files: Callable[[bytes], list[Path]], tmp_path: Path) -> None:
    old, *_ = files(REDLINE)
    result = run_command("diff", old, old, "--docx", "--output", tmp_path / "out", "--exit-code")
    assert result.exit_code == 0
    assert not (tmp_path / "out").exists()


def test_another_look_of_the_same_text_is_told(files: Callable[[bytes], list[Path]], tmp_path: Path) -> None:
    _, new, _ = files(REDLINE)
    (tmp_path / "look.docx").write_bytes(
        write_parts(unzip(NEW) | {DOCUMENT: unzip(NEW)[DOCUMENT].replace(b'"left"', b'"right"')})
    )
    result = run_command("diff", new, tmp_path / "look.docx", "--lang", "en", "--exit-code")
    assert result.exit_code == 1
    assert "the text that is shown is the same; this differs: the look of texts and paragraphs" in result.output
