"""A content file as the text that it is, for what no form can show: a file that cannot be read, or a field unknown."""

from collections.abc import Iterable, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from safecomm.content.file import FOLDER, decode_text
from safecomm.desk.addresses import place_at
from safecomm.desk.desk import Desk
from safecomm.desk.respond import JsonObject, page_response, problem_objects
from safecomm.desk.routing import RequestError, action, page, text_in
from safecomm.desk.text_files import text_address, text_files
from safecomm.diagnostic import Diagnostic, Location
from safecomm.editing.file_text import TextEdit, TextOutcome, save_text, try_text
from safecomm.journal import content_bytes
from safecomm.messages.texts import texts_of


def show(desk: Desk, request: Request) -> Response:
    path = f"{FOLDER}/{request.path_params['name']}"
    if path not in text_files(desk):
        raise HTTPException(404)
    says = texts_of("desk_record", desk.language)
    problems = [fault for fault in desk.state().problems if fault.location.path == path]
    return page_response(
        desk,
        "text",
        says["file-text"],
        edit=says,
        path=path,
        told_here=path,
        text=decode_text(content_bytes(desk.project, path) or b"", path),
        faults=told(problems, path, desk),
        record=form_address(desk, path),
    )


def form_address(desk: Desk, path: str) -> str:
    """Where the file's record can be filled in; empty while it cannot be read, and of what is no record."""
    state = desk.state()
    place = place_at(state, Location(path, 1))
    is_whole = not any(fault.location.path == path for fault in state.problems)
    return place.record.address if place and is_whole else ""


def told(problems: Iterable[Diagnostic], path: str, desk: Desk) -> list[dict[str, Any]]:
    """Those of the file itself lead to their lines, and say what to write there, not what it is called."""
    faults = [*problems]
    shown = zip(problem_objects(faults, desk), faults, strict=True)
    return [{**one, **at_line(fault, desk.language)} if fault.location.path == path else one for one, fault in shown]


def at_line(fault: Diagnostic, language: str) -> dict[str, Any]:
    line = fault.location.line or 1
    place = texts_of("desk_record", language)["line"].format(line=line)
    own = {"place": place, "address": text_address(fault.location.path, line)}
    return {**own, "hint": fault.hint(language)} if fault.nearest else own


def try_file(desk: Desk, body: JsonObject) -> JsonObject:
    return answer(desk, body, try_text(desk.project, edit_in(desk, body), desk.memory))


def save_file(desk: Desk, body: JsonObject) -> JsonObject:
    outcome = save_text(desk.project, edit_in(desk, body), desk.memory, even_wrong=body.get("even_wrong") is True)
    if outcome.is_written:
        desk.refresh()
    return answer(desk, body, outcome)


def edit_in(desk: Desk, body: JsonObject) -> TextEdit:
    path = text_in(body, "path")
    if path not in text_files(desk):
        raise RequestError("path")
    return TextEdit(path, text_in(body, "text"), text_in(body, "based_on"))


def answer(desk: Desk, body: JsonObject, outcome: TextOutcome) -> Mapping[str, Any]:
    path = text_in(body, "path")
    return {
        "written": outcome.is_written,
        "problems": told(outcome.problems, path, desk),
        "theirs": outcome.theirs,
        "address": form_address(desk, path) if outcome.is_written else "",
        "state": str(desk.state().number),
    }


ROUTES = (
    page("/text/{name:path}", show),
    action("/text/try", try_file),
    action("/text/save", save_file),
)
