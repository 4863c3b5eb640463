"""Who may ask the desk, and for what: it listens on this machine only, and every page that is open there could ask it.

Another name for this machine (DNS rebinding), another page's request (CSRF), another page's frame, and whoever does not
know the token: all are refused before a view sees them.
"""

from http.cookies import CookieError, SimpleCookie
from secrets import compare_digest, token_urlsafe
from typing import NamedTuple
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
NAMES = (HOST, "localhost")
OPENING = "/open"
"""The first address, which brings the token."""
READS, WRITES = ("GET", "HEAD"), ("POST",)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
WEEK = 7 * 24 * 3600


class Door(NamedTuple):
    """Where the desk listens, and the word that opens it."""

    port: int
    token: str

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple(f"{name}:{self.port}" for name in NAMES)

    @property
    def address(self) -> str:
        """To be opened by the person whose desk it is."""
        return f"http://{HOST}:{self.port}{OPENING}?token={self.token}"

    @property
    def cookie(self) -> str:
        """Cookies know no ports: two desks must not take each other's."""
        return f"safecomm_{self.port}"


def new_door(port: int) -> Door:
    return Door(port, token_urlsafe(32))


class Guard:
    """Passes on what may come in, and puts the headers to all that goes out."""

    def __init__(self, app: ASGIApp, door: Door, refused: str) -> None:
        """`refused` is what is said to whoever comes without the token."""
        self.app, self.door, self.refused = app, door, refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        if scope["type"] == "http":
            answer = self.answer_at_door(scope) or self.app
            await answer(scope, receive, send_safely)

    def answer_at_door(self, scope: Scope) -> Response | None:
        """None for what may go on."""
        headers, method = Headers(scope=scope), scope["method"]
        if headers.getlist("host") not in [[host] for host in self.door.hosts]:
            return PlainTextResponse("unknown host", 421)
        if method not in READS + WRITES:
            return PlainTextResponse("method not allowed", 405)
        if scope["path"] == OPENING and method == "GET":
            return self.open(parse_qs(scope["query_string"].decode("latin-1")))
        if not self.knows_token(headers):
            return PlainTextResponse(self.refused, 403)
        if not comes_from_here(headers, writes=method in WRITES):
            return PlainTextResponse("another page may not ask", 403)
        if method in WRITES and headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return PlainTextResponse("only JSON", 415)
        return None

    def open(self, query: dict[str, list[str]]) -> Response:
        if not compare_digest(query.get("token", [""])[0].encode(), self.door.token.encode()):
            return PlainTextResponse(self.refused, 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.door.cookie, self.door.token, max_age=WEEK, httponly=True, samesite="strict")
        return answer

    def knows_token(self, headers: Headers) -> bool:
        try:
            given = SimpleCookie(headers.get("cookie", "")).get(self.door.cookie)
        except CookieError:
            return False
        return given is not None and compare_digest(given.value.encode(), self.door.token.encode())


def comes_from_here(headers: Headers, *, writes: bool) -> bool:
    """Whether one of our own pages asks, or the person by the address; whoever writes must say so."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return (origin is None and not writes) or origin == f"http://{headers['host']}"
