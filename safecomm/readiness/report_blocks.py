"""The status as headings, paragraphs, lists and tables: what Markdown and the page both write."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from safecomm.diagnostic import Location
from safecomm.readiness.finding_index import StatusSection
from safecomm.readiness.progress import progress_of
from safecomm.readiness.readiness import Aspect, CriterionStatus, Gaps
from safecomm.readiness.status_phrases import NOTHING, StatusPhrases


class ReportHeading(NamedTuple):
    """`anchor` is the name that links of the page lead to, of those that it lists."""

    level: int
    text: str
    anchor: str = ""


class ReportParagraph(NamedTuple):
    text: str


class CellLine(NamedTuple):
    """It names a `record`, or the heading with the `anchor`, if any of them."""

    text: str
    record: str = ""
    anchor: str = ""


CellText = str | CellLine


class ReportTable(NamedTuple):
    """`caption` says what the table is about; the first cell of each row names the row. A cell is one or many lines."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[tuple[CellLine, ...], ...], ...]


class ReportGap(NamedTuple):
    kind: str
    what: str
    hint: str
    place: str
    code: str


class ReportGaps(NamedTuple):
    """A table where there is room for one: `header` says what each part of a gap is; with each comes where it is."""

    caption: str
    header: tuple[str, ...]
    gaps: tuple[tuple[ReportGap, Location], ...]


Block = ReportHeading | ReportParagraph | ReportTable | ReportGaps


def status_blocks(phrases: StatusPhrases) -> Iterator[Block]:
    status = phrases.status
    yield ReportHeading(1, phrases.title())
    yield ReportParagraph(phrases.programme())
    yield ReportParagraph(phrases.totals())
    yield overview(phrases)
    for criterion in status.criteria:
        yield from criterion_blocks(phrases, criterion)
    yield from coverage_blocks(phrases)
    yield from partnership_blocks(phrases)
    yield heading(phrases, "evidence-status")
    yield ReportParagraph(phrases.dates())
    yield from gap_blocks(phrases, status.evidence.gaps)
    yield heading(phrases, "reporting")
    yield ReportParagraph(phrases.reporting())
    yield from summary_blocks(phrases)
    yield heading(phrases, "application")
    yield from gap_blocks(phrases, status.gaps)


def heading(phrases: StatusPhrases, name: str) -> ReportHeading:
    return ReportHeading(2, phrases(name), name)


def overview(phrases: StatusPhrases) -> ReportTable:
    """How far each criterion has come."""
    rows = (
        row(
            CellLine(criterion_title(phrases, criterion), anchor=criterion.id),
            phrases("answered", number=progress.answered, of=progress.asked),
            str(sum(len(aspect.gaps) for aspect in criterion.aspects) or NOTHING),
        )
        for criterion in phrases.status.criteria
        for progress in (progress_of(criterion),)
    )
    return ReportTable(phrases("criteria"), tuple(map(phrases, ("area", "progress", "missing"))), tuple(rows))


def criterion_title(phrases: StatusPhrases, criterion: CriterionStatus) -> str:
    return phrases("criterion", label=phrases.status.criterion_label, number=criterion.number, area=criterion.area)


def criterion_blocks(phrases: StatusPhrases, criterion: CriterionStatus) -> Iterator[Block]:
    yield ReportHeading(2, criterion_title(phrases, criterion), criterion.id)
    yield ReportParagraph(f"{phrases('asks')}: {criterion.wording}")
    rows = (row(phrases(aspect.name), phrases.number(aspect), answers(phrases, aspect)) for aspect in criterion.aspects)
    yield ReportTable(phrases("there"), tuple(map(phrases, ("aspect", "number", "answers"))), tuple(rows))
    yield from gap_blocks(phrases, tuple(gap for aspect in criterion.aspects for gap in aspect.gaps))


def answers(phrases: StatusPhrases, aspect: Aspect) -> Sequence[CellText]:
    """The titles; not those of the texts in both languages, which are all the others again."""
    if aspect.name == StatusSection.LANGUAGES:
        return [phrases("both")]
    return [CellLine(answer.title, answer.record) for answer in aspect.answers] or [phrases("none")]


def gap_blocks(phrases: StatusPhrases, gaps: Gaps) -> Iterator[Block]:
    if not gaps:
        yield ReportParagraph(phrases("nothing-missing"))
        return
    told = (
        ReportGap(phrases.kind(gap), phrases.message(gap), phrases.hint(gap), phrases.place(gap.location), gap.code)
        for gap in gaps
    )
    header = (phrases("kind-of-gap"), *map(phrases, ("what", "hint", "place", "code")))
    yield ReportGaps(phrases("missing"), header, tuple(zip(told, (gap.location for gap in gaps), strict=True)))


def coverage_blocks(phrases: StatusPhrases) -> Iterator[Block]:
    coverage = phrases.status.coverage
    yield heading(phrases, "coverage")
    header = (phrases("environment"), *(phrases.label(cell.age) for cell in coverage.rows[0].cells))
    rows = (row(phrases.label(line.environment), *map(phrases.cell, line.cells)) for line in coverage.rows)
    yield ReportTable(phrases("there"), header, tuple(rows))
    for note in phrases.coverage_notes():
        yield ReportParagraph(note)
    holes = [
        row(phrases.label(line.environment), ages)
        for line in coverage.rows
        if (ages := [phrases.label(hole.age) for hole in coverage.holes if hole.environment is line.environment])
    ]
    if holes:
        yield ReportTable(phrases("hole"), (phrases("environment"), phrases("age")), tuple(holes))


def partnership_blocks(phrases: StatusPhrases) -> Iterator[Block]:
    partnership = phrases.status.partnership
    yield heading(phrases, "partnership")
    header = tuple(map(phrases, ("kind", "in-council", "in-measures")))
    rows = (
        row(phrases.label(kind.kind), kind.council or NOTHING, kind.measures or NOTHING) for kind in partnership.kinds
    )
    yield ReportTable(phrases("there"), header, tuple(rows))
    yield ReportParagraph(phrases("city", members=partnership.city_members))
    yield from gap_blocks(phrases, partnership.gaps)


def summary_blocks(phrases: StatusPhrases) -> Iterator[Block]:
    summary = phrases.status.summary
    yield heading(phrases, "summary")
    yield ReportParagraph(phrases.form())
    rows = (row(phrases.field(field), field.answer or phrases("none")) for field in summary.fields)
    yield ReportTable(phrases("there"), tuple(map(phrases, ("field", "answer"))), tuple(rows))
    yield from gap_blocks(phrases, summary.gaps)


def row(*cells: CellText | Sequence[CellText]) -> tuple[tuple[CellLine, ...], ...]:
    return tuple(tuple(map(cell_line, [cell] if isinstance(cell, CellText) else cell)) for cell in cells)


def cell_line(text: CellText) -> CellLine:
    return CellLine(text) if isinstance(text, str) else text
