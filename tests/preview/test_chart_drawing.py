"""The charts of a document as they are drawn on a page."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from safecomm.charts.chart import Chart, Series
from safecomm.charts.chart_reading import read_number
from safecomm.ooxml.package import Package
from safecomm.preview.chart_drawing import ChartDrawing, scale
from safecomm.preview.draw_chart import draw_chart
from safecomm.preview.page_tree import PageFigure
from safecomm.preview.word_page import read_page
from tests.word.sample import make
from tests.word.test_charts import BAR, BODY, CHARTS, LINE, View


def drawn(chart: Chart) -> ChartDrawing:
    drawing = draw_chart(chart, "sv-SE")
    assert drawing is not None
    return drawing


@pytest.mark.parametrize(
    ("low", "high", "steps"),
    [
        ("0", "100", ["0", "20", "40", "60", "80", "100"]),
        ("0", "61717", ["0", "20000", "40000", "60000", "80000"]),
        ("0", "0.7", ["0.0", "0.2", "0.4", "0.6", "0.8"]),
        ("-3", "4", ["-4", "-2", "0", "2", "4"]),
        ("0", "0", ["0", "1"]),
    ],
)
def test_an_axis_has_round_steps(low: str, high: str, steps: list[str]) -> None:
    found = scale(Decimal(low), Decimal(high))
    assert [Decimal(step) for step in steps] == list(found.steps())
    assert (found.share(found.low), found.share(found.high)) == (0, 1)


def test_a_line_goes_on_over_what_is_missing_unless_it_is_broken() -> None:
    (line,) = drawn(LINE).lines
    assert (len(line.paths), len(line.points)) == (1, 3)
    (broken,) = drawn(LINE._replace(broken=True)).lines
    assert [len(path.split()) for path in broken.paths] == [1, 1, 1]


def test_higher_values_stand_higher_and_later_ones_further_right() -> None:
    (line,) = drawn(LINE).lines
    assert line.points == tuple(sorted(line.points))
    assert [y for _, y in line.points] == sorted((y for _, y in line.points), reverse=True)
    assert [text.lines for text in drawn(LINE).values] == [("57\u00a0585",), ("59\u00a0098",), ("61\u00a0717",)]


def test_several_lines_have_their_names_beside_them_that_do_not_meet() -> None:
    near = LINE._replace(series=tuple(Series(f"Ort {number}", (1, 2, 3, 4, number), number) for number in range(4)))
    names = sorted(drawn(near).names, key=lambda name: name.y)
    assert {name.lines for name in names} == {(f"Ort {number}",) for number in range(4)}
    assert all(below.y - above.y > 15 for above, below in pairwise(names))


def test_a_bar_is_the_sum_of_its_parts() -> None:
    drawing = drawn(BAR)
    first, second, third = drawing.bars
    assert (first.series, first.width) == (0, 0)
    assert (second.series, third.series) == (1, 0)
    assert second.width == pytest.approx(8 * third.width, rel=0.01)
    assert [text.lines for text in drawing.values] == [("0 + 8",), ("1",)]
    assert [text.lines for text in drawing.legend] == [("I rådet",), ("Övriga",)]


@pytest.mark.parametrize("name", CHARTS)
def test_whatever_a_chart_holds_has_its_table_and_mostly_its_drawing(tmp_path: Path, name: str) -> None:
    (figure,) = read_page(Package(make(tmp_path, BODY, View(CHARTS[name])))).blocks
    assert isinstance(figure, PageFigure)
    ((chart, drawing),) = figure.charts
    assert len(chart.rows()) == len(CHARTS[name].categories) + 1
    assert (drawing is None) == (name in ("all missing", "two hundred"))


@pytest.mark.parametrize("text", [None, "", "#N/A", "NaN", "-Infinity", "1E+999999", "1E-999999", "9" * 100])
def test_what_nobody_can_read_is_no_number(text: str | None) -> None:
    assert read_number(text) is None
