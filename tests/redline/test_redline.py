"""What a redline is asked for beside being right, which it proves itself."""

import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from safecomm.markdown.blocks import Caption, Cell, Paragraph, Picture, Reference, Table, Text
from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.package import MAIN, Package
from safecomm.pictures.picture import PictureFile
from safecomm.redline.layers import document_form
from safecomm.redline.plain_form import plain
from safecomm.redline.proof import prove
from safecomm.word.contents import with_page_numbers
from safecomm.word.document import render
from safecomm.word.template import read_template
from tests.redline.sample import (
    AUTHOR,
    PHRASES,
    W,
    accept,
    anchors,
    bookmarks,
    compared,
    document,
    redline,
    reject,
    root,
    tracked,
)
from tests.word.sample import SWEDISH, View, make, paragraph, parts, prose_of, shown, unzip, write
from tests.word.test_pictures import PICTURES, PNG

DATE = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


def replaced(docx: bytes, old: str, new: str, part: str = MAIN) -> bytes:
    """The document with the first `old` of the part's XML replaced."""
    members = unzip(docx)
    assert old.encode() in members[part]
    return write_parts(members | {part: members[part].replace(old.encode(), new.encode(), 1)})


def test_one_changed_word_is_one_tracked_word(real: dict[str, bytes]) -> None:
    old = real["application.en"]
    found = re.search(r">[^<>]*This page (appears) only in drafts[^<>]*<", unzip(old)[MAIN].decode())
    assert found
    redlined = redline(old, replaced(old, found[0], found[0].replace("appears", "stands")), AUTHOR)
    assert tracked(redlined) == [("del", "appears"), ("ins", "stands")]


def test_a_changed_heading_changes_its_entry_in_the_contents_and_nothing_else(tmp_path: Path) -> None:
    texts = ["# Läget\n\nText.\n\n# Barn i trafiken\n\n## Skolan\n\nText."]
    texts.append(texts[0].replace("Barn", "Unga"))
    redlined = compared(tmp_path, *texts, contents=True)
    assert tracked(redlined) == [("del", "Barn"), ("ins", "Unga")] * 2


def test_nothing_is_tracked_where_only_the_build_id_differs(tmp_path: Path) -> None:
    header = '<w:p><w:r><w:rPr><w:rStyle w:val="BuildId"/></w:rPr><w:t>{{ build_id }}</w:t></w:r></w:p>'
    drafts = [make(tmp_path, paragraph("{{ text }}"), View("a"), header=header, build_id=each) for each in ("1a", "2b")]
    cut = '2</w:t></w:r><w:r><w:rPr><w:rStyle w:val="BuildId"/></w:rPr><w:t>b</w:t>'
    for new in (drafts[1], replaced(drafts[1], "2b</w:t>", cut, "word/header1.xml")):
        redlined = redline(drafts[0], new, AUTHOR)
        assert "<w:ins" not in unzip(redlined)["word/header1.xml"].decode()
        assert tracked(redlined) == []
        assert "2b" in shown(redlined, "word/header1.xml")


def test_a_header_is_compared_too(real: dict[str, bytes]) -> None:
    old = real["application.en"]
    new = replaced(old, "City of Solna", "Municipality of Solna", "word/header1.xml")
    header = unzip(redline(old, new, AUTHOR))["word/header1.xml"].decode()
    assert re.findall(r"<w:(ins|del) ", header) == ["del", "ins"]


def table(text: str, identifier: str) -> Table:
    return Table((Cell((Text(text),), ""),), ((Cell((Text("2007"),), ""),),), 1, Caption((Text(text),), identifier, 1))


def test_the_numbers_of_captions_and_references_are_no_change(tmp_path: Path) -> None:
    blocks = (Paragraph((Text("Se "), Reference("table", "beds", (), 1, 1)), 1), table("Platser", "beds"))
    redlined = compared(tmp_path, prose_of(*blocks), prose_of(table("Fall", "falls"), *blocks))
    assert {text for _, text in tracked(redlined)} == {"", "Tabell\xa01", ". Fall", "Fall", "2007"}
    assert "Se tabell\xa02" in shown(redlined)


def test_the_numbers_of_later_lists_are_no_change(tmp_path: Path) -> None:
    old = "Sedan:\n\n1. mät\n2. räkna"
    redlined = compared(tmp_path, old, f"Först:\n\n1. fråga\n\n{old}")
    assert [text for _, text in tracked(redlined) if text] == ["Först:", "fråga"]


