"""The status on one screen: 80 columns, and for a programme like Solna's about 50 lines."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from safecomm.diagnostic import Diagnostic
from safecomm.labels import Labels
from safecomm.readiness.readiness import CriterionStatus, Readiness
from safecomm.readiness.status_phrases import NOTHING, StatusPhrases
from safecomm.report.plain import group_by_code
from safecomm.report.terminal_text import bold, yellow

WIDTH = 80
LABEL, COLUMN = 24, 9


def as_text(status: Readiness, labels: Labels) -> str:
    phrases = StatusPhrases(status, labels)
    lines = [
        bold(phrases.title()),
        *wrap_lines(phrases.programme()),
        *criteria_lines(phrases),
        *coverage_lines(phrases),
        *partnership_lines(phrases),
        *evidence_lines(phrases),
        *lines_with_heading(phrases("reporting"), phrases.reporting()),
        *summary_lines(phrases),
        *application_lines(phrases),
        *lines_with_heading(phrases.totals(), phrases("titles")),
    ]
    return "".join(f"{line}\n" for line in lines)


def criteria_lines(phrases: StatusPhrases) -> Iterator[str]:
    """The numbers stand in columns below their names, each criterion's below what it asks."""
    first = phrases.status.criteria[0]
    columns = [phrases(aspect.name) for aspect in first.aspects]
    yield bold("  " + "  ".join(columns))
    for criterion in phrases.status.criteria:
        yield from criterion_lines(phrases, criterion, [len(name) for name in columns])


def criterion_lines(phrases: StatusPhrases, criterion: CriterionStatus, widths: Sequence[int]) -> Iterator[str]:
    yield from wrap_lines(f"{criterion.number} {criterion.wording}", "  ")
    numbers = (phrases.number(aspect).ljust(width) for aspect, width in zip(criterion.aspects, widths, strict=True))
    yield f"  {'  '.join(numbers)}".rstrip()
    yield from gap_lines(phrases, [gap for aspect in criterion.aspects for gap in aspect.gaps])


def coverage_lines(phrases: StatusPhrases) -> Iterator[str]:
    yield bold(phrases("coverage"))
    rows = phrases.status.coverage.rows
    ages = [wrap(phrases.label(cell.age), COLUMN - 2) for cell in rows[0].cells]
    depth = max(map(len, ages))
    for line in range(depth):
        yield row("", (([""] * (depth - len(age)) + age)[line] for age in ages))
    for place in rows:
        yield row(phrases.label(place.environment), map(phrases.cell, place.cells))
    yield from wrap_lines(". ".join(phrases.coverage_notes()))


def row(label: str, cells: Iterable[str]) -> str:
    return f"{label:<{LABEL}}{''.join(f' {cell:>{COLUMN - 1}}' for cell in cells)}"


def partnership_lines(phrases: StatusPhrases) -> Iterator[str]:
    yield bold(phrases("partnership"))
    kinds = phrases.status.partnership.kinds
    council = phrases.kinds((kind.kind, len(kind.council)) for kind in kinds if kind.council)
    measures = phrases.kinds((kind.kind, len(kind.measures)) for kind in kinds if kind.measures)
    neither = phrases.kinds((kind.kind, 0) for kind in kinds if not kind.council and not kind.measures)
    for name, listed in (("in-council", council), ("in-measures", measures), ("neither", neither)):
        yield from wrap_lines(f"{phrases(name)}: {listed}", "  ")
    yield from gap_lines(phrases, phrases.status.partnership.gaps)


def evidence_lines(phrases: StatusPhrases) -> Iterator[str]:
    yield from lines_with_heading(phrases("evidence-status"), phrases.dates())
    yield from gap_lines(phrases, phrases.status.evidence.gaps)


def summary_lines(phrases: StatusPhrases) -> Iterator[str]:
    empty = phrases.empty_fields()
    missing = f" {phrases('blank', fields=', '.join(empty))}" if empty else ""
    yield from lines_with_heading(phrases("summary"), f"{phrases.form()}{missing}")
    yield from gap_lines(phrases, phrases.status.summary.gaps)


def application_lines(phrases: StatusPhrases) -> Iterator[str]:
    if phrases.status.gaps:
        yield bold(phrases("application"))
        yield from gap_lines(phrases, phrases.status.gaps)


def gap_lines(phrases: StatusPhrases, diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """The first of each code: the screen is for the overview, in which a dash or a number is question enough."""
    for gap, more in group_by_code([gap for gap in diagnostics if not gap.is_question]):
        kind = phrases.kind(gap)
        others = f" {phrases('more', number=more)}" if more else ""
        line = f"  {kind}: {phrases.message(gap)} [{gap.code}] {gap.location}{others}"
        first, *rest = wrap_lines(line, "    ")
        yield first.replace(kind, yellow(kind), 1)
        yield from rest


def lines_with_heading(title: str, sentence: str) -> Iterator[str]:
    """A heading with its sentence on the same line."""
    first, *rest = wrap_lines(f"{title}. {sentence}", "  ")
    yield first.replace(title, bold(title), 1)
    yield from rest


def wrap_lines(paragraph: str, indent: str = "") -> list[str]:
    return wrap(paragraph, WIDTH, subsequent_indent=indent, break_on_hyphens=False) or [NOTHING]
