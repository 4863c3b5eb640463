"""Coverage tells whom the work is for no wider than the texts do: Solna's table, and each rule by itself."""

import shutil
from pathlib import Path

import pytest

from safecomm.content.load import load
from safecomm.content.vocabulary import Age, Environment
from safecomm.documents.coverage import (
    Origin,
    ages_of,
    by_age,
    by_cell,
    by_risk_group,
    coverage,
    target_group,
    work_for_people,
)
from safecomm.documents.edition import Edition
from safecomm.documents.partners import outside_partners
from safecomm.documents.views import AgeColumn
from tests.test_broken import HERE

GOOD = HERE / "good"
# Read from the adopted programme: all ages, 0-14, 15-24, 25-64, 65 and over, age not named.
TABLE = """
home 3 – – – 3 –
traffic 1 1 1 – – 1
school – 8 5 – – –
sports 1 1 1 – – –
leisure 2 4 5 – – –
work – – – – – –
public-places 13 1 – – – –
none 6 8 14 1 7 6
"""
DERIVED = {"Social emergency service (Socialjouren)"}
"""The reading of the texts counted 32 written and 29 derived: there this work still named the ages of those whose cases
come first. It is for all urgent cases, so that the ages of its target group are derived; the table is the same."""


@pytest.fixture(scope="module")
def solna() -> Edition:
    return Edition(load(HERE.parent), "en")


def project(folder: Path, *edits: tuple[str, str, str]) -> Edition:
    """The good project with each text written otherwise; what replaces nothing is a new file."""
    shutil.copytree(GOOD, folder, dirs_exist_ok=True)
    for name, before, after in edits:
        file = folder / "content" / name
        text = file.read_text(encoding="utf-8") if before else ""
        assert before in text
        file.write_text(text.replace(before, after, 1) if before else after, encoding="utf-8")
    return Edition(load(folder), "en")


def test_solnas_table_is_that_of_the_texts(solna: Edition) -> None:
    rows = coverage(solna).rows
    lines = (" ".join((row.environment or "none", *(str(cell.number or "–") for cell in row.cells))) for row in rows)
    assert list(lines) == TABLE.split("\n")[1:-1]


def test_solnas_ages_are_written_derived_or_not_named(solna: Edition) -> None:
    origins = {work.title: ages_of(solna, work).origin for work in work_for_people(solna)}
    assert len(origins) == 68
    derived = {title for title, origin in origins.items() if origin is Origin.DERIVED}
    assert derived >= DERIVED
    table = coverage(solna)
    assert (table.written + len(DERIVED), table.derived - len(DERIVED), table.unnamed) == (32, 29, 7)


def test_every_work_for_people_is_in_a_cell(solna: Edition) -> None:
    counted = {work.title for works in by_cell(solna).values() for work in works}
    assert counted == {work.title for work in work_for_people(solna)}


def test_an_organisation_that_is_the_work_or_its_source_does_not_take_part_in_it(solna: Edition) -> None:
    taking_part = {str(view.name): view.takes_part_in for view in outside_partners(solna)}
    assert "Crime statistics" not in taking_part["Police"]
    assert "Victim support service (Brottsofferjouren)" not in str(taking_part)
    assert "Swedish Road Administration" not in taking_part


def test_only_programmes_for_people_are_counted(tmp_path: Path) -> None:
    edition = project(tmp_path)
    assert {work.criterion for work in work_for_people(edition)} == {"programmes", "risk_groups"}


def test_a_measure_has_the_target_group_of_its_theme(tmp_path: Path) -> None:
    themes = (
        "criteria/programmes.md",
        "  ute: Tryggt ute\n",
        "  ute: Tryggt ute\ntarget_groups:\n  ute: older-people\n",
    )
    edition = project(tmp_path, themes, ("measures/lighting.md", "ages: [children, older]\n", ""))
    measure = edition.records.measures["lighting"]
    assert target_group(edition, measure) == "older-people"
    assert ages_of(edition, measure) == ((AgeColumn.OLDER,), Origin.DERIVED)


def test_without_a_target_group_the_age_is_not_named(tmp_path: Path) -> None:
    edition = project(tmp_path, ("measures/lighting.md", "ages: [children, older]\n", ""))
    assert ages_of(edition, edition.records.measures["lighting"]) == ((AgeColumn.UNNAMED,), Origin.UNNAMED)
    assert by_age(edition)[-1].age is AgeColumn.UNNAMED


VALUES = """larlingar:
  name: {sv: Lärlingar, en: Apprentices}
  kind: age
  within: [youth, adults]
bostadsgardar:
  name: {sv: Bostadsgårdar, en: Courtyards}
  kind: environment
ensamma-foraldrar:
  name: {sv: Ensamstående föräldrar, en: Single parents}
  kind: risk-group
"""


def test_narrower_and_own_values_stand_in_their_columns_and_rows(tmp_path: Path) -> None:
    tags = (
        "ages: [school-children, larlingar]\nenvironments: [water, bostadsgardar]\nrisk_groups: [ensamma-foraldrar]\n"
    )
    before = "ages: [children, older]\nenvironments: [public-places]\n"
    edition = project(tmp_path, ("values.yaml", "", VALUES), ("measures/lighting.md", before, tags))
    work = edition.records.measures["lighting"]
    assert work.ages == (Age.SCHOOL_CHILDREN, "larlingar")
    assert ages_of(edition, work).columns == (AgeColumn.CHILDREN, AgeColumn.YOUTH, AgeColumn.ADULTS)
    rows = [row.environment for row in coverage(edition).rows]
    assert rows[-3:] == [Environment.WATER, "Courtyards", None]
    assert Environment.NATURE not in rows
    assert [summary.risk_group for summary in by_risk_group(edition)] == ["homeless", "Single parents"]
