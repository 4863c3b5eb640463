"""Charts read back from a finished document, for its proof and its Markdown twin."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import filterfalse
from typing import Literal, NamedTuple

from lxml import etree

from safecomm.charts.chart import Chart, Series
from safecomm.charts.chart_look import SYMBOLS
from safecomm.ooxml.package import Package
from safecomm.ooxml.revisions import is_removed
from safecomm.ooxml.wordml import CHART, DRAWING, PLACED, RELATIONSHIP_ID

NAMES = {"c": CHART, "a": DRAWING, "wp": PLACED}
DRAWN = f"{{{CHART}}}chart"
MOST_DIGITS = 30
MOST_POINTS = 32_000
"""Of one series: as many as Excel draws."""
PLACES = f"{{{PLACED}}}inline", f"{{{PLACED}}}anchor"


class ReadChart(NamedTuple):
    """A chart that a document shows (its `name` is lost), and the part with its workbook."""

    chart: Chart
    workbook: str


def read_charts(package: Package, part: str, element: etree._Element) -> Iterator[ReadChart]:
    """The charts in the element of the part; those that the template brings are not passed on and are left out."""
    for drawing in filterfalse(is_removed, element.iter(DRAWN)):
        lead = package.relationships(part).get(drawing.get(RELATIONSHIP_ID, ""))
        properties = next((place.find("wp:docPr", NAMES) for place in drawing.iterancestors(*PLACES)), None)
        if properties is not None and lead is not None and not lead.external and lead.target in package.names:
            chart = read_chart(package.root(lead.target), properties.get("name", ""), properties.get("descr", ""))
            workbooks = (within.target for within in package.relationships(lead.target).values() if not within.external)
            yield ReadChart(chart, next(workbooks, ""))


def read_chart(root: etree._Element, title: str, description: str) -> Chart:
    elements = root.findall(".//c:ser", NAMES)
    all_series = [read_series(element) for element in elements]
    categories = [text or "" for text in points(elements[0], "cat")] if elements else []
    # In other programs' charts a series may be shorter, and have no categories at all.
    length = max((len(categories), *(len(series.values) for series in all_series)), default=0)
    kind: Literal["line", "bar"] = "bar" if root.find(".//c:barChart", NAMES) is not None else "line"
    return Chart(
        name="",
        kind=kind,
        title=title,
        unit=root.findtext(".//c:valAx/c:title//a:t", "", NAMES),
        categories=(*categories, *[""] * (length - len(categories))),
        series=tuple(with_length(series, length) for series in all_series),
        description=description,
        heading="".join(title.text or "" for title in root.iterfind("c:chart/c:title//a:t", NAMES)),
        highest=read_number(attribute(root, "c:valAx/c:scaling/c:max")),
        broken=kind == "line" and attribute(root, "c:dispBlanksAs") == "gap",
    )


def attribute(root: etree._Element, path: str) -> str | None:
    element = root.find(f".//{path}", NAMES)
    return None if element is None else element.get("val")


def with_length(series: Series, length: int) -> Series:
    return series._replace(values=(*series.values, *[None] * (length - len(series.values))))


def read_series(series: etree._Element) -> Series:
    name = next(iter(points(series, "tx")), None)
    symbol = attribute(series, "c:marker/c:symbol")
    style = SYMBOLS.index(symbol) if symbol in SYMBOLS else 0
    return Series(name or "", tuple(map(read_number, points(series, "val"))), style)


def read_number(text: str | None) -> Decimal | None:
    """None for what is no number, as `#N/A`, or has more digits than anybody reads."""
    try:
        number = Decimal(text or "NaN")
    except InvalidOperation:
        return None
    return number if number.is_finite() and is_readable(number) else None


def is_readable(number: Decimal) -> bool:
    return max(abs(number.adjusted()), len(number.as_tuple().digits)) < MOST_DIGITS


def points(series: etree._Element, name: str) -> list[str | None]:
    """The texts of the points that the chart remembers, None where it has none."""
    count = series.find(f"c:{name}//c:ptCount", NAMES)
    texts = {point.get("idx"): point.findtext("c:v", "", NAMES) for point in series.iterfind(f"c:{name}//c:pt", NAMES)}
    number = int(count.get("val", "0")) if count is not None else 0
    return [texts.get(str(index)) for index in range(min(number, MOST_POINTS))]
