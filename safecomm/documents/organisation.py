"""How the work is organised: the council in brief, who leads what, groups, responsibility, residents, resources."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from safecomm.content.records import Group, Measure, Member, Resource
from safecomm.documents.coverage import all_work, titles
from safecomm.documents.edition import Edition
from safecomm.documents.front_views import (
    CouncilFacts,
    GroupTable,
    GroupView,
    LeaderView,
    MemberView,
    OrganisationView,
    ResourceTable,
    ResourceView,
)
from safecomm.documents.measures import by_number


def organisation_view(edition: Edition) -> OrganisationView:
    organisations = edition.records.organisations
    sharing = (id_ for id_, organisation in organisations.items() if organisation.shares_responsibility)
    return OrganisationView(
        council=council_facts(edition),
        leaders=leaders(edition),
        groups=group_table(edition),
        responsible=tuple(map(edition.name_in_text, sharing)),
        participation=titles(work for work in all_work(edition) if work.residents),
        resources=resource_table(edition),
    )


def council_facts(edition: Edition) -> CouncilFacts:
    council = edition.records.council
    members = member_views(edition, council.members)
    return CouncilFacts(
        formed=edition.when(council.formed) if council.formed else None,
        mandate=council.mandate,
        chair=council.chair,
        secretary=council.secretary,
        meetings=council.meetings,
        reports_to=edition.name(council.reports_to) if council.reports_to else None,
        members=members,
        roles=any(member.role for member in members),
    )


def member_views(edition: Edition, members: Iterable[Member]) -> tuple[MemberView, ...]:
    return tuple(member_view(edition, member) for member in members)


def member_view(edition: Edition, member: Member) -> MemberView:
    role = edition.words(member.role) if member.role else None
    if member.organisation:
        return MemberView(edition.name(member.organisation), role)
    return MemberView(edition.words(member.name) if member.name else "", role)


def leaders(edition: Edition) -> tuple[LeaderView, ...]:
    """Who answers for which measures, those with most first."""
    led: dict[str, list[Measure]] = defaultdict(list)
    for measure in by_number(edition).values():
        if measure.responsible:
            led[measure.responsible].append(measure)
    views = (
        LeaderView(
            edition.name(id_),
            titles(measures),
            tuple(dict.fromkeys(edition.content.number(measure.criterion) for measure in measures)),
        )
        for id_, measures in led.items()
    )
    return tuple(sorted(views, key=lambda leader: -len(leader.measures)))


def group_table(edition: Edition) -> GroupTable:
    rows = tuple(group_view(edition, group) for group in edition.records.groups.values())
    return GroupTable(
        rows,
        assigned=any(row.criterion for row in rows),
        tasked=any(row.tasks for row in rows),
        staffed=any(row.members for row in rows),
    )


def group_view(edition: Edition, group: Group) -> GroupView:
    return GroupView(
        name=edition.words(group.name),
        criterion=edition.content.number(group.criterion) if group.criterion else None,
        tasks=edition.words(group.tasks) if group.tasks else None,
        members=member_views(edition, group.members),
    )


def resource_table(edition: Edition) -> ResourceTable:
    """In the order of the years, of which each keeps the order of the content."""
    resources = sorted(edition.records.council.resources, key=lambda resource: resource.year)
    rows = tuple(resource_view(edition, resource) for resource in resources)
    return ResourceTable(rows, sourced=any(row.source for row in rows))


def resource_view(edition: Edition, resource: Resource) -> ResourceView:
    return ResourceView(
        year=str(resource.year),
        name=edition.words(resource.name),
        value=edition.words(resource.text) if resource.text else edition.number(resource.value or Decimal()),
        unit=edition.words(resource.unit) if resource.unit else None,
        source=edition.words(resource.source) if resource.source else None,
    )
