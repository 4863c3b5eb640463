"""The blocks of a Word part as a page shows them, by the walk that the twin reads, too."""

from collections.abc import Iterable, Iterator, Set
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath

from lxml import etree

from safecomm.charts.chart_reading import read_charts
from safecomm.ooxml.drawings import drawn_lines
from safecomm.ooxml.list_nesting import ListedItem, nest
from safecomm.ooxml.numbering import ListCounter
from safecomm.ooxml.package import Package
from safecomm.ooxml.walk import OTHER_FILES, walk_blocks
from safecomm.ooxml.wordml import BREAK, TABLE, is_on, own_properties, paragraph_style, w
from safecomm.preview.draw_chart import draw_chart
from safecomm.preview.page_tree import (
    PageBlock,
    PageBreak,
    PageChart,
    PageFigure,
    PageList,
    PageParagraph,
    PageRun,
    PageTable,
)
from safecomm.preview.paragraph_reader import PageParagraphReader, begins_page
from safecomm.preview.table_reader import PageTableReader
from safecomm.twin.block_reader import CONTENTS

CAPTION, CONTINUED = "caption", "listcontinue"
BEFORE, STYLED, SECTION = map(w, ("pageBreakBefore", "pPr/pageBreakBefore", "sectPr"))
Item = ListedItem[list[PageBlock]]


class PageBlockReader:
    """Reads one part; `counter` counts the items of all."""

    def __init__(self, package: Package, part: str, paragraphs: PageParagraphReader, counter: ListCounter) -> None:
        self.package, self.part, self.paragraphs, self.counter = package, part, paragraphs, counter
        self.plain_texts = paragraphs.runs.plain_texts

    def blocks(self, parent: Iterable[etree._Element]) -> tuple[PageBlock, ...]:
        return tuple(captioned(listed(self.read(parent))))

    def read(self, parent: Iterable[etree._Element]) -> Iterator[PageBlock | Item]:
        for block in walk_blocks(parent, *OTHER_FILES):
            if block.tag in OTHER_FILES:
                name = PurePosixPath(self.paragraphs.runs.target(block, "id")).name
                yield PageParagraph((PageRun(f"[{name}]"),))
            elif block.tag == TABLE:
                yield PageTableReader(block, self.blocks, self.paragraphs.sections).read()
            else:
                yield from self.paragraph(block)

    def paragraph(self, block: etree._Element) -> Iterator[PageBlock | Item]:
        """With the rule of a new page before it or behind, and what is drawn in it."""
        style, properties = paragraph_style(block), own_properties(block)
        if self.begins_page(block, style, properties):
            yield PageBreak()
        paragraph = self.paragraphs.read(block, style)
        item = self.counter.item(properties, style)
        if item is not None and paragraph.level is None:
            yield ListedItem(item.level, item.number, [paragraph])
        elif paragraph.style in CONTENTS and paragraph.text.strip():
            yield ListedItem(CONTENTS[paragraph.style] - 1, None, [paragraph])
        elif is_figure(paragraph):
            yield PageFigure((), paragraph)
        elif paragraph.runs:
            yield paragraph
        if block not in self.plain_texts:
            yield from self.drawn(block)
        if properties is not None and properties.find(SECTION) is not None:
            yield PageBreak()

    def begins_page(self, block: etree._Element, style: str, properties: etree._Element | None) -> bool:
        if properties is not None and properties.find(BEFORE) is not None:
            return is_on(properties, "pageBreakBefore")
        has_break = block not in self.plain_texts and any(map(begins_page, block.iter(BREAK)))
        return has_break or style in self.breaking

    @cached_property
    def breaking(self) -> Set[str]:
        """The styles whose paragraphs begin a page."""
        styles = self.paragraphs.styles
        said = {style: [own for own in styles.chain(style) if own.find(STYLED) is not None] for style in styles.names}
        return {style for style, owners in said.items() if owners and is_on(owners[0], "pPr/pageBreakBefore")}

    def drawn(self, block: etree._Element) -> Iterator[PageBlock]:
        charts = [read.chart for read in read_charts(self.package, self.part, block)]
        if charts:
            language = self.paragraphs.language
            yield PageFigure(tuple(PageChart(chart, draw_chart(chart, language)) for chart in charts))
        lines = drawn_lines(self.package, self.part, block)
        yield from (PageParagraph((PageRun(line),)) for line in lines if line.strip())


def is_figure(paragraph: PageParagraph) -> bool:
    """Whether it shows pictures and nothing else."""
    return not paragraph.text.strip() and any(run.picture for run in paragraph.runs)


def listed(blocks: Iterable[PageBlock | Item]) -> Iterator[PageBlock]:
    """With the items that follow each other as lists, each with the paragraphs that go on with it."""
    items: list[Item] = []
    for block in blocks:
        if isinstance(block, ListedItem):
            items.append(block)
        elif items and isinstance(block, PageParagraph) and block.style == CONTINUED:
            items[-1].content.append(block)
        else:
            yield from map(PageList, nest(items))
            items = []
            yield block
    yield from map(PageList, nest(items))


def captioned(blocks: Iterable[PageBlock]) -> Iterator[PageBlock]:
    """With captions in what they are about: that of a table stands above it, that of a figure below."""
    found: list[PageBlock] = []
    for block in chain(blocks, [None]):
        caption = as_caption(found[-1]) if found else None
        figure = found[-2] if len(found) > 1 else None
        if caption and isinstance(block, PageTable):
            found[-1] = block._replace(caption=caption)
            continue
        if caption and isinstance(figure, PageFigure) and figure.caption is None:
            found[-2:] = [figure._replace(caption=caption)]
        if block is not None:
            found.append(block)
    return iter(found)


def as_caption(block: PageBlock) -> PageParagraph | None:
    """The block if it is a caption."""
    return block if isinstance(block, PageParagraph) and block.style == CAPTION else None
