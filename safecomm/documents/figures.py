"""Statistics in a document: tables of their figures, charts where these are many, and what is to be known of them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from safecomm.charts.chart import ChartGrid
from safecomm.content.records import Break, Statistics
from safecomm.content.vocabulary import StatisticsSubject
from safecomm.documents.edition import Edition
from safecomm.documents.figure_charts import chart_grid
from safecomm.documents.figure_tables import figure_table
from safecomm.documents.figure_views import StatisticsView
from safecomm.documents.figure_words import FigureWords
from safecomm.documents.links import figures_caption
from safecomm.figures.lines import Line, lines
from safecomm.figures.rates import FEWEST, inhabitants, rate_lines
from safecomm.figures.trend import counts_events
from safecomm.markdown.blocks import Paragraph, Prose, Reference, Text

POPULATION = StatisticsSubject.POPULATION
MOST_IN_A_TABLE = 5
"""More figures are drawn, too."""
NOTHING = (None, "")
"""No charts and no title."""


class Rates(NamedTuple):
    """`width` is the number of years that each is the mean of."""

    width: int
    lines: tuple[Line, ...]


def figures(edition: Edition, criterion: str) -> tuple[StatisticsView, ...]:
    """Those tied to the criterion: whole under the first that they name, at the others where they stand."""
    made = []
    for id_, statistics in edition.records.statistics.items():
        if criterion in statistics.criteria and statistics.has_figures:
            is_home = statistics.criteria[0] == criterion and id_ != edition.records.community.inhabitants
            made.append(statistics_view(edition, id_) if is_home else pointer_view(edition, id_))
    return tuple(made)


def shown_statistics(edition: Edition) -> frozenset[str]:
    """The ids of those that an application shows, to which its texts can refer."""
    records = edition.records
    tied = (id_ for id_, statistics in records.statistics.items() if statistics.criteria)
    ids = {*tied, records.community.inhabitants or ""}
    return frozenset(id_ for id_ in ids if id_ in records.statistics and records.statistics[id_].has_figures)


def statistics_view(edition: Edition, id_: str) -> StatisticsView:
    statistics, words = edition.records.statistics[id_], FigureWords(edition, id_)
    counted, rates = own_lines(statistics), rates_of(edition, statistics)
    unit, per = edition.words(statistics.unit), words.per()
    tables = [figure_table(words, counted, unit, figures_caption(id_))]
    if rates.lines:
        tables.append(figure_table(words, rates.lines, per, ""))
    charts, title = drawing(words, rates.lines, per) or drawing(words, comparable(statistics, counted), unit) or NOTHING
    return StatisticsView(
        title=edition.title("statistics", id_),
        tables=Prose(f"statistics/{id_}.tables", edition.language, tuple(tables), derived=True),
        notes=tuple(notes(words, counted, rates)),
        charts=charts,
        charts_title=title,
    )


def own_lines(statistics: Statistics) -> tuple[Line, ...]:
    """How many live elsewhere only tells what rates are made of."""
    own = comparable(statistics, lines(statistics)) if statistics.subject is POPULATION else ()
    return own or lines(statistics)


def comparable(statistics: Statistics, counted: Sequence[Line]) -> tuple[Line, ...]:
    """Numbers of a community and of a country do not fit on one axis; per cents and rates do."""
    is_number = statistics.subject is POPULATION or counts_events(statistics)
    return tuple(line for line in counted if not is_number or line.key.place not in statistics.comparison)


def drawing(words: FigureWords, drawn: Sequence[Line], unit: str) -> tuple[ChartGrid, str] | None:
    """The charts and their title; None where few figures say it all, or more than charts can show."""
    if sum(len(line.known) for line in drawn) <= MOST_IN_A_TABLE:
        return None
    charts = chart_grid(words, drawn, unit)
    return charts and (charts, words.charts_title(drawn, unit))


def pointer_view(edition: Edition, id_: str) -> StatisticsView:
    """Where figures stand that more than one chapter needs."""
    words, reference = FigureWords(edition, id_), Reference("table", figures_caption(id_), (), 0, 0)
    lead = Paragraph((Text(f"{words.title}: {words.text('see')} "), reference, Text(".")), 0)
    tables = Prose(f"statistics/{id_}.pointer", edition.language, (lead,), (reference,), derived=True)
    return StatisticsView(edition.title("statistics", id_), tables, (), *NOTHING)


def rates_of(edition: Edition, statistics: Statistics) -> Rates:
    people = edition.records.community.inhabitants
    if statistics.per is None or people is None:
        return Rates(1, ())
    years = [cut.year for cut in statistics.breaks]
    everyone = inhabitants(edition.records.statistics[people])
    return Rates(*rate_lines(lines(statistics), everyone, int(statistics.per), years))


def notes(words: FigureWords, counted: tuple[Line, ...], rates: Rates) -> Iterator[str]:
    statistics, edition = words.statistics, words.edition
    if statistics.definition:
        yield words.sentence(edition.words(statistics.definition))
    if rates.lines:
        yield words.text("windows" if rates.width > 1 else "interval", years=str(rates.width), fewest=str(FEWEST))
    if any(point.lower is not None for line in counted for point in line.points):
        yield words.text("limits")
    yield from (break_note(words, cut) for cut in statistics.breaks)
    yield from words.source()


def break_note(words: FigureWords, cut: Break) -> str:
    return words.text("break", year=str(cut.year), text=words.sentence(words.edition.words(cut.text)))
