"""Reviewers' files in a browser: handed in, decided on by keyboard, written in; what is typed is kept."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from safecomm.desk.desk import Desk
from safecomm.desk.review_view import decide
from safecomm.desk.reviews_read import items_now
from safecomm.review.review import review
from tests.desk.browser.conftest import OpenDesk, axe_faults
from tests.desk.test_reviews import PROGRAMME, copies
from tests.review.reviewer import Reviewer, sent
from tests.review.test_search import LATER, change

__all__ = ["copies"]


@pytest.fixture
def page(open_desk: OpenDesk, project: Path) -> Page:
    return open_desk(project, "/reviews")


def finding(page: Page, words: str) -> Locator:
    return page.get_by_role("listitem").filter(has_text=words).filter(has=page.get_by_role("button"))


def test_files_are_handed_in_decided_on_and_written(page: Page, copies: list[Path], project: Path) -> None:
    before = (project / PROGRAMME).read_text(encoding="utf-8")
    bad = project / "skräp.docx"
    bad.write_bytes(b"no zip")
    page.get_by_label("Choose Word files").set_input_files([copies[0], bad, copies[1]])
    expect(page.get_by_role("status")).to_have_text("Received 2 of 3 files.")
    expect(page.get_by_role("alert")).to_contain_text("skräp.docx")
    page.get_by_role("button", name="Accept all that nobody contradicts (2)").press("Enter")
    expect(page.get_by_role("status")).to_have_text("The decision is kept.")
    seven = finding(page, "Sju")
    seven.get_by_role("button", name="Refuse").press("Enter")
    expect(finding(page, "Sju")).to_contain_text("Refused")
    expect(finding(page, "Fem")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(finding(page, "Fem")).to_contain_text("Accepted")
    page.get_by_role("button", name="Write in the chosen (3)").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Texts written in: 2.")
    after = before.replace("Inriktningen är fast.", "Riktningen är tydlig.").replace("Sex områden", "Fem områden")
    assert (project / PROGRAMME).read_text(encoding="utf-8") == after


def test_the_focus_stays_where_the_editor_has_gone_meanwhile(page: Page, copies: list[Path]) -> None:
    page.get_by_label("Choose Word files").set_input_files(copies[0])
    name = page.get_by_label("Your name")

    def go_on(route: Route) -> None:
        name.focus()
        route.continue_()

    expect(page.get_by_role("status")).to_have_text("Received 1 of 1 files.")
    page.route("**/reviews", go_on)
    finding(page, "Sju").get_by_role("button", name="Refuse").press("Enter")
    expect(page.get_by_role("status")).to_have_text("The decision is kept.")
    expect(name).to_be_focused()


def test_what_another_officer_decides_is_shown_at_once(page: Page, copies: list[Path], project: Path) -> None:
    page.get_by_label("Choose Word files").set_input_files(copies[0])
    expect(finding(page, "Sju")).to_be_visible()
    other = Desk(project, "en")
    (key,) = (item.found.key for item in items_now(other) if "Sju" in item.finding.text)
    decide(other, {"keys": [key], "choice": "refused", "wording": "", "answer": "Nej."})
    page.get_by_text("Done (1)").click()
    expect(finding(page, "Sju")).to_contain_text("Refused")


def test_a_lost_draft_is_given_and_taken_back(page: Page, project: Path) -> None:
    draft = sent(project)
    change(project, *LATER)
    anna = Reviewer(draft, "Anna")
    anna.tracked("Inriktningen", "Riktningen")
    page.get_by_label("Choose Word files").set_input_files(anna.write())
    expect(page.get_by_text("was found neither")).to_be_visible()
    page.get_by_label("The draft as it was sent").set_input_files(draft)
    expect(page.get_by_role("status")).to_have_text("The draft is received.")
    expect(page.get_by_text("was found neither")).to_be_hidden()
    expect(page.get_by_text("1 left to decide on")).to_be_visible()
    page.get_by_role("listitem").filter(has_text="Programme").get_by_role("button", name="Put away").click()
    expect(page.get_by_text("was found neither")).to_be_visible()


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
    finding(page, "många").get_by_role("button", name="Change the decision").click()
    expect(finding(page, "många").get_by_label("Answer to the reviewer")).to_have_value("Tre av fyra.")


def test_the_page_with_findings_has_no_fault_that_axe_knows(page: Page, copies: list[Path]) -> None:
    page.get_by_label("Choose Word files").set_input_files(copies)
    expect(page.get_by_role("status")).to_have_text("Received 2 of 2 files.")
    finding(page, "Sju").get_by_text("Another wording", exact=True).click()
    finding(page, "Fem").get_by_role("button", name="Refuse").click()
    expect(finding(page, "Fem")).to_contain_text("Refused")
    assert axe_faults(page) == []


def test_the_answer_goes_back_under_the_name_of_the_editor(page: Page, copies: list[Path], tmp_path: Path) -> None:
    page.get_by_label("Choose Word files").set_input_files(copies[0])
    page.get_by_label("Your name").fill("Kim Ek")
    asked = finding(page, "många")
    asked.get_by_text("Answer", exact=True).click()
    asked.get_by_label("Answer to the reviewer").fill("Tre av fyra.")
    asked.get_by_role("button", name="Done").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Get the answer Anna.docx").click()
    assert download.value.suggested_filename == "Anna answer.docx"
    download.value.save_as(tmp_path / "answer.docx")
    (said,) = [found for found in review(tmp_path, [tmp_path / "answer.docx"]).findings if found.kind == "comment"]
    assert [(answer.who.author, answer.text) for answer in said.answers][-1] == ("Kim Ek", "Tre av fyra.")
    assert said.resolved
