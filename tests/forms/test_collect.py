"""The yearly follow-up in Word: a form for each organisation, filled in, returned, read and written."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from lxml import etree

from safecomm.audit.audit import audit_package
from safecomm.cli.main import cli
from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from safecomm.editing.new_followups import new_followups
from safecomm.forms.collect_in import GivenAnswer, read_answers, write_reports
from safecomm.forms.collect_out import collect_forms, unasked
from safecomm.journal import take_back
from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.package import Package
from safecomm.ooxml.walk import paragraph_text, raw_text
from safecomm.ooxml.wordml import ROW, P, R, paragraph_style, w
from safecomm.twin.twin import to_text
from tests.forms.filled_in import Change, answering, changed, saved_by_libreoffice, without_marks

GOOD = Path(__file__).parents[1] / "good" / "content"
RESPONSIBLE = {"networks-measure": "polisen", "infrastructure-measure": "styrelsen"}
ANSWERS = {"Status": "pågår", "Vad som gjordes": "Nio lampor.\nMer än *tio* väntar.", "Timmar": "120"}
RECORD = "content/followup/2009/measures.lighting.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Whose four measures belong to four organisations."""
    shutil.copytree(GOOD, tmp_path / "content")
    for file in (tmp_path / "content/measures").glob("*.md"):
        if not file.name.endswith(".en.md"):
            text = file.read_text(encoding="utf-8")
            organisation = RESPONSIBLE.get(file.stem, "kansliet")
            file.write_text(text.replace("responsible: kansliet", f"responsible: {organisation}"), encoding="utf-8")
    new_followups(tmp_path, 2009)
    return tmp_path


def sent(project: Path, year: int = 2009) -> dict[str, Path]:
    files = {}
    for organisation, data in collect_forms(load(project), year):
        files[organisation] = project / f"{organisation}.docx"
        files[organisation].write_bytes(data)
    return files


def given(project: Path, *files: Path, year: int | None = None) -> list[GivenAnswer]:
    by_work = read_answers(project, files, year).by_work
    return [answer for answers in by_work.values() for answer in answers]


def refused(project: Path, *files: Path, year: int | None = None) -> Sequence[str]:
    with pytest.raises(ContentError) as caught:
        given(project, *files, year=year)
    return [fault.code for fault in caught.value.diagnostics]


def without_row(label: str) -> Change:
    def change(root: etree._Element) -> None:
        for row in list(root.iter(ROW)):
            if label in {raw_text(cell) for cell in row}:
                row.getparent().remove(row)  # type: ignore[union-attr]

    return change


def test_each_organisation_is_asked_about_its_measures_and_told_what_it_said_last(project: Path) -> None:
    new_followups(project, 2008)
    last = project / "content/followup/2008/measures.networks-measure.md"
    last.write_text("---\nstatus: stopped\nreason: Ingen tid.\n---\n\n# next\n\nVi börjar om.\n", encoding="utf-8")
    forms = dict(collect_forms(load(project), 2009))
    assert set(forms) == {"kansliet", "polisen", "styrelsen", "council"}
    text = to_text(Package(forms["polisen"]))
    assert "# Uppföljning 2009\n\nPolisen, Exempelby kommun" in text
    assert "## Det ni rapporterade 2008\n\nStatus: stoppat\n\nSkäl: Ingen tid.\n\nNästa steg\n\nVi börjar om." in text
    assert "| Status | Välj i listan |" in text
    assert "Belysning" not in text
    assert all(audit_package(Package(data), "form") == [] for data in forms.values())
    # Headings and labels stay with what follows by their styles; a title is to be seen above its questions.
    above = [one for one in Package(forms["polisen"]).body if paragraph_style(one) == "BodyText"]
    assert [paragraph_text(one) for one in above] == ["Insatsen görs.", "Vi börjar om.", "Projektet samlar städer."]
    assert all(one.find(w("pPr/keepNext")) is not None for one in above)


PROJECT = "content/followup/2009/projects.exchange.md"


