"""Of which place a cell is: the community, one that it is compared with, or none that is taken."""

from collections.abc import Iterator

from safecomm.content.records import Community, FigureColumn
from safecomm.diagnostic import Diagnostic, Location, problem
from safecomm.intake.choosing import Chosen
from safecomm.intake.figures import Choices, FigureCell, FigureTable
from safecomm.intake.words import CODED, place_name, same_place


def unplaced(table: FigureTable, choices: Choices, community: Community, place: Location) -> Iterator[Diagnostic]:
    """What is to be said of the year and the place."""
    columns = {dimension.role: number for number, dimension in enumerate(table.dimensions)}
    has_years = bool({FigureColumn.YEAR, FigureColumn.DATE} & columns.keys())
    if has_years != (choices.year is None):
        yield problem("import-year-known" if has_years else "import-year", place)
    if FigureColumn.PLACE not in columns:
        if len(choices.places) != 1:
            yield problem("import-place", place, name=community.name)
        return
    words = {cell.labels[columns[FigureColumn.PLACE]] for cell in table.cells}
    if missing := [wanted for wanted, _ in named(choices) if not any(same_place(word, wanted) for word in words)]:
        yield problem("import-place-unknown", place, place=missing[0])
    elif not choices.places and not any(is_community(word, community) for word in words):
        yield problem("import-place", place, name=community.name)


def named(choices: Choices) -> Iterator[tuple[str, str]]:
    """Each place as the file has it, and as our table is to where it is said: `0000=Riket`."""
    for wanted in choices.places:
        word, _, name = wanted.partition("=")
        yield word.strip(), name.strip()


def is_community(word: str, community: Community) -> bool:
    """By its code where there is one: a county may have the name of its town."""
    match = CODED.fullmatch(word)
    return match[1] == community.code if match and community.code else same_place(word, community.name)


def place_of(cell: FigureCell, chosen: Chosen, choices: Choices, community: Community) -> str | None:
    """Empty for the community, None for a place that is not taken."""
    if FigureColumn.PLACE not in chosen.places:
        word, name = next(named(choices))
        return "" if is_community(word, community) else name or place_name(word)
    label = cell.labels[chosen.places[FigureColumn.PLACE]]
    if is_community(label, community):
        return ""
    return next((name or place_name(label) for word, name in named(choices) if same_place(label, word)), None)
