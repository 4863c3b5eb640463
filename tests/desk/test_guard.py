"""Who gets in: only the person's own browser, with the token, from the desk's own pages."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from safecomm.desk.app import ROUTES, make_app
from safecomm.desk.desk import Desk
from safecomm.desk.guard import new_door
from safecomm.desk.routing import action, text_in
from tests.desk.conftest import DOOR

WRITING = [route.path for route in ROUTES if "POST" in (route.methods or ())]
HERE = f"http://127.0.0.1:{DOOR.port}"


def test_the_first_address_brings_the_cookie_and_leads_to_the_document(desk: Desk) -> None:
    stranger = TestClient(make_app(desk, DOOR), base_url=HERE)
    assert stranger.get("/status").status_code == 403
    opened = stranger.get(f"/open?token={DOOR.token}", follow_redirects=False)
    assert (opened.status_code, opened.headers["location"]) == (303, "/")
    said = opened.headers["set-cookie"].lower()
    assert "httponly" in said
    assert "samesite=strict" in said
    assert stranger.get("/status").status_code == 200


@pytest.mark.parametrize("query", ["", "?token=", "?token=the-toke", "?token=%00", "?token=å", "?Token=the-token"])
def test_a_wrong_token_opens_nothing(desk: Desk, query: str) -> None:
    stranger = TestClient(make_app(desk, DOOR), base_url=HERE)
    answer = stranger.get(f"/open{query}", follow_redirects=False)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/status", "/events", "/static/desk.js", "/no-such"])
def test_without_the_cookie_there_is_nothing_to_see(desk: Desk, path: str) -> None:
    answer = TestClient(make_app(desk, DOOR), base_url=HERE).get(path)
    assert answer.status_code == 403
    assert "safecomm desk" in answer.text


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{DOOR.port}", "127.0.0.1", "127.0.0.1:80", "0.0.0.0:4711", "[::1]:4711", ""]
)
def test_another_name_for_this_machine_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/status", headers={"Host": host}).status_code == 421
    assert client.get(f"/open?token={DOOR.token}", headers={"Host": host}).status_code == 421


def test_localhost_is_this_machine(client: TestClient) -> None:
    host = f"localhost:{DOOR.port}"
    assert client.get("/status", headers={"Host": host, "Origin": f"http://{host}"}).status_code == 200


@pytest.mark.parametrize("path", [*WRITING, "/any"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:4712"},
        {"Origin": f"https://127.0.0.1:{DOOR.port}"},
        {"Origin": f"http://localhost:{DOOR.port}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
def test_no_other_page_may_write(client: TestClient, path: str, headers: dict[str, str]) -> None:
    assert client.post(path, json={}, headers=headers).status_code == 403


@pytest.mark.parametrize("path", [*WRITING, "/any"])
def test_who_writes_says_where_from(client: TestClient, path: str) -> None:
    del client.headers["Origin"]
    assert client.post(path, json={}).status_code == 403


@pytest.mark.parametrize("path", [*WRITING, "/any"])
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain", ""])
def test_a_form_cannot_write(client: TestClient, path: str, kind: str) -> None:
    assert client.post(path, content=b"{}", headers={"Content-Type": kind}).status_code == 415


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_there_are_no_other_methods(client: TestClient, method: str) -> None:
    answer = client.request(method, "/status")
    assert answer.status_code == 405
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("path", ["/status", "/static/desk.js", "/no-such", "/static/no-such"])
def test_every_answer_forbids_frames_other_sources_and_keeping(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert (headers["cache-control"], headers["x-content-type-options"]) == ("no-store", "nosniff")
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../desk.py",
        "/static/..%2fdesk.py",
        "/static/%2e%2e%2fapp.py",
        "/static/..%5cdesk.py",
        "/static//etc/passwd",
        "/static/%2fetc%2fpasswd",
        "/static/desk.js%00.css",
        "/static/",
    ],
)
def test_a_path_leads_nowhere_else(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text


def test_what_no_page_sends_is_refused(client: TestClient, app: Starlette) -> None:
    app.router.routes.append(action("/any", lambda _desk, body: {"given": text_in(body, "text")}))
    assert client.post("/any", json={"text": "å"}).json() == {"given": "å"}
    for body in (
        b"",
        b"[]",
        b"{",
        b"\xff",
        b"[" * 100_000,
        b'{"text":' + b"[" * 900 + b"]" * 900 + b"}",
        b'{"text": 1}',
    ):
        answer = client.post("/any", content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code == 400, body[:20]


def test_two_desks_do_not_take_each_others_cookies() -> None:
    one, other = new_door(1), new_door(2)
    assert one.cookie != other.cookie
    assert one.token != other.token
    assert len(one.token) >= 32


def test_a_bug_of_ours_shows_nothing_of_the_machine(
    client: TestClient, app: Starlette, capsys: pytest.CaptureFixture[str]
) -> None:
    async def fail(_request: Request) -> Response:
        raise ValueError("/secret/path")

    app.router.routes.append(Route("/fail", fail))
    answer = client.get("/fail")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "/secret/path" in capsys.readouterr().err
