"""The programme in the order of the adopted one, and whose wording it says holds."""

import shutil
from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.catalogue import documents
from safecomm.content.load import load
from safecomm.content.vocabulary import TargetGroup
from safecomm.documents.edition import Edition
from safecomm.documents.programme import programme_view
from safecomm.documents.views import ProgrammeArea
from tests.test_broken import HERE

PROJECT = HERE.parent
(PROGRAMME,) = (document for document in documents(["sv"]) if document.name == "programme")


@pytest.fixture(scope="module")
def areas() -> tuple[ProgrammeArea, ...]:
    return programme_view(Edition(load(PROJECT), "sv")).areas


def test_the_measures_of_a_target_group_follow_its_ongoing_work(areas: tuple[ProgrammeArea, ...]) -> None:
    second = areas[1]
    assert [(group.ongoing.target_group, [theme.title for theme in group.themes]) for group in second.groups] == [
        (TargetGroup.EVERYONE, ["En mer levande stad", "Ett snyggt och tryggt Solna"]),
        (TargetGroup.CHILDREN, ["Barn och ungdomar"]),
        (TargetGroup.OLDER, ["Äldre"]),
        (TargetGroup.DISABILITIES, ["Tillgänglighet för personer med funktionshinder"]),
    ]
    assert second.themes == ()


def test_every_work_and_measure_stands_in_one_place(areas: tuple[ProgrammeArea, ...]) -> None:
    for item in areas:
        assert [group.ongoing for group in item.groups if group.ongoing in item.area.ongoing] == list(item.area.ongoing)
        themes = [*(theme for group in item.groups for theme in group.themes), *item.themes]
        assert sorted(theme.title or "" for theme in themes) == sorted(theme.title or "" for theme in item.area.themes)


def test_measures_for_a_group_without_ongoing_work_have_its_place(tmp_path: Path) -> None:
    project = copy_of_good(tmp_path)
    themes = "---\nthemes:\n  aldre: Äldre\ntarget_groups:\n  aldre: older-people\n"
    edit(project / "content" / "criteria" / "risk_groups.md", "---\n", themes)
    theme = "criterion: risk_groups\ntheme: aldre"
    edit(project / "content" / "measures" / "risk-groups-measure.md", "criterion: risk_groups", theme)
    area = next(item for item in programme_view(Edition(load(project), "sv")).areas if item.area.risk_groups)
    empty = [group for group in area.groups if group.ongoing.target_group is TargetGroup.OLDER]
    assert [theme.title for group in empty for theme in group.themes] == ["Äldre"]
    assert "## Utvecklingsområde: Äldre" in build(project, [PROGRAMME], False, None).built[0].twin


def test_the_adopted_wording_holds_and_no_chapter_is_added(tmp_path: Path) -> None:
    twin = build(copy_of_good(tmp_path), [PROGRAMME], False, None).built[0].twin
    assert "gäller det antagna dokumentets lydelse" in twin
    assert "Uppföljning och utvärdering av programmet" not in twin


def test_a_proposal_claims_no_adoption(tmp_path: Path) -> None:
    project = copy_of_good(tmp_path)
    edit(project / "content" / "programme.md", "status: adopted", "status: proposed")
    twin = build(project, [PROGRAMME], False, None).built[0].twin
    assert "Beslutas av:" in twin
    assert "Antaget av" not in twin
    assert "lydelse" not in twin


def copy_of_good(folder: Path) -> Path:
    shutil.copytree(HERE / "good", folder, dirs_exist_ok=True)
    return folder


def edit(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
