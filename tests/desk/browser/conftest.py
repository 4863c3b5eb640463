"""A desk that listens, and the system's own browser before it."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread
from typing import Protocol
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from safecomm.desk.desk import Desk
from safecomm.desk.server import DeskServer

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync")
"""A test runs as anybody, also as root in a container, and asks no network for anything."""


class OpenDesk(Protocol):
    """Opens a project in a page, at an address of the desk; else by the first one, which leads to a whole document."""

    def __call__(self, project: Path, at: str = "", language: str = "en") -> Page: ...


expect.set_options(timeout=20_000)  # Milliseconds: a machine that does other work, too, is no fault.


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("no Chromium")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=program, args=QUIET)


def is_fault(message: ConsoleMessage) -> bool:
    """A browser logs each answer that says what is to be mended, too, and that a record or a document is gone."""
    is_gone = "status of 404" in message.text and any(map(message.location["url"].count, ("/record/", "/document/")))
    return message.type == "error" and "status of 422" not in message.text and not is_gone


@contextmanager
def running_desk(project: Path, language: str = "en") -> Iterator[DeskServer]:
    server = DeskServer(Desk(project, language))
    thread = Thread(target=server.work)
    thread.start()
    yield server
    server.should_exit = True
    thread.join()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def open_desk(context: BrowserContext) -> Iterator[OpenDesk]:
    """A page that logs an error, or breaks its own policy, fails the test."""
    faults: list[str] = []
    with ExitStack() as desks:

        def open_(project: Path, at: str = "", language: str = "en") -> Page:
            server = desks.enter_context(running_desk(project, language))
            page = context.new_page()
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("console", lambda message: faults.append(message.text) if is_fault(message) else None)
            if at:
                context.request.get(server.door.address, max_redirects=0)
            page.goto(urljoin(server.door.address, at) if at else server.door.address)
            return page

        yield open_
        context.close()
    assert faults == []


def follow(page: Page, link: str) -> None:
    """Goes where a link of the bar leads, until the page is there with its scripts."""
    with page.expect_navigation():
        page.get_by_role("navigation", name="Pages").get_by_role("link", name=link, exact=True).click()
    page.wait_for_load_state()


def axe_faults(page: Page) -> list[str]:
    """What an accessibility checker finds on the page: the rule, and where."""
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
    return [f"{fault['id']}: {[node['target'] for node in fault['nodes']]}" for fault in found.response["violations"]]
