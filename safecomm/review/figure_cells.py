"""A figure that a reviewer changed in a table, at the row of the file in which it stands."""

from safecomm.content.content import Content, Language
from safecomm.diagnostic import Location
from safecomm.documents.edition import Edition
from safecomm.documents.figure_words import FigureWords
from safecomm.figures.lines import point_of


def row_of_figure(content: Content, language: Language, id_: str, shown: str) -> Location | None:
    """None where no row is shown so, or several are: a rate is computed, and many cells may be suppressed."""
    if language not in content.languages or id_ not in content.records[language].statistics:
        return None
    words = FigureWords(Edition(content, language), id_)
    rows = [number for number, row in enumerate(words.statistics.rows) if words.figure(point_of(row)) == shown]
    return content.places.find("statistics", id_, "rows", rows[0]) if len(rows) == 1 else None
