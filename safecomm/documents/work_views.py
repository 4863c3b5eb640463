"""What a template may show of one activity, project or piece of evidence; as with all views."""

from typing import NamedTuple

from safecomm.content.vocabulary import EvidenceKind, FollowupStatus, Status
from safecomm.markdown.blocks import Prose, Title


class Parties(NamedTuple):
    """Organisations by name; `council` is the council's short name when all in it are meant."""

    names: tuple[str, ...]
    council: str | None


class ActivityView(NamedTuple):
    """`organisations` take part, `sources` are where its figures come from."""

    title: Title
    organisations: Parties
    sources: Parties
    text: Prose


class ProjectView(NamedTuple):
    title: Title
    status: Status
    role: str | None
    participants: Parties
    places: tuple[str, ...]
    programme: str | None
    text: Prose


class LatestReport(NamedTuple):
    """What was last reported of a measure or project."""

    title: Title
    year: str
    status: FollowupStatus
    reason: str | None
    results: Prose | None


class EvidenceView(NamedTuple):
    """`criteria` are numbers, `measures` titles; `period` is a date or year where the evidence is about no years."""

    title: Title
    kind: EvidenceKind
    author: str | None
    publisher: str | None
    period: str | None
    interval: str | None
    criteria: tuple[int, ...]
    measures: tuple[str, ...]
    kept: str | None
    note: str | None
    url: str | None
