"""A form that came back: the rows of its tables, each with its hidden marks, what it asks and what was answered."""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.bookmarks import NAME, START
from safecomm.ooxml.numbering import ListCounter
from safecomm.ooxml.opening import Limits, open_word_file
from safecomm.ooxml.package import Package
from safecomm.ooxml.revisions import cell_change, row_change
from safecomm.ooxml.walk import nearest_below, paragraph_text, walk_blocks
from safecomm.ooxml.wordml import (
    CELL,
    ENDNOTE_CALL,
    FOOTNOTE_CALL,
    ROW,
    TABLE,
    P,
    R,
    is_on,
    own_properties,
    paragraph_style,
    w,
)
from safecomm.word.own_parts import CORE, CREATOR, CUSTOM, origin_in

LIMITS = Limits(file=30_000_000)
"""No form is larger."""
CONTROL, PLACEHOLDER = w("sdt"), w("sdtPr/showingPlcHdr")
NO_TEXT = TABLE, FOOTNOTE_CALL, ENDNOTE_CALL, *map(w, ("drawing", "pict", "object"))


class FormRow(NamedTuple):
    """A row below its headings, the nearest last; in `asked` and `answer` paragraphs are parted by an empty line.

    `has_more` where the answer holds what is no text, `has_looks` where some of its words are bold or italic.
    """

    headings: tuple[str, ...]
    marks: tuple[str, ...]
    asked: str
    answer: str
    has_more: bool
    has_looks: bool
    is_header: bool


class ReturnedForm(NamedTuple):
    """`told` is what the file says of itself, `creator` whose form it is."""

    name: str
    told: Mapping[str, str]
    creator: str
    rows: tuple[FormRow, ...]


def read_form(path: Path) -> ReturnedForm:
    """Raises ContentError where the file is damaged or hostile, or no Word file."""
    package = open_word_file(path, limits=LIMITS)
    creator, told = package.root(CORE).findtext(CREATOR, "") or "", origin_in(package.root(CUSTOM))
    return ReturnedForm(package.name, told, creator, tuple(FormReader(package).rows()))


class FormReader:
    """Reads one form from its beginning to its end, as lists are counted."""

    def __init__(self, package: Package) -> None:
        self.body, self.levels = package.body, package.styles.heading_levels
        self.counter = ListCounter(package.related_root("numbering"), package.styles)
        self.headings: dict[int, str] = {}

    def rows(self) -> Iterator[FormRow]:
        for block in walk_blocks(self.body):
            if block.tag == TABLE:
                rows = (row for row in nearest_below(block, ROW) if row_change(row).stands)
                yield from filter(None, map(self.row, rows))
            elif level := self.levels.get(paragraph_style(block)):
                self.headings = {above: text for above, text in self.headings.items() if above < level}
                self.headings[level] = paragraph_text(block).strip()

    def row(self, row: etree._Element) -> FormRow | None:
        """None for one that has not two cells."""
        cells = [cell for cell in nearest_below(row, CELL) if cell_change(cell).stands]
        if len(cells) != 2:
            return None
        asked, answer = cells
        marks = tuple(start.get(NAME, "") for start in row.iter(START))
        more = next(answer.iter(*NO_TEXT), None) is not None
        looks = any(is_on(run, f"rPr/{look}") for run in answer.iter(R) for look in ("b", "i"))
        is_header = row.find(w("trPr/tblHeader")) is not None
        return FormRow(
            tuple(self.headings.values()), marks, self.text(asked), self.text(answer), more, looks, is_header
        )

    def text(self, cell: etree._Element) -> str:
        """Items of lists that Word has made of what was typed have their marks again, and follow each other."""
        text, before = "", ""
        for paragraph in walk_blocks(cell):
            if paragraph.tag != P or not (line := shown(paragraph)).strip():
                continue
            mark = self.list_mark(paragraph)
            gap = "" if not text else "\n" if mark and before else "\n\n"
            text, before = f"{text}{gap}{mark}{line.rstrip()}", mark
        return text

    def list_mark(self, paragraph: etree._Element) -> str:
        item = self.counter.item(own_properties(paragraph), paragraph_style(paragraph))
        if item is None:
            return ""
        return "    " * item.level + ("- " if item.number is None else f"{item.number}. ")


def shown(paragraph: etree._Element) -> str:
    """What the paragraph says; nothing where it only says what is to be chosen or written there."""
    controls = chain(paragraph.iterancestors(CONTROL), paragraph.iter(CONTROL))
    if any(control.find(PLACEHOLDER) is not None for control in controls):
        return ""
    return paragraph_text(paragraph)
