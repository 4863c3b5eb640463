"""What was understood of a file, in lines for whoever imports it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from safecomm.content.records import Observation
from safecomm.content.vocabulary import ZERO, Age, FigureStatus, Sex
from safecomm.diagnostic import listed
from safecomm.intake.cell_values import EMPTY, meanings
from safecomm.intake.figures import KEY, FigureRow
from safecomm.intake.importing import Import
from safecomm.labels import Labels, lower_first
from safecomm.messages.texts import texts_of

MANY = 12
"""Different words of a column that are listed."""
PARTS = tuple(column for column in KEY if column not in ("year", "date", "place"))


def overview(made: Import, labels: Labels) -> str:
    return "".join(f"{line}\n" for line in lines(made, labels))


def lines(made: Import, labels: Labels) -> Iterator[str]:
    says, understood = texts_of("intake", labels.language), made.understood
    rows, dialect = understood.rows, understood.table.dialect
    yield says["shape"].format(shape=says[f"shape-{dialect.shape}"])
    if made.like:
        yield says["like"].format(id=made.like)
    if title := understood.table.told.get("title"):
        yield says["title"].format(title=title)
    if understood.chosen.measure:
        yield says["measure"].format(measure=understood.chosen.measure)
    for name, label in understood.chosen.fixed.items():
        if name and label:
            yield says["fixed"].format(name=name, label=label)
    years = sorted({row.year or row.date for row in rows})
    yield says["years"].format(years=", ".join(years if len(years) <= MANY else (years[0], "…", years[-1])))
    yield says["places"].format(places=", ".join(places(rows, says["community"])))
    if left_out := len(understood.chosen.cells) - len(understood.cells):
        yield says["left-out"].format(number=left_out)
    yield from parts(rows, labels, says)
    yield says["figures"].format(number=len(rows))
    if added := len(rows) - len(understood.cells):
        yield says["absent"].format(number=added)
    yield from statuses(rows, labels, says)
    yield from signs(made, labels, says)


def parts(rows: Sequence[FigureRow], labels: Labels, says: Mapping[str, str]) -> Iterator[str]:
    """By what the figures are divided, with the words that there are."""
    called = {value.value: lower_first(labels.value(value)) for value in (*Sex, *Age)}
    for column in PARTS:
        words = sorted({word for row in rows if (word := getattr(row, column))})
        shown = listed((called.get(word, word) for word in words), labels.language)
        if words:
            name = lower_first(labels.field(Observation, column))
            yield says["part"].format(column=name, words=shown if len(words) <= MANY else len(words))


def places(rows: Sequence[FigureRow], community: str) -> Iterator[str]:
    return (place or community for place in sorted({row.place for row in rows}))


def statuses(rows: Sequence[FigureRow], labels: Labels, says: Mapping[str, str]) -> Iterator[str]:
    """How many figures there are of each status: the holes by their reasons, and the values that may change."""
    for status, number in sorted(Counter(row.status for row in rows if row.status).items()):
        key = "hole" if any(row.status == status and not row.value for row in rows) else "flag"
        yield says[key].format(number=number, status=lower_first(labels.value(FigureStatus(status))))


def signs(made: Import, labels: Labels, says: Mapping[str, str]) -> Iterator[str]:
    """What each sign was taken for that stands in the file."""
    known = meanings(made.understood.table.dialect, made.choices)
    used = {cell.text for cell in made.understood.cells}
    for sign in sorted(used & known.keys()):
        meaning = "0" if known[sign] == ZERO else labels.value(FigureStatus(known[sign]))
        yield says["sign"].format(sign=sign or EMPTY, meaning=lower_first(meaning))
