"""Whatever figures there are: they are shown, and nothing that is kept back can be read anywhere."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safecomm.content.content import Content, Records
from safecomm.content.load import load
from safecomm.documents.edition import Edition
from safecomm.documents.figure_views import StatisticsView
from safecomm.documents.figures import statistics_view
from safecomm.markdown.blocks import Prose
from safecomm.markdown.traversal import paragraph_texts
from safecomm.word.view_texts import texts
from tests.figures.test_rates import Row, statistics
from tests.test_broken import broken_project

NUMBER = re.compile(r"\d+(?:,\d+)?")
SEXES = ("female", "male")


class Cell(NamedTuple):
    value: int
    status: str


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    return load(broken_project(Path(__file__).parent, tmp_path_factory.mktemp("figures")))


def shown(content: Content, rows: Sequence[Row], **fields: Any) -> StatisticsView:
    records = content.records["sv"]
    changed = {**records.kinds["statistics"], "any": statistics(rows, **fields)}
    return statistics_view(
        Edition(content._replace(records={"sv": Records({**records.kinds, "statistics": changed})}), "sv"), "any"
    )


def all_texts(view: StatisticsView) -> list[str]:
    found: list[str] = []
    for _, value in texts(view, ""):
        if isinstance(value, Prose):
            found += paragraph_texts(value.blocks)
        elif isinstance(value, str):
            found.append(value)
        else:
            found += [value.description, *(str(cell) for row in value.rows() for cell in row)]
    return found


CELLS = st.lists(
    st.tuples(*[st.builds(Cell, st.integers(5_000, 9_000), st.sampled_from(["", "", "suppressed"]))] * 2),
    min_size=1,
    max_size=10,
)


@settings(deadline=None)
@given(CELLS, st.booleans(), st.booleans())
def test_no_number_that_is_kept_back_is_shown(
    content: Content, cells: list[tuple[Cell, ...]], has_rates: bool, is_broken: bool
) -> None:
    """Neither itself nor a sum in which it is."""
    years = range(1999, 1999 + len(cells))
    rows = [
        {"year": year, "sex": sex, "value": None if cell.status else cell.value, "status": cell.status or None}
        for year, pair in zip(years, cells, strict=True)
        for sex, cell in zip(SEXES, pair, strict=True)
    ]
    fields: dict[str, Any] = {"subject": "injuries", "per": "1000" if has_rates else None}
    fields["breaks"] = [{"year": "2003", "text": "Annat"}] if is_broken else []
    known = {cell.value for pair in cells for cell in pair if not cell.status}
    hidden = {cell.value for pair in cells for cell in pair if cell.status}
    sums = {sum(cell.value for cell in pair) for pair in cells}
    numbers = {
        number.replace("\u00a0", "")
        for text in all_texts(shown(content, rows, **fields))
        for number in NUMBER.findall(text)
    }
    assert not numbers & {str(number) for number in (hidden | sums) - known - set(years)}


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "year": st.one_of(st.integers(1995, 2012), st.integers(1000, 2999)),
            "sex": st.sampled_from([None, *SEXES]),
            "age": st.sampled_from([None, "older", "65-79", "80+"]),
            "cause": st.sampled_from([None, *(f"orsak {number}" for number in range(9))]),
            "place": st.sampled_from([None, "Riket"]),
            "value": st.one_of(st.none(), st.decimals(-10_000, 10_000, places=2), st.integers(0, 100)),
        }
    ),
    min_size=1,
    max_size=30,
    unique_by=lambda row: (row["year"], row["sex"], row["age"], row["cause"], row["place"]),
)
SUBJECTS = st.sampled_from([None, "injuries", "population", "perceived-safety"])


@settings(deadline=None)
@given(ROWS, SUBJECTS, st.sampled_from([None, "100000"]), st.booleans())
def test_whatever_there_is_can_be_shown(
    content: Content, rows: list[Row], subject: str | None, per: str | None, is_compared: bool
) -> None:
    comparison = ["Riket"] if is_compared else []
    view = shown(content, rows, subject=subject, per=per, comparison=comparison)
    words = " ".join(all_texts(view))
    told = [row for row in rows if not (subject == "population" and is_compared and row["place"])]
    assert all(str(row["year"]) in words for row in told)
