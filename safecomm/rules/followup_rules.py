"""What the yearly follow-up lacks: a gap of its document; and what the application still says otherwise."""

from collections.abc import Iterator, Mapping

from safecomm.content.content import Content, Language, Records
from safecomm.content.followups import OVER, latest_year, state_in, years_to_follow
from safecomm.content.records import Measure, Project
from safecomm.content.vocabulary import Status
from safecomm.record_kinds import FOLLOWED
from safecomm.rules.figure_rules import OLD
from safecomm.rules.rule_finding import Findings, finding

FOLLOWUP, NETWORK = "followup", "network"
"""What the kind of document is called, and whom its other form is for, as the name of a part says: `2009-network`."""


def parts_of(year: int) -> tuple[str, ...]:
    """The parts of the document that are about the year."""
    return str(year), f"{year}-{NETWORK}"


def not_reported(content: Content, language: Language) -> Findings:
    """Serves the council, which is to hear of each measure and project; it concerns the document of that year alone."""
    records = content.records[language]
    latest = latest_year(records.programme, records.reports.values())
    for year in sorted(years_to_follow(records.programme, records.followup)):
        parts = (*parts_of(year), "", NETWORK) if year == latest else parts_of(year)
        for kind, id_, work in followed_works(records):
            if state_in(records.reports.get((kind, id_), {}), year).status is None:
                values = {"title": work.title, "year": str(year), "name": f"{kind}.{id_}"}
                found = finding(content, "not-reported", kind, id_, criterion=work.criterion, **values)
                yield found._replace(document=FOLLOWUP, parts=parts)


def followed_works(records: Records) -> Iterator[tuple[str, str, Measure | Project]]:
    of_kinds: Mapping[str, Mapping[str, Measure | Project]] = {
        "measures": records.measures,
        "projects": records.projects,
    }
    yield from ((kind, id_, work) for kind in FOLLOWED for id_, work in of_kinds[kind].items())


def followup_old(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks how it goes today: a latest report from years before the application."""
    records = content.records[language]
    today = (records.application.date or records.programme.date).year
    if records.reports and today - (latest := latest_year(records.programme, records.reports.values())) > OLD:
        yield finding(content, "followup-old", "application", "application", year=str(latest))


def status_outdated(content: Content, language: Language) -> Findings:
    """Serves the reader, who sees both: a measure that its follow-up calls over, and its own file does not."""
    records = content.records[language]
    for kind, id_, work in followed_works(records):
        reported = [*records.reports.get((kind, id_), {}).items()]
        if reported and reported[-1][1].status in OVER and work.status is not Status.COMPLETED:
            values = {"title": work.title, "year": str(reported[-1][0])}
            yield finding(content, "status-outdated", kind, id_, "status", criterion=work.criterion, **values)
