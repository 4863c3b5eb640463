"""The status of the real content against numbers that were counted with grep in content/, without the program."""

import json
from typing import Any

import pytest

from safecomm.content.load import load
from safecomm.labels import Labels
from safecomm.readiness.formats import FORMATS
from safecomm.readiness.gather import gather
from tests.test_broken import HERE

LABELS = Labels(HERE.parent, "sv")
COUNTED = {
    # Ongoing work, measures, those with a responsible, evidence, figures, evidence that comes again, texts.
    "infrastructure": (3, 3, 3, 1, 0, 0, 7),
    "programmes": (38, 15, 14, 14, 0, 1, 54),
    "risk_groups": (13, 2, 2, 2, 0, 0, 16),
    "injury_documentation": (7, 2, 2, 8, 0, 1, 10),
    "evaluation": (2, 2, 2, 3, 0, 2, 5),
    "networks": (8, 2, 2, 0, 0, 0, 11),
}
HOLES = {
    "traffic": [],
    "school": ["adults", "older"],
    "work": ["children", "youth", "adults", "older"],
    "public-places": [],
}
"""Of some environments, the ages that no work is for, where there is none for all ages either."""


@pytest.fixture(scope="module")
def solna() -> Any:
    return json.loads(FORMATS["json"](gather(load(HERE.parent), "sv"), LABELS))


def test_each_criterions_answers(solna: Any) -> None:
    found = {each["id"]: tuple(len(aspect["answers"]) for aspect in each["aspects"]) for each in solna["criteria"]}
    assert found == COUNTED


def test_the_gaps_of_the_criteria(solna: Any) -> None:
    found = {
        each["id"]: [
            gap["code"] for aspect in each["aspects"] for gap in aspect["gaps"] if gap["code"] != "measure-incomplete"
        ]
        for each in solna["criteria"]
    }
    assert found == {
        "infrastructure": ["criterion-without-followup"],
        "programmes": ["no-responsible"],
        "risk_groups": ["criterion-without-followup"],
        "injury_documentation": ["no-injury-figures"],
        "evaluation": [],
        "networks": ["no-network", "criterion-without-evidence", "criterion-without-followup"],
    }


def test_the_coverage_and_its_holes(solna: Any) -> None:
    coverage = solna["coverage"]
    cells = {(row["environment"], cell["age"]): len(cell["work"]) for row in coverage["rows"] for cell in row["cells"]}
    assert (cells["home", "all-ages"], cells["school", "children"], cells[None, "not-named"]) == (3, 8, 6)
    holes = {place: [hole["age"] for hole in coverage["holes"] if hole["environment"] == place] for place in HOLES}
    assert holes == HOLES
    assert coverage["sexes"] == {"female": 3, "male": 0}
    assert (coverage["written"], coverage["derived"], coverage["unnamed"]) == (31, 30, 7)


def test_the_partnership_and_the_evidence(solna: Any) -> None:
    kinds = {each["kind"]: (len(each["council"]), len(each["measures"])) for each in solna["partnership"]["kinds"]}
    assert {kind: numbers for kind, numbers in kinds.items() if any(numbers)} == {
        "department": (0, 7),
        "police": (1, 1),
        "region": (1, 1),
        "municipalities": (0, 1),
        "housing-company": (1, 1),
        "business": (1, 1),
        "association": (0, 2),
        "sports-club": (0, 1),
        "university": (0, 1),
    }
    evidence = solna["evidence"]
    assert (evidence["number"], evidence["dated"], evidence["old"]) == (26, 8, 0)


def test_the_overview_fits_a_screen() -> None:
    lines = (
        FORMATS["text"](gather(load(HERE.parent), "sv"), LABELS)
        .replace("\x1b[1m", "")
        .replace("\x1b[0m", "")
        .splitlines()
    )
    assert len(lines) < 64
    assert max(len(line.replace("\x1b[33m", "")) for line in lines) <= 80
