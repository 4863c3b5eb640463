"""Who takes part: the departments by criterion, the partners with what they do, both derived from the work itself."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum

from safecomm.charts.chart import Chart, Series
from safecomm.content.field_types import COUNCIL
from safecomm.content.records import Measure, Work
from safecomm.content.vocabulary import OrganisationKind
from safecomm.documents.chapter_views import DepartmentMatrix, MatrixRow, PartnerView
from safecomm.documents.coverage import all_work, organisations
from safecomm.documents.edition import Edition

OWN_BODIES = {
    OrganisationKind.POLITICAL_BODY,
    OrganisationKind.DEPARTMENT,
    OrganisationKind.UNIT,
    OrganisationKind.WORKING_GROUP,
}
"""What belongs to the community itself; all others are partners."""


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


def department_matrix(edition: Edition) -> DepartmentMatrix:
    """Those with most work first; only the criteria in which one of them takes part."""
    works = works_by_body(edition)
    numbers = tuple(sorted({edition.content.number(work.criterion) for taken in works.values() for work in taken}))
    rows = (matrix_row(edition, id_, taken, numbers) for id_, taken in works.items())
    return DepartmentMatrix(numbers, tuple(sorted(rows, key=lambda row: -sum(row.works))))


def works_by_body(edition: Edition) -> dict[str, list[Work]]:
    """What each of the community's own bodies takes part in, whether it answers for it or not."""
    works: dict[str, list[Work]] = defaultdict(list)
    for work in all_work(edition):
        for id_ in dict.fromkeys(organisations(work)):
            if id_ != COUNCIL and edition.records.organisations[id_].kind in OWN_BODIES:
                works[id_].append(work)
    return works


def matrix_row(edition: Edition, id_: str, works: Sequence[Work], numbers: Sequence[int]) -> MatrixRow:
    by_number = Counter(edition.content.number(work.criterion) for work in works)
    leads = sum(isinstance(work, Measure) and work.responsible == id_ for work in works)
    return MatrixRow(edition.title("organisation", id_), leads, tuple(by_number[number] for number in numbers))


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
