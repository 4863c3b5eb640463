"""How the work came to be: the community's own account and, from all that has a date, a timeline."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from safecomm.documents.areas import GOVERNING
from safecomm.documents.edition import Edition
from safecomm.documents.front_views import (
    DesignationView,
    HistoryView,
    Milestone,
    RecommendationView,
    RenewalView,
    TimelineRow,
)

When = datetime.date | int


class Happening(NamedTuple):
    """What happened when; `shown` is how that is written where it is more than a date or year."""

    when: When
    milestone: Milestone
    text: str
    by: str | None = None
    shown: str | None = None

    @property
    def order(self) -> tuple[int, datetime.date]:
        """What has only a year stands before the days of that year."""
        if isinstance(self.when, int):
            return self.when, datetime.date.min
        return self.when.year, self.when


def history_view(edition: Edition) -> HistoryView:
    happenings = sorted((*events(edition), *untold(edition), *records_with_dates(edition)), key=lambda one: one.order)
    rows = tuple(
        TimelineRow(one.shown or edition.when(one.when), one.milestone, one.text, one.by) for one in happenings
    )
    return HistoryView(edition.prose(edition.records.community.history), rows)


def events(edition: Edition) -> Iterator[Happening]:
    for event in edition.records.community.events:
        yield Happening(event.date, Milestone.EVENT, edition.words(event.text))


def untold(edition: Edition) -> Iterator[Happening]:
    """The milestones of whose day, or of whose year where only that is known, the community tells nothing itself."""
    own = [event.date for event in edition.records.community.events]
    years = {date if isinstance(date, int) else date.year for date in own}
    for happening in milestones(edition):
        if happening.when not in (years if isinstance(happening.when, int) else own):
            yield happening


def milestones(edition: Edition) -> Iterator[Happening]:
    records = edition.records
    programme, council = records.programme, records.council
    if programme.started:
        yield Happening(programme.started, Milestone.STARTED, "")
    if council.formed:
        yield Happening(council.formed, Milestone.COUNCIL, council.name)
    yield Happening(programme.date, Milestone.PROGRAMME, programme.title)
    for designation in records.application.designations:
        # Nobody is called designated of whom it is not known who did so.
        if designation.certifier:
            certifier = edition.words(designation.certifier)
            yield Happening(designation.year, Milestone.DESIGNATION, records.community.name, certifier)


def records_with_dates(edition: Edition) -> Iterator[Happening]:
    """The governing documents by their day, and networks, conferences and visits by their years."""
    for evidence in edition.records.evidence.values():
        if evidence.date and evidence.kind in GOVERNING:
            publisher = edition.name(evidence.publisher) if evidence.publisher else None
            yield Happening(evidence.date, Milestone.DOCUMENT, edition.words(evidence.title), publisher)
    for network in edition.records.networks.values():
        if network.period:
            place = edition.words(network.place) if network.place else None
            years = edition.period(network.period)
            yield Happening(network.period.start, Milestone.NETWORK, edition.words(network.name), place, years)


def designation_views(edition: Edition) -> tuple[DesignationView, ...]:
    return tuple(
        DesignationView(str(one.year), edition.words(one.certifier) if one.certifier else None)
        for one in edition.records.application.designations
    )


def renewal_view(edition: Edition) -> RenewalView | None:
    """None where the community has never been designated and tells of no time before."""
    application = edition.records.application
    designations = designation_views(edition)
    recommendations = tuple(
        RecommendationView(str(one.year), edition.words(one.text), edition.words(one.answer) if one.answer else None)
        for one in application.recommendations
    )
    since = edition.prose(application.since_last_time)
    if not (designations or recommendations or since):
        return None
    return RenewalView(designations, application.network_number, recommendations, since)
