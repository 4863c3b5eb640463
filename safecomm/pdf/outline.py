"""On which page each heading stands, read from the outline of a PDF."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import NamedTuple

from pikepdf import Array, OutlineItem, Pdf, PdfError


class OutlineEntry(NamedTuple):
    """Level and page count from 1; page 0 where the entry leads nowhere."""

    level: int
    title: str
    page: int


def page_numbers(pdf: bytes, headings: Sequence[tuple[int, str]]) -> list[int] | None:
    """The page of each heading (level and text, in the order of the document); None where the outline has others."""
    levels = range(min(level for level, _ in headings), max(level for level, _ in headings) + 1)
    entries = [entry for entry in outline(pdf) if entry.level in levels]
    same = len(entries) == len(headings) and all(map(is_entry_of, entries, headings))
    return [entry.page for entry in entries] if same else None


def is_entry_of(entry: OutlineEntry, heading: tuple[int, str]) -> bool:
    """Whether the entry is that of the heading, before whose text Word may have put a number."""
    level, text = heading
    return entry.page > 0 and entry.level == level and " ".join(entry.title.split()).endswith(" ".join(text.split()))


def outline(pdf: bytes) -> list[OutlineEntry]:
    """All entries in the order of the document; none of a file that is no PDF."""
    try:
        with Pdf.open(BytesIO(pdf)) as document, document.open_outline() as tree:
            pages = {page.obj.objgen: number for number, page in enumerate(document.pages, start=1)}
            return list(entries(tree.root, 1, pages))
    except PdfError:
        return []


def entries(items: Iterable[OutlineItem], level: int, pages: Mapping[tuple[int, int], int]) -> Iterator[OutlineEntry]:
    for item in items:
        target = item.destination
        page = pages.get(target[0].objgen, 0) if isinstance(target, Array) and len(target) else 0
        yield OutlineEntry(level, item.title, page)
        yield from entries(item.children, level + 1, pages)
