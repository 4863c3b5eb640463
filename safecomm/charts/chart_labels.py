"""What stands beside the lines and in the bars of a chart: values where they are few, else the lines' names."""

from collections.abc import Mapping
from decimal import Decimal
from math import ceil

from safecomm.charts.chart import Chart, Series, styles
from safecomm.charts.chart_look import (
    INVISIBLE,
    MOST_BARS,
    MOST_POINTS,
    ChartLook,
    figures,
    number_format,
    text_look,
    text_on,
)
from safecomm.ooxml.escape import attribute_text

SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
WHOLE = {"x": 0.1, "y": 0.05, "w": 0.68, "h": 0.8}
SMALL = {"x": 0.18, "y": 0.15, "w": 0.52, "h": 0.65}
"""Where in a chart its lines stand, as shares of its width and height; beside them is room for their names."""
LINE, LINE_SMALL = 0.065, 0.09
"""The height of a line of a name."""
AXIS = 0.02
"""How far a name may reach below the axis."""
LETTERS, LETTERS_SMALL = 18, 12
"""How many letters of a name stand in a line."""
TIMES, TIMES_SMALL = 15, 4


def has_labels(chart: Chart) -> bool:
    """Whether each value stands beside its point; otherwise the axis tells how large they are."""
    number = sum(1 for _ in figures(chart))
    if chart.kind == "bar":
        return number <= MOST_BARS
    return len(styles(chart)) == 1 and number <= MOST_POINTS and not chart.heading


def has_names(chart: Chart) -> bool:
    return chart.kind == "line" and len(styles(chart)) > 1


def plot_area(chart: Chart) -> Mapping[str, float]:
    return SMALL if chart.heading else WHOLE


def layout(chart: Chart) -> str:
    if not has_names(chart):
        return "<c:layout/>"
    sizes = "".join(f'<c:{name} val="{size}"/>' for name, size in plot_area(chart).items())
    edges = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    return f"<c:layout><c:manualLayout>{edges}{sizes}</c:manualLayout></c:layout>"


def labels(chart: Chart, series: Series, look: ChartLook, colour: str, language: str) -> str:
    if has_names(chart):
        return name_label(chart, series, look)
    return value_labels(chart, series, look, colour, language) if has_labels(chart) else ""


def name_label(chart: Chart, series: Series, look: ChartLook) -> str:
    """The line's name beside its last point, moved up or down where others end near it."""
    moves = moved_names(chart)
    if series not in moves:
        return ""
    place = f'<c:manualLayout><c:x val="0"/><c:y val="{moves[series]:.3f}"/></c:manualLayout>'
    label = (
        f'<c:dLbl><c:idx val="{last_point(series)}"/><c:layout>{place}</c:layout>'
        f'{INVISIBLE}{text_look(look.font, look.text)}<c:dLblPos val="r"/>{shown("SerName")}</c:dLbl>'
    )
    return f"<c:dLbls>{label}{shown('')}</c:dLbls>"


def shown(content: str) -> str:
    return "".join(f'<c:show{name} val="{int(name == content)}"/>' for name in SHOWN)


def last_point(series: Series) -> int:
    return max(index for index, value in enumerate(series.values) if value is not None)


def moved_names(chart: Chart) -> Mapping[Series, float]:
    """How far down each name goes, as a share of the height; a line that another goes on has none."""
    # Of the parts of a line the last one tells its name.
    named = {series.style: series for series in chart.series if any(value is not None for value in series.values)}
    places = {series: height_of(series, chart) for series in named.values()}
    order = sorted(places, key=lambda series: places[series])
    halves = {series: name_height(series.name, chart) / 2 for series in order}
    found, free = dict(places), -1.0
    for series in order:
        found[series] = max(found[series], free + halves[series])
        free = found[series] + halves[series]
    # None over those of the times below the axis.
    free = plot_area(chart)["h"] + AXIS
    for series in reversed(order):
        found[series] = min(found[series], free - halves[series])
        free = found[series] - halves[series]
    return {series: found[series] - place for series, place in places.items()}


def name_height(name: str, chart: Chart) -> float:
    return (LINE_SMALL if chart.heading else LINE) * ceil(len(name) / letters_in_line(chart))


def letters_in_line(chart: Chart) -> int:
    return LETTERS_SMALL if chart.heading else LETTERS


def named_every(chart: Chart) -> int:
    """Below lines only so many times are named as stand beside each other."""
    return ceil(len(chart.categories) / (TIMES_SMALL if chart.heading else TIMES)) or 1


def height_of(series: Series, chart: Chart) -> float:
    """Where the line ends, as a share of the chart's height from its top."""
    low, high = min(Decimal(), *figures(chart)), chart.highest or max(figures(chart))
    value = Decimal(series.values[last_point(series)] or 0)
    return plot_area(chart)["h"] * float((high - value) / (high - low) if high > low else 0)


def value_labels(chart: Chart, series: Series, look: ChartLook, colour: str, language: str) -> str:
    """Each value above its point or inside its bar; a bar without length has no room for its 0."""
    inside = chart.kind == "bar"
    hidden = [index for index, value in enumerate(series.values) if inside and value == 0]
    text = text_on(colour) if inside else look.text
    return (
        f"<c:dLbls>{''.join(map(hide, hidden))}"
        f'<c:numFmt formatCode="{attribute_text(number_format(chart, language))}" sourceLinked="0"/>'
        f'{INVISIBLE}{text_look(look.font, text)}<c:dLblPos val="{"ctr" if inside else "t"}"/>{shown("Val")}</c:dLbls>'
    )


def hide(index: int) -> str:
    return f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'
