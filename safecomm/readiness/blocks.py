"""The status as headings, paragraphs, lists and tables: what Markdown and the page both write."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from safecomm.labels import Labels
from safecomm.readiness.findings import Place
from safecomm.readiness.status import Aspect, CriterionStatus, Gaps, Readiness
from safecomm.readiness.words import NOTHING, StatusPhrases


class ReportHeading(NamedTuple):
    level: int
    text: str


class ReportParagraph(NamedTuple):
    text: str


class ReportTable(NamedTuple):
    """`caption` says what the table is about; the first cell of each row names the row. A cell is one or many lines."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]


Block = ReportHeading | ReportParagraph | ReportTable


def blocks(status: Readiness, labels: Labels) -> Iterator[Block]:
    words = StatusPhrases(status, labels)
    yield ReportHeading(1, words("title", name=status.community))
    yield ReportParagraph(words.programme())
    yield ReportParagraph(words.counted())
    for criterion in status.criteria:
        yield from of_criterion(words, criterion)
    yield from coverage(words)
    yield from partnership(words)
    yield ReportHeading(2, words("evidence-status"))
    yield ReportParagraph(words.dates())
    yield from missing(words, status.evidence.gaps)
    yield from summary(words)
    yield ReportHeading(2, words("application"))
    yield from missing(words, status.gaps)


def of_criterion(words: StatusPhrases, criterion: CriterionStatus) -> Iterator[Block]:
    title = words("criterion", number=criterion.number, area=criterion.area)
    yield ReportHeading(2, title)
    yield ReportParagraph(f"{words('asks')}: {criterion.wording}")
    rows = (row(words(each.name), words.number(each), answers(words, each)) for each in criterion.aspects)
    yield ReportTable(words("there"), tuple(map(words, ("aspect", "number", "answers"))), tuple(rows))
    yield from missing(words, tuple(gap for aspect in criterion.aspects for gap in aspect.gaps))


def answers(words: StatusPhrases, aspect: Aspect) -> tuple[str, ...]:
    """The titles; not those of the texts in both languages, which are all the others again."""
    if aspect.name == Place.LANGUAGES:
        return (words("both"),)
    return tuple(each.title for each in aspect.answers) or (words("none"),)


def missing(words: StatusPhrases, gaps: Gaps) -> Iterator[Block]:
    if not gaps:
        yield ReportParagraph(words("nothing-missing"))
        return
    language = words.status.language
    rows = (
        row(words.kind(each), words.message(each), each.hint(language), str(each.location), each.code) for each in gaps
    )
    header = (words("kind-of-gap"), *map(words, ("what", "hint", "place", "code")))
    yield ReportTable(words("missing"), header, tuple(rows))


def coverage(words: StatusPhrases) -> Iterator[Block]:
    found = words.status.coverage
    yield ReportHeading(2, words("coverage"))
    header = (words("environment"), *(words.label(cell.age) for cell in found.rows[0].cells))
    rows = (row(words.label(each.environment), *map(words.cell, each.cells)) for each in found.rows)
    yield ReportTable(words("there"), header, tuple(rows))
    for note in words.coverage_notes():
        yield ReportParagraph(note)
    holes = [
        row(
            words.label(each.environment),
            tuple(words.label(hole.age) for hole in found.holes if hole.environment is each.environment),
        )
        for each in found.rows
        if any(hole.environment is each.environment for hole in found.holes)
    ]
    if holes:
        yield ReportTable(words("hole"), (words("environment"), words("age")), tuple(holes))


def partnership(words: StatusPhrases) -> Iterator[Block]:
    found = words.status.partnership
    yield ReportHeading(2, words("partnership"))
    header = tuple(map(words, ("kind", "in-council", "in-measures")))
    rows = (row(words.label(each.kind), each.council or NOTHING, each.measures or NOTHING) for each in found.kinds)
    yield ReportTable(words("there"), header, tuple(rows))
    yield ReportParagraph(words("city", members=found.city_members))
    yield from missing(words, found.gaps)


def summary(words: StatusPhrases) -> Iterator[Block]:
    found = words.status.summary
    yield ReportHeading(2, words("summary"))
    yield ReportParagraph(words.form())
    rows = (row(words.field(each), each.answer or words("none")) for each in found.fields)
    yield ReportTable(words("there"), tuple(map(words, ("field", "answer"))), tuple(rows))
    yield from missing(words, found.gaps)


def row(*cells: str | Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple((cell,) if isinstance(cell, str) else tuple(cell) for cell in cells)
