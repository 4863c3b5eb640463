"""A chart as DrawingML: its two axes, and its series with the cells of its workbook, their colours and labels."""

from collections.abc import Sequence
from decimal import Decimal

from safecomm.charts.chart import Chart, styles
from safecomm.charts.chart_labels import has_labels, labels, layout, named_every
from safecomm.charts.chart_look import (
    HAIRLINE,
    INVISIBLE,
    STROKES,
    SYMBOLS,
    THICK,
    ChartLook,
    decimals,
    figures,
    fill,
    line,
    number_format,
    paragraph_look,
    plain_number,
    text_look,
)
from safecomm.charts.workbook import SHEET, column_letters
from safecomm.language import locale_tag
from safecomm.ooxml.escape import attribute_text
from safecomm.ooxml.wordml import CHART, DRAWING, RELATIONSHIP, XML_DECLARATION

CATEGORY_AXIS, VALUE_AXIS = 1, 2
AXIS_IDS = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
GRID = "D9D9D9"
SHARP = '<c:smooth val="0"/>'


def chart_xml(chart: Chart, look: ChartLook, language: str, workbook: str) -> str:
    """`workbook` is the key of the chart's relationship to it."""
    # A line may go on over what is missing; a bar is missing.
    missing = "gap" if chart.kind == "bar" or chart.broken else "span"
    return (
        f'{XML_DECLARATION}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIP}">'
        f'<c:date1904 val="0"/><c:lang val="{locale_tag(language)}"/><c:roundedCorners val="0"/>'
        f"<c:chart>{heading(chart, look, language)}<c:plotArea>{layout(chart)}{plot(chart, look, language)}"
        f"{category_axis(chart, look)}{value_axis(chart, look, language)}</c:plotArea>{legend(chart, look)}"
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="{missing}"/></c:chart>{INVISIBLE}'
        f"{text_look(look.font, look.text)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def plot(chart: Chart, look: ChartLook, language: str) -> str:
    colours = look.colours(len(chart.series) if chart.kind == "bar" else max(styles(chart), default=0) + 1)
    shades = colours if chart.kind == "bar" else [colours[line.style] for line in chart.series]
    series = "".join(series_xml(chart, index, look, colour, language) for index, colour in enumerate(shades))
    if chart.kind == "bar":
        head = '<c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        return f'<c:barChart>{head}{series}<c:gapWidth val="50"/><c:overlap val="100"/>{AXIS_IDS}</c:barChart>'
    head = '<c:grouping val="standard"/><c:varyColors val="0"/>'
    return f'<c:lineChart>{head}{series}<c:marker val="1"/>{AXIS_IDS}</c:lineChart>'


def heading(chart: Chart, look: ChartLook, language: str) -> str:
    if not chart.heading:
        return '<c:autoTitleDeleted val="1"/>'
    return f'{title(chart.heading, "", look, language)}<c:autoTitleDeleted val="0"/>'


def legend(chart: Chart, look: ChartLook) -> str:
    """Of bars alone: lines have their names beside them."""
    if len(chart.series) < 2 or chart.kind == "line":
        return ""
    return f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{text_look(look.font, look.text)}</c:legend>'


def series_xml(chart: Chart, index: int, look: ChartLook, colour: str, language: str) -> str:
    series, last = chart.series[index], len(chart.categories)
    numbers = [None if value is None else plain_number(value) for value in series.values]
    names, categories = cells(0, index + 1, 0), cells(1, 0, last)
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx>{strings(names, [series.name])}</c:tx>'
        f"{bar(colour) if chart.kind == 'bar' else curve(series.style, colour)}"
        f"{labels(chart, series, look, colour, language)}"
        f"<c:cat>{strings(categories, chart.categories)}</c:cat>"
        f"<c:val><c:numRef><c:f>{cells(1, index + 1, last)}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f"{points(numbers)}</c:numCache></c:numRef></c:val>"
        f"{'' if chart.kind == 'bar' else SHARP}</c:ser>"
    )


def cells(row: int, column: int, last: int) -> str:
    """The cells of one column from a row to the last, counted from zero."""
    first, end = (f"${column_letters(column)}${number + 1}" for number in (row, last))
    return f"{SHEET}!{first}" if row == last else f"{SHEET}!{first}:{end}"


