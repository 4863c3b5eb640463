"""How views become addresses: they run in threads, read data within bounds, and say what is wrong with it."""

import json
import re
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from safecomm.desk.desk import Desk
from safecomm.desk.respond import JsonObject, desk_of, problems_response
from safecomm.diagnostic import ContentError
from safecomm.output import machine_problem

View = Callable[[Desk, Request], Response]
Action = Callable[[Desk, JsonObject], JsonObject]
STATE = "X-Desk-State"
LARGEST = 150_000_000
"""Bytes of what a page sends: several Word files at once."""
SURROGATE = re.compile("[\ud800-\udfff]")
DEEPEST = 20
"""Lists and objects in each other; no page sends more than a few."""


class RequestError(Exception):
    """What no page of ours sends."""


def page(path: str, view: View) -> Route:
    """What is shown at an address: a page, or a file of a name that the view knows."""

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(lambda: view(desk_of(request).at_rest(), request))

    return Route(path, endpoint, methods=["GET"])


def action(path: str, act: Action) -> Route:
    """What a page asks for with data; 422 with the problems that people can mend."""

    async def endpoint(request: Request) -> Response:
        desk, body = desk_of(request), await read_json(request)
        try:
            answer = JSONResponse(await run_in_threadpool(act, desk, body))
        except ContentError as fault:
            return problems_response(fault.diagnostics, desk)
        except OSError as fault:
            return problems_response([machine_problem(fault)], desk)
        # What the page has done itself, it need not be told.
        answer.headers[STATE] = str(desk.state().number)
        return answer

    return Route(path, endpoint, methods=["POST"])


async def read_json(request: Request) -> JsonObject:
    """The object that a page sent; raises RequestError."""
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > LARGEST:
            raise RequestError("too large")
    try:
        body = json.loads(data)
    except (ValueError, RecursionError):
        raise RequestError("no JSON") from None
    if not isinstance(body, dict) or not is_shallow(body):
        raise RequestError("no object")
    return body


def is_shallow(value: object) -> bool:
    """Whether it is as deep as the views may go down in it."""
    level = [value]
    for _ in range(DEEPEST):
        inside = [part.values() if isinstance(part, dict) else part for part in level if isinstance(part, dict | list)]
        level = [part for parts in inside for part in parts]
    return not level


def text_in(body: JsonObject, key: str) -> str:
    """A text that an action needs; raises RequestError, also for halves of characters, which no file can hold."""
    value = body.get(key)
    if not isinstance(value, str) or SURROGATE.search(value):
        raise RequestError(f"{key} is no text")
    return value
