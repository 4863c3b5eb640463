"""A figure that a reviewer changed in a table, at the row of the file in which it stands."""

from collections.abc import Sequence

from safecomm.content.content import Content, Language
from safecomm.diagnostic import Location
from safecomm.documents.edition import Edition
from safecomm.documents.figure_tables import figures_in_order
from safecomm.documents.figure_words import FigureWords
from safecomm.documents.figures import own_lines
from safecomm.figures.lines import key_of, point_of


def rows_of_figure(content: Content, language: Language, id_: str, shown: str) -> Sequence[Location]:
    """The rows that are shown so, in the order of their cells; of a rate, which is computed, none."""
    if language not in content.languages or id_ not in content.records[language].statistics:
        return ()
    words = FigureWords(Edition(content, language), id_)
    rows = {(key_of(row), point_of(row).when): number for number, row in enumerate(words.statistics.rows)}
    return [
        content.places.find("statistics", id_, "rows", rows[key, point.when])
        for key, point in figures_in_order(own_lines(words.statistics))
        if words.figure(point) == shown
    ]
