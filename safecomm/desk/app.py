"""All addresses of the desk, and what is answered where there is nothing, or something is wrong."""

import sys
import traceback
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from safecomm.desk import (
    changes_view,
    document_view,
    draft_view,
    figures_view,
    followup_view,
    record_view,
    records_view,
    review_view,
    send_view,
    status_view,
    text_view,
)
from safecomm.desk.desk import Desk
from safecomm.desk.events import as_event
from safecomm.desk.guard import Door, Guard
from safecomm.desk.respond import desk_of, page_response, problem_objects
from safecomm.desk.routing import RequestError, page
from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.html.render import FOLDER as HTML
from safecomm.messages.texts import texts_of
from safecomm.output import machine_problem

STATIC = Path(__file__).parent / "static"


def make_app(desk: Desk, door: Door) -> Starlette:
    app = Starlette(
        routes=ROUTES,
        middleware=[Middleware(Guard, door=door, refused=texts_of("desk", desk.language)["no-token"])],
        exception_handlers={
            404: show_missing,
            RequestError: refuse_request,
            ContentError: show_refused,
            OSError: show_refused,
            Exception: tell_bug,
        },
    )
    app.state.desk = desk
    return app


async def stream_events(request: Request) -> Response:
    """What happens from now on; first of all which state the files are in."""
    desk = desk_of(request)
    return StreamingResponse(desk.events.listen(partial(tell_now, desk)), media_type="text/event-stream")


def tell_now(desk: Desk) -> tuple[str, str]:
    return as_event("changed", str(desk.state().number)), as_event("reviews", desk.refresh_reviews())


def static_files() -> Mapping[str, Path]:
    """What the pages are drawn and moved by, by name."""
    files = [*STATIC.iterdir(), *HTML.glob("*.css"), *HTML.glob("*.js")]
    return {file.name: file for file in files}


def show_static(_desk: Desk, request: Request) -> Response:
    file = static_files().get(request.path_params["name"])
    if file is None:
        raise HTTPException(404)
    return FileResponse(file)


async def refuse_request(_request: Request, fault: Exception) -> Response:
    return JSONResponse({"fault": str(fault)}, 400)


async def show_missing(request: Request, _fault: Exception) -> Response:
    return await show(request, "missing", 404)


async def show_refused(request: Request, fault: Exception) -> Response:
    """For a page that cannot be made, because of the content or the machine."""
    problems: tuple[Diagnostic, ...] = ()
    if isinstance(fault, ContentError):
        problems = tuple(fault.diagnostics)
    elif isinstance(fault, OSError):
        problems = (machine_problem(fault),)
    return await show(request, "refused", 422, refused=problem_objects(problems, desk_of(request)))


async def show(request: Request, name: str, status: int, **values: object) -> Response:
    desk = desk_of(request)
    title = texts_of("desk", desk.language)[name]
    return await run_in_threadpool(lambda: page_response(desk, name, title, status=status, **values))


async def tell_bug(request: Request, fault: Exception) -> Response:
    """Ours: the traceback goes where the desk was started, and the page says so."""
    traceback.print_exception(fault, file=sys.stderr)
    return JSONResponse({"fault": texts_of("desk", desk_of(request).language)["bug"]}, 500)


ROUTES = [
    *document_view.ROUTES,
    *draft_view.ROUTES,
    *record_view.ROUTES,
    *records_view.ROUTES,
    *text_view.ROUTES,
    *status_view.ROUTES,
    *changes_view.ROUTES,
    *review_view.ROUTES,
    *figures_view.ROUTES,
    *followup_view.ROUTES,
    *send_view.ROUTES,
    Route("/events", stream_events, methods=["GET"]),
    page("/static/{name}", show_static),
]