def test_the_only_one_who_takes_part_is_asked_about_a_project(project: Path) -> None:
    file = changed(sent(project)["polisen"], answering({"Status": "genomfört"}))
    write_reports(project, given(project, file), "en")
    text = (project / PROJECT).read_text(encoding="utf-8")
    assert "\nstatus: done\n" in text
    assert "\nby: polisen\n" in text


def test_of_several_who_take_part_the_one_is_asked_who_is_to_report(project: Path) -> None:
    record = project / "content/projects/exchange.md"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("[polisen]", "[polisen, kansliet]"), encoding="utf-8")
    assert all("Utbytet" not in to_text(Package(data)) for _, data in collect_forms(load(project), 2009))
    assert [work.id for work in unasked(load(project), 2009)] == ["exchange"]
    report = project / PROJECT
    report.write_text(report.read_text(encoding="utf-8").replace("by:\n", "by: kansliet\n"), encoding="utf-8")
    assert "Utbytet" in to_text(Package(dict(collect_forms(load(project), 2009))["kansliet"]))
    assert unasked(load(project), 2009) == []


def test_of_two_works_with_one_title_nobody_guesses(project: Path) -> None:
    record = project / "content/projects/exchange.md"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("title: Utbytet", "title: Insats för utbyte"), encoding="utf-8")
    file = changed(sent(project)["polisen"], answering({"Status": "pågår"}), without_marks)
    assert refused(project, file) == ["form-no-rows"]


def test_the_state_is_chosen_from_a_list_and_the_rest_is_written_into_boxes(project: Path) -> None:
    body = Package(sent(project)["styrelsen"].read_bytes()).body
    assert len(list(body.iter(w("dropDownList")))) == 1
    assert [item.get(w("displayText")) for item in body.iter(w("listItem"))][:2] == ["genomfört", "pågår"]
    assert len(list(body.iter(w("sdt")))) == 9


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_four_forms_come_back_from_libreoffice(project: Path) -> None:
    forms = sent(project)
    copy = Path(shutil.copy(forms["council"], project / "council (1).docx"))
    changed(forms["kansliet"], answering(ANSWERS))
    changed(forms["polisen"], answering({"Status": "nästan klart"}))
    changed(forms["council"], answering({"Status": "genomfört"}))
    changed(copy, answering({"Status": "stoppat"}))
    changed(forms["styrelsen"], answering(ANSWERS), without_row("Resultat"))
    back = {name: saved_by_libreoffice(file, project) for name, file in {**forms, "copy": copy}.items()}
    assert {*refused(project, back["polisen"])} == {"form-choice"}
    assert {*refused(project, back["council"], back["copy"])} == {"form-returned-twice"}
    assert {*refused(project, back["styrelsen"])} == {"form-lost"}
    assert {*refused(project, *back.values())} == {"form-choice", "form-lost", "form-returned-twice"}
    assert "status:\n" in (project / RECORD).read_text(encoding="utf-8")
    write_reports(project, given(project, back["kansliet"], back["council"]), "en")
    text = (project / RECORD).read_text(encoding="utf-8")
    assert "\nstatus: under-way\n" in text
    assert "\nhours: 120\n" in text
    assert "\nby: kansliet\n" in text
    assert "# done\n\nNio lampor.\n\nMer än \\*tio\\* väntar.\n" in text
    assert "\nreason:\n" in text


def test_boxes_that_nobody_filled_in_are_no_answers(project: Path) -> None:
    forms = sent(project)
    assert given(project, *forms.values()) == []


def test_one_undo_takes_all_back(project: Path) -> None:
    before = (project / RECORD).read_bytes()
    write_reports(project, given(project, changed(sent(project)["kansliet"], answering(ANSWERS))), "en")
    take_back(project)
    assert (project / RECORD).read_bytes() == before


