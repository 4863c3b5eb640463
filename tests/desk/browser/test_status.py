"""Questions answered in the browser, and what was typed kept."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.changes.drafts import replaced
from tests.desk.browser.conftest import OpenDesk

LIGHTING = "content/measures/lighting.md"


@pytest.fixture
def page(open_desk: OpenDesk, project: Path) -> Page:
    """With a measure that nobody is responsible for."""
    replaced("measures/lighting.md", "responsible: kansliet\n", "")(project)
    return open_desk(project, "/status")


def question(page: Page) -> Page:
    """Opens it, by keyboard."""
    summary = page.locator("summary").filter(has_text="Nobody is responsible for the measure")
    summary.focus()
    page.keyboard.press("Enter")
    return page


def test_an_answer_by_keyboard_alone(page: Page, project: Path) -> None:
    question(page)
    page.keyboard.press("Tab")
    choice = page.get_by_label("responsible").first
    expect(choice).to_be_focused()
    choice.select_option("polisen")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("The answer now stands in “Lighting”.")
    expect(page.get_by_text("Nobody is responsible for the measure")).to_have_count(0)
    expect(page.get_by_role("heading", name="To do")).to_be_focused()
    assert "responsible: polisen\n" in (project / LIGHTING).read_text(encoding="utf-8")


def test_what_is_typed_stays_through_a_change_and_a_reload(page: Page, project: Path) -> None:
    page.locator("summary").filter(has_text="All the others").click()
    page.locator("summary").filter(has_text="does not say").first.click()
    field = page.locator("details[open] form input:not([type=hidden]):not([type=checkbox])").first
    field.fill("halvfärdigt")
    replaced("measures/lighting.md", "Insatsen görs.", "Insatsen görs varje höst.")(project)
    expect(page.get_by_role("status")).to_have_text("The files have changed; the page shows them as they are now.")
    expect(field).to_have_value("halvfärdigt")
    page.reload()
    expect(field).to_have_value("halvfärdigt")
    expect(field).to_be_visible()


def test_a_refused_answer_stays_in_its_field(page: Page) -> None:
    page.locator("summary").filter(has_text="does not say from when it is").click()
    field = page.locator("details[open] form").get_by_label("Period")
    field.fill("i morgon")
    page.get_by_role("button", name="Save the answer").click()
    expect(page.get_by_role("alert").filter(has_text="i morgon")).to_be_visible()
    expect(field).to_have_value("i morgon")
    expect(page.get_by_role("button", name="Save the answer").and_(page.locator(":focus"))).to_be_visible()


def test_the_forms_have_no_fault_that_axe_knows(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
    assert found.response["violations"] == [], found.generate_report()


def test_a_narrow_window_shows_all_without_moving_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
