"""What the desk knows of the files, and when it tells of them."""

import asyncio
import gc
import re
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Thread

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.testclient import TestClient

from safecomm.desk import desk as desk_module
from safecomm.desk import document_view
from safecomm.desk.desk import Desk
from safecomm.desk.events import as_event
from safecomm.desk.routing import page
from safecomm.desk.server import PORTS, DeskServer, listen
from safecomm.lock import lock
from tests.changed_content import change

PACKAGE = Path(desk_module.__file__).parent


def test_the_state_stays_while_the_files_do(desk: Desk) -> None:
    state = desk.state()
    assert (state.number, state.problems) == (1, ())
    assert desk.refresh() is state


def test_a_change_makes_a_new_state(desk: Desk, project: Path) -> None:
    first = desk.state()
    file = project / "content" / "community.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    second = desk.refresh()
    assert (second.number, second.problems) == (2, ())
    assert second.files != first.files


def test_a_page_is_of_the_state_in_which_it_was_begun(
    app: Starlette, client: TestClient, desk: Desk, project: Path
) -> None:
    """Else what it shows goes by the number of a later one, and is never put anew."""

    def show(begun: Desk, request: Request) -> Response:
        begun.state()
        change(project, "programme.md", "Inriktningen är fast.", "Inriktningen är ny.")
        desk.refresh()
        return document_view.show(begun, request)

    app.router.routes.append(page("/begun/{stem}", show))
    begun, after = client.get("/begun/programme.sv").text, client.get("/document/programme.sv").text
    assert ['data-state="1"' in begun, "Inriktningen är ny." in begun] == [True, False]
    assert ['data-state="2"' in after, "Inriktningen är ny." in after] == [True, True]


def test_what_is_told_while_a_page_asks_how_things_are_is_not_missed(desk: Desk) -> None:
    def now() -> list[str]:
        desk.events.tell("changed", "2")
        return [as_event("changed", "1")]

    async def hear() -> list[str]:
        told = desk.events.listen(now)
        return [await asyncio.wait_for(anext(told), 10) for _ in range(2)]

    # In a thread of its own: a browser that another test drives has a loop in this one.
    with ThreadPoolExecutor() as threads:
        heard = threads.submit(lambda: asyncio.run(hear())).result()
    assert heard == [as_event("changed", "1"), as_event("changed", "2")]


def test_the_last_good_content_stays_beside_the_problems(desk: Desk, project: Path) -> None:
    good = desk.state().content
    (project / "content" / "community.md").write_text("---\nname: [\n---\n", encoding="utf-8")
    broken = desk.refresh()
    assert broken.content is good
    assert broken.problems[0].location.path == "content/community.md"


def test_a_project_that_is_gone_is_a_problem(desk: Desk, project: Path) -> None:
    desk.state()
    (project / "content").rename(project / "elsewhere")
    assert desk.refresh().problems
    (project / "elsewhere").rename(project / "content")
    assert desk.refresh().problems == ()


def test_what_is_remembered_is_made_once_for_a_state(desk: Desk) -> None:
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return len(made)

    state = desk.state()
    threads = [Thread(target=state.remembered, args=("key", make)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert state.remembered("key", make) == 1


@pytest.mark.parametrize("page", ["/", "/records/measures", "/record/measures/lighting", "/status", "/send"])
def test_every_page_asks_the_rules_in_the_one_place_that_remembers(client: TestClient, desk: Desk, page: str) -> None:
    assert client.get(page).status_code == 200
    assert "findings" in desk.state().made


def test_nothing_else_on_the_desk_asks_the_rules() -> None:
    asking = [file.name for file in PACKAGE.glob("*.py") if re.search(r"\bcheck\(|\bgather\(", file.read_text("utf-8"))]
    assert asking == ["findings.py"]


def test_what_failed_is_tried_again(desk: Desk) -> None:
    def fail() -> None:
        raise OSError

    state = desk.state()
    with pytest.raises(OSError):  # noqa: PT011
        state.remembered("key", fail)
    assert state.remembered("key", lambda: "made") == "made"


def test_a_project_has_its_own_port_while_that_is_free(desk: Desk) -> None:
    with listen(desk.key) as one, listen(desk.key) as other:
        assert one.getsockname() == ("127.0.0.1", PORTS[desk.key % len(PORTS)])
        assert other.getsockname()[0] == "127.0.0.1"
        assert other.getsockname()[1] != one.getsockname()[1]


def test_what_is_written_and_taken_back_is_no_change(desk: Desk, project: Path) -> None:
    server, number = DeskServer(desk), desk.state().number
    file = project / "content" / "measures" / "lighting.md"
    before = file.read_bytes()
    looking = Thread(target=server.look_when_written)
    with lock(project), server.socket:
        file.write_bytes(b"---\n")
        looking.start()
        looking.join(0.5)
        assert looking.is_alive()
        file.write_bytes(before)
    looking.join()
    assert desk.state().number == number


class Loop:
    """Which only a look for garbage frees."""

    def __init__(self) -> None:
        self.itself = self


def test_a_desk_frees_what_it_has_done_with(project: Path) -> None:
    before = gc.get_threshold()
    gc.set_threshold(1_000_000, 50, 100)  # As the command line does.
    try:
        server = DeskServer(Desk(project, "en"))
        server.should_exit = True
        work = Thread(target=server.work)
        work.start()
        work.join()
        done = weakref.ref(Loop())
        assert [[] for _ in range(50_000)]
        assert done() is None
    finally:
        gc.set_threshold(*before)
