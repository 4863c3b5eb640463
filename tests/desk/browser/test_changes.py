"""A version saved, compared and gone back to in the browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from safecomm.versions.saving import save_version
from tests.changes.drafts import replaced
from tests.desk.browser.conftest import OpenDesk

edited = replaced("measures/lighting.md", "Insatsen görs.", "Insatsen görs varje höst.")


@pytest.fixture
def page(open_desk: OpenDesk, project: Path) -> Page:
    save_version(project, "Början", "Exempelby")
    edited(project)
    return open_desk(project, "/changes")


def test_a_version_is_saved_and_gone_back_to(page: Page, project: Path) -> None:
    expect(page.get_by_role("heading", name="The measure “Lighting”")).to_be_visible()
    page.get_by_label("A few words on why").fill("Hösten")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("The version is saved.")
    expect(page.get_by_text("Nothing differs.")).to_be_visible()
    expect(page.get_by_label("A few words on why")).to_have_value("")
    row = page.get_by_role("row").filter(has_text="Början")
    row.get_by_role("button", name="Go back to this").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("It can be undone.")
    expect(row.get_by_role("button", name="Go back to this")).to_be_focused()
    assert "varje höst" not in (project / "content/measures/lighting.md").read_text(encoding="utf-8")
    page.get_by_role("button", name="Undo the latest change").click()
    expect(page.get_by_role("status")).to_contain_text("Undone.")
    assert "varje höst" in (project / "content/measures/lighting.md").read_text(encoding="utf-8")


def test_the_text_of_a_document_and_its_redline(page: Page) -> None:
    row = page.get_by_role("row").filter(has_text="Programme (Swedish)")
    row.get_by_role("link", name="Show changes in the text").click()
    expect(page.get_by_role("heading", name="Changes in the documents")).to_be_visible()
    with page.expect_download() as download:
        row.get_by_role("link", name="Download with tracked changes").click()
    assert download.value.suggested_filename == "programme.sv.changes.docx"


def test_sides_are_chosen_and_changes_gone_through_by_keyboard(page: Page) -> None:
    page.get_by_label("From").select_option(label="the content as it is now")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_text("Nothing differs.")).to_be_visible()
    page.go_back()
    page.keyboard.press("j")
    expect(page.locator(".change").first).to_be_focused()
    page.get_by_label("side by side").check()
    expect(page.get_by_text("Before").first).to_be_visible()
    page.keyboard.press("k")
    expect(page.locator(".change").last).to_be_focused()


def test_words_are_typed_and_changes_gone_through_when_the_page_has_changed(page: Page, project: Path) -> None:
    why = page.get_by_label("A few words on why")
    why.press_sequentially("jakt")
    expect(why).to_have_value("jakt")
    replaced("measures/lighting.md", "varje höst.", "varje vinter.")(project)
    expect(page.get_by_text("varje vinter.").first).to_be_visible()
    page.get_by_role("button", name="Save").focus()
    page.keyboard.press("j")
    expect(page.locator(".change").first).to_be_focused()


def test_a_narrow_window_shows_all_without_moving_sideways(page: Page) -> None:
    page.get_by_role("row").filter(has_text="Programme (Swedish)").get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Changes in the documents")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 640})
    # The window has its new width a moment after it was asked for.
    expect(page.locator("html")).to_have_js_property("scrollWidth", 320)