def test_a_list_that_only_the_old_document_has_is_still_defined(tmp_path: Path) -> None:
    redlined = compared(tmp_path, "5. mät\n6. räkna\n\nSlut.", "Slut.")
    used = {str(each.get(f"{W}val")) for each in root(redlined).iter(f"{W}numId")}
    defined = {str(each.get(f"{W}numId")) for each in root(redlined, "word/numbering.xml").iter(f"{W}num")}
    assert used
    assert used <= defined


def with_picture(folder: Path, path: str, pictures: dict[str, PictureFile]) -> bytes:
    blocks = prose_of(Paragraph((Text("Före."),), 1), Picture(path, "Ett torg", 1), Paragraph((Text("Efter."),), 1))
    template = read_template(*write(folder, parts(paragraph("{{p text }}") + paragraph("Slut")), PHRASES))
    return render(template, View(blocks), SWEDISH, None, pictures).data


def test_a_changed_picture_is_there_in_both_forms(tmp_path: Path) -> None:
    other = PictureFile("png", PNG + b"other", 192, 96, 96.0)
    old, new = (with_picture(tmp_path, "a.png", {"a.png": each}) for each in (PICTURES["content/a.png"], other))
    redlined = unzip(redline(old, new, AUTHOR))
    assert {data for name, data in redlined.items() if "media" in name} == {PNG, PNG + b"other"}
    assert redlined["word/document.xml"].count(b"<w:drawing>") == 2
    assert len(set(re.findall(rb'<wp:docPr id="(\d+)"', redlined["word/document.xml"]))) == 2


def test_a_deleted_picture_brings_its_part_and_its_type(tmp_path: Path) -> None:
    old, new = with_picture(tmp_path, "content/a.png", PICTURES), document(tmp_path, "Före.\n\nEfter.")
    redlined = unzip(redline(old, new, AUTHOR))
    (media,) = (name for name in redlined if "media" in name)
    assert f'PartName="/{media}" ContentType="image/png"'.encode() in redlined["[Content_Types].xml"]


def test_a_part_of_the_old_document_does_not_take_the_place_of_another(tmp_path: Path) -> None:
    """As charts, which are counted: the first one of each document has the same name."""
    old, new = (with_picture(tmp_path, "content/a.png", PICTURES) for _ in range(2))
    (media,) = (name for name in unzip(new) if "media" in name)
    changed = write_parts(unzip(new) | {media: b"other"})
    redlined = unzip(redline(old, changed, AUTHOR))
    assert {data for name, data in redlined.items() if "media" in name} == {PNG, b"other"}


def test_a_changed_chart_is_there_in_both_forms(with_charts: bytes) -> None:
    old, part = with_charts, "word/charts/chart1.xml"
    (value, *_) = re.findall(r"<c:v>59\d+</c:v>", unzip(old)[part].decode())
    new = replaced(old, value, "<c:v>7</c:v>", part)
    redlined = redline(old, new, AUTHOR)
    assert tracked(redlined) == [("del", ""), ("ins", "")]
    assert {unzip(old)[part], unzip(new)[part]} <= set(unzip(redlined).values())


def test_a_chart_that_only_counts_otherwise_is_no_change(with_charts: bytes) -> None:
    old = with_charts
    renamed = {
        name.replace("chart1.", "chart99."): data.replace(b"chart1.", b"chart99.")
        if name.endswith((".rels", "Types].xml"))
        else data
        for name, data in unzip(old).items()
    }
    assert tracked(redline(old, write_parts(renamed), AUTHOR)) == []


def test_links_lead_somewhere_when_headings_are_renamed_moved_or_go(tmp_path: Path) -> None:
    old = "# Läget\n\nText.\n\n# Barn\n\nText.\n\n# Källor\n\nText."
    new = "# Barn\n\nText.\n\n# Läget i år\n\nText.\n\n# Barn\n\nSlut."
    redlined = compared(tmp_path, old, new, contents=True)
    for docx in (redlined, accept(redlined), reject(redlined)):
        assert anchors(docx)
        assert anchors(docx) <= set(bookmarks(docx))


def test_a_link_in_a_table_that_leads_elsewhere_is_a_change(tmp_path: Path) -> None:
    """Though its cell is the same to the byte: the name of its relationship is."""
    text = "| Mått | Källa |\n|---|---|\n| Fall[^a] | [rapport](https://example.org/a) |\n\n[^a]: Enligt registret."
    redlined = compared(tmp_path, text, text.replace("org/a", "org/b"))
    assert tracked(redlined) == [("del", "rapport"), ("ins", "rapport")]


