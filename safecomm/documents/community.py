"""The community in prose and figures, with what follows from its figures: growth and density."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from safecomm.charts.chart import Chart, Series
from safecomm.content.records import FactGroup, Figure, Statistics
from safecomm.documents.edition import Edition
from safecomm.documents.front_views import CommunityView, DensityView, Direction, FactsView, FigureView, GrowthView

AREA_UNIT = "km²"
TENTH, ONE = Decimal("0.1"), Decimal(1)
TABLE_ALONE = 5
"""So many points at most are a table without a chart."""


def community_view(edition: Edition) -> CommunityView:
    community = edition.records.community
    population = population_figures(edition)
    facts = tuple(facts_view(edition, group) for group in community.facts)
    return CommunityView(
        name=community.name,
        country=community.country,
        county=community.county,
        code=community.code,
        website=community.website,
        picture=edition.prose(community.picture),
        inhabitants=population[-1] if population else None,
        population=population,
        population_chart=population_chart(edition),
        growth=growth(edition),
        density=density(edition),
        facts=facts,
        area=tuple(figure for group in facts for figure in group.figures),
        overview=edition.prose(community.overview),
    )


def facts_view(edition: Edition, group: FactGroup) -> FactsView:
    figures = tuple(figure_view(edition, figure) for figure in group.figures)
    dated, sourced = any(figure.when for figure in figures), any(figure.source for figure in figures)
    return FactsView(edition.words(group.group), figures, dated, sourced)


def figure_view(edition: Edition, figure: Figure) -> FigureView:
    return FigureView(
        edition.words(figure.name),
        edition.words(figure.text) if figure.text else edition.number(figure.value or Decimal()),
        edition.words(figure.unit) if figure.unit else None,
        edition.when(figure.date) if figure.date else None,
        edition.words(figure.source) if figure.source else None,
    )


def population_statistics(edition: Edition) -> Statistics | None:
    id_ = edition.records.community.inhabitants
    return edition.records.statistics[id_] if id_ else None


def population_figures(edition: Edition) -> tuple[FigureView, ...]:
    """Each year that has a figure; an empty cell stays empty in the CSV and out of the table."""
    statistics = population_statistics(edition)
    if statistics is None:
        return ()
    title = edition.words(statistics.title)
    source = edition.words(statistics.source) if statistics.source else None
    rows = sorted(yearly_totals(statistics).items())
    # Inhabitants have no unit: the title of the table says what they are.
    return tuple(FigureView(title, edition.number(value), None, str(year), source) for year, value in rows)


def yearly_totals(statistics: Statistics, series: str | None = None) -> dict[int, Decimal]:
    """The figures about all, by year, or those of one series; of several dates in a year the last."""
    totals = (row for row in statistics.rows if not any((row.sex, row.age, row.cause, row.place)))
    rows = sorted((row for row in totals if row.series == series), key=lambda row: row.date or date.min)
    years = ((row.date.year if row.date else row.year, row.value) for row in rows)
    return {year: value for year, value in years if year and value is not None}


def population_chart(edition: Edition) -> Chart | None:
    """The inhabitants over the years, of which those without a figure keep their place.

    None for so few figures that the table alone tells them.
    """
    statistics = population_statistics(edition)
    figures = yearly_totals(statistics) if statistics else {}
    if statistics is None or len(figures) <= TABLE_ALONE:
        return None
    years = range(min(figures), max(figures) + 1)
    series = Series(edition.words(statistics.title), tuple(map(figures.get, years)))
    unit = edition.words(statistics.unit)
    return Chart("population", "line", series.name, unit, tuple(map(str, years)), (series,))


def growth(edition: Edition) -> GrowthView | None:
    """Between the first year and the last that have a figure, in per cent with one decimal, halves away from zero.

    None before two figures, and where the first is zero.
    """
    statistics = population_statistics(edition)
    figures = yearly_totals(statistics) if statistics else {}
    if len(figures) < 2 or not figures[min(figures)]:
        return None
    since, until = min(figures), max(figures)
    number = figures[until] - figures[since]
    direction = Direction.UP if number > 0 else Direction.DOWN if number < 0 else Direction.SAME
    per_cent = (abs(number) * 100 / figures[since]).quantize(TENTH, ROUND_HALF_UP)
    return GrowthView(str(since), str(until), direction, edition.number(abs(number)), edition.number(per_cent))


def density(edition: Edition) -> DensityView | None:
    """The latest number of inhabitants on each km² of the first fact in that unit, whole from ten, else one decimal.

    None where there is no such fact or no number of inhabitants: an area is not looked for in words.
    """
    statistics = population_statistics(edition)
    figures = yearly_totals(statistics) if statistics else {}
    area = area_figure(edition)
    if not figures or area is None or not area.value:
        return None
    exact = figures[max(figures)] / area.value
    rounded = exact.quantize(ONE if exact >= 10 else TENTH, ROUND_HALF_UP)
    return DensityView(edition.number(rounded), AREA_UNIT, edition.words(area.name))


def area_figure(edition: Edition) -> Figure | None:
    figures = (figure for group in edition.records.community.facts for figure in group.figures)
    return next((figure for figure in figures if figure.unit and edition.words(figure.unit) == AREA_UNIT), None)
