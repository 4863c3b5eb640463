"""What a certifier may ask: each question when there is reason to, and none when it is answered."""

from pathlib import Path

import pytest

from safecomm.content.load import load
from safecomm.rules.all_rules import ASKED_CODES, application_gaps, check, questions_of
from tests.test_broken import CASES, HERE, broken_project

COUNCIL = """\
formed: 2006
chair: Kommunstyrelsens ordförande
meetings: 4
reports_to: styrelsen
members:
- organisation: polisen
  role: {sv: närpolischef, en: local police chief}
resources:
- name: {sv: Samordnare, en: Coordinator}
  year: 2008
  value: 20
  unit: {sv: timmar i veckan, en: hours a week}
"""
OBJECTIVE = "mer-ljus:\n  text: {sv: Fler ska känna sig trygga., en: More people shall feel safe.}\n"
NETWORK = "nordic:\n  name: {sv: Nordiska nätverket, en: Nordic network}\n  kind: network\n"
REFERENCE = "handbook:\n  title: Handbook of safety\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return broken_project(HERE / "good", tmp_path)


def asked(project: Path, language: str = "sv") -> dict[str, str]:
    """Each question's code, and what it says."""
    return {
        finding.diagnostic.code: finding.diagnostic.message(language)
        for finding in questions_of(load(project), language)
    }


def write(project: Path, name: str, text: str) -> None:
    file = project / "content" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


def add_fields(project: Path, name: str, fields: str) -> None:
    text = (project / "content" / name).read_text(encoding="utf-8")
    write(project, name, text.replace("---\n", f"---\n{fields}", 1))


def test_who_leads_the_work_and_with_what(project: Path) -> None:
    lacking = "”formed”, ”chair”, ”meetings”, ”reports_to”, ”members”"
    assert asked(project)["council-incomplete"].endswith(lacking)
    assert "no-resources" in asked(project)
    add_fields(project, "council.md", COUNCIL)
    assert not {"council-incomplete", "no-resources"} & asked(project).keys()


def test_injury_figures_are_asked_for_by_whom_and_what(project: Path) -> None:
    assert "sexes-not-told" in asked(project)
    write(project, "statistics/injuries.csv", "year;sex;value\n2008;female;10\n2008;male;11\n")
    told = asked(project)
    assert told["injury-figures-undivided"].endswith("”age”, ”cause”, ”place”")
    assert "sexes-not-told" not in told
    write(project, "statistics/injuries.csv", "year;sex;age;cause;place;value\n2008;female;65+;fall;hem;10\n")
    assert "injury-figures-undivided" not in asked(project)


def test_an_objective_wants_measures(project: Path) -> None:
    write(project, "objectives.yaml", OBJECTIVE)
    assert asked(project, "en")["objective-without-measures"].endswith("“More people shall feel safe.”")
    add_fields(project, "measures/lighting.md", "objectives: [mer-ljus]\n")
    assert "objective-without-measures" not in asked(project)


def test_a_network_wants_its_years(project: Path) -> None:
    write(project, "networks.yaml", NETWORK)
    assert "”Nordiska nätverket”" in asked(project)["network-undated"]
    write(project, "networks.yaml", f"{NETWORK}  period: 2006-\n")
    assert "network-undated" not in asked(project)


def test_the_application_cites_something(project: Path) -> None:
    assert "no-references" in asked(project)
    write(project, "references.yaml", REFERENCE)
    assert "no-references" not in asked(project)


def test_a_renewal_tells_who_designates_it(project: Path) -> None:
    add_fields(project, "application.md", "kind: renewal\ndesignations:\n- year: 2004\n")
    told = asked(project)["renewal-details-missing"]
    assert told.endswith("”certifier”, ”network_number”, ”designations.certifier”")
    assert "renewal-details-missing" not in asked(broken_project(HERE / "good", project.parent / "first"))


def test_messages_call_a_criterion_as_its_set_does(tmp_path: Path) -> None:
    project = broken_project(HERE / "broken" / "criterion-without-evidence", tmp_path)
    application = (project / "content" / "application.md").read_text(encoding="utf-8")
    write(project, "application.md", application.replace("sc6-2002", "nz6-2016"))
    (gap,) = (gap for gap in check(load(project), "en") if gap.diagnostic.code == "criterion-without-evidence")
    assert gap.diagnostic.message("en").startswith("principle ")


@pytest.mark.parametrize("case", CASES)
def test_every_gap_of_the_application_has_words_in_every_language(case: str, tmp_path: Path) -> None:
    """A language that safecomm does not speak has them in its phrases, which `phrases check` compares with these."""
    if (HERE / "broken" / case / "messages.txt").read_text(encoding="utf-8").count(": fel: "):
        return
    gaps = application_gaps(load(broken_project(HERE / "broken" / case, tmp_path)), "sv")
    assert {gap.diagnostic.code for gap in gaps} <= set(ASKED_CODES)
