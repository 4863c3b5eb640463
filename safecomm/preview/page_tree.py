"""A Word document as a page shows it: what there is of it, in order, and nothing of how Word writes it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from safecomm.charts.chart import Chart
from safecomm.ooxml.list_nesting import NestedList
from safecomm.preview.chart_drawing import ChartDrawing


class PagePicture(NamedTuple):
    """`key` finds it among the pictures of its page; it is empty for one that no browser shows."""

    key: str
    description: str


class PageRun(NamedTuple):
    """Text that is marked in one way, a line end, or instead of text a picture or the call of a `note`.

    `address` leads out of the document, `name` to a bookmark in it; `language` is empty where it is the paragraph's.
    """

    text: str = ""
    bold: bool = False
    italic: bool = False
    address: str = ""
    name: str = ""
    language: str = ""
    note: int = 0
    picture: PagePicture | None = None


def is_plain(run: PageRun) -> bool:
    return not any(run[1:]) and "\n" not in run.text


class PageParagraph(NamedTuple):
    """`level` is that of a heading from 1 on, and 0 of the document's title; None of what is no heading.

    `names` are the bookmarks that begin in it, `record` the one of the record below whose title it stands. `language`
    is empty where it is the document's.
    """

    runs: tuple[PageRun, ...]
    style: str = ""
    level: int | None = None
    names: tuple[str, ...] = ()
    record: str = ""
    language: str = ""

    @property
    def plain(self) -> str | None:
        """The text where nothing in it is marked, as in most."""
        return self.runs[0].text if len(self.runs) == 1 and is_plain(self.runs[0]) else None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class PageCell(NamedTuple):
    """`scope` is `col` or `row` where it heads them; `columns` and `rows` are how many it reaches over."""

    blocks: "tuple[PageBlock, ...]"
    scope: str = ""
    columns: int = 1
    rows: int = 1


class PageRow(NamedTuple):
    cells: tuple[PageCell, ...]
    heads: bool


class PageTable(NamedTuple):
    """`label` is what the file calls it for those who do not see it."""

    rows: tuple[PageRow, ...]
    caption: PageParagraph | None
    label: str


class PageList(NamedTuple):
    """Each of its items holds blocks, and the lists below it."""

    nested: "NestedList[list[PageBlock]]"


class PageChart(NamedTuple):
    """`drawing` is None where only the table can tell what the chart shows."""

    chart: Chart
    drawing: ChartDrawing | None


class PageFigure(NamedTuple):
    """The charts that stand beside each other, or a paragraph of pictures; `caption` stands below them."""

    charts: tuple[PageChart, ...]
    pictures: PageParagraph | None = None
    caption: PageParagraph | None = None


class PageBreak(NamedTuple):
    """Where Word begins a new page because somebody said so."""


PageBlock = PageParagraph | PageTable | PageList | PageFigure | PageBreak


class PageNote(NamedTuple):
    number: int
    blocks: tuple[PageBlock, ...]


class PageHeading(NamedTuple):
    """A heading as the contents beside the page have it."""

    level: int
    text: str
    name: str
    language: str


@dataclass(frozen=True, eq=False)
class PageChapter:
    """What stands from one heading to the next; the same object in all pages in which it says the same."""

    blocks: tuple[PageBlock, ...]

    @cached_property
    def led_to(self) -> frozenset[str]:
        """The bookmarks to which it leads."""
        runs = chain.from_iterable(paragraph.runs for paragraph in paragraphs_in(self.blocks))
        return frozenset(run.name for run in runs if run.name)


class WordPage(NamedTuple):
    """`pictures` leads from the keys of pictures to their parts; `names` are the bookmarks that have a place."""

    language: str
    chapters: tuple[PageChapter, ...]
    notes: tuple[PageNote, ...]
    headings: tuple[PageHeading, ...]
    pictures: Mapping[str, str]
    names: frozenset[str]

    @property
    def blocks(self) -> tuple[PageBlock, ...]:
        return tuple(block for chapter in self.chapters for block in chapter.blocks)

    @property
    def has_title(self) -> bool:
        return any(isinstance(block, PageParagraph) and block.level == 0 for block in self.blocks)


def paragraphs_in(blocks: Iterable[PageBlock]) -> Iterator[PageParagraph]:
    """All of them in the order in which they are read."""
    for block in blocks:
        match block:
            case PageParagraph():
                yield block
            case PageList(nested):
                yield from paragraphs_of_list(nested)
            case PageTable(rows, caption):
                yield from [caption] if caption else ()
                yield from paragraphs_in(inner for row in rows for cell in row.cells for inner in cell.blocks)
            case PageFigure(_, pictures, caption):
                yield from filter(None, (pictures, caption))


def paragraphs_of_list(nested: "NestedList[list[PageBlock]]") -> Iterator[PageParagraph]:
    for item in nested.items:
        yield from paragraphs_in(item.content)
        for below in item.below:
            yield from paragraphs_of_list(below)
