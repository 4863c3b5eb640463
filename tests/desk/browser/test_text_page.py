"""A file that cannot be read, mended in the browser: the line is found, what is typed is kept, and nothing is lost."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.desk.browser.conftest import OpenDesk, axe_faults, running_desk

LIGHTING = "content/measures/lighting.md"


@pytest.fixture
def page(open_desk: OpenDesk, project: Path) -> Page:
    text = (project / LIGHTING).read_text(encoding="utf-8").replace("status: planned", "status: [planned")
    (project / LIGHTING).write_text(text, encoding="utf-8")
    page = open_desk(project, "/records")
    page.get_by_role("main").get_by_role("link", name=re.compile("lighting")).first.click()
    page.wait_for_url("**/text/measures/lighting.md#*")
    return page


def test_the_line_is_found_mended_and_saved_by_keyboard(page: Page, project: Path) -> None:
    box = page.get_by_role("textbox", name="Text of the file")
    expect(box).to_be_focused()
    page.keyboard.type("status: planned")
    expect(page.locator("#faults")).to_be_hidden()
    page.keyboard.press("Control+s")
    page.wait_for_url("**/record/measures/lighting")
    assert "\nstatus: planned\n" in (project / LIGHTING).read_text(encoding="utf-8")


def test_what_is_wrong_stays_until_it_is_saved_all_the_same(page: Page, project: Path) -> None:
    page.keyboard.type("status: [ongoing")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#said")).to_have_text(re.compile("^Not saved"))
    assert "[ongoing" not in (project / LIGHTING).read_text(encoding="utf-8")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.get_by_role("textbox")).to_have_value(re.compile(r"status: \[ongoing"))
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Save anyway").click()
    expect(page.locator("#said")).to_have_text(re.compile("^Saved at"))
    assert "[ongoing" in (project / LIGHTING).read_text(encoding="utf-8")


def test_of_two_texts_for_one_line_the_person_chooses(page: Page, project: Path) -> None:
    text = (project / LIGHTING).read_text(encoding="utf-8")
    page.keyboard.type("status: planned")
    (project / LIGHTING).write_text(text.replace("[planned", "ongoing"), encoding="utf-8")
    expect(page.locator("#said")).to_have_text(re.compile("^Somebody else"))
    page.keyboard.press("Control+s")
    page.get_by_role("button", name="Keep mine").click()
    page.keyboard.press("Control+s")
    page.wait_for_url("**/record/measures/lighting")
    assert "\nstatus: planned\n" in (project / LIGHTING).read_text(encoding="utf-8")


def test_a_desk_that_does_not_answer_is_told_when_one_saves(context: BrowserContext, project: Path) -> None:
    page = context.new_page()
    with running_desk(project) as desk:
        page.goto(desk.door.address)
        page.goto(page.url.rstrip("/") + "/text/measures/lighting.md")
        expect(page.get_by_role("textbox")).to_be_visible()
    page.keyboard.press("Control+s")
    expect(page.locator("#said")).to_contain_text("The desk does not answer.")


def test_the_page_has_no_fault_that_axe_knows(page: Page) -> None:
    assert axe_faults(page) == []
