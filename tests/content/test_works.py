"""A harbour town that uses what works, criteria and values can say beside the usual: read, translated and printed."""

import shutil
from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.changes.compare import compare
from safecomm.changes.facts import ContentSnapshot
from safecomm.content.load import load
from safecomm.documents.coverage import coverage
from safecomm.documents.edition import Edition
from safecomm.documents.partners import partner_views
from safecomm.editing.rename import rename
from safecomm.editing.translated import confirm
from safecomm.labels import Labels
from safecomm.rules.all_rules import check
from tests.bilingual import documents_matching
from tests.changed_content import change
from tests.editing.test_schema import rejected
from tests.test_broken import HERE, diagnostics

HARBOUR = Path(__file__).parent / "harbour" / "content"


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    project = tmp_path / "harbour"
    shutil.copytree(HERE / "good", project)
    shutil.copytree(HARBOUR, project / "content", dirs_exist_ok=True)
    confirm(project, [project / "content" / name for name in ("sections/vattensakerhet.md", "criteria/programmes.md")])
    return project


def twin(project: Path, document: str) -> str:
    (built,) = build(project, documents_matching(document), True, None).built
    return built.twin


def test_nothing_is_wrong_or_missing(harbour: Path) -> None:
    assert [finding.diagnostic.code for finding in check(load(harbour), "sv")] == []
    assert list(rejected(harbour)) == []


def test_both_editions_say_it_in_their_language(harbour: Path) -> None:
    swedish, english = twin(harbour, "application.sv"), twin(harbour, "application.en")
    for words in ("Fritidsfiskare", "Kajerna", "Källa: samtliga i", "Ansökan lägger till", "Göteborg och Köpenhamn"):
        assert words in swedish
    for words in ("Anglers", "Quays", "Source: all members of", "The application adds", "Gothenburg and Copenhagen"):
        assert words in english
    assert "Participants: Sea Helpline" not in english


def test_the_programme_is_silent_on_what_only_the_application_says(harbour: Path) -> None:
    assert "Ansökan lägger till" not in twin(harbour, "programme.sv")


def test_own_ages_and_places_are_counted(harbour: Path) -> None:
    rows = {row.environment: [cell.number for cell in row.cells] for row in coverage(Edition(load(harbour), "en")).rows}
    assert rows["water"] == rows["Quays"] == [0, 1, 0, 0, 0, 0]
    assert rows["nature"] == [0, 0, 0, 0, 0, 1]
    # The project for apprentices, and the measure of the theme for older people.
    assert rows[None][2:5] == [1, 1, 1]


def test_who_is_the_work_or_its_source_is_no_partner(harbour: Path) -> None:
    partners = {str(view.name): view.takes_part_in for view in partner_views(Edition(load(harbour), "en"), ())}
    assert "Sea Helpline" not in partners
    assert partners["Coast Group"] == ("Sea helpline",)
    assert "Accident register" not in partners["Police"]


def test_a_first_application_has_nothing_to_report_of_before(harbour: Path) -> None:
    change(harbour, "application.md", "kind: renewal\n", "")
    assert [fault.code for fault in diagnostics(harbour)] == ["outside-programme"]


def test_a_renewal_promises_nothing_for_before_either(harbour: Path) -> None:
    change(harbour, "measures/livbojar.yaml", "status: completed", "status: ongoing")
    assert [fault.code for fault in diagnostics(harbour)] == ["outside-programme"]


def test_a_new_id_reaches_every_list(harbour: Path) -> None:
    for name, new in (("vattensakerhet", "vatten"), ("kajerna", "kajer"), ("jouren", "sjoraddningen")):
        rename(harbour, name, new)
    text = (harbour / "content" / "activities" / "vid-vattnet.yaml").read_text(encoding="utf-8")
    assert "section: vatten\n" in text
    assert "[water, kajer]" in text
    assert "itself: sjoraddningen\n" in text
    assert not (harbour / "content" / "sections" / "vattensakerhet.en.md").exists()


def test_changes_are_told_by_their_labels(harbour: Path) -> None:
    before = shutil.copytree(harbour, harbour.parent / "before")
    change(harbour, "activities/vid-vattnet.yaml", "[water, kajerna]", "[nature]")
    change(harbour, "sections/vattensakerhet.md", "stadens mitt", "stadens hjärta")
    change(harbour, "values.yaml", "Lärlingar", "Lärlingar i hamnen")
    change(harbour, "criteria/programmes.md", "older-people", "everyone")
    told = compare(*(ContentSnapshot(load(folder), Labels(folder, "sv")) for folder in (before, harbour)))
    changed = {(record.kind, record.id): record.fields for record in told.records}
    (environments,) = changed["activities", "simskola"]
    assert (environments.old, environments.new) == (("Vatten", "Kajerna"), ("Natur",))
    assert [field.path for field in changed["sections", "vattensakerhet"]] == [("introduction",)]
    assert [field.new for field in changed["values", "larlingar"]] == [("Lärlingar i hamnen",)]
    (group,) = changed["criteria", "programmes"]
    assert (group.path, group.new) == (("target_groups", "[ute]"), ("Insatser som rör hela befolkningen",))


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("values.yaml", "kajerna:", "traffic:", "id-taken"),
        ("values.yaml", "kind: environment", "kind: plats", "unknown-value"),
        ("values.yaml", "within: [youth, adults]", "within: [alla]", "unknown-value"),
        ("criteria/programmes.md", "  ute: older-people", "  ute: aldre", "unknown-value"),
        ("criteria/programmes.md", "  ute: older-people", "  inne: older-people", "unknown-theme"),
        ("activities/vid-vattnet.yaml", "section: vattensakerhet", "section: vattnet", "unknown-reference"),
        ("activities/vid-vattnet.yaml", "[fritidsfiskare,", "[fiskare,", "unknown-value"),
        ("activities/vid-vattnet.yaml", "itself: jouren", "itself: council", "unknown-reference"),
        ("sections/vattensakerhet.md", "criterion: programmes", "criterion: evaluation", "section-elsewhere"),
    ],
)
def test_what_is_wrong_is_refused(harbour: Path, name: str, old: str, new: str, code: str) -> None:
    change(harbour, name, old, new)
    assert code in [fault.code for fault in diagnostics(harbour)]
