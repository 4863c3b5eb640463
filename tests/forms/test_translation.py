"""What is to be translated, out to Word and back: read as if typed, confirmed for the wording that was sent."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from safecomm.audit.audit import audit_package
from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from safecomm.forms.translation_in import TakenIn, name_of, take_in
from safecomm.forms.translation_out import translation_file
from safecomm.journal import take_back
from safecomm.ooxml.package import Package
from safecomm.ooxml.walk import raw_text
from safecomm.ooxml.wordml import CELL, ROW, P, R, w
from safecomm.rules.all_rules import check
from safecomm.twin.twin import to_text
from tests.forms.filled_in import answering, changed, saved_by_libreoffice, type_into, without_marks

GOOD = Path(__file__).parents[1] / "good" / "content"
SWEDISH, ENGLISH = "content/measures/lighting.md", "content/measures/lighting.en.md"
OTHER = "content/projects/exchange.en.md"
ANSWERS = {"Belysning": "Lights", "Insatsen görs.": "It is *done*.\n- in the streets\n- in the squares"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Of which one measure is not translated, and one text of the organisations."""
    shutil.copytree(GOOD, tmp_path / "content")
    (tmp_path / ENGLISH).unlink()
    change(tmp_path, "content/organisations.yaml", "{sv: Polisen, en: Police}", "Polisen")
    return tmp_path


