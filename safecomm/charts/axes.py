"""The two axes of a chart."""

from safecomm.charts.chart import Chart
from safecomm.charts.chart_look import ChartLook
from safecomm.charts.chart_numbers import decimals, figures, has_labels, number_format
from safecomm.charts.drawingml import HAIRLINE, line, paragraph_look, text_look
from safecomm.language import locale_tag
from safecomm.ooxml.escape import attribute_text

CATEGORIES, VALUES = 1, 2
IDS = f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/>'
NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
GRID = "D9D9D9"


def axes(chart: Chart, look: ChartLook, language: str) -> str:
    return category_axis(chart, look) + value_axis(chart, look, language)


def category_axis(chart: Chart, look: ChartLook) -> str:
    """Beside bars the first category stands at the top."""
    place, order = ("l", "maxMin") if chart.kind == "bar" else ("b", "minMax")
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{place}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'{NO_TICKS}<c:tickLblPos val="low"/><c:spPr>{line(look.text, HAIRLINE)}</c:spPr>'
        f'{text_look(look.font, look.text)}<c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def value_axis(chart: Chart, look: ChartLook, language: str) -> str:
    """From zero, so that lengths and slopes are true; without a scale where every value has a label."""
    place, crosses = ("b", "max") if chart.kind == "bar" else ("l", "autoZero")
    least = "" if min(figures(chart), default=0) < 0 else '<c:min val="0"/>'
    grid = f"<c:majorGridlines><c:spPr>{line(GRID, HAIRLINE)}</c:spPr></c:majorGridlines>"
    scale = "none" if has_labels(chart) else "nextTo"
    return (
        f'<c:valAx><c:axId val="{VALUES}"/><c:scaling><c:orientation val="minMax"/>{least}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{place}"/>{"" if has_labels(chart) else grid}{unit(chart, look, language)}'
        f'<c:numFmt formatCode="{attribute_text(number_format(chart, language))}" sourceLinked="0"/>'
        f'{NO_TICKS}<c:tickLblPos val="{scale}"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text_look(look.font, look.text)}<c:crossAx val="{CATEGORIES}"/><c:crosses val="{crosses}"/>'
        f'<c:crossBetween val="between"/>{steps(chart)}</c:valAx>'
    )


def steps(chart: Chart) -> str:
    """Whole ones between few whole numbers, which would else be halves that are written as whole ones."""
    few = max(figures(chart), default=0) - min(figures(chart), default=0) < 8
    return '<c:majorUnit val="1"/>' if few and not decimals(chart) and not has_labels(chart) else ""


def unit(chart: Chart, look: ChartLook, language: str) -> str:
    turned = "" if chart.kind == "bar" else ' rot="-5400000" vert="horz"'
    text = f'<a:r><a:rPr lang="{locale_tag(language)}" b="0"/><a:t>{attribute_text(chart.unit)}</a:t></a:r>'
    paragraph = f"<a:p>{paragraph_look(look.font, look.text)}{text}</a:p>"
    return f'<c:title><c:tx><c:rich><a:bodyPr{turned}/>{paragraph}</c:rich></c:tx><c:overlay val="0"/></c:title>'
