"""Reads the finished document again and proves that no text was lost on the way."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import zip_longest
from math import isclose

from safecomm.charts.chart import Chart
from safecomm.charts.chart_reading import ReadChart, read_charts
from safecomm.charts.workbook import read_rows
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.markdown.blocks import Prose
from safecomm.markdown.traversal import paragraph_texts
from safecomm.ooxml.escape import beginning
from safecomm.ooxml.package import Package
from safecomm.ooxml.walk import BOUNDARY, visible_text
from safecomm.ooxml.wordml import CELL, DRAWING_PROPERTIES, TABLE, P, T
from safecomm.word.story_printer import Printed
from safecomm.word.view_texts import texts


def prove(package: Package, printed: Mapping[str, Printed], view: object, name: str) -> None:
    """Raises ContentError naming what the template `name` lost: everything printed, and everything in the view."""
    place = Location(name)
    problems = [fault for part in printed for fault in _find_faults(package, printed[part], part, place)]
    if problems := problems or list(_find_unprinted(view, printed.values(), place)):
        raise ContentError(problems)


def _find_faults(package: Package, printed: Printed, part: str, place: Location) -> Iterator[Diagnostic]:
    try:
        root = package.root(part)
    except ContentError:
        yield problem("template-result", place, part=part)
        return
    if (inline := next((text for text in root.iter(T) if len(text)), None)) is not None:
        described = (drawing.get("descr", "") for drawing in inline.iter(DRAWING_PROPERTIES))
        shown = " ".join((visible_text(inline), *described))
        yield problem("template-inline-prose", place, part=part, text=beginning(shown))
    if (cell := next((cell for cell in root.iter(CELL) if not len(cell) or cell[-1].tag != P), None)) is not None:
        yield problem("template-cell", place, part=part, text=beginning(visible_text(next(cell.iterancestors(TABLE)))))
    yield from _find_lost(visible_text(root), printed.texts, part, place)
    yield from _find_lost_charts(list(read_charts(package, part, root)), package, printed.charts, part, place)


def _find_lost(shown: str, printed: Iterable[str], part: str, place: Location) -> Iterator[Diagnostic]:
    """The first printed text that does not stand in the part after the one before it."""
    cursor = 0
    for text in printed:
        start = shown.find(text, cursor)
        if start < 0:
            yield problem("text-lost", place, text=beginning(text), part=part)
            return
        cursor = start + len(text)


def _find_lost_charts(
    read: list[ReadChart], package: Package, printed: list[Chart], part: str, place: Location
) -> Iterator[Diagnostic]:
    """The first printed chart that does not stand in its turn in the part, whole in its drawing and in its workbook."""
    for index, chart in enumerate(printed):
        drawn = read[index] if index < len(read) else None
        if drawn is None or drawn.chart != chart._replace(name="", record="") or not _in_workbook(package, drawn):
            yield problem("text-lost", place, text=beginning(chart.title), part=part)
            return


def _in_workbook(package: Package, drawn: ReadChart) -> bool:
    read = read_rows(package.read(drawn.workbook)) if drawn.workbook in package.names else []
    # Cells at the end of a row that hold nothing are not written.
    rows = zip_longest(drawn.chart.rows(), read, fillvalue=())
    return all(_same_cell(*cells) for row in rows for cells in zip_longest(*row))


def _same_cell(written: str | Decimal | int | None, read: str | float | None) -> bool:
    if isinstance(written, Decimal | int) and isinstance(read, float):
        # Workbooks hold fifteen digits.
        return isclose(written, read, rel_tol=1e-14)
    return written == read


def _find_unprinted(view: object, printed: Iterable[Printed], place: Location) -> Iterator[Diagnostic]:
    """The first lost text of each field of the view: one that no tag printed, alone or within a longer text."""
    printed = list(printed)
    whole = {name for part in printed for name in (*part.proses, *(chart.name for chart in part.charts))}
    listed = [text for part in printed for text in part.texts]
    alone, within, cursor = set(listed), BOUNDARY.join(listed), 0
    lost: set[str] = set()
    for path, value in texts(view, ""):
        text = value if isinstance(value, str) else first_words(value)
        if path in lost or (text in alone if isinstance(value, str) else value.name in whole):
            continue
        # From where the last one stood: a template prints mostly in the order of the view, and so this stays linear.
        start = within.find(text, cursor)
        start = start if start >= 0 else within.find(text)
        if start < 0 or (text and not isinstance(value, str)):
            lost.add(path)
            yield problem("text-unprinted", place, path=path, text=beginning(text))
        else:
            alone.add(text)
            cursor = start


def first_words(value: Prose | Chart) -> str:
    return value.name if isinstance(value, Chart) else next(filter(None, paragraph_texts(value.blocks)), "")
