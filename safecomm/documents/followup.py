"""The follow-up of a year: what the council puts together from all that was reported, or the network gets of it."""

from collections.abc import Iterable
from typing import NamedTuple

from safecomm.content.content import Content
from safecomm.content.followups import latest_year, years_to_follow
from safecomm.content.records import Measure, Objective
from safecomm.documents.aims import objective_view
from safecomm.documents.chapters import network_view
from safecomm.documents.edition import Edition
from safecomm.documents.followup_views import (
    FollowedArea,
    FollowedProgramme,
    FollowedWork,
    NetworkFacts,
    ObjectiveProgress,
    ReportView,
    UnreportedWork,
    YearCounts,
)
from safecomm.documents.history import designation_views
from safecomm.documents.indicators import course, indicator_view
from safecomm.documents.programme import decided_wording
from safecomm.documents.reports import ReportedWork, count_states, report_view, reported_works, state_view, years
from safecomm.documents.views import FollowupView
from safecomm.markdown.blocks import Title
from safecomm.record_kinds import RECORD_KINDS
from safecomm.rules.followup_rules import NETWORK, parts_of


def parts(content: Content) -> set[str]:
    """Each year for the council or for the network; without a year the latest."""
    records = content.records[content.source]
    found = years_to_follow(records.programme, records.followup)
    return {NETWORK, *(part for year in found for part in parts_of(year))}


def year_of(edition: Edition) -> int:
    """That of the part, else the latest of which anything is reported."""
    year, records = edition.part.partition("-")[0], edition.records
    return int(year) if year.isdecimal() else latest_year(records.programme, records.reports.values())


class FollowupYear(NamedTuple):
    """What the views of a year are made from; earlier years are compared with it."""

    edition: Edition
    year: int
    for_network: bool

    @property
    def years(self) -> list[int]:
        return [*(year for year in years(self.edition) if year < self.year), self.year]


def followup_view(edition: Edition) -> FollowupView:
    of_year = FollowupYear(edition, year_of(edition), edition.part.endswith(NETWORK))
    works, records = tuple(reported_works(edition)), edition.records
    return FollowupView(
        community=records.community.name,
        programme=programme_view(edition),
        year=str(of_year.year),
        council=records.council.short_name,
        counts=count_states(state_view(work, of_year.year) for work in works),
        years=tuple(
            YearCounts(str(year), count_states(state_view(work, year) for work in works)) for year in of_year.years
        ),
        areas=area_views(of_year, works),
        objectives=tuple(progress(of_year, id_, objective) for id_, objective in records.objectives.items()),
        unreported=tuple(
            UnreportedWork(work_title(edition, work), responsible(edition, work))
            for work in works
            if state_view(work, of_year.year).status is None
        ),
        network=network_facts(of_year) if of_year.for_network else None,
    )


def programme_view(edition: Edition) -> FollowedProgramme:
    programme = edition.records.programme
    return FollowedProgramme(
        title=programme.title,
        decided=decided_wording(edition),
        registry_number=programme.registry_number,
        unit=edition.name(programme.unit),
        officer=programme.officer,
        officer_title=programme.officer_title,
    )


def progress(of_year: FollowupYear, id_: str, objective: Objective) -> ObjectiveProgress:
    view = objective_view(of_year.edition, id_, objective, of_year.year)
    reached = course(of_year.edition, objective, of_year.year)
    return ObjectiveProgress(view.text, view.indicator, view.start, view.target, view.now, reached)


def area_views(of_year: FollowupYear, works: Iterable[ReportedWork]) -> tuple[FollowedArea, ...]:
    """Those with measures or projects."""
    content, edition = of_year.edition.content, of_year.edition
    areas = (
        FollowedArea(
            content.number(id_),
            edition.title("criterion", id_),
            short_name(edition, id_),
            count_states(state_view(work, of_year.year) for work in works if work.record.criterion == id_),
            tuple(work_view(of_year, work) for work in works if work.record.criterion == id_),
        )
        for id_ in edition.records.criteria
    )
    return tuple(area for area in areas if area.works)


def short_name(edition: Edition, criterion: str) -> str:
    """That of the set where it speaks the language, else the programme's own."""
    name = edition.content.criteria_set.short_names[criterion]
    return name.texts.get(edition.language) or edition.records.criteria[criterion].area


def work_view(of_year: FollowupYear, work: ReportedWork) -> FollowedWork:
    edition, measure = of_year.edition, work.record if isinstance(work.record, Measure) else None
    states = tuple(state_view(work, year) for year in of_year.years)
    return FollowedWork(
        title=work_title(edition, work),
        responsible=responsible(edition, work),
        wording=edition.prose(work.record.text),
        expected_result=measure.expected_result if measure else None,
        indicator=indicator_view(edition, measure, until=of_year.year) if measure else None,
        states=states,
        state=states[-1],
        report=report_in(of_year, work),
    )


def report_in(of_year: FollowupYear, work: ReportedWork) -> ReportView | None:
    """The network is told what was done and what came of it, not what it took."""
    if not (report := work.reports.get(of_year.year)):
        return None
    view = report_view(of_year.edition, of_year.year, report)
    return view._replace(deviations=None, cost=None, hours=None) if of_year.for_network else view


def work_title(edition: Edition, work: ReportedWork) -> Title:
    return edition.title(RECORD_KINDS[work.kind].word, work.id)


def responsible(edition: Edition, work: ReportedWork) -> str | None:
    """A project has nobody who is named so."""
    name = work.record.responsible if isinstance(work.record, Measure) else None
    return edition.name(name) if name else None


def network_facts(of_year: FollowupYear) -> NetworkFacts:
    edition, application = of_year.edition, of_year.edition.records.application
    contact = application.contact
    return NetworkFacts(
        designations=designation_views(edition),
        number=application.network_number,
        website=edition.records.community.website,
        contact=", ".join(filter(None, (contact.name, contact.email))) if contact else None,
        networks=tuple(
            network_view(edition, id_, network)
            for id_, network in edition.records.networks.items()
            if network.period and network.period.start <= of_year.year <= getattr(network.period, "end", of_year.year)
        ),
    )
