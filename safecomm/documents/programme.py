"""The programme document: what the city has adopted."""

from safecomm.content.records import Appendix
from safecomm.content.vocabulary import ProgrammeStatus, TargetGroup
from safecomm.documents.areas import areas
from safecomm.documents.edition import Edition
from safecomm.documents.front_views import DecidedWording
from safecomm.documents.views import (
    AppendixView,
    Area,
    CouncilView,
    GroupWork,
    OngoingWork,
    ProgrammeArea,
    ProgrammeFacts,
    ProgrammeView,
)
from safecomm.rules.brief_rules import incomplete_briefs

PROGRAMME = "programme"
"""What the kind of document is called."""


def programme_view(edition: Edition) -> ProgrammeView:
    records = edition.records
    programme = records.programme
    return ProgrammeView(
        community=records.community.name,
        facts=programme_facts(edition),
        motto=edition.prose(programme.motto),
        introduction=edition.prose(programme.introduction),
        direction=edition.prose(programme.direction),
        purposes=edition.prose(programme.purposes),
        priorities=edition.prose(programme.priorities),
        council=council_view(edition),
        areas=tuple(map(programme_area, areas(edition).values())),
    )


def programme_area(area: Area) -> ProgrammeArea:
    """The adopted programme puts the measures for a target group behind the work that goes on for it."""
    ongoing = {work.target_group: work for work in area.ongoing}
    groups = (
        GroupWork(
            ongoing.get(group, OngoingWork(group, (), ())),
            tuple(theme for theme in area.themes if theme.target_group is group),
        )
        for group in TargetGroup
    )
    return ProgrammeArea(
        area,
        tuple(group for group in groups if group.ongoing in area.ongoing or group.themes),
        tuple(theme for theme in area.themes if theme.target_group is None),
    )


def programme_facts(edition: Edition) -> ProgrammeFacts:
    programme = edition.records.programme
    return ProgrammeFacts(
        title=programme.title,
        period=edition.period(programme.period),
        status=programme.status,
        decided=decided_wording(edition),
        registry_number=programme.registry_number,
        date=edition.date(programme.date),
        adopted_by=edition.name(programme.adopted_by),
        unit=edition.name(programme.unit),
        officer=programme.officer,
        officer_title=programme.officer_title,
        appendices=tuple(
            AppendixView(
                edition.words(appendix.name),
                edition.words(appendix.title),
                is_present(edition, appendix),
            )
            for appendix in programme.appendices
        ),
    )


def is_present(edition: Edition, appendix: Appendix) -> bool:
    """Whether it lies in the project, or is a document that lacks nothing."""
    made = appendix.document is not None and not incomplete_briefs(edition.records)
    return made or edition.content.has_file(appendix.file)


def decided_wording(edition: Edition) -> DecidedWording | None:
    """None in the document that is being decided, and while nothing has been."""
    if edition.decided:
        return None
    kept = [decision for decision in edition.records.decisions.values() if decision.document == PROGRAMME]
    if kept:
        latest = max(kept, key=lambda decision: decision.date)
        files = tuple(file.name for file in latest.files if latest.from_elsewhere)
        return DecidedWording(edition.date(latest.date), latest.number, kept=True, files=files)
    programme = edition.records.programme
    if programme.status is ProgrammeStatus.ADOPTED:
        return DecidedWording(edition.date(programme.date), programme.registry_number, kept=False)
    return None


def council_view(edition: Edition) -> CouncilView:
    council = edition.records.council
    members = (id_ for id_, organisation in edition.records.organisations.items() if organisation.council)
    return CouncilView(
        name=council.name,
        short_name=council.short_name,
        city_members=council.city_members,
        members=tuple(map(edition.name_in_text, members)),
        tasks=edition.prose(council.tasks),
        participation=edition.prose(council.participation),
    )
