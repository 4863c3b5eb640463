"""The criteria are data: another set changes numbers and chapters, and no id of the content."""

import shutil
from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.content import criteria_set
from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from safecomm.rules.all_rules import check
from tests.bilingual import DOCUMENTS

GOOD = Path(__file__).parents[1] / "good" / "content"


def seven(folder: Path) -> Path:
    shutil.copytree(GOOD, folder / "content")
    application = folder / "content/application.md"
    text = application.read_text(encoding="utf-8")
    application.write_text(text.replace("sc6-2002", "sc7-2012"), encoding="utf-8")
    return folder


def write_criterion(project: Path) -> None:
    for ending, title in ((".md", "Kunskapsbaserat arbete"), (".en.md", "Work based on evidence")):
        (project / f"content/criteria/evidence_based{ending}").write_text(
            f"---\narea: {title}\n---\n", encoding="utf-8"
        )


def test_a_set_with_one_more_criterion_asks_for_its_file(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as fault:
        load(seven(tmp_path))
    assert [each.code for each in fault.value.diagnostics] == ["missing-criterion"]


def test_numbers_chapters_and_gaps_follow(tmp_path: Path) -> None:
    project = seven(tmp_path)
    write_criterion(project)
    content = load(project)
    numbers = {id_: content.number(id_) for id_ in content.wordings}
    assert (numbers["evidence_based"], numbers["injury_documentation"], numbers["networks"]) == (4, 5, 7)
    found = {each.diagnostic.code for each in check(content, "en") if each.criterion == "evidence_based"}
    missing = {f"criterion-without-{each}" for each in ("evidence", "measures", "ongoing-work")}
    assert found == {*missing, "translation-unconfirmed"}
    twins = {each.document.stem: each.twin for each in build(project, DOCUMENTS, False, None).built}
    headings = [line for line in twins["application.en"].splitlines() if line.startswith("# Criterion")]
    assert [line[:14] for line in headings] == [f"# Criterion {number}." for number in range(1, 8)]
    assert headings[3] == "# Criterion 4. Work based on evidence"


def test_the_sets_share_ids_and_wordings() -> None:
    six, seven = (criteria_set.wordings_of(name) for name in ("sc6-2002", "sc7-2012"))
    assert {id_: seven[id_] for id_ in six} == dict(six)
    assert [id_ for id_ in seven if id_ in six] == list(six)
