"""The partner list: each organisation with what it answers for and takes part in, derived from the work itself."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum

from safecomm.charts.chart import Chart, Series
from safecomm.content.field_types import COUNCIL
from safecomm.content.vocabulary import OrganisationKind
from safecomm.documents.coverage import organisations
from safecomm.documents.edition import Edition
from safecomm.documents.views import PartnerView


def partner_views(edition: Edition) -> tuple[PartnerView, ...]:
    """Only those that take part; "all in the council" counts for each member from outside the city."""
    records = edition.records
    members = [id_ for id_, organisation in records.organisations.items() if organisation.council]
    responsible: dict[str, list[str]] = defaultdict(list)
    partner_in: dict[str, list[str]] = defaultdict(list)
    takes_part: dict[str, list[str]] = defaultdict(list)
    for measure in records.measures.values():
        if measure.responsible:
            responsible[measure.responsible].append(measure.title)
        for id_ in expand_council(measure.partners, members):
            partner_in[id_].append(measure.title)
    for work in (*records.activities.values(), *records.projects.values()):
        for id_ in expand_council(organisations(work), members):
            takes_part[id_].append(work.title)
    views = (
        PartnerView(
            edition.title("organisation", id_),
            organisation.kind,
            organisation.council,
            tuple(responsible[id_]),
            tuple(partner_in[id_]),
            tuple(takes_part[id_]),
        )
        for id_, organisation in records.organisations.items()
    )
    return tuple(view for view in views if view.council or view.responsible or view.partner_in or view.takes_part_in)


def expand_council(ids: Iterable[str], members: list[str]) -> list[str]:
    """The organisations meant, each once, with the council's members in its place."""
    return list(dict.fromkeys(member for id_ in ids for member in (members if id_ == COUNCIL else [id_])))


class PartnerChartText(StrEnum):
    """The words of the chart over the partners; their labels stand in the phrases."""

    TITLE = "title"
    UNIT = "unit"
    COUNCIL = "council"
    OTHERS = "others"


def partner_chart(partners: Sequence[PartnerView]) -> Chart | None:
    """The organisations that take part by kind, most first, and how many have a seat in the council.

    None before two kinds: then there is nothing to compare.
    """
    members = Counter(partner.kind for partner in partners if partner.council)
    others = Counter(partner.kind for partner in partners if not partner.council)
    number = members + others
    kinds = sorted((kind for kind in OrganisationKind if number[kind]), key=lambda kind: -number[kind])
    if len(kinds) < 2:
        return None
    series = (
        Series(PartnerChartText.COUNCIL, tuple(members[kind] for kind in kinds)),
        Series(PartnerChartText.OTHERS, tuple(others[kind] for kind in kinds)),
    )
    return Chart("partners", "bar", PartnerChartText.TITLE, PartnerChartText.UNIT, tuple(kinds), series)
