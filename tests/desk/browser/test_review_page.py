"""Reviewers' files in a browser: handed in, decided on by keyboard, written in; what is typed is kept."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.desk.browser.conftest import OpenDesk
from tests.desk.test_reviews import PROGRAMME, copies

__all__ = ["copies"]


@pytest.fixture
def page(open_desk: OpenDesk, project: Path) -> Page:
    page = open_desk(project)
    page.get_by_role("link", name="Reviews").click()
    return page


def finding(page: Page, words: str) -> Locator:
    return page.get_by_role("listitem").filter(has_text=words).filter(has=page.get_by_role("button"))


def test_files_are_handed_in_decided_on_and_written(page: Page, copies: list[Path], project: Path) -> None:
    before = (project / PROGRAMME).read_text(encoding="utf-8")
    bad = project / "skräp.docx"
    bad.write_bytes(b"no zip")
    page.get_by_label("Choose Word files").set_input_files([copies[0], bad, copies[1]])
    expect(page.get_by_role("status")).to_have_text("Received 2 of 3 files.")
    expect(page.get_by_role("alert")).to_contain_text("skräp.docx")
    page.get_by_role("button", name="Accept all 2 that nobody contradicts").press("Enter")
    expect(page.get_by_role("status")).to_have_text("The decision is kept.")
    seven = finding(page, "Sju")
    seven.get_by_role("button", name="Refuse").press("Enter")
    expect(finding(page, "Sju")).to_contain_text("Refused")
    expect(finding(page, "Fem")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(finding(page, "Fem")).to_contain_text("Accepted")
    page.get_by_role("button", name="Write in the 3 chosen").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Texts written in: 2.")
    after = before.replace("Inriktningen är fast.", "Riktningen är tydlig.").replace("Sex områden", "Fem områden")
    assert (project / PROGRAMME).read_text(encoding="utf-8") == after


def test_an_answer_that_is_typed_outlives_the_page(page: Page, copies: list[Path]) -> None:
    page.get_by_label("Choose Word files").set_input_files(copies[0])
    asked = finding(page, "många")
    asked.get_by_text("Answer", exact=True).click()
    asked.get_by_label("Answer to the reviewer").fill("Tre av fyra.")
    page.reload()
    expect(finding(page, "många").get_by_label("Answer to the reviewer")).to_have_value("Tre av fyra.")
    finding(page, "många").get_by_role("button", name="Done").click()
    page.get_by_text("Done (1)").click()
    expect(finding(page, "många")).to_contain_text("Tre av fyra.")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('review:')).length") == 0