def change(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text(encoding="utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new), encoding="utf-8")


def sent(project: Path) -> Path:
    file = project / "translation.en.docx"
    file.write_bytes(translation_file(load(project), "en")[0])
    return file


def taken(project: Path, file: Path) -> TakenIn:
    return take_in(project, file, "en")


def codes(act: Callable[[], object]) -> list[str]:
    with pytest.raises(ContentError) as caught:
        act()
    return [fault.code for fault in caught.value.diagnostics]


def english(project: Path) -> str:
    return (project / ENGLISH).read_text(encoding="utf-8")


def gaps(project: Path) -> list[str]:
    return [finding.diagnostic.code for finding in check(load(project), "sv")]


def test_only_what_is_missing_is_asked_for_and_all_can_read_it(project: Path) -> None:
    data, number = translation_file(load(project), "en")
    text = to_text(Package(data))
    assert number == 3
    assert "# Measure: Belysning" in text
    assert "| Title<br>Belysning |  |" in text
    assert "# Organisation: Polisen" in text
    assert "Kansliet" not in text
    assert audit_package(Package(data), "form") == []


def test_where_all_is_translated_no_file_is_made() -> None:
    assert translation_file(load(GOOD.parent), "en") == (b"", 0)


def test_what_is_outdated_is_asked_for_with_its_translation(project: Path) -> None:
    change(project, "content/projects/exchange.md", "title: Utbytet", "title: Bytet")
    text = to_text(Package(translation_file(load(project), "en")[0]))
    assert "| Title<br>Bytet | The exchange |" in text


def test_a_follow_up_is_called_by_its_measure_and_year(project: Path) -> None:
    report = project / "content/followup/2009/measures.lighting.md"
    report.parent.mkdir(parents=True)
    report.write_text("---\nstatus: done\n---\n\n# done\n\nAllt är gjort.\n", encoding="utf-8")
    text = to_text(Package(translation_file(load(project), "en")[0]))
    assert "# Follow-up: Belysning, 2009" in text
    assert "Allt är gjort." in text


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_translation_comes_back_from_libreoffice(project: Path) -> None:
    file = changed(sent(project), answering({**ANSWERS, "Polisen": "The Police"}))
    result = taken(project, saved_by_libreoffice(file, project))
    assert [name_of(text) for text in result.written] == [
        "measures/lighting.title",
        "measures/lighting.text",
        "organisations/polisen.name",
    ]
    assert english(project).startswith("---\ntitle: Lights\ntranslates: v")
    assert english(project).endswith("\n\nIt is *done*.\n\n- in the streets\n\n- in the squares\n")
    assert "name: {sv: Polisen, en: The Police}" in (project / "content/organisations.yaml").read_text(encoding="utf-8")
    assert gaps(project) == []


def test_boxes_left_empty_change_nothing_and_one_undo_takes_all_back(project: Path) -> None:
    before = {path: path.read_bytes() for path in (project / "content").rglob("*") if path.is_file()}
    result = taken(project, changed(sent(project), answering({"Belysning": "Lights"})))
    assert [name_of(text) for text in result.written] == ["measures/lighting.title"]
    assert "untranslated-field" in gaps(project)
    take_back(project)
    assert {path: path.read_bytes() for path in (project / "content").rglob("*") if path.is_file()} == before


def test_a_text_that_changed_meanwhile_is_shown_and_not_confirmed(project: Path) -> None:
    file = changed(sent(project), answering(ANSWERS))
    change(project, SWEDISH, "Insatsen görs.", "Insatsen görs varje höst.")
    (note,) = taken(project, file).notes
    assert note.code == "form-original-changed"
    assert "“Insatsen görs.” → “Insatsen görs varje höst.”" in note.message("en")
    assert "It is *done*." in english(project)
    assert gaps(project) == ["translation-outdated", "untranslated-field"]


def test_a_change_late_in_a_long_text_is_seen(project: Path) -> None:
    late = "Insatsen görs i stadens alla delar, på gator, torg och gångvägar i centrum"
    change(project, SWEDISH, "Insatsen görs.", f"{late}.")
    file = changed(sent(project), answering({f"{late}.": "It is done."}))
    change(project, SWEDISH, f"{late}.", f"{late} och i parkerna.")
    (note,) = taken(project, file).notes
    assert "“…och gångvägar i centrum.” → “…och gångvägar i centrum och i parkerna.”" in note.message("en")


def test_what_somebody_translated_meanwhile_is_not_written_over(project: Path) -> None:
    file = changed(sent(project), answering(ANSWERS))
    (project / ENGLISH).write_text("---\ntitle: Lamps\n---\n", encoding="utf-8")
    result = taken(project, file)
    assert [note.code for note in result.notes] == ["form-answer-kept"]
    assert "title: Lamps" in english(project)
    assert "It is *done*." in english(project)
    assert result.confirmed == []


def test_an_outdated_translation_that_is_left_as_it_is_is_confirmed(project: Path) -> None:
    change(project, "content/projects/exchange.md", "title: Utbytet", "title: Bytet")
    result = taken(project, sent(project))
    assert result.written == []
    assert [record.id for record in result.confirmed] == ["exchange"]
    assert "translation-outdated" not in gaps(project)


def test_part_of_an_outdated_translation_confirms_nothing(project: Path) -> None:
    change(project, "content/projects/exchange.md", "title: Utbytet", "title: Bytet")
    file = changed(sent(project), answering({"Bytet": "Exchanges", "Projektet samlar städer.": ""}))
    assert taken(project, file).confirmed == []


def test_a_text_is_tested_as_if_typed(project: Path) -> None:
    file = changed(sent(project), answering({**ANSWERS, "Insatsen görs.": "See [](measure:lightning)."}))
    with pytest.raises(ContentError) as caught:
        taken(project, file)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.location.path) == ("form-text-refused", file.as_posix())
    assert "measures/lighting" in fault.message("en")
    assert "lightning" in fault.message("en")
    assert not (project / ENGLISH).exists()


def test_a_row_that_lost_its_mark_is_known_by_its_text(project: Path) -> None:
    file = changed(sent(project), answering(ANSWERS), without_marks)
    assert len(taken(project, file).written) == 2
    assert gaps(project).count("untranslated-field") == 1


def test_without_mark_a_changed_text_is_not_known(project: Path) -> None:
    file = changed(sent(project), answering(ANSWERS), without_marks)
    change(project, SWEDISH, "Insatsen görs.", "Insatsen görs varje höst.")
    assert [note.code for note in taken(project, file).notes] == ["form-row-unknown"]


def test_a_file_that_comes_back_twice_changes_nothing_the_second_time(project: Path) -> None:
    file = changed(sent(project), answering(ANSWERS))
    assert taken(project, file).files != []
    assert taken(project, file) == TakenIn([], [], [], [])


def test_a_row_copied_with_another_answer_is_refused(project: Path) -> None:
    def copy_row(root: etree._Element) -> None:
        row = next(row for row in root.iter(ROW) if "Belysning" in raw_text(row))
        row.addnext(etree.fromstring(etree.tostring(row)))
        type_into(row.findall(CELL)[1], "Lamps")

    file = changed(sent(project), answering(ANSWERS), copy_row)
    assert codes(lambda: taken(project, file)) == ["form-row-twice"]


def test_what_is_no_text_is_refused(project: Path) -> None:
    def add_note(root: etree._Element) -> None:
        for run in root.iter(R):
            if "Lights" in raw_text(run):
                etree.SubElement(run, w("footnoteReference"))

    file = changed(sent(project), answering(ANSWERS), add_note)
    assert codes(lambda: taken(project, file)) == ["form-no-text"]


def test_lists_that_word_has_made_are_lists_and_looks_are_told(project: Path) -> None:
    def as_word_does(root: etree._Element) -> None:
        for paragraph in root.iter(P):
            text = raw_text(paragraph)
            if text in ("one", "two"):
                properties = etree.SubElement(paragraph, w("pPr"))
                paragraph.insert(0, properties)
                etree.SubElement(properties, w("pStyle"), {w("val"): "ListBullet"})
            if text == "two":
                run = paragraph.find(R)
                assert run is not None
                looks = etree.SubElement(run, w("rPr"))
                run.insert(0, looks)
                etree.SubElement(looks, w("b"))

    file = changed(sent(project), answering({**ANSWERS, "Insatsen görs.": "So:\none\ntwo"}), as_word_does)
    assert [note.code for note in taken(project, file).notes] == ["form-looks"]
    assert english(project).endswith("So:\n\n- one\n- two\n")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("programme", "form-other"),
        ("foreign", "form-foreign"),
        ("empty", "form-no-rows"),
        ("damaged", "docx-not-word"),
    ],
)
def test_a_file_that_is_no_form_of_ours_is_refused(project: Path, given: str, code: str) -> None:
    file = sent(project)
    if given == "programme":
        from safecomm.build import build
        from tests.bilingual import documents_matching

        (built,) = build(project, documents_matching("programme"), False, None).built
        file.write_bytes(built.docx)
    elif given == "damaged":
        file.write_bytes(file.read_bytes()[:5000])
    elif given == "foreign":
        for path in ("content/community.md", "content/community.en.md"):
            text = (project / path).read_text(encoding="utf-8")
            (project / path).write_text(text.replace("\nname: ", "\nname: Nya "), encoding="utf-8")
    else:
        changed(file, lambda root: etree.strip_elements(root, w("tbl")))
    assert codes(lambda: taken(project, file)) == [code]
    assert not (project / ENGLISH).exists()
