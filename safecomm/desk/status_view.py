"""Where it stands: what is still open as work to do, then each criterion, what is there and what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from safecomm.content.content import Content
from safecomm.desk.addresses import address_at, address_of, record_address
from safecomm.desk.asked import Asking
from safecomm.desk.desk import Desk
from safecomm.desk.findings import findings_of
from safecomm.desk.new_record import add_record
from safecomm.desk.refused import told_of
from safecomm.desk.respond import JsonObject, page_response
from safecomm.desk.routing import RequestError, action, page, text_in
from safecomm.desk.told import Teller, teller_of
from safecomm.diagnostic import Diagnostic, Location
from safecomm.editing.acknowledge import acknowledge
from safecomm.editing.fields import FieldEdit, edit_fields
from safecomm.editing.new_translation import new_translations
from safecomm.messages.texts import texts_of
from safecomm.readiness.formats import page_values
from safecomm.readiness.gather import labels_of, status_of
from safecomm.readiness.questions import Question
from safecomm.readiness.status_phrases import StatusPhrases
from safecomm.rules.rule_finding import Finding

AT_FIRST = 8
"""Questions that are seen at once; the others are folded away below them."""


class DeskPhrases(StatusPhrases):
    """The words of the status, with the gaps told by the desk."""

    def __init__(self, content: Content, findings: Sequence[Finding], teller: Teller) -> None:
        super().__init__(status_of(content, teller.language, findings), labels_of(content, teller.language))
        self.teller = teller

    def message(self, gap: Diagnostic) -> str:
        return self.teller.message(gap)

    def hint(self, gap: Diagnostic) -> str:
        return self.teller.hint(gap)

    def place(self, location: Location) -> str:
        return self.teller.place(location)


def show(desk: Desk, _request: Request) -> Response:
    """Rendered once for each state of the files, however many windows show it."""
    return desk.state().remembered("status", lambda: render(desk))


def render(desk: Desk) -> Response:
    title = texts_of("desk", desk.language)["page-status"]
    return page_response(desk, "status", title, **status_values(desk))


def status_values(desk: Desk) -> Mapping[str, Any]:
    """Nothing while nothing can be read."""
    state = desk.state()
    if (content := state.content) is None:
        return {"blocks": ()}
    return {
        **page_values(DeskPhrases(content, findings_of(desk), teller_of(desk))),
        "words": texts_of("desk_status", desk.language),
        "questions": [*Asking(content, teller_of(desk)).all()],
        "at_first": AT_FIRST,
        "source": content.source,
        "address_of": address_of,
        "address_at": partial(address_at, state),
    }


def asked_in(desk: Desk, body: JsonObject) -> tuple[Asking, Question]:
    """Raises RequestError for a question that has been answered meanwhile."""
    content = desk.state().content
    asking = Asking(content, teller_of(desk)) if content else None
    question = asking and asking.questions.get(text_in(body, "question"))
    if not asking or not question:
        raise RequestError(texts_of("desk_status", desk.language)["question-gone"])
    return asking, question


def answer(desk: Desk, body: JsonObject) -> JsonObject:
    asking, question = asked_in(desk, body)
    answers = asking.fields(question).answers(body)
    edits = [FieldEdit(question.kind, question.id, key, value, question.file_language(key)) for key, value in answers]
    with told_of(asking.content, question.kind, question.id):
        files = edit_fields(desk.project, edits)
    return tell_written(desk, files)


def tell_written(desk: Desk, files: Iterable[Path]) -> JsonObject:
    desk.refresh()
    names = teller_of(desk).files(file.relative_to(desk.project).as_posix() for file in files)
    says = texts_of("desk_status", desk.language)
    return {"done": says["wrote" if names else "nothing-typed"].format(files=names)}


def make_record(desk: Desk, body: JsonObject) -> JsonObject:
    """Leads to the form of the new one, where it is filled in."""
    asking, question = asked_in(desk, body)
    if not question.new_record:
        raise RequestError("question")
    given = {**question.given(), **dict(asking.fields(question).answers(body))}
    titles = {asking.content.source: text_in(body, "title")}
    return {"address": add_record(desk, question.new_record, titles, given)}


def join(desk: Desk, body: JsonObject) -> JsonObject:
    """A record that is there answers the question as well."""
    asking, question = asked_in(desk, body)
    id_ = text_in(body, "record")
    if id_ not in question.known(asking.content, desk.language):
        raise RequestError("record")
    listed = question.listed_by(asking.content, id_)
    with told_of(asking.content, question.new_record, id_):
        files = edit_fields(desk.project, [FieldEdit(question.new_record, id_, (question.named_in,), listed)])
    return tell_written(desk, files)


def begin_translation(desk: Desk, body: JsonObject) -> JsonObject:
    """Leads to the form of the record, which has the other language beside it."""
    _, question = asked_in(desk, body)
    new_translations(desk.project, question.finding.record)
    desk.refresh()
    return {"address": record_address(question.kind, question.id)}


def let_stand(desk: Desk, body: JsonObject) -> JsonObject:
    asking, question = asked_in(desk, body)
    reasons = [text_in(body, f"reason:{language}") for language in asking.content.languages]
    finding = question.finding
    with told_of(asking.content, "application", "application"):
        acknowledge(desk.project, finding.diagnostic.code, finding.record, reasons)
    desk.refresh()
    return {"done": texts_of("desk_status", desk.language)["let-stood"]}


ROUTES = (
    page("/status", show),
    action("/status/answer", answer),
    action("/status/new", make_record),
    action("/status/join", join),
    action("/status/translate", begin_translation),
    action("/status/let-stand", let_stand),
)
