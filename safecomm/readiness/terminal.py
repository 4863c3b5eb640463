"""The status on one screen: 80 columns, and for a programme like Solna's about 50 lines."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from safecomm.diagnostic import Diagnostic
from safecomm.labels import Labels
from safecomm.readiness.status import CriterionStatus, Status
from safecomm.readiness.words import NOTHING, Words, asks, folded

WIDTH = 80
LABEL, COLUMN = 20, 15
BOLD, YELLOW, PLAIN = "\x1b[1m", "\x1b[33m", "\x1b[0m"
"""Colours for a terminal; `click.echo` takes them away where nobody sees them."""


def text(status: Status, labels: Labels) -> str:
    words = Words(status, labels)
    lines = [
        heading(words("title", name=status.community)),
        *filled(words.programme()),
        *criteria(words),
        *coverage(words),
        *partnership(words),
        *evidence(words),
        *summary(words),
        *application(words),
        *headed(words.counted(), words("titles")),
    ]
    return "".join(f"{line}\n" for line in lines)


def criteria(words: Words) -> Iterator[str]:
    """The numbers stand in columns below their names, each criterion's below what it asks."""
    first = words.status.criteria[0]
    columns = [words(aspect.name) for aspect in first.aspects]
    yield heading("  " + "  ".join(columns))
    for each in words.status.criteria:
        yield from criterion(words, each, [len(name) for name in columns])


def criterion(words: Words, each: CriterionStatus, widths: Sequence[int]) -> Iterator[str]:
    yield from filled(f"{each.number} {each.wording}", "  ")
    numbers = (words.number(aspect).ljust(width) for aspect, width in zip(each.aspects, widths, strict=True))
    yield f"  {'  '.join(numbers)}".rstrip()
    yield from gaps(words, [gap for aspect in each.aspects for gap in aspect.gaps])


def coverage(words: Words) -> Iterator[str]:
    yield heading(words("coverage"))
    rows = words.status.coverage.rows
    ages = [wrap(words.label(cell.age), COLUMN - 2) for cell in rows[0].cells]
    depth = max(map(len, ages))
    for line in range(depth):
        yield row("", (([""] * (depth - len(age)) + age)[line] for age in ages))
    for each in rows:
        yield row(words.label(each.environment), map(words.cell, each.cells))
    yield from filled(". ".join(words.coverage_notes()))


def row(label: str, cells: Iterable[str]) -> str:
    return f"{label:<{LABEL}}{''.join(f'{cell:>{COLUMN}}' for cell in cells)}"


def partnership(words: Words) -> Iterator[str]:
    yield heading(words("partnership"))
    kinds = words.status.partnership.kinds
    council = words.kinds((each.kind, len(each.council)) for each in kinds if each.council)
    measures = words.kinds((each.kind, len(each.measures)) for each in kinds if each.measures)
    neither = words.kinds((each.kind, 0) for each in kinds if not each.council and not each.measures)
    for name, listed in (("in-council", council), ("in-measures", measures), ("neither", neither)):
        yield from filled(f"{words(name)}: {listed}", "  ")
    yield from gaps(words, words.status.partnership.gaps)


def evidence(words: Words) -> Iterator[str]:
    yield from headed(words("evidence-status"), words.dates())
    yield from gaps(words, words.status.evidence.gaps)


def summary(words: Words) -> Iterator[str]:
    blank = words.blank()
    missing = f" {words('blank', fields=', '.join(blank))}" if blank else ""
    yield from headed(words("summary"), f"{words.form()}{missing}")
    yield from gaps(words, words.status.summary.gaps)


def application(words: Words) -> Iterator[str]:
    if words.status.gaps:
        yield heading(words("application"))
        yield from gaps(words, words.status.gaps)


def gaps(words: Words, found: Sequence[Diagnostic]) -> Iterator[str]:
    """The first of each code: the screen is for the overview, in which a dash or a number is question enough."""
    for gap, more in folded([each for each in found if not asks(each)]):
        kind = words.kind(gap)
        others = f" {words('more', number=more)}" if more else ""
        told = f"  {kind}: {words.message(gap)} [{gap.code}] {gap.location}{others}"
        first, *rest = filled(told, "    ")
        yield first.replace(kind, f"{YELLOW}{kind}{PLAIN}", 1)
        yield from rest


def headed(title: str, told: str) -> Iterator[str]:
    """A heading with its sentence on the same line."""
    first, *rest = filled(f"{title}. {told}", "  ")
    yield first.replace(title, heading(title), 1)
    yield from rest


def heading(line: str) -> str:
    return f"{BOLD}{line}{PLAIN}"


def filled(paragraph: str, indent: str = "") -> list[str]:
    return wrap(paragraph, WIDTH, subsequent_indent=indent, break_on_hyphens=False) or [NOTHING]
