"""The blocks of a Word part as lines of Markdown: headings, paragraphs, list items, quotes and table rows."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from lxml import etree

from safecomm.charts.chart import Chart
from safecomm.charts.chart_reading import ReadChart
from safecomm.ooxml.numbering import ListCounter
from safecomm.ooxml.revisions import cell_change, row_change
from safecomm.ooxml.walk import OTHER_FILES, nearest_below, walk_blocks
from safecomm.ooxml.wordml import CELL, ROW, TABLE, own_properties, paragraph_style, w
from safecomm.twin.run_reader import RunReader, literal_text

# What would read as markup at the beginning of a line: a heading, a quote, a list, an underlining or a table.
BEGINNING = re.compile(r"(?=#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|[-=_*]{2,}\s*$|\|)")
NUMBER = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")
CONTENTS = {f"toc{level}": level for level in range(1, 10)}
HEADINGS = {"title": 1, **{f"heading{level}": level for level in range(1, 7)}}
INDENT = "    "


class TwinLine(NamedTuple):
    """Lines of one `kind` follow each other without an empty line, unless that is empty; each table is one."""

    kind: object
    text: str


@dataclass
class TwinReader:
    styles: Mapping[str, str]
    counter: ListCounter
    runs: RunReader
    charts: Callable[[etree._Element], Iterator[ReadChart]]
    drawings: Callable[[etree._Element], Iterator[str]]
    depth: int = 0

    def lines(self, parent: Iterable[etree._Element]) -> list[TwinLine]:
        found: list[TwinLine] = []
        for block in walk_blocks(parent, *OTHER_FILES):
            if block.tag in OTHER_FILES:
                found.append(self.other_file(block))
                continue
            if block.tag == TABLE:
                found += self.table(block)
                continue
            if line := self.paragraph(block):
                found.append(line)
            if block not in self.runs.plain_texts:
                for read in self.charts(block):
                    found += chart_lines(read.chart)
                found += (TwinLine("", literal_line(_in_line(line))) for line in self.drawings(block) if line.strip())
        return found

    def other_file(self, element: etree._Element) -> TwinLine:
        """A whole file, a web page or another document, that Word shows in this place."""
        return TwinLine("", f"{{{OTHER_FILES[element.tag]}: {self.runs.target(element, 'id').removeprefix('word/')}}}")

    def paragraph(self, paragraph: etree._Element) -> TwinLine | None:
        properties, identity = own_properties(paragraph), paragraph_style(paragraph)
        style = self.styles.get(identity, "")
        text, item = self.runs.markdown(paragraph).strip(), self.counter.item(properties, identity)
        if item is not None and style not in HEADINGS:
            self.depth = item.level
            mark = "-" if item.number is None else f"{item.number}."
            return TwinLine("item", f"{INDENT * item.level}{mark} {literal_line(text)}".rstrip())
        if not text:
            return None
        if style in HEADINGS:
            return TwinLine("", f"{'#' * HEADINGS[style]} {text}")
        if style in CONTENTS:
            return TwinLine("contents", f"{INDENT * (CONTENTS[style] - 1)}- {literal_line(text)}")
        before = "> " if style.endswith("quote") else INDENT * (self.depth + 1) if style == "listcontinue" else ""
        return TwinLine("", before + literal_line(text))

    def table(self, table: etree._Element) -> Iterator[TwinLine]:
        kind = object()
        for row in nearest_below(table, ROW):
            if not row_change(row).stands:
                continue
            cells = [self.cell(cell) for cell in nearest_below(row, CELL) if cell_change(cell).stands]
            yield TwinLine(kind, f"| {' | '.join(cells)} |")
            if row.find(w("trPr/tblHeader")) is not None:
                yield TwinLine(kind, f"|{' --- |' * len(cells)}")

    def cell(self, cell: etree._Element) -> str:
        """All paragraphs of a cell in one line."""
        return "<br>".join(line.text.strip().replace("|", "\\|") for line in self.lines(cell))


def chart_lines(chart: Chart) -> Iterator[TwinLine]:
    """What the chart says to whoever does not see it, and its data as a table."""
    yield TwinLine("", f"[{_in_line(chart.description or chart.heading)}]")
    head, *rows = chart.rows()
    yield TwinLine(chart, _row(head))
    yield TwinLine(chart, f"|{' --- |' * len(head)}")
    yield from (TwinLine(chart, _row(row)) for row in rows)


def _row(cells: Iterable[str | Decimal | int | None]) -> str:
    texts = ("" if cell is None else _in_line(str(cell)).replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(texts)} |"


def _in_line(text: str) -> str:
    return literal_text(" ".join(text.split()))


def literal_line(text: str) -> str:
    """The text with whatever would begin a heading, a list or a quote made literal."""
    number = NUMBER.match(text)
    start = number.end() if number else 0
    return f"{text[:start]}\\{text[start:]}" if number or BEGINNING.match(text) else text
