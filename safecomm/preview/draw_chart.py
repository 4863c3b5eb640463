"""Which drawing a chart gets."""

from safecomm.charts.chart import Chart
from safecomm.charts.chart_look import figures
from safecomm.preview.bar_drawing import BarDrawing
from safecomm.preview.chart_drawing import ChartDrawing
from safecomm.preview.line_drawing import LineDrawing

MOST_BARS, MOST_LINES, MOST_TIMES = 100, 40, 1_000
"""Of more nothing can be told but in the table."""


def draw_chart(chart: Chart, language: str) -> ChartDrawing | None:
    """None where there is nothing to draw, or too much."""
    most = MOST_BARS if chart.kind == "bar" else MOST_TIMES
    if not any(True for _ in figures(chart)) or len(chart.categories) > most or len(chart.series) > MOST_LINES:
        return None
    drawing = BarDrawing(chart, language) if chart.kind == "bar" else LineDrawing(chart, language)
    return drawing.draw()