def test_what_the_loader_refuses_is_told_of_the_form(project: Path) -> None:
    file = changed(sent(project)["kansliet"], answering({"Status": "stoppat", "Timmar": "många"}))
    answers = given(project, file)
    with pytest.raises(ContentError) as caught:
        write_reports(project, answers, "en")
    assert any("“Belysning” cannot be written" in fault.message("en") for fault in caught.value.diagnostics)
    assert {(fault.code, fault.location.path) for fault in caught.value.diagnostics} == {
        ("form-text-refused", file.as_posix())
    }
    assert "status:\n" in (project / RECORD).read_text(encoding="utf-8")


def test_a_form_without_marks_is_known_by_its_headings(project: Path) -> None:
    file = changed(sent(project)["kansliet"], answering({"Status": "pågår"}), without_marks)
    assert {answer.asked.work.id for answer in given(project, file)} >= {"lighting"}


def test_an_answer_below_an_unknown_heading_is_told(project: Path) -> None:
    def rename(root: etree._Element) -> None:
        for paragraph in root.iter(P):
            if raw_text(paragraph) == "Belysning":
                run = paragraph.find(R)
                assert run is not None
                run[-1].text = "Lampor"

    file = changed(sent(project)["kansliet"], answering({"Status": "pågår"}), without_marks, rename)
    (note,) = read_answers(project, [file], None).notes
    assert (note.code, note.values["answer"]) == ("form-row-unknown", "pågår")


def test_last_years_form_is_refused_unless_that_year_is_named(project: Path) -> None:
    new_followups(project, 2008)
    file = changed(sent(project, 2008)["kansliet"], answering(ANSWERS))
    assert refused(project, file) == ["form-year"]
    assert given(project, file, year=2008) != []


@pytest.mark.parametrize("is_lost", [False, True])
def test_last_years_form_is_known_without_its_marks(project: Path, is_lost: bool) -> None:
    new_followups(project, 2008)
    file = changed(sent(project, 2008)["kansliet"], answering(ANSWERS), without_marks)
    with ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if is_lost:
        parts["docProps/custom.xml"] = parts["docProps/custom.xml"].replace(b"SafecommDocument", b"Other")
    file.write_bytes(write_parts(parts))
    assert refused(project, file) == ["form-year"]


def test_a_form_of_another_community_is_refused(project: Path) -> None:
    file = changed(sent(project)["kansliet"], answering(ANSWERS))
    for name in ("community.md", "community.en.md"):
        community = project / "content" / name
        text = community.read_text(encoding="utf-8")
        community.write_text(text.replace("\nname: ", "\nname: Nya "), encoding="utf-8")
    assert refused(project, file) == ["form-foreign"]


def test_what_somebody_reported_meanwhile_is_not_written_over(project: Path) -> None:
    file = changed(sent(project)["kansliet"], answering({"Status": "pågår"}))
    record = project / RECORD
    record.write_text(record.read_text(encoding="utf-8").replace("status:\n", "status: done\n"), encoding="utf-8")
    found = read_answers(project, [file], None)
    assert [note.code for note in found.notes] == ["form-answer-kept"]
    assert "lighting" not in {work.id for work in found.by_work}


def test_a_form_that_comes_back_again_changes_nothing(project: Path) -> None:
    file = changed(sent(project)["kansliet"], answering(ANSWERS))
    write_reports(project, given(project, file), "en")
    assert given(project, file) == []


def test_the_command_makes_the_forms_shows_the_answers_and_asks(project: Path) -> None:
    def run(*arguments: str, answer: str = "") -> str:
        result = CliRunner().invoke(cli, ["collect", *arguments, "--project", str(project)], input=answer)
        assert result.exit_code == 0, result.output
        return result.output

    assert "kansliet.docx" in run("--year", "2009")
    file = project / "build/collect/2009/polisen.docx"
    changed(file, answering(ANSWERS))
    record = project / "content/followup/2009/measures.networks-measure.md"
    assert "    Status: pågår\n" in run(str(file), answer="n\nn\n")
    assert "\nstatus:\n" in record.read_text(encoding="utf-8")
    assert "measures.networks-measure.md" in run(str(file), answer="\nn\n")
    assert "\nstatus: under-way\n" in record.read_text(encoding="utf-8")
