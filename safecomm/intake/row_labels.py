"""What each row of a table is about: whole also where a sheet says it once for several rows."""

from collections.abc import Iterator, Sequence

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.intake.delimited import TableRow
from safecomm.intake.headings import Column


def with_labels(
    body: Sequence[TableRow], columns: Sequence[Column], places: Sequence[int], is_sheet: bool, name: str
) -> list[TableRow]:
    """With a word in each of these places; raises ContentError where one is missing, which may mean anything."""
    # As PxWeb writes its sheets: columns without a name, and of equal words below each other the first only.
    repeated = [place for place in places if is_sheet and not columns[place].name]
    whole = list(filled_down(body, repeated))
    problems = []
    for place in places:
        empty = [row.line for row in whole if not row.cells[place]]
        if empty and len(empty) < len(whole):
            column = columns[place].name or letter_of(place)
            problems.append(problem("import-empty", Location(name, empty[0]), column=column))
    if problems:
        raise ContentError(problems)
    return whole


def filled_down(body: Sequence[TableRow], places: Sequence[int]) -> Iterator[TableRow]:
    above = dict.fromkeys(places, "")
    for row in body:
        above = {place: row.cells[place] or word for place, word in above.items()}
        yield row._replace(cells=tuple(above.get(place, cell) for place, cell in enumerate(row.cells)))


def letter_of(place: int) -> str:
    """What a column without a name goes by, as in a spreadsheet."""
    return chr(ord("A") + place) if place <= ord("Z") - ord("A") else ""
