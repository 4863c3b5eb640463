"""The measure briefs: each measure as an assignment, with what is known of it and what is not."""

from collections.abc import Collection

from safecomm.content.content import Content
from safecomm.content.records import Appendix, Measure
from safecomm.content.vocabulary import AppendixDocument, BriefHeading, ProgrammeStatus
from safecomm.documents.aims import objective_view
from safecomm.documents.areas import evidence_view
from safecomm.documents.brief_views import AudienceView, BriefsFacts, BriefsView, BriefView, UnknownBriefs
from safecomm.documents.coverage import target_group
from safecomm.documents.edition import Edition
from safecomm.documents.measures import by_number, full_measure
from safecomm.documents.programme import programme_facts
from safecomm.documents.work_views import EvidenceView
from safecomm.rules.brief_rules import lacking_in_brief


def measures_of(content: Content) -> Collection[str]:
    """The ids of those that have a brief: all."""
    return content.records[content.source].measures


def briefs_view(edition: Edition) -> BriefsView:
    appendices = edition.records.programme.appendices
    appendix = next((one for one in appendices if one.document is AppendixDocument.BRIEFS), None)
    return BriefsView(
        community=edition.records.community.name,
        facts=briefs_facts(edition),
        appendix=edition.words(appendix.name) if appendix else None,
        unknown=unknown_briefs(edition, appendix) if appendix else None,
        briefs=tuple(
            brief_view(edition, id_, measure)
            for id_, measure in by_number(edition).items()
            if edition.part in ("", id_)
        ),
    )


def briefs_facts(edition: Edition) -> BriefsFacts:
    """Not when it was adopted: that was the programme, not this document."""
    facts = programme_facts(edition)
    return BriefsFacts(*(getattr(facts, field) for field in BriefsFacts._fields))


def unknown_briefs(edition: Edition, appendix: Appendix) -> UnknownBriefs | None:
    """Of an adopted programme; None where they are kept in the project."""
    programme = edition.records.programme
    if programme.status is not ProgrammeStatus.ADOPTED or edition.content.has_file(appendix.file):
        return None
    return UnknownBriefs(edition.words(appendix.name), edition.date(programme.date))


def brief_view(edition: Edition, id_: str, measure: Measure) -> BriefView:
    records = edition.records
    return BriefView(
        # An assignment says what is to be done; what came of it, the follow-up says.
        measure=full_measure(edition, id_, measure)._replace(latest=None),
        area=records.criteria[measure.criterion].area,
        period=edition.period(measure.period or records.programme.period),
        background=edition.prose(measure.background),
        evidence=evidence_for(edition, id_),
        purpose=edition.prose(measure.purpose),
        objectives=tuple(objective_view(edition, key, records.objectives[key]) for key in measure.objectives),
        deliverables=edition.prose(measure.deliverables),
        audience=audience(edition, measure),
        activities=edition.prose(measure.activities),
        schedule=edition.prose(measure.schedule),
        resources=edition.prose(measure.resources),
        risks=edition.prose(measure.risks),
        evaluation=edition.prose(measure.evaluation),
        limits=edition.prose(measure.limits),
        # The line on the partners says itself that nobody is responsible.
        lacking=tuple(
            heading
            for heading in lacking_in_brief(records, id_, measure)
            if heading is not BriefHeading.RESPONSIBILITY or not measure.partners
        ),
    )


def evidence_for(edition: Edition, id_: str) -> tuple[EvidenceView, ...]:
    """What supports the measure, without what else it supports."""
    supporting = edition.records.evidence_of.get(id_, {}).items()
    return tuple(evidence_view(edition, key, one)._replace(criteria=(), measures=()) for key, one in supporting)


def audience(edition: Edition, measure: Measure) -> AudienceView:
    """Ages that are written say more than the target group of the theme."""
    return AudienceView(
        target_group=None if measure.ages else target_group(edition, measure),
        ages=tuple(map(edition.value, measure.ages)),
        sexes=measure.sexes,
        risk_groups=tuple(map(edition.value, measure.risk_groups)),
    )
