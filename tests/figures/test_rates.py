"""Rates: of whom, over how many years, how certain, and that nothing which is kept back follows from them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecomm.content.records import Statistics
from safecomm.content.vocabulary import FigureStatus
from safecomm.documents.figures import comparable
from safecomm.figures.disclosure import derivable
from safecomm.figures.lines import Line, LineKey, Point, last_year, lines, segments
from safecomm.figures.rates import byar, inhabitants, rate_lines
from safecomm.figures.trend import Direction, trend

Row = dict[str, Any]


def statistics(rows: Sequence[Row], **fields: Any) -> Statistics:
    texts = [{key: None if value is None else str(value) for key, value in row.items()} for row in rows]
    record = {"title": "Skador", "unit": "skadade", "rows": texts, **fields}
    return Statistics.model_validate(record, context={"languages": ["sv"]})


def years(values: Sequence[int | None], first: int = 1999, **fields: Any) -> list[Row]:
    return [
        {"year": first + number, "value": value, "status": "suppressed" if value is None else None, **fields}
        for number, value in enumerate(values)
    ]


def rates(rows: Sequence[Row], people: Sequence[Row], breaks: Sequence[int] = ()) -> tuple[int, tuple[Line, ...]]:
    return rate_lines(lines(statistics(rows)), inhabitants(statistics(people)), 100_000, breaks)


def written(point: Point) -> str:
    return f"{point.when.write('–')}: {point.value} ({point.lower}–{point.upper})"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("events", "told"),
    [(3, "4.6 (0.9–13.4)"), (12, "18.4 (9.5–32.1)"), (60, "91.9 (70.1–118.3)"), (0, "0.0 (0.0–5.6)")],
)
def test_interval_of_byar(events: int, told: str) -> None:
    _, (line,) = rates(years([events], 2008), years([65_289], 2008))
    assert written(line.points[0]) == f"2008: {told}"


def test_limits_enclose_the_number_and_come_closer() -> None:
    relative = []
    for events in range(1, 500):
        lower, upper = byar(events)
        assert 0 < lower < events < upper
        relative.append((upper - lower) / events)
    assert relative == sorted(relative, reverse=True)


def test_few_events_are_told_of_several_years() -> None:
    people = years([50_000] * 10)
    assert rates(years([20] * 10), people)[0] == 1
    width, (line,) = rates(years([19, *[20] * 9]), people)
    assert (width, [point.when.write("–") for point in line.points]) == (  # type: ignore[union-attr]
        3,
        ["2000–2002", "2003–2005", "2006–2008"],
    )
    width, (line,) = rates(years([4] * 10), people)
    assert (width, [written(point) for point in line.points]) == (
        5,
        ["1999–2003: 8.0 (4.9–12.4)", "2004–2008: 8.0 (4.9–12.4)"],
    )
    assert rates(years([4, 5], 2007), years([50_000, 50_000], 2007))[0] == 1


def test_each_line_has_the_inhabitants_that_it_is_about() -> None:
    rows = [*years([30], 2008, sex="female"), *years([30], 2008, sex="male"), *years([30], 2008, place="Länet")]
    people = [*years([20_000], 2008, sex="female"), *years([10_000], 2008, sex="male"), *years([30_000], 2008)]
    _, found = rates(rows, people)
    assert {line.key: line.points[0].value for line in found} == {
        LineKey(sex="female"): Decimal("150.0"),
        LineKey(sex="male"): Decimal("300.0"),
    }


def test_no_window_goes_over_a_break_or_a_year_without_a_figure() -> None:
    _, (line,) = rates(years([10] * 10), years([50_000] * 10), [2004])
    assert [point.when.write("–") for point in line.points] == ["2001–2003", "2006–2008"]  # type: ignore[union-attr]
    _, (line,) = rates(years([10, 10, 10, None, 10, 10]), years([50_000] * 6))
    assert [(point.value, point.status) for point in line.points] == [
        (Decimal("20.0"), None),
        (None, FigureStatus.SUPPRESSED),
    ]
    _, (line,) = rates(years([30, 30]), [*years([50_000]), *years([None], 2000)])
    assert [point.status for point in line.points] == [None, FigureStatus.NOT_AVAILABLE]


def test_a_rate_of_a_preliminary_figure_is_preliminary() -> None:
    rows = [*years([10, 10]), {"year": 2001, "value": 10, "status": "preliminary"}]
    _, (line,) = rates(rows, years([50_000] * 3))
    assert [point.status for point in line.points] == [FigureStatus.PRELIMINARY]


CELL = st.one_of(st.none(), st.integers(0, 40))


@given(st.lists(st.tuples(CELL, CELL), min_size=3, max_size=12), st.integers(1999, 2010))
def test_no_rate_is_made_over_a_suppressed_cell(cells: list[tuple[int | None, int | None]], cut: int) -> None:
    """Neither of the sex itself nor, by subtraction, of the other: each is made of its own known cells alone."""
    rows = [*years([cell[0] for cell in cells], sex="female"), *years([cell[1] for cell in cells], sex="male")]
    people = [*years([9_000] * len(cells), sex="female"), *years([9_000] * len(cells), sex="male")]
    known = {(row["sex"], row["year"]): row["value"] for row in rows}
    _, found = rates(rows, people, [cut])
    for line in found:
        for point in line.known:
            window = range(point.when.start, point.when.end + 1)  # type: ignore[union-attr]
            own = [known[line.key.sex, year] for year in window]
            assert None not in own
            assert point.value == (Decimal(sum(own) * 100_000) / (9_000 * len(own))).quantize(Decimal("0.1"))


def test_a_hidden_cell_that_follows_from_the_others_is_found() -> None:
    parts = [*years([19], sex="female"), *years([None], sex="male")]
    (found,) = derivable(statistics([*years([21]), *parts]))
    assert (found.field, found.when.write("–")) == ("sex", "1999")  # type: ignore[union-attr]
    for whole in (years([None]), years([18]), [], years([21], series="andra")):
        assert not list(derivable(statistics([*whole, *parts])))
    both = [*years([None], sex="female"), *years([None], sex="male")]
    assert not list(derivable(statistics([*years([21]), *both])))
    # The whole follows from its parts; and where nothing is left for them, those that are hidden are zero.
    assert list(derivable(statistics([*years([None]), *years([19], sex="female"), *years([2], sex="male")])))
    ages = [*years([21], age="0-14"), *years([None], age="15-24"), *years([None], age="25-64")]
    assert list(derivable(statistics([*years([21]), *ages])))
    assert not list(derivable(statistics([*years([22]), *ages])))


def test_a_hidden_cell_of_a_place_that_is_compared_with_is_found_too() -> None:
    parts = [*years([19], sex="female", place="Länet"), *years([None], sex="male", place="Länet")]
    (found,) = derivable(statistics([*years([21], place="Länet"), *parts], comparison=["Länet"]))
    assert found.field == "sex"
    # The county less the country is no part of the community.
    apart = [*years([19], place="Länet"), *years([None], place="Riket")]
    assert not list(derivable(statistics([*years([21]), *apart], comparison=["Länet", "Riket"])))
    assert list(derivable(statistics([*years([21]), *apart])))


@pytest.mark.parametrize(
    ("values", "fields", "expected"),
    [
        ([100, 98, 60, 58, 55, 50], {"subject": "injuries"}, Direction.FELL),
        ([50, 55, 58, 90, 98, 100], {"subject": "injuries"}, Direction.ROSE),
        ([10, 9, 8, 8, 7, 7], {"subject": "injuries"}, Direction.UNCLEAR),
        ([100, 40, 40, 40, 40, 101], {"subject": "injuries"}, Direction.UNCLEAR),
        ([100, 101], {"subject": "population"}, Direction.ROSE),
        ([100, 101, 100], {"subject": "population"}, Direction.SAME),
        ([100, 10], {"subject": "perceived-safety"}, None),
        ([100, 10], {}, None),
        ([100, 10], {"subject": "crime", "unit": "anmälda per 1 000"}, None),
        ([100, None], {"subject": "injuries"}, None),
        ([100, 100, 10], {"subject": "injuries", "breaks": [{"year": "2001", "text": "Annat"}]}, None),
        ([500, 100, 40], {"subject": "injuries", "breaks": [{"year": "2000", "text": "Annat"}]}, Direction.FELL),
    ],
)
def test_a_trend_is_told_only_where_the_figures_bear_it(
    values: list[int | None], fields: dict[str, Any], expected: Direction | None
) -> None:
    record = statistics(years(values), **fields)
    found = trend(lines(record)[0], record)
    assert (found and found.direction) == expected


@pytest.mark.parametrize(("error", "expected"), [(9, Direction.UNCLEAR), (2, Direction.ROSE)])
def test_a_trend_by_the_limits_that_the_source_gives(error: int, expected: Direction) -> None:
    cells = ((2001, 60), (2003, 70))
    rows = [{"year": year, "value": value, "lower": value - error, "upper": value + error} for year, value in cells]
    record = statistics(rows)
    found = trend(lines(record)[0], record)
    assert found is not None
    assert found.direction is expected


@pytest.mark.parametrize(
    ("value", "unit", "number"), [("12.5", "anmälda", 2), ("12", "per 1 000", 2), ("12", "anmälda", 1)]
)
def test_rates_of_crimes_are_compared_and_numbers_are_not(value: str, unit: str, number: int) -> None:
    rows = [{"year": 2008, "place": place, "value": value} for place in (None, "Riket")]
    record = statistics(rows, subject="crime", unit=unit, comparison=["Riket"])
    assert len(comparable(record, lines(record))) == number


def test_no_more_digits_are_told_than_tell_anything() -> None:
    """As of what Kolada has divided."""
    written = ("13.0793214567", "0.0012345", "1234.5", "61", "-0.126", "0")
    record = statistics([{"year": 2000 + number, "value": value} for number, value in enumerate(written)])
    assert [str(point.value) for point in lines(record)[0].points] == [
        "13.08",
        "0.00123",
        "1234.5",
        "61",
        "-0.126",
        "0",
    ]


def test_a_figure_of_several_years_is_no_rate_and_counts_as_its_last_year() -> None:
    means = [{"year": "2004-2007", "value": 21}, {"year": "2005–2008", "value": 19}]
    (line,) = lines(statistics(means))
    assert [(point.when.write("–"), last_year(point)) for point in line.points] == [  # type: ignore[union-attr]
        ("2004–2007", 2007),
        ("2005–2008", 2008),
    ]
    assert [len(part.points) for part in segments(line, [2008])] == [1, 1]
    assert rates([*means], years([65_289] * 10, 1999)) == (1, ())
    _, (alone,) = rates([*means, *years([60], 2008)], years([65_289], 2008))
    assert [point.when.write("–") for point in alone.points] == ["2008"]  # type: ignore[union-attr]
