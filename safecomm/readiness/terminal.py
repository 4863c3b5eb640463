"""The status on one screen: 80 columns, and for a programme like Solna's about 50 lines."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from safecomm.diagnostic import Diagnostic
from safecomm.labels import Labels
from safecomm.readiness.status import CriterionStatus, Readiness
from safecomm.readiness.words import NOTHING, StatusPhrases, asks, folded
from safecomm.report.terminal_text import bold, yellow

WIDTH = 80
LABEL, COLUMN = 20, 15


def text(status: Readiness, labels: Labels) -> str:
    words = StatusPhrases(status, labels)
    lines = [
        bold(words("title", name=status.community)),
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


def criteria(words: StatusPhrases) -> Iterator[str]:
    """The numbers stand in columns below their names, each criterion's below what it asks."""
    first = words.status.criteria[0]
    columns = [words(aspect.name) for aspect in first.aspects]
    yield bold("  " + "  ".join(columns))
    for answered in words.status.criteria:
        yield from criterion(words, answered, [len(name) for name in columns])


def criterion(words: StatusPhrases, answered: CriterionStatus, widths: Sequence[int]) -> Iterator[str]:
    yield from filled(f"{answered.number} {answered.wording}", "  ")
    numbers = (words.number(aspect).ljust(width) for aspect, width in zip(answered.aspects, widths, strict=True))
    yield f"  {'  '.join(numbers)}".rstrip()
    yield from gaps(words, [gap for aspect in answered.aspects for gap in aspect.gaps])


def coverage(words: StatusPhrases) -> Iterator[str]:
    yield bold(words("coverage"))
    rows = words.status.coverage.rows
    ages = [wrap(words.label(cell.age), COLUMN - 2) for cell in rows[0].cells]
    depth = max(map(len, ages))
    for line in range(depth):
        yield row("", (([""] * (depth - len(age)) + age)[line] for age in ages))
    for place in rows:
        yield row(words.label(place.environment), map(words.cell, place.cells))
    yield from filled(". ".join(words.coverage_notes()))


def row(label: str, cells: Iterable[str]) -> str:
    return f"{label:<{LABEL}}{''.join(f'{cell:>{COLUMN}}' for cell in cells)}"


def partnership(words: StatusPhrases) -> Iterator[str]:
    yield bold(words("partnership"))
    kinds = words.status.partnership.kinds
    council = words.kinds((kind.kind, len(kind.council)) for kind in kinds if kind.council)
    measures = words.kinds((kind.kind, len(kind.measures)) for kind in kinds if kind.measures)
    neither = words.kinds((kind.kind, 0) for kind in kinds if not kind.council and not kind.measures)
    for name, listed in (("in-council", council), ("in-measures", measures), ("neither", neither)):
        yield from filled(f"{words(name)}: {listed}", "  ")
    yield from gaps(words, words.status.partnership.gaps)


def evidence(words: StatusPhrases) -> Iterator[str]:
    yield from headed(words("evidence-status"), words.dates())
    yield from gaps(words, words.status.evidence.gaps)


def summary(words: StatusPhrases) -> Iterator[str]:
    blank = words.blank()
    missing = f" {words('blank', fields=', '.join(blank))}" if blank else ""
    yield from headed(words("summary"), f"{words.form()}{missing}")
    yield from gaps(words, words.status.summary.gaps)


def application(words: StatusPhrases) -> Iterator[str]:
    if words.status.gaps:
        yield bold(words("application"))
        yield from gaps(words, words.status.gaps)


def gaps(words: StatusPhrases, diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """The first of each code: the screen is for the overview, in which a dash or a number is question enough."""
    for gap, more in folded([gap for gap in diagnostics if not asks(gap)]):
        kind = words.kind(gap)
        others = f" {words('more', number=more)}" if more else ""
        told = f"  {kind}: {words.message(gap)} [{gap.code}] {gap.location}{others}"
        first, *rest = filled(told, "    ")
        yield first.replace(kind, yellow(kind), 1)
        yield from rest


def headed(title: str, told: str) -> Iterator[str]:
    """A heading with its sentence on the same line."""
    first, *rest = filled(f"{title}. {told}", "  ")
    yield first.replace(title, bold(title), 1)
    yield from rest


def filled(paragraph: str, indent: str = "") -> list[str]:
    return wrap(paragraph, WIDTH, subsequent_indent=indent, break_on_hyphens=False) or [NOTHING]
