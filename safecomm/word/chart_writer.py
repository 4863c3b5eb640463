"""A chart in a document: the paragraph that shows it, and the parts that hold it."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from safecomm.charts.chart import Chart
from safecomm.charts.chart_look import ChartLook
from safecomm.charts.chart_xml import chart_xml
from safecomm.charts.workbook import workbook
from safecomm.ooxml.package import relationships_part
from safecomm.ooxml.wordml import CHART, RELATIONSHIP
from safecomm.word.anchors import anchor_mark
from safecomm.word.attachments import RelationshipWriter
from safecomm.word.drawings import drawing_properties, drawing_run
from safecomm.word.tag_filters import TagError

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# In English Metric Units: charts are as wide as the text of an A4 page, and higher with more bars, up to a page.
CENTIMETRE = 360_000
WIDTH, LINE_HEIGHT, SMALL_HEIGHT = 155 * CENTIMETRE // 10, 7 * CENTIMETRE, 5 * CENTIMETRE
BAR, AROUND_BARS, HIGHEST = 45 * CENTIMETRE // 100, 2 * CENTIMETRE, 22 * CENTIMETRE


class ChartWriter(NamedTuple):
    """Writes the charts of one document."""

    look: ChartLook
    language: str

    def paragraph(self, charts: Sequence[Chart], style: str, relationships: RelationshipWriter) -> str:
        """Charts beside each other, kept with the next paragraph, where a caption may stand."""
        drawings = "".join(self.drawing(chart, size(chart, len(charts)), relationships) for chart in charts)
        place = anchor_mark(charts[0].record) if charts[0].record else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:keepNext/></w:pPr>{place}{drawings}</w:p>'

    def drawing(self, chart: Chart, size: tuple[int, int], relationships: RelationshipWriter) -> str:
        require_words(chart)
        number = next(relationships.attachments.drawings)
        part = f"word/charts/chart{number}.xml"
        self.attach(chart, number, part, relationships)
        key = relationships.to_part("chart", part)
        shown = f'<c:chart xmlns:c="{CHART}" xmlns:r="{RELATIONSHIP}" r:id="{key}"/>'
        properties = drawing_properties(number, chart.title, chart.description)
        return drawing_run(size, properties, "", CHART, shown)

    def attach(self, chart: Chart, number: int, part: str, relationships: RelationshipWriter) -> None:
        book, own = f"embeddings/chart{number}.xlsx", RelationshipWriter(attachments := relationships.attachments)
        xml = chart_xml(chart, self.look, self.language, own.to_part("package", f"../{book}"))
        attachments.add(part, CHART_TYPE, xml.encode())
        attachments.add(f"word/{book}", WORKBOOK_TYPE, workbook(chart))
        attachments.parts[relationships_part(part)] = own.add_to(None)


def require_words(chart: Chart) -> None:
    """Raises TagError for a chart that lacks a word."""
    texts = (chart.title, chart.heading, chart.unit, *(series.name for series in chart.series), *chart.categories)
    if (value := next((text for text in texts if isinstance(text, Enum)), None)) is not None:
        raise TagError("template-vocabulary", value=str(value.value))
    if not chart.description.strip():
        raise TagError("template-description", title=chart.title)


def size(chart: Chart, number: int) -> tuple[int, int]:
    """As wide as the text, or so that two stand beside each other."""
    return (WIDTH, height(chart)) if number == 1 else (WIDTH // 2, SMALL_HEIGHT)


def height(chart: Chart) -> int:
    return LINE_HEIGHT if chart.kind == "line" else min(AROUND_BARS + BAR * len(chart.categories), HIGHEST)
