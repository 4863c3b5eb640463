"""What is sent: what stands in the way, the package, the decided versions, and whom each went to."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from safecomm.build import refused_documents
from safecomm.catalogue import documents, documents_matching
from safecomm.content.content import Content
from safecomm.content.decided_files import decided_path
from safecomm.content.records import Decision
from safecomm.decide import Ruling, decide, note_delivery
from safecomm.desk.dates import day_text
from safecomm.desk.desk import Desk
from safecomm.desk.document_names import document_name
from safecomm.desk.findings import findings_of
from safecomm.desk.respond import JsonObject, page_response, problem_objects
from safecomm.desk.routing import RequestError, action, page, text_in
from safecomm.messages.texts import texts_of
from safecomm.package import FOLDER, package, packaged_files, sent_documents


class Standing(NamedTuple):
    """A document, and what still keeps it from being final."""

    name: str
    problems: list[dict[str, object]]


def show(desk: Desk, _request: Request) -> Response:
    says, state = texts_of("desk_send", desk.language), desk.state()
    content = state.require_content()
    standing = state.remembered("standing", lambda: list(standings(desk, content)))
    return page_response(
        desk,
        "send",
        texts_of("desk", desk.language)["page-send"],
        send=says,
        standing=standing,
        ready=not state.problems and not any(document.problems for document in standing),
        files=packaged_files(desk.project),
        decisions=decisions_of(content, desk),
        kinds=dict.fromkeys(document.name for document in documents(content.languages)),
        today=date.today().isoformat(),
        day_text=partial(day_text, language=desk.language),
    )


def standings(desk: Desk, content: Content) -> Iterator[Standing]:
    sent = sent_documents(documents(content.languages))
    refused = refused_documents(content, sent, findings_of(desk), desk.language)
    for document in sent:
        problems = problem_objects(refused.get(document, ()), desk)
        yield Standing(document_name(document, desk.language), problems)


def decisions_of(content: Content, desk: Desk) -> list[tuple[str, str, Decision]]:
    """Id, name of the document and record, the latest first."""
    names = texts_of("desk", desk.language)
    kept = content.records[content.source].decisions
    return [(id_, names.get(f"document-{decision.document}", id_), decision) for id_, decision in kept.items()][::-1]


def make_package(desk: Desk, _body: JsonObject) -> JsonObject:
    wanted = sent_documents(documents(desk.state().require_content().languages))
    files = package(desk.project, wanted, desk.language, desk.tell_progress)
    return {"files": sorted(files)}


def keep_decided(desk: Desk, body: JsonObject) -> JsonObject:
    chosen = documents_matching(text_in(body, "document"), desk.state().require_content().languages)
    ruling = Ruling(day_in(body), filled_in(body, "number"))
    if not chosen:
        raise RequestError("document")
    made = decide(desk.project, chosen, ruling, desk.language, desk.tell_progress)
    desk.refresh()
    return {"files": list(made.paths), "faults": problem_objects(made.run.faults, desk)}


def note_sent(desk: Desk, body: JsonObject) -> JsonObject:
    id_ = text_in(body, "decision")
    content = desk.state().require_content()
    if id_ not in content.records[content.source].decisions:
        raise RequestError("decision")
    note_delivery(desk.project, id_, day_in(body), filled_in(body, "to"))
    desk.refresh()
    return {}


def day_in(body: JsonObject) -> date:
    try:
        return date.fromisoformat(text_in(body, "date"))
    except ValueError:
        raise RequestError("date") from None


def filled_in(body: JsonObject, key: str) -> str:
    """A line that says something."""
    text = " ".join(text_in(body, key).split())
    if not text or not text.isprintable():
        raise RequestError(key)
    return text


def hand_out_packaged(desk: Desk, request: Request) -> Response:
    files = packaged_files(desk.project)
    number = request.path_params["number"]
    if number >= len(files):
        raise HTTPException(404)
    file = desk.project / FOLDER / files[number].name
    return FileResponse(file, filename=file.name)


def hand_out_decided(desk: Desk, request: Request) -> Response:
    content, id_, number = desk.state().require_content(), request.path_params["id"], request.path_params["number"]
    decision = content.records[content.source].decisions.get(id_)
    if decision is None or number >= len(decision.files):
        raise HTTPException(404)
    name = decision.files[number].name
    return FileResponse(desk.project / decided_path(id_, name), filename=name)


ROUTES = (
    page("/send", show),
    page("/send/package/{number:int}", hand_out_packaged),
    page("/send/decided/{id}/{number:int}", hand_out_decided),
    action("/send/package", make_package),
    action("/send/decide", keep_decided),
    action("/send/sent", note_sent),
)
