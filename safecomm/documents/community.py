"""The community in prose and figures, with what follows from its figures: growth and density."""

from decimal import ROUND_HALF_UP, Decimal

from safecomm.content.records import FactGroup, Figure, Statistics
from safecomm.documents.edition import Edition
from safecomm.documents.figure_views import StatisticsView
from safecomm.documents.figures import statistics_view
from safecomm.documents.front_views import CommunityView, DensityView, FactsView, FigureView, GrowthView
from safecomm.figures.lines import LineKey, Point, lines
from safecomm.figures.trend import Direction

AREA_UNIT = "km²"
TENTH, ONE = Decimal("0.1"), Decimal(1)


def community_view(edition: Edition) -> CommunityView:
    community = edition.records.community
    facts = tuple(facts_view(edition, group) for group in community.facts)
    return CommunityView(
        name=community.name,
        country=community.country,
        county=community.county,
        code=community.code,
        website=community.website,
        picture=edition.prose(community.picture),
        inhabitants=inhabitants(edition),
        population=population(edition),
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


def population(edition: Edition) -> StatisticsView | None:
    id_ = edition.records.community.inhabitants
    return statistics_view(edition, id_) if id_ in edition.figures else None


def inhabitants(edition: Edition) -> FigureView | None:
    """The latest figure about all; it has no unit, for its title says what it counts."""
    points = population_points(edition)
    id_ = edition.records.community.inhabitants
    if not points or id_ is None:
        return None
    statistics = edition.records.statistics[id_]
    source = edition.words(statistics.source) if statistics.source else None
    number, when = edition.number(points[-1].value or Decimal()), edition.when_counted(points[-1].when)
    return FigureView(edition.words(statistics.title), number, None, when, source)


def population_points(edition: Edition) -> tuple[Point, ...]:
    id_ = edition.records.community.inhabitants
    return known_points(edition.records.statistics[id_]) if id_ else ()


def known_points(statistics: Statistics, series: str | None = None) -> tuple[Point, ...]:
    """The figures about all, or those of one series, in the order of time."""
    return next((line.known for line in lines(statistics) if line.key == LineKey(series=series)), ())


def growth(edition: Edition) -> GrowthView | None:
    """Between the first figure and the last, in per cent with one decimal, halves away from zero.

    None before two figures, and where the first is zero.
    """
    points = population_points(edition)
    if len(points) < 2 or not points[0].value:
        return None
    first, last = (point.value or Decimal() for point in (points[0], points[-1]))
    direction = Direction.ROSE if last > first else Direction.FELL if last < first else Direction.SAME
    number, per_cent = abs(last - first), (abs(last - first) * 100 / first).quantize(TENTH, ROUND_HALF_UP)
    since, until = (edition.when_counted(point.when) for point in (points[0], points[-1]))
    return GrowthView(since, until, direction, edition.number(number), edition.number(per_cent))


def density(edition: Edition) -> DensityView | None:
    """The latest number of inhabitants on each km² of the first fact in that unit, whole from ten, else one decimal.

    None where there is no such fact or no number of inhabitants: an area is not looked for in words.
    """
    points, area = population_points(edition), area_figure(edition)
    if not points or area is None or not area.value:
        return None
    exact = (points[-1].value or Decimal()) / area.value
    rounded = exact.quantize(ONE if exact >= 10 else TENTH, ROUND_HALF_UP)
    return DensityView(edition.number(rounded), AREA_UNIT, edition.words(area.name))


def area_figure(edition: Edition) -> Figure | None:
    figures = (figure for group in edition.records.community.facts for figure in group.figures)
    return next((figure for figure in figures if figure.unit and edition.words(figure.unit) == AREA_UNIT), None)
