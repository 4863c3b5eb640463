"""The charts of the application, drawn from what the content says."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from safecomm.charts.chart import Chart, Series
from safecomm.content.vocabulary import OrganisationKind
from safecomm.documents.edition import Edition
from safecomm.documents.views import PartnerView


class PartnerChartText(StrEnum):
    """The words of the chart over the partners; their labels stand in the phrases."""

    TITLE = "title"
    UNIT = "unit"
    COUNCIL = "council"
    OTHERS = "others"


def population_chart(edition: Edition) -> Chart | None:
    """The inhabitants over the years, of which those without a figure keep their place; None before two figures."""
    id_ = edition.records.community.inhabitants
    if id_ is None:
        return None
    statistics = edition.records.statistics[id_]
    figures = {row.year: row.value for row in statistics.rows if row.value is not None}
    if len(figures) < 2:
        return None
    years = range(min(figures), max(figures) + 1)
    series = Series(edition.words(statistics.title), tuple(map(figures.get, years)))
    unit = edition.words(statistics.unit)
    return Chart("population", "line", series.name, unit, tuple(map(str, years)), (series,))


def partner_chart(partners: Sequence[PartnerView]) -> Chart | None:
    """The organisations that take part by kind, most first, and how many have a seat in the council.

    None before two kinds: then there is nothing to compare.
    """
    members = Counter(each.kind for each in partners if each.council)
    others = Counter(each.kind for each in partners if not each.council)
    number = members + others
    kinds = sorted((each for each in OrganisationKind if number[each]), key=lambda kind: -number[kind])
    if len(kinds) < 2:
        return None
    series = (
        Series(PartnerChartText.COUNCIL, tuple(members[each] for each in kinds)),
        Series(PartnerChartText.OTHERS, tuple(others[each] for each in kinds)),
    )
    return Chart("partners", "bar", PartnerChartText.TITLE, PartnerChartText.UNIT, tuple(kinds), series)
