"""The follow-up of a year says of each measure and project how it stands, or that nobody has said so."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safecomm.build import build
from safecomm.catalogue import documents_matching
from safecomm.cli.main import cli
from safecomm.content.load import load
from safecomm.content.vocabulary import FollowupStatus
from safecomm.diagnostic import ContentError
from safecomm.documents.edition import Edition
from safecomm.documents.followup import followup_view
from safecomm.documents.followup_views import Course, StateCounts, StateView
from safecomm.documents.indicators import course
from safecomm.documents.views import FollowupView
from safecomm.rules.all_rules import questions_of
from tests.changed_content import change
from tests.followup.project import followed_project

DONE, UNDER_WAY = FollowupStatus.DONE, FollowupStatus.UNDER_WAY


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return followed_project(tmp_path / "project")


def view(project: Path, part: str = "", language: str = "sv") -> FollowupView:
    return followup_view(Edition(load(project), language, part=part))


def twin(project: Path, name: str, *, final: bool = False) -> str:
    return build(project, documents_matching(name, load(project).languages), final, None).built[0].twin


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--project", str(project)], catch_exceptions=False)


def numbers(counts: StateCounts) -> list[int]:
    """Done, under way, not started, stopped, cannot be judged, not reported; known, and all."""
    return [*(count.number for count in counts.counts), counts.known, counts.all]


def test_each_measure_and_project_counts_once_and_year_stands_against_year(project: Path) -> None:
    made = view(project)
    assert made.year == "2015"
    assert numbers(made.counts) == [3, 3, 0, 1, 0, 4, 7, 11]
    assert [(one.year, numbers(one.counts)) for one in made.years] == [
        ("2014", [2, 1, 1, 0, 1, 6, 5, 11]),
        ("2015", [3, 3, 0, 1, 0, 4, 7, 11]),
    ]
    of_areas = [numbers(area.counts) for area in made.areas]
    assert [sum(column) for column in zip(*of_areas, strict=True)] == numbers(made.counts)
    assert [len(area.works) for area in made.areas] == [area.counts.all for area in made.areas]


def test_what_is_over_needs_no_new_report_and_what_could_not_be_judged_does(project: Path) -> None:
    states = {str(work.title): work.states for area in view(project).areas for work in area.works}
    assert states["Broddar till alla över 75"] == (StateView("2014", DONE, None), StateView("2015", DONE, "2014"))
    assert states["Kunskapsbank"][1] == StateView("2015", None, None)
    assert states["Gångbana till skolan"] == (StateView("2014", UNDER_WAY, None), StateView("2015", DONE, None))


def test_an_earlier_year_knows_nothing_of_what_came_later(project: Path) -> None:
    made = view(project, "2014")
    assert [one.year for one in made.years] == ["2014"]
    assert made.objectives[0].now
    assert (made.objectives[0].now.value, made.objectives[0].now.when) == ("40", "2014")
    text = twin(project, "followup.2014.sv")
    assert "Vägverket har godkänt ritningarna" in text
    assert "Gångbanan öppnades" not in text


@pytest.mark.parametrize("name", ["followup.2015.sv", "followup.2015.en", "followup.2015-network.en"])
def test_no_share_of_states_is_ever_told(project: Path, name: str) -> None:
    text = twin(project, name)
    assert not any(sign in text for sign in ("%", "procent", "per cent", "delvis", "partly"))


def test_every_measure_stands_with_its_decided_wording_and_its_state_in_words(project: Path) -> None:
    text = twin(project, "followup.2015.sv")
    assert "Läge: stoppat (Pengarna gick till gångbanan.) · Ansvarig: Högskolan i norr" in text
    assert "Beslutad lydelse:\n\n> Invånarna får frågor om vägar och hem." in text
    assert "> En livlina hängs upp vid varje brygga.\n\nIngen har rapporterat." in text
    assert "Rapporterat av: Äldreförvaltningen · Datum: 2015\u201111\u201130 · Besök:\u00a038" in text
    listed = text.partition("# Det som ingen har rapporterat")[2]
    assert "- Kunskapsbank (Högskolan i norr)" in listed
    assert "- Brev till grannarna (Trygghetsrådet)" in listed
    assert "Trygg skog" not in listed


def test_the_network_is_told_what_was_done_and_not_what_it_took(project: Path) -> None:
    text = twin(project, "followup.2014-network.en")
    assert text.count("# Yearly report 2014 to the Safe Community network") == 1
    assert "Number in the network\t999" in text
    assert "The network of safe communities (Network · from 2009)" in text
    assert "Two in three said afterwards that they go out more often in winter." in text
    assert "18,500" not in text
    assert "Nobody came in the northern valley." not in text
    assert "18,500" in twin(project, "followup.2014.en")


@pytest.mark.parametrize(
    ("subject", "target", "expected"),
    [
        ("injuries", 49, Course.REACHED_UNCLEAR),
        ("injuries", 20, Course.UNCLEAR),
        ("population", 49, Course.REACHED),
        ("population", 20, Course.TOWARDS),
        ("population", 70, Course.AWAY),
        ("other", 49, Course.REACHED_UNCLEAR),
        ("other", 20, None),
    ],
)
def test_a_figure_goes_some_way_only_where_that_is_certain(
    project: Path, subject: str, target: int, expected: Course | None
) -> None:
    change(project, "objectives.yaml", "value: 49", f"value: {target}")
    change(project, "statistics/fallskador.yaml", "subject: injuries", f"subject: {subject}")
    edition = Edition(load(project), "sv")
    assert course(edition, edition.records.objectives["farre-fall"], 2015) is expected
    assert course(edition, edition.records.objectives["trygg-vag"], 2015) is None


def test_nothing_is_told_over_a_year_from_which_something_else_is_counted(project: Path) -> None:
    change(project, "statistics/fallskador.yaml", "criteria:", "breaks:\n  - {year: 2015, text: Nytt.}\ncriteria:")
    edition = Edition(load(project), "sv")
    assert course(edition, edition.records.objectives["farre-fall"], 2015) is None
    assert course(edition, edition.records.objectives["farre-fall"], 2014) is Course.REACHED_UNCLEAR


def test_what_nobody_has_reported_stops_the_final_follow_up_of_that_year_alone(project: Path) -> None:
    with pytest.raises(ContentError) as refused:
        twin(project, "followup.2015.sv", final=True)
    told = {fault.values["name"]: fault for fault in refused.value.diagnostics if fault.code == "not-reported"}
    assert told.keys() == {"measures.livlinor", "measures.kunskap", "measures.arbetsskador", "measures.brev"}
    assert {fault.values["year"] for fault in told.values()} == {"2015"}
    twin(project, "application.sv", final=True)


def test_the_latest_report_stands_beside_the_measure_and_with_the_evaluation(project: Path) -> None:
    text = twin(project, "application.sv")
    assert "Uppföljning 2014: genomfört\n\nTvå av tre sade efteråt att de går ut oftare på vintern." in text
    assert "Uppföljning 2014: kan inte bedömas (Högskolan har inte räknat besöken.)" in text
    evaluation = text.partition("## Senaste uppföljning")[2]
    assert "| Gångbana till skolan | 2015 | genomfört<br>Inget barn går längre på körbanan" in evaluation
    assert "| Hel på isen | 2014 | genomfört<br>Ingen som deltog har fallit. |" in evaluation


def test_recommendations_stand_with_their_answers_in_a_renewal(project: Path) -> None:
    answered = "    answer: {sv: Akuten skriver in dem., en: The emergency department records them.}\n"
    given = "  - year: 2009\n    text: {sv: Räkna skadorna., en: Count the injuries.}\n" + answered
    given += "  - year: 2009\n    text: {sv: Fråga barnen., en: Ask the children.}\n"
    change(project, "application.md", "network_number:", f"recommendations:\n{given}network_number:")
    text = twin(project, "application.en")
    assert "| 2009 | Count the injuries. | The emergency department records them. |" in text
    assert "| 2009 | Ask the children. | not answered |" in text
    assert "recommendation-unanswered" in run(project, "status", "--format", "json").output


def test_a_community_that_has_never_reported_can_say_so(project: Path) -> None:
    for file in (project / "content" / "followup").rglob("*.md"):
        file.unlink()
    made = view(project)
    assert (made.year, made.counts.known, len(made.unreported)) == ("2014", 0, 11)
    assert "Uppföljning 20" not in twin(project, "application.sv")


def test_what_the_network_knows_of_nobody_has_no_chapter(project: Path) -> None:
    """Solna tells nothing of itself and the network yet."""
    assert "# In the network" in twin(project, "followup.2014-network.en")
    assert "# In the network" not in twin(Path(__file__).parents[2], "followup.2009-network.en")


def test_the_command_names_year_and_network(project: Path) -> None:
    assert "followup.2015-network.sv.docx" in run(project, "build", "followup", "--year=2015", "--for=network").output
    assert "followup.network.en.docx" in run(project, "build", "followup", "--for=network").output
    assert "[unknown-part]" in run(project, "build", "followup", "--year=2031").output
    assert "followup" not in run(project, "build").output
    assert run(project, "build", "application", "--year=2015").exit_code == 2


def test_the_status_knows_how_old_the_latest_report_is(project: Path) -> None:
    said = " ".join(run(project, "status").output.split())
    assert "Senast för 2015: läget är känt för 7 av 11 insatser och projekt. Den senaste rapporten är från" in said
    change(project, "application.md", "date: 2014-09-01", "date: 2019-09-01")
    asked = {found.diagnostic.code for found in questions_of(load(project), "sv")}
    assert {"followup-old", "status-outdated"} <= asked
