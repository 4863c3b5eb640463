"""The chapters before the criteria: what they derive follows from the content, and what it lacks leaves no trace."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.catalogue import documents_matching, phrases_file
from safecomm.content.load import load
from safecomm.content.records import Organisation
from safecomm.documents.aims import aims_view
from safecomm.documents.appendices import attachment_views, glossary, question_views, reference_views
from safecomm.documents.community import community_view, density, growth
from safecomm.documents.edition import Edition
from safecomm.documents.figure_views import LevelView
from safecomm.documents.front_views import (
    DesignationView,
    FigureView,
    GrowthView,
    IssueView,
    LeaderView,
    MemberView,
    Milestone,
)
from safecomm.documents.history import history_view, renewal_view
from safecomm.documents.organisation import organisation_view
from safecomm.documents.work_views import Parties
from safecomm.figures.trend import Direction
from safecomm.labels import Labels
from safecomm.markdown.traversal import paragraph_texts
from safecomm.word.sandbox import read_phrases_file
from tests.changes.drafts import Edit, replaced
from tests.test_broken import HERE

NZ, NB = HERE / "communities" / "nz", HERE / "communities" / "nb"


@pytest.fixture(scope="module")
def nz() -> Edition:
    return Edition(load(NZ), "en")


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Edition]:
    """The district with edits."""

    def change(*edits: Edit) -> Edition:
        project = shutil.copytree(NZ, tmp_path / "project")
        for edit in edits:
            edit(project)
        return Edition(load(project), "en")

    return change


def twin_of(project: Path) -> str:
    """The English application as text."""
    return build(project, documents_matching("application.en", load(project).languages), False, None).built[0].twin


def test_growth_is_between_the_first_figure_and_the_last(nz: Edition) -> None:
    assert growth(nz) == GrowthView("2006", "2016", Direction.ROSE, "8,886", "20.7")


@pytest.mark.parametrize(
    ("last", "made"),
    [
        ("42834", GrowthView("2006", "2016", Direction.SAME, "0", "0.0")),
        ("42813", GrowthView("2006", "2016", Direction.FELL, "21", "0.0")),
        ("42812", GrowthView("2006", "2016", Direction.FELL, "22", "0.1")),
        ("", GrowthView("2006", "2013", Direction.ROSE, "7,155", "16.7")),
    ],
)
def test_growth_has_one_decimal(changed: Callable[..., Edition], last: str, made: GrowthView) -> None:
    assert growth(changed(replaced("statistics/inhabitants.csv", "51720", last))) == made


@pytest.mark.parametrize(
    ("area", "value"), [("2219.5", "23"), ("5172", "10"), ("5173", "10.0"), ("103440", "0.5"), ("0", None)]
)
def test_density_is_whole_from_ten(changed: Callable[..., Edition], area: str, value: str | None) -> None:
    made = density(changed(replaced("community.md", "2219.5", area)))
    assert (made and made.value) == value


def test_density_wants_an_area_in_square_kilometres(changed: Callable[..., Edition], nz: Edition) -> None:
    made = density(nz)
    assert made is not None
    assert made.area == "Land area"
    assert density(changed(replaced("community.md", "unit: km²", "unit: hectares"))) is None


def test_objectives_tell_how_far_they_have_come(nz: Edition) -> None:
    table = aims_view(nz).objectives
    assert [(row.start, row.target, row.now) for row in table.rows] == [
        (LevelView("5,310", "2016"), LevelView("4,780", "2020"), LevelView("5,310", "2016")),
        (LevelView("3", "2016"), LevelView("0", "2020"), LevelView("3", "2016")),
        (LevelView("61.5", "2015"), LevelView("70", "2019"), None),
    ]
    assert table.rows[1].decided_by == "Board"
    assert (table.measured, table.started, table.targeted, table.followed, table.decided) == (True,) * 5


def test_issues_count_the_work_that_names_them(nz: Edition) -> None:
    aims = aims_view(nz)
    assert aims.issues == (IssueView("Road safety", 2), IssueView("Falls", 2), IssueView("Safety in the water", 2))
    assert aims.counted


def test_a_column_that_would_be_empty_is_left_out(tmp_path: Path) -> None:
    project = shutil.copytree(NZ, tmp_path / "project")
    file = project / "content" / "objectives.yaml"
    kept = (line for line in file.read_text(encoding="utf-8").splitlines(keepends=True) if "indicator" not in line)
    file.write_text("".join(kept), encoding="utf-8")
    twin = twin_of(project)
    assert "| Objective | Start | Target | Latest figure | Decided by |" in twin
    assert "| Objective | Indicator |" in twin_of(NZ)


def test_the_timeline_has_all_that_is_dated_in_order(nz: Edition) -> None:
    assert [(row.when, row.milestone) for row in history_view(nz).timeline] == [
        ("2009", Milestone.EVENT),
        ("from 2009", Milestone.NETWORK),
        ("20\u00a0May 2009", Milestone.COUNCIL),
        ("18\u00a0November 2011", Milestone.EVENT),
        ("2013–2014", Milestone.NETWORK),
        ("2015", Milestone.NETWORK),
        ("13\u00a0April 2015", Milestone.DOCUMENT),
        ("6\u00a0February 2017", Milestone.PROGRAMME),
    ]


def test_what_the_community_tells_itself_is_told_once(changed: Callable[..., Edition]) -> None:
    """The start of the work and the designation are known by their years."""
    events = replaced("community.md", "    date: 2009\n", "    date: 2008\n")
    rows = [row.milestone for row in history_view(changed(events)).timeline]
    assert Milestone.STARTED in rows
    assert Milestone.DESIGNATION not in rows


def test_nobody_is_called_designated_without_a_certifier(changed: Callable[..., Edition]) -> None:
    event = (
        "  - text: Kahurangi was designated a Safe Community.\n    date: 2011-11-18\n    source: Minutes of the Board\n"
    )
    unknown = replaced("application.md", "{year: 2011, certifier: Safe Communities Foundation}", "{year: 2011}")
    edition = changed(replaced("community.md", event, ""), unknown)
    assert Milestone.DESIGNATION not in [row.milestone for row in history_view(edition).timeline]
    renewal = renewal_view(edition)
    assert renewal is not None
    assert renewal.designations == (DesignationView("2011", None),)


def test_a_first_application_has_no_renewal() -> None:
    assert renewal_view(Edition(load(NB), "nb")) is None


def test_those_who_answer_for_most_measures_stand_first(nz: Edition) -> None:
    leaders = organisation_view(nz).leaders
    assert leaders[0] == LeaderView("Community Team", ("A safer crossing", "Handrails", "Farm visits"), (2, 3))
    assert [len(leader.measures) for leader in leaders] == [3, 1, 1, 1, 1, 1]


def test_the_council_and_its_groups(nz: Edition) -> None:
    organisation = organisation_view(nz)
    assert organisation.council.members == (
        MemberView("New Zealand Police", "deputy chair"),
        MemberView("A. Rewi", "speaker for young people"),
    )
    assert organisation.council.reports_to == "Kahurangi District Council"
    assert [(group.name, group.criterion) for group in organisation.groups.rows] == [
        ("Road safety group", 2),
        ("Farm safety group", None),
    ]
    assert organisation.responsible == ("St Aidan’s Church",)
    assert organisation.participation == ("Open meetings of the Board",)
    assert [(row.year, row.value) for row in organisation.resources.rows] == [
        ("2016", "0.8"),
        ("2017", "1"),
        ("2017", "lent by the library"),
    ]


def test_what_the_application_cites_and_has_with_it(nz: Edition) -> None:
    (reference,) = reference_views(nz)
    assert (reference.title, reference.author, reference.year) == ("Safe districts in practice", "A. Berg", "2012")
    assert {str(view.title): view.present for view in attachment_views(nz)}["Letter from the police"] is False


def test_the_questions_of_a_form_stand_by_their_numbers(nz: Edition) -> None:
    first, second = question_views(nz)
    assert (first.number, second.number) == ("1.9", "1.10")
    assert second.answer is not None
    assert list(paragraph_texts(second.answer.blocks)) == ["The Safe Community board leads it. See A safer crossing."]


def test_names_stand_beside_each_other_where_they_differ() -> None:
    content = load(NB)
    there, here = glossary(Edition(content, "nb")), glossary(Edition(content, "en"))
    assert there is not None
    assert here is not None
    assert (there.language, here.language) == ("engelsk", "Norwegian Bokmål")
    pairs = [(term.here, *paragraph_texts(term.there.blocks)) for term in here.organisations]
    assert ("The police", "Politiet") in pairs
    assert [(other, name) for name, other in pairs] == [
        (term.here, *paragraph_texts(term.there.blocks)) for term in there.organisations
    ]


def test_terms_of_its_own_stand_in_the_glossary() -> None:
    view = glossary(Edition(load(NB), "nb"))
    assert view is not None
    assert [(term.here, *paragraph_texts(term.there.blocks)) for term in view.terms] == [
        ("tiltak", "measure"),
        ("kaivandring", "quay walk"),
    ]


def test_a_project_in_one_language_has_no_names_in_another(nz: Edition) -> None:
    assert glossary(nz) is None


def test_the_title_page_shows_the_picture(nz: Edition) -> None:
    assert community_view(nz).picture is not None
    twin = twin_of(NZ)
    assert twin.index("A shield with a white cross") < twin.index("# Application for renewed designation")


@pytest.mark.parametrize(
    ("language", "district", "municipality"),
    [("sv", "Distriktet", "Kommunen"), ("nb", "Distriktet", "Kommunen")],
)
def test_the_usual_words_are_those_of_the_kind_of_community(language: str, district: str, municipality: str) -> None:
    assert Labels(HERE.parent, language, {"kind": "district"}).subject("community") == district
    assert Labels(HERE.parent, language).subject("community") == municipality
    own = {"kind": "district", "community": "bygden"}
    assert Labels(HERE.parent, language, own).subject("community") == "Bygden"


def test_labels_speak_of_the_council_as_the_community_does() -> None:
    assert Labels(HERE.parent, "en", {"group": "the Board"}).field(Organisation, "council") == "On the Board"


def test_what_a_project_lacks_leaves_no_trace() -> None:
    """The good project has next to nothing of what may be told; renewals print all of it."""
    lacking = headings(twin_of(HERE / "good"))
    assert not any(title.endswith(("Since the last designation", "References", "Attachments")) for title in lacking)
    told = " ".join(headings(twin_of(NZ)))
    assert all(title in told for title in ("Since the last designation", "References", "Objectives", "Working groups"))


def headings(twin: str) -> list[str]:
    return re.findall("^#+ (.*)$", twin, re.MULTILINE)


@pytest.mark.parametrize(("language", "shown"), [("en", "62%"), ("sv", "62\u00a0%"), ("nb", "62\u00a0%")])
def test_a_number_stays_with_its_unit_and_in_english_with_its_per_cent(language: str, shown: str) -> None:
    phrases = read_phrases_file(phrases_file(HERE.parent / "templates", language))
    per_cent = FigureView("Women", "62", "%", "2008", None)
    assert phrases.figure_with_unit(per_cent) == shown
    assert phrases.figure_with_unit(per_cent._replace(unit="km²")) == "62\u00a0km²"
    assert phrases.figure_with_year(per_cent) == "62\u00a0(2008)"


@pytest.mark.parametrize(
    ("language", "sentence", "cell"),
    [
        ("sv", "samtliga i Rådet samt A och B", "Samtliga i Rådet; A; B"),
        ("en", "all members of the Rådet and A and B", "All members of the Rådet; A; B"),
        ("nb", "alle i Rådet samt A og B", "Alle i Rådet; A; B"),
    ],
)
def test_in_a_cell_of_a_table_names_make_no_sentence(language: str, sentence: str, cell: str) -> None:
    phrases = read_phrases_file(phrases_file(HERE.parent / "templates", language))
    parties = Parties(("A", "B"), "Rådet")
    assert (phrases.parties(parties), phrases.parties(parties, True)) == (sentence, cell)