def test_every_mark_has_an_id_of_its_own_and_the_author(tmp_path: Path) -> None:
    redlined = compared(tmp_path, "Ett.\n\nTvå[^a].\n\n[^a]: Tre.", "Fyra.\n\nTvå fem[^a].\n\n[^a]: Sex.")
    stories = [root(redlined), root(redlined, "word/footnotes.xml")]
    marks = [each for story in stories for each in story.iter(f"{W}ins", f"{W}del")]
    assert len(marks) > 5
    assert len({each.get(f"{W}id") for each in marks}) == len(marks)
    assert {each.get(f"{W}author") for each in marks} == {AUTHOR}


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (None, None),
        (DATE, "2026-11-22T10:30:00Z"),
        (DATE.astimezone(timezone(timedelta(hours=2))), "2026-11-22T10:30:00Z"),
        (DATE.replace(tzinfo=None), "2026-11-22T10:30:00Z"),
    ],
)
def test_the_date_is_there_only_when_given(date: datetime | None, expected: str | None, tmp_path: Path) -> None:
    drafts = [document(tmp_path, text) for text in ("Ett ord.", "Två ord.")]
    redlined = redline(drafts[0], drafts[1], AUTHOR, date)
    assert {each.get(f"{W}date") for each in root(redlined).iter(f"{W}ins", f"{W}del")} == {expected}


def test_page_numbers_in_the_contents_are_no_change(tmp_path: Path) -> None:
    docx = document(tmp_path, "# Läget\n\nText.\n\n# Källor\n\nText.", contents=True)
    redlined = redline(with_page_numbers(docx, [1, 2]), with_page_numbers(docx, [2, 4]), AUTHOR)
    assert tracked(redlined) == []


def test_a_renamed_heading_keeps_its_page_number(tmp_path: Path) -> None:
    old, new = (
        document(tmp_path, f"# {each} i trafiken\n\nText.\n\n# Källor", contents=True) for each in ("Barn", "Unga")
    )
    redlined = redline(with_page_numbers(old, [1, 2]), with_page_numbers(new, [1, 2]), AUTHOR)
    assert tracked(redlined) == [("del", "Barn"), ("ins", "Unga")] * 2


@pytest.mark.slow
def test_documents_with_little_in_common_are_compared_too(real: dict[str, bytes]) -> None:
    """Two languages, and two documents with other sections."""
    redline(real["application.en"], real["application.sv"], AUTHOR)
    redline(real["programme.sv"], real["application.sv"], AUTHOR)


def test_the_same_drafts_give_the_same_bytes(tmp_path: Path) -> None:
    old, new = document(tmp_path, "1. Ett\n2. Två"), document(tmp_path, "Två[^a]\n\n[^a]: Tre")
    assert redline(old, new, AUTHOR) == redline(old, new, AUTHOR)


def test_what_word_notes_for_itself_is_no_change(tmp_path: Path) -> None:
    """A draft that somebody has opened and saved."""
    old = document(tmp_path, "Ett ord.\n\nTvå ord.")
    saved = replaced(old, "<w:p><w:pPr>", '<w:p w:rsidR="00AB12CD" w:rsidP="00AB12CD"><w:pPr>')
    noted = '<w:lastRenderedPageBreak/></w:r><w:proofErr w:type="spellEnd"/><w:r>'
    saved = replaced(saved, "Två ord.</w:t>", f"Tre ord.</w:t>{noted}")
    assert tracked(redline(old, saved, AUTHOR)) == [("del", "Två"), ("ins", "Tre")]
    assert tracked(redline(saved, old, AUTHOR)) == [("del", "Tre"), ("ins", "Två")]


def test_the_proof_sees_a_lost_change(tmp_path: Path) -> None:
    old, new = document(tmp_path, "Trygghet är viktigt."), document(tmp_path, "Trygghet är **viktigt**.")
    redlined = redline(old, new, AUTHOR)
    for wrong in (new, old, replaced(redlined, "viktigt", "viktig"), replaced(redlined, "Strong", "Emphasis")):
        before, after = (document_form(plain(Package(docx))) for docx in (old, new))
        assert not prove(before, after, Package(wrong)).holds
