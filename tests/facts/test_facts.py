"""A district with facts of every kind: read, refused where two say different things, printed, compared."""

import datetime
from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.changes.change_lines import label
from safecomm.changes.compare import compare
from safecomm.changes.facts import ContentSnapshot
from safecomm.content.load import load
from safecomm.content.vocabulary import CommunityKind, FigureStatus, OrganisationKind, StatisticsSubject
from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.editing.rename import rename
from safecomm.labels import Labels
from safecomm.rules.all_rules import check
from tests.bilingual import DOCUMENTS
from tests.changed_content import change
from tests.test_broken import broken_project

HERE = Path(__file__).parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return broken_project(HERE, tmp_path)


def found(project: Path) -> list[Diagnostic]:
    try:
        return [finding.diagnostic for finding in check(load(project), "sv")]
    except ContentError as fault:
        return fault.diagnostics


def test_all_of_it_is_read(project: Path) -> None:
    records = load(project).records["en"]
    community, council = records.community, records.council
    assert (community.kind, community.county, community.code) == (CommunityKind.DISTRICT, None, None)
    assert [figure.date for group in community.facts for figure in group.figures] == [
        datetime.date(2007, 1, 1),
        2006,
        2006,
    ]
    assert [event.date for event in community.events] == [2004, datetime.date(2005, 5, 9)]
    assert (council.formed, council.chair, council.meetings) == (2004, "the chair of the District Board", 4)
    assert [member.organisation for member in council.members] == ["polisen", None]
    assert [resource.year for resource in council.resources] == [2007, 2008, 2008]
    assert [group.criterion for group in records.groups.values()] == ["programmes", None]
    assert records.organisations["sjukhuset"].kind is OrganisationKind.HOSPITAL
    falls = records.statistics["falls"]
    assert falls.subject is StatisticsSubject.INJURIES
    assert [row.status for row in falls.rows][2:4] == [FigureStatus.SUPPRESSED, FigureStatus.PRELIMINARY]
    assert [not row.line for row in falls.rows] == [False, False, False, True, False]


def test_nothing_is_missing_in_it(project: Path) -> None:
    assert found(project) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("community.md", "        value: 2 410\n", "", "not-one-of"),
        ("community.md", "date: 2006\n", "date: våren\n", "not-a-date-or-year"),
        ("community.md", "    date: 2004\n", "", "missing-key"),
        ("council.md", "organisation: polisen", "organisation: polsen", "unknown-reference"),
        ("council.md", "  - name: {sv: Ung", "  - organisation: polisen\n    name: {sv: Ung", "not-one-of"),
        ("groups.yaml", "organisation: hemtjansten", "organisation: hemtjanst", "unknown-reference"),
        ("groups.yaml", "criterion: programmes", "criterion: program", "unknown-reference"),
        ("organisations.yaml", "shares_responsibility: true", "shares_responsibility: false", "unused-organisation"),
        (
            "organisations.yaml",
            "in_text: {sv: polisen, en: the Police}",
            "in_text: {sv: polisen}",
            "untranslated-field",
        ),
        ("statistics/falls.csv", "2008-12-31;;;;;Länet;", "2008-12-31;;;;;;", "csv-year"),
        ("statistics/falls.csv", "date;sex", "date;gender", "csv-header"),
        ("statistics/falls.csv", "date;sex", "date;year", "csv-header"),
        ("statistics/falls.csv", ";female;", ";kvinnor;", "unknown-value"),
        ("statistics/falls.csv", "suppressed", "hemlig", "unknown-value"),
    ],
)
def test_what_is_wrong_is_told(project: Path, path: str, old: str, new: str, code: str) -> None:
    change(project, path, old, new)
    told = found(project)
    assert {(fault.code, fault.location.path) for fault in told} == {(code, f"content/{path}")}
    assert all(fault.location.line for fault in told)


def test_figures_about_something_else_are_no_injury_figures(project: Path) -> None:
    (project / "content/statistics/injuries.yaml").unlink()
    (project / "content/statistics/injuries.csv").unlink()
    change(project, "objectives.yaml", "  statistics: injuries\n", "")
    change(project, "statistics/falls.yaml", "subject: injuries", "subject: perceived-safety")
    assert [fault.code for fault in found(project)] == ["no-injury-figures"]
    change(project, "statistics/falls.yaml", "criteria: [injury_documentation]\n", "")
    assert {fault.code for fault in found(project)} == {"no-injury-figures", "statistics-support-nothing"}


def test_it_is_printed_in_both_languages(project: Path) -> None:
    twins = {made.document.stem: made.twin for made in build(project, DOCUMENTS, False, None).built}
    swedish, english = twins["application.sv"], twins["application.en"]
    groups = [line.partition(": ")[2] for line in swedish.splitlines() if " i siffror: " in line]
    assert groups == ["Areal", "Arbete"]
    assert "över 1 300" in swedish
    assert "over 1 300" in english
    # A country without counties and codes has no line for them.
    assert "| Län |" not in swedish
    assert "i samverkan med polisen" in swedish
    assert "samt företrädare för polisen." in twins["programme.sv"]
    assert "representatives of the Police." in english


def test_the_difference_is_told_by_record(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = broken_project(HERE, tmp_path_factory.mktemp("new"))
    change(other, "community.md", "value: 2 410", "value: 2 500")
    change(other, "council.md", "value: 0.5", "value: 0.75")
    change(other, "groups.yaml", "{sv: sammankallande, en: convenor}", "{sv: ledare, en: convenor}")
    change(other, "statistics/falls.csv", ";41;", ";40;")
    labels = Labels(project, "sv")
    changes = compare(*(ContentSnapshot(load(folder), labels) for folder in (project, other)))
    told = [
        (label(record.kind, field.path, labels), field.old, field.new)
        for record in changes.records
        for field in record.fields
    ]
    assert told == [
        ("fakta, Arbete, uppgifter, Pendlare ut ur bygden, värde", ("2\u00a0410",), ("2\u00a0500",)),
        ("resurser, Samordnare, 2007, värde", ("0,5",), ("0,75",)),
        ("medlemmar, hemtjansten, roll", ("sammankallande",), ("ledare",)),
        ("värden, 2007-12-31, female, 65+, fall, home, värde", ("41",), ("40",)),
    ]


def test_an_id_inside_a_list_of_members_is_renamed(project: Path) -> None:
    rename(project, "polisen", "narpolisen")
    records = load(project).records["sv"]
    assert records.council.members[0].organisation == "narpolisen"
    rename(project, "hemtjansten", "hemvarden")
    assert load(project).records["sv"].groups["fallgruppen"].members[0].organisation == "hemvarden"
