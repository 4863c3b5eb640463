"""Reads the finished document again and proves that no text was lost on the way."""

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.markdown.blocks import Prose
from safecomm.markdown.plain import paragraph_texts
from safecomm.word.archive import Package
from safecomm.word.escape import beginning
from safecomm.word.story import Printed
from safecomm.word.views import texts
from safecomm.word.visible import BOUNDARY, visible_text
from safecomm.word.wordml import CELL, TABLE, P, T


def prove(package: Package, printed: Mapping[str, Printed], view: object, name: str) -> None:
    """Raises ContentError naming what the template `name` lost: everything printed, and everything in the view."""
    place = Location(name)
    problems = [each for part in printed for each in _unsound(package, printed[part].texts, part, place)]
    if problems := problems or list(_unprinted(view, printed.values(), place)):
        raise ContentError(problems)


def _unsound(package: Package, printed: Iterable[str], part: str, place: Location) -> Iterator[Diagnostic]:
    try:
        root = package.root(part)
    except etree.XMLSyntaxError:
        yield problem("template-result", place, part=part)
        return
    if (inline := next((each for each in root.iter(T) if len(each)), None)) is not None:
        yield problem("template-inline-prose", place, part=part, text=beginning(visible_text(inline)))
    if (cell := next((each for each in root.iter(CELL) if not len(each) or each[-1].tag != P), None)) is not None:
        yield problem("template-cell", place, part=part, text=beginning(visible_text(next(cell.iterancestors(TABLE)))))
    yield from _lost(visible_text(root), printed, part, place)


def _lost(shown: str, printed: Iterable[str], part: str, place: Location) -> Iterator[Diagnostic]:
    """The first printed text that does not stand in the part after the one before it."""
    cursor = 0
    for text in printed:
        found = shown.find(text, cursor)
        if found < 0:
            yield problem("text-lost", place, text=beginning(text), part=part)
            return
        cursor = found + len(text)


def _unprinted(view: object, printed: Iterable[Printed], place: Location) -> Iterator[Diagnostic]:
    """The first lost text of each field of the view: one that no tag printed, alone or within a longer text."""
    printed = list(printed)
    proses = {name for each in printed for name in each.proses}
    alone = {text for each in printed for text in each.texts}
    within, cursor = BOUNDARY.join(text for each in printed for text in each.texts), 0
    lost: set[str] = set()
    for path, value in texts(view, ""):
        text = first_words(value) if isinstance(value, Prose) else value
        if path in lost or (value.name in proses if isinstance(value, Prose) else text in alone):
            continue
        # From where the last one stood: a template prints mostly in the order of the view, and so this stays linear.
        found = within.find(text, cursor)
        found = found if found >= 0 else within.find(text)
        if found < 0 or (text and isinstance(value, Prose)):
            lost.add(path)
            yield problem("text-unprinted", place, path=path, text=beginning(text))
        else:
            alone.add(text)
            cursor = found


def first_words(prose: Prose) -> str:
    return next(filter(None, paragraph_texts(prose.blocks)), "")
