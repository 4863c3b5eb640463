"""A file of figures to what it says, with what has been said of it or of another file with the same columns before."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from safecomm.content.folder import bad_id
from safecomm.content.records import Reading
from safecomm.diagnostic import ContentError, Location
from safecomm.intake.figures import Choices
from safecomm.intake.known_statistics import Known, with_reading
from safecomm.intake.observations import Understood, understand
from safecomm.intake.reading import read_table

FOREIGN = {"import-columns", "import-dimension", "import-measures"}
"""What a file lacks whose columns somebody has to name."""

ANSWERS = {
    "import-columns": "columns",
    "import-column": "columns",
    "import-dimension": "columns",
    "import-measures": "columns",
    "import-sign": "signs",
    "import-year": "year",
    "import-place": "places",
    "import-place-unknown": "places",
    "import-sheet": "sheet",
    "import-persons": "counts",
}
"""Which of the Choices answers a problem; any other problem ends the import."""


class ImportedFile(NamedTuple):
    """A file that has been read, and the language in which its problems are told."""

    file: Path
    data: bytes
    language: str


class Import(NamedTuple):
    """`like` is the id of the figures whose reading fitted this file, too."""

    understood: Understood
    choices: Choices
    like: str = ""


def read_import(source: ImportedFile, choices: Choices, known: Known) -> Import:
    """Raises ContentError with what is still to be said, or what is wrong with the file."""
    try:
        return Import(read_as(source, choices, known), choices)
    except ContentError as fault:
        if choices.columns or not {diagnostic.code for diagnostic in fault.diagnostics} <= FOREIGN:
            raise
        for id_, reading in remembered(known):
            tried = with_reading(choices, reading)
            try:
                return Import(read_as(source, tried, known), tried, id_)
            except ContentError:
                continue
        raise


def read_as(source: ImportedFile, choices: Choices, known: Known) -> Understood:
    name = source.file.name
    return understand(
        read_table(source.data, name, choices, source.language), choices, known.community, name, source.language
    )


def remembered(known: Known) -> Iterator[tuple[str, Reading]]:
    """The readings that name columns."""
    for id_ in known.statistics:
        if (reading := known.reading(id_)).columns:
            yield id_, reading


def suggested_id(name: str) -> str:
    """What the file is called, as ids are written."""
    return bad_id(name, Location(name)).nearest or ""
