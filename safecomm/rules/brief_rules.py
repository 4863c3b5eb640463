"""What the measure briefs lack: a gap of each brief, and of the programme where they are its appendix."""

from collections.abc import Collection, Mapping

from safecomm.content.content import Content, Language, Records
from safecomm.content.field_types import prose_fields
from safecomm.content.records import Measure
from safecomm.content.vocabulary import BriefHeading
from safecomm.diagnostic import listed
from safecomm.rules.rule_finding import Findings, finding

BRIEFS = "briefs"
"""What the kind of document is called."""

FIELDS: Mapping[BriefHeading, Collection[str]] = {
    BriefHeading.BACKGROUND: ("background",),
    BriefHeading.PURPOSE: ("purpose",),
    BriefHeading.GOALS: ("objectives", "expected_result", "deliverables"),
    BriefHeading.TARGET_GROUP: ("ages", "risk_groups", "sexes"),
    BriefHeading.ACTIVITIES: ("activities",),
    BriefHeading.SCHEDULE: ("schedule", "deadline", "period"),
    BriefHeading.RESPONSIBILITY: ("responsible",),
    BriefHeading.RESOURCES: ("resources", "cost"),
    BriefHeading.RISKS: ("risks",),
    BriefHeading.EVALUATION: ("evaluation", "statistics"),
    BriefHeading.LIMITS: ("limits",),
}
"""The fields of a measure of which one is enough; what is assigned is its text, which it always has."""


def lacking_in_brief(records: Records, id_: str, measure: Measure) -> tuple[BriefHeading, ...]:
    """The headings of its brief below which nothing would stand."""
    elsewhere = told_elsewhere(records, id_, measure)
    return tuple(
        heading
        for heading, fields in FIELDS.items()
        if not any(getattr(measure, field) for field in fields) and not elsewhere.get(heading)
    )


def told_elsewhere(records: Records, id_: str, measure: Measure) -> Mapping[BriefHeading, bool]:
    """What other records say of a measure."""
    objectives = [records.objectives[objective] for objective in measure.objectives]
    return {
        BriefHeading.BACKGROUND: id_ in records.evidence_of,
        BriefHeading.TARGET_GROUP: measure.theme in records.criteria[measure.criterion].target_groups,
        BriefHeading.EVALUATION: any(objective.indicator or objective.statistics for objective in objectives),
    }


def incomplete_briefs(records: Records) -> dict[str, tuple[BriefHeading, ...]]:
    """What they lack, by measure."""
    lacking = {id_: lacking_in_brief(records, id_, measure) for id_, measure in records.measures.items()}
    return {id_: headings for id_, headings in lacking.items() if headings}


def briefs_incomplete(content: Content, language: Language) -> Findings:
    """Serves the reader of the programme, who looks for the briefs in its appendix."""
    records = content.records[language]
    if incomplete := incomplete_briefs(records):
        for number, appendix in enumerate(records.programme.appendices):
            if appendix.document and not content.has_file(appendix.file):
                values = {"name": appendix.name.to(language), "title": appendix.title.to(language)}
                values |= {"number": str(len(incomplete)), "total": str(len(records.measures))}
                key = ("appendices", number)
                yield finding(content, "briefs-incomplete", "programme", "programme", *key, **values)


def brief_incomplete(content: Content, language: Language) -> Findings:
    """Serves whoever gets the assignment; it concerns that brief alone."""
    records = content.records[language]
    prose = prose_fields(Measure)
    for id_, headings in incomplete_briefs(records).items():
        fields = [next(iter(FIELDS[heading])) for heading in headings]
        written = listed([f"# {field}" if field in prose else field for field in fields], language)
        values = {"title": records.measures[id_].title, "fields": written}
        yield finding(content, "brief-incomplete", "measures", id_, **values)._replace(document=BRIEFS, parts=("", id_))
