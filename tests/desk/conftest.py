"""A project on the desk, and a client that knows the token."""

import shutil
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from safecomm.desk.app import make_app
from safecomm.desk.desk import Desk
from safecomm.desk.guard import Door

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "tests" / "good"
DOOR = Door(4711, "the-token")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The good project, with the real templates."""
    shutil.copytree(GOOD / "content", tmp_path / "content")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    return tmp_path


@pytest.fixture
def desk(project: Path) -> Desk:
    return Desk(project, "en")


@pytest.fixture
def app(desk: Desk) -> Starlette:
    """Whose routes are a test's own."""
    app = make_app(desk, DOOR)
    app.router.routes = [*app.router.routes]
    return app


@pytest.fixture
def client(app: Starlette) -> TestClient:
    """As the desk's own pages ask."""
    own = TestClient(
        app,
        base_url=f"http://127.0.0.1:{DOOR.port}",
        headers={"Origin": f"http://127.0.0.1:{DOOR.port}", "Sec-Fetch-Site": "same-origin"},
        raise_server_exceptions=False,
    )
    own.cookies.set(DOOR.cookie, DOOR.token)
    return own
