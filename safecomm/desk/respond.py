"""Answers of the desk: pages in its shell, data, and what is wrong."""

from collections.abc import Iterable, Mapping, Set
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from safecomm.desk.addresses import address_at, shown_path
from safecomm.desk.desk import Desk
from safecomm.desk.text_files import text_address, text_files
from safecomm.desk.told import Teller, teller_of
from safecomm.diagnostic import Diagnostic
from safecomm.html.render import render_page
from safecomm.messages.texts import texts_of

JsonObject = Mapping[str, Any]

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PAGES = (
    ("document", "/"),
    ("records", "/records"),
    ("status", "/status"),
    ("changes", "/changes"),
    ("reviews", "/reviews"),
    ("figures", "/figures"),
    ("followup", "/followup"),
    ("send", "/send"),
)
"""The pages that lead on from everywhere: the name of each, which is also that of its template, and its address."""


def page_response(desk: Desk, name: str, title: str, *, status: int = 200, **values: object) -> Response:
    return HTMLResponse(page_of(desk, name, title, **values), status)


def page_of(desk: Desk, name: str, title: str, **values: object) -> str:
    """Made of the template of that name; the shell knows where one can go, and what is wrong with the files."""
    state, says = desk.state(), texts_of("desk", desk.language)
    return render_page(
        f"desk/{name}",
        name=name,
        title=title,
        language=desk.language,
        says=says,
        pages=[(page, address, says[f"page-{page}"]) for page, address in PAGES],
        project=desk.project.resolve().name if state.content is None else community_of(desk),
        key=desk.key,
        state=state.number,
        was_read=state.content is not None,
        problems=problem_objects(state.problems, desk),
        **values,
    )


def fragment(desk: Desk, name: str, **values: object) -> str:
    """A part of a page, which its script puts in."""
    return render_page(f"desk/{name}", says=texts_of("desk", desk.language), **values)


def word_response(data: bytes, name: str) -> Response:
    """A file to keep: browsers show no Word files."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(data, media_type=WORD, headers=headers)


def community_of(desk: Desk) -> str:
    content = desk.state().content
    return content.records[desk.language].community.name if content else ""


def problems_response(problems: Iterable[Diagnostic], desk: Desk) -> JSONResponse:
    return JSONResponse({"problems": problem_objects(problems, desk)}, 422)


def problem_objects(problems: Iterable[Diagnostic], desk: Desk) -> list[dict[str, Any]]:
    """Each in the words of the desk, with the `address` of what it concerns and what that is called."""
    teller, texts = teller_of(desk), desk.state().remembered("texts", lambda: text_files(desk))
    return [problem_object(problem, teller, texts) for problem in problems]


def problem_object(problem: Diagnostic, teller: Teller, texts: Set[str]) -> dict[str, Any]:
    """What is no record leads to the text of its file."""
    path, line, _ = problem.location
    text = text_address(path, line) if path in texts else ""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": teller.message(problem),
        "hint": teller.hint(problem),
        "path": shown_path(path),
        "line": line,
        "place": teller.place(problem.location),
        "address": address_at(teller.state, problem.location) or text,
    }


def desk_of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk
