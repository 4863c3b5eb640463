"""The follow-ups of a year are begun for all at once, with what was said before, and go where their measure goes."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safecomm.cli.main import cli
from safecomm.content.load import load
from safecomm.content.vocabulary import FollowupStatus
from safecomm.editing.fields import FieldEdit, edit_fields
from safecomm.editing.rename import rename
from safecomm.editing.translated import confirm
from tests.editing.test_new import state
from tests.editing.test_schema import rejected
from tests.followup.project import followed_project
from tests.test_broken import diagnostics

OF_2016 = "content/followup/2016"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return followed_project(tmp_path / "project")


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--project", str(project)], catch_exceptions=False)


def test_each_measure_and_project_gets_a_file_and_none_is_written_over(project: Path) -> None:
    before = state(project)
    assert run(project, "new", "followup", "2015").exit_code == 0
    after = state(project)
    records = load(project).records["sv"]
    works = {f"measures.{id_}" for id_ in records.measures} | {f"projects.{id_}" for id_ in records.projects}
    written = {name.rpartition("/")[2] for name in after if name not in before and "/followup/" in name}
    had = {name.rpartition("/")[2] for name in before if "/followup/2015/" in name and ".en." not in name}
    assert written | had == {f"{work}.md" for work in works}
    assert written & had == set()
    assert {name: after[name] for name in before} == before
    assert "alla insatser och projekt har en uppföljning av 2015" in run(project, "new", "followup", "2015").output


def test_what_was_reported_last_stands_in_comments(project: Path) -> None:
    run(project, "new", "followup", "2016")
    text = (project / OF_2016 / "measures.hembesok.md").read_text(encoding="utf-8")
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    assert "\n# Det som rapporterades 2015:\n#   status: under-way\n#   by: aldreforvaltningen\n" in front
    assert "#   # done\n#\n#   Trettioåtta besök efter fall." in front
    assert "Trettioåtta" not in body
    assert "2014" not in front
    # Of what was left empty, an earlier year says more.
    letter = (project / OF_2016 / "measures.brev.md").read_text(encoding="utf-8")
    assert "Det som rapporterades" not in letter
    assert "Det som rapporterades 2014:" in (project / OF_2016 / "measures.kunskap.md").read_text(encoding="utf-8")


def test_a_new_follow_up_says_nothing_and_lacks_nothing(project: Path) -> None:
    before = diagnostics(project)
    run(project, "new", "followup", "2016")
    assert diagnostics(project) == before
    assert list(rejected(project)) == []
    assert not any(2016 in years for years in load(project).records["sv"].reports.values())


def test_it_is_filled_in_where_it_stands(project: Path) -> None:
    run(project, "new", "followup", "2016")
    id_ = "2016/measures.brev"
    edit_fields(
        project,
        [
            FieldEdit("followup", id_, ("status",), "done"),
            FieldEdit("followup", id_, ("done",), "Brevet är skickat."),
            FieldEdit("followup", id_, ("done",), "The letter is sent.", "en"),
        ],
    )
    confirm(project, [project / OF_2016 / "measures.brev.en.md"])
    records = load(project).records
    assert records["en"].reports["measures", "brev"][2016].status is FollowupStatus.DONE
    assert diagnostics(project) == diagnostics(followed_project(project.parent / "same"))


def test_what_is_no_year_is_refused(project: Path) -> None:
    before = state(project)
    result = run(project, "new", "followup", "förra")
    assert (result.exit_code, "”förra” är inget år" in result.output) == (2, True)
    assert state(project) == before


def test_the_follow_ups_of_a_renamed_measure_go_with_it(project: Path) -> None:
    run(project, "schema", "--write")
    rename(project, "measures/gangbana", "skolvag")
    names = {name for name in state(project) if "gangbana" in name or "skolvag" in name}
    years = [f"content/followup/{year}/measures.skolvag" for year in (2014, 2015)]
    assert names == {f"{name}{end}" for name in (*years, "content/measures/skolvag") for end in (".md", ".en.md")}
    assert sorted(load(project).records["sv"].reports["measures", "skolvag"]) == [2014, 2015]
    ids = (project / "content" / ".schemas" / "ids.json").read_text(encoding="utf-8")
    assert "2015/measures.skolvag" in ids
    assert "gangbana" not in ids


def test_a_report_that_is_compared_or_reviewed_goes_by_its_name(project: Path) -> None:
    before = followed_project(project.parent / "before")
    edit_fields(project, [FieldEdit("followup", "2015/measures.hembesok", ("hours",), "12")])
    said = run(project, "diff", str(before)).output
    assert "Uppföljningen av 2015/measures.hembesok: timmar" in " ".join(said.split())
