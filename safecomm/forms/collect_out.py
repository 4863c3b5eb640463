"""The forms of a yearly follow-up: for each organisation one with the measures and projects that it answers for."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from safecomm.catalogue import COLLECT
from safecomm.content.content import Content
from safecomm.content.field_types import prose_fields
from safecomm.content.followups import Followed, followed
from safecomm.content.records import Followup
from safecomm.content.vocabulary import FollowupStatus
from safecomm.documents.edition import Edition
from safecomm.forms.asked_answers import FIELDS, AskedAnswer, asked_answers, asked_organisation, followed_record
from safecomm.forms.form_file import form_file
from safecomm.labels import Labels
from safecomm.markdown.blocks import Prose, Title
from safecomm.word.answer_box import AnswerBox


class EarlierText(NamedTuple):
    """A field of what was reported before: a text, or `words`."""

    label: str
    words: str
    text: Prose | None


class EarlierReport(NamedTuple):
    year: int
    texts: tuple[EarlierText, ...]


class AskedField(NamedTuple):
    label: Title
    box: AnswerBox


class AskedWork(NamedTuple):
    """A measure or project as it was decided, what was reported of it last, and what is asked now."""

    title: str
    wording: Prose
    earlier: EarlierReport | None
    fields: tuple[AskedField, ...]


class CollectView(NamedTuple):
    community: str
    organisation: str
    year: int
    works: tuple[AskedWork, ...]


def collect_forms(content: Content, year: int) -> Iterator[tuple[str, bytes]]:
    """By organisation; raises ContentError for a fault of the template."""
    edition, asked = Edition(content, content.source), by_organisation(content, year)
    for organisation, works in asked.items():
        view = collect_view(edition, year, organisation, works)
        yield organisation, form_file(content, COLLECT, content.source, view, f"{year}-{organisation}")


Works = Mapping[Followed, Sequence[AskedAnswer]]


def by_organisation(content: Content, year: int) -> Mapping[str, Works]:
    """What is asked of each, in the order of their first measures and projects."""
    found: dict[str, dict[Followed, list[AskedAnswer]]] = {}
    for answer in asked_answers(content, year):
        if organisation := asked_organisation(content, answer.work):
            found.setdefault(organisation, {}).setdefault(answer.work, []).append(answer)
    return found


def unasked(content: Content, year: int) -> list[Followed]:
    """The measures and projects that nobody is asked about."""
    works = {answer.work: None for answer in asked_answers(content, year)}
    return [work for work in works if asked_organisation(content, work) is None]


def collect_view(edition: Edition, year: int, organisation: str, works: Works) -> CollectView:
    labels = Labels(edition.content.project, edition.language)
    asked = (asked_work(edition, work, answers, labels) for work, answers in works.items())
    return CollectView(edition.records.community.name, edition.name(organisation), year, tuple(asked))


def asked_work(edition: Edition, work: Followed, answers: Sequence[AskedAnswer], labels: Labels) -> AskedWork:
    record = followed_record(edition.content, work)
    boxes = [(answer.box(labels), answer.mark(labels).name) for answer in answers]
    fields = tuple(AskedField(Title(box.name, mark), box) for box, mark in boxes)
    return AskedWork(record.title, edition.prose(record.text), earlier_report(edition, work, labels), fields)


def earlier_report(edition: Edition, work: Followed, labels: Labels) -> EarlierReport | None:
    """The last one before in which somebody reported."""
    reports = edition.records.followup
    told = [one for one in map(followed, reports) if one[1:] == work[1:] and one.year < work.year]
    last = max((one for one in told if reports[one.followup].status), default=None)
    if last is None:
        return None
    report = reports[last.followup]
    texts = (earlier_text(edition, field, getattr(report, field), labels) for field in FIELDS)
    return EarlierReport(last.year, tuple(text for text in texts if text.words or text.text))


def earlier_text(edition: Edition, field: str, value: object, labels: Labels) -> EarlierText:
    label = labels.field(Followup, field)
    if field in prose_fields(Followup):
        return EarlierText(label, "", edition.prose(value) if isinstance(value, Prose) else None)
    match value:
        case None:
            return EarlierText(label, "", None)
        case FollowupStatus():
            return EarlierText(label, labels.value(value), None)
    return EarlierText(label, str(value), None)
