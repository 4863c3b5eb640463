"""Who takes part: the departments by criterion, the partners with what they do, both derived from the work itself."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from safecomm.content.field_types import COUNCIL
from safecomm.content.records import Measure, Work
from safecomm.content.vocabulary import OrganisationKind
from safecomm.documents.chapter_views import DepartmentMatrix, MatrixRow, PartnerView
from safecomm.documents.coverage import all_work, organisations, titles
from safecomm.documents.edition import Edition

OWN_BODIES = {
    OrganisationKind.POLITICAL_BODY,
    OrganisationKind.DEPARTMENT,
    OrganisationKind.UNIT,
    OrganisationKind.WORKING_GROUP,
}
"""What belongs to the community itself; all others are partners."""


def council_members(edition: Edition) -> list[str]:
    """Those from outside the city."""
    return [id_ for id_, organisation in edition.records.organisations.items() if organisation.council]


def partner_views(edition: Edition, members: Sequence[str]) -> tuple[PartnerView, ...]:
    """Only those that take part; "all in the council" counts for each of the members."""
    records = edition.records
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


def expand_council(ids: Iterable[str], members: Sequence[str]) -> list[str]:
    """The organisations meant, each once, with the council's members in its place."""
    return list(dict.fromkeys(member for id_ in ids for member in (members if id_ == COUNCIL else [id_])))


def outside_partners(edition: Edition) -> tuple[PartnerView, ...]:
    """What they do each for themselves."""
    return tuple(partner for partner in partner_views(edition, ()) if partner.kind not in OWN_BODIES)


def council_work(edition: Edition) -> tuple[str, ...]:
    """The titles of what all in the council take part in."""
    return titles(work for work in all_work(edition) if COUNCIL in organisations(work))


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