def strings(place: str, texts: Sequence[str]) -> str:
    cache = points([attribute_text(text) for text in texts])
    return f"<c:strRef><c:f>{place}</c:f><c:strCache>{cache}</c:strCache></c:strRef>"


def points(texts: Sequence[str | None]) -> str:
    """What the chart shows until somebody opens its workbook; what is missing has no point."""
    shown = ((index, text) for index, text in enumerate(texts) if text is not None)
    return f'<c:ptCount val="{len(texts)}"/>' + "".join(
        f'<c:pt idx="{index}"><c:v>{text}</c:v></c:pt>' for index, text in shown
    )


def bar(colour: str) -> str:
    return f'<c:spPr>{fill(colour)}</c:spPr><c:invertIfNegative val="0"/>'


def curve(style: int, colour: str) -> str:
    """Told from the others by its stroke and the form of its points, whatever becomes of its colour."""
    point = (
        f'<c:symbol val="{SYMBOLS[style]}"/><c:size val="6"/><c:spPr>{fill(colour)}{line(colour, HAIRLINE)}</c:spPr>'
    )
    return f"<c:spPr>{line(colour, THICK, STROKES[style])}</c:spPr><c:marker>{point}</c:marker>"


def category_axis(chart: Chart, look: ChartLook) -> str:
    """Beside bars the first category stands at the top."""
    place, order = ("l", "maxMin") if chart.kind == "bar" else ("b", "minMax")
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{place}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'{NO_TICKS}<c:tickLblPos val="low"/><c:spPr>{line(look.text, HAIRLINE)}</c:spPr>'
        f'{text_look(look.font, look.text)}<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{skipped(chart)}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def skipped(chart: Chart) -> str:
    every = named_every(chart)
    return f'<c:tickLblSkip val="{every}"/>' if chart.kind == "line" and every > 1 else ""


def value_axis(chart: Chart, look: ChartLook, language: str) -> str:
    """From zero, so that lengths and slopes are true; without a scale where every value has a label."""
    place, crosses = ("b", "max") if chart.kind == "bar" else ("l", "autoZero")
    most = "" if chart.highest is None else f'<c:max val="{plain_number(chart.highest)}"/>'
    least = most + ("" if min(figures(chart), default=0) < 0 else '<c:min val="0"/>')
    grid = f"<c:majorGridlines><c:spPr>{line(GRID, HAIRLINE)}</c:spPr></c:majorGridlines>"
    scale = "none" if has_labels(chart) else "nextTo"
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{least}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{place}"/>{"" if has_labels(chart) else grid}{unit(chart, look, language)}'
        f'<c:numFmt formatCode="{attribute_text(number_format(chart, language))}" sourceLinked="0"/>'
        f'{NO_TICKS}<c:tickLblPos val="{scale}"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text_look(look.font, look.text)}<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="{crosses}"/>'
        f'<c:crossBetween val="between"/>{steps(chart)}</c:valAx>'
    )


def steps(chart: Chart) -> str:
    """Four or five where the end of the axis is given.

    Whole ones between few whole numbers, which would else be halves that are written as whole ones.
    """
    if chart.highest:
        step = chart.highest / (4 if chart.highest.as_tuple().digits[0] in (2, 4) else 5)
        return f'<c:majorUnit val="{plain_number(step if decimals(chart) else max(step, Decimal(1)))}"/>'
    few = max(figures(chart), default=0) - min(figures(chart), default=0) < 8
    return '<c:majorUnit val="1"/>' if few and not decimals(chart) and not has_labels(chart) else ""


def unit(chart: Chart, look: ChartLook, language: str) -> str:
    turned = "" if chart.kind == "bar" else ' rot="-5400000" vert="horz"'
    return title(chart.unit, turned, look, language)


def title(words: str, turned: str, look: ChartLook, language: str) -> str:
    text = f'<a:r><a:rPr lang="{locale_tag(language)}" b="0"/><a:t>{attribute_text(words)}</a:t></a:r>'
    paragraph = f"<a:p>{paragraph_look(look.font, look.text)}{text}</a:p>"
    return f'<c:title><c:tx><c:rich><a:bodyPr{turned}/>{paragraph}</c:rich></c:tx><c:overlay val="0"/></c:title>'
