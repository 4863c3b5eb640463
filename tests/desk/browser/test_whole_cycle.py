"""From the draft to the package in the browser alone, on a community with another language and other works."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from safecomm.content.load import load
from safecomm.review.review import review
from tests.desk.browser.conftest import OpenDesk, follow
from tests.desk.conftest import ROOT
from tests.forms.filled_in import answering, changed
from tests.pdf.fake import needs_office
from tests.returned.judgement import contents
from tests.review.reviewer import Reviewer

pytestmark = [needs_office, pytest.mark.slow]

COMMUNITY = ROOT / "tests" / "communities" / "nz" / "content"
CSV = b"Year;Sex;Value\n2015;men;12\n2016;women;9\n"
LONG = 120_000
"""Milliseconds that a step may take where much else is done on the machine."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(COMMUNITY, tmp_path / "project" / "content")
    shutil.copytree(ROOT / "templates", tmp_path / "project" / "templates")
    return tmp_path / "project"


@pytest.fixture
def page(open_desk: OpenDesk, project: Path) -> Page:
    return open_desk(project)


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    """Where files lie that go out and come back."""
    (tmp_path / "mail").mkdir()
    return tmp_path / "mail"


def press(place: Page | Locator, button: str, done: str) -> None:
    """Presses it, until the desk says that it is done."""
    place.get_by_role("button", name=button).press("Enter")
    page = place if isinstance(place, Page) else place.page
    expect(page.get_by_role("status")).to_contain_text(done, timeout=LONG)


def see(shown: Locator) -> None:
    expect(shown).to_be_visible(timeout=LONG)


def fetch(page: Page, link: Locator, mail: Path) -> Path:
    with page.expect_download() as fetched:
        link.click()
    fetched.value.save_as(mail / fetched.value.suggested_filename)
    return mail / fetched.value.suggested_filename


def test_from_the_draft_to_the_package(page: Page, project: Path, mail: Path) -> None:
    before = contents(project)
    draft = send_draft(page, mail)
    answer = take_in_reviews(page, mail, reviewed(draft))
    told = [reply.text for found in review(project, [answer]).findings for reply in found.answers]
    assert "With the clubs." in told
    add_figures(page, mail)
    follow_up(page, mail)
    clear_the_way(page)
    send(page)
    load(project)
    after = contents(project)
    written = {path for path in after if after[path] != before.get(path)}
    files = {re.sub("(followup|decided)/.*", r"\1", path.removeprefix("content/")) for path in written}
    assert files == {"programme.md", "application.md", "decisions.yaml", "decided", "followup"} | {
        f"statistics/{name}" for name in ("bicycles.yaml", "bicycles.csv", "inhabitants.csv")
    }
    assert before.keys() <= after.keys()
    assert "\n\nFar fewer injuries at home and on the road.\n" in after["content/programme.md"]


def send_draft(page: Page, mail: Path) -> Path:
    with page.expect_navigation():
        page.get_by_role("navigation", name="Documents").get_by_role("link", name="Programme").click()
    draft = fetch(page, page.get_by_role("button", name="Get the draft (Word)"), mail)
    follow(page, "Changes")
    page.get_by_label("To whom").fill("Long Beach Surf Club")
    press(page, "Note it", "Noted.")
    see(page.get_by_role("cell", name="Long Beach Surf Club"))
    return draft


def reviewed(draft: Path) -> list[Path]:
    anna, bo = Reviewer(draft, "Anna"), Reviewer(draft, "Bo")
    anna.tracked("Fewer", "Far fewer")
    anna.comment("together", "With whom?")
    bo.tracked("Fewer", "No")
    return [anna.write(), bo.write()]


def take_in_reviews(page: Page, mail: Path, copies: list[Path]) -> Path:
    follow(page, "Reviews")
    page.get_by_label("Choose Word files").set_input_files(copies)
    see(page.get_by_text("The reviewers disagree").first)
    page.get_by_role("listitem").filter(has_text="Bo.docx").get_by_role("button", name="Refuse").press("Enter")
    see(page.get_by_text("2 left to decide on, 0 chosen to be written in, 1 done"))
    page.get_by_role("listitem").filter(has_text="Far fewer").get_by_role("button", name="Accept").press("Enter")
    see(page.get_by_text("1 left to decide on, 1 chosen to be written in, 1 done"))
    asked = page.get_by_role("listitem").filter(has_text="With whom?")
    asked.get_by_text("Answer", exact=True).click()
    asked.get_by_label("Answer to the reviewer").fill("With the clubs.")
    asked.get_by_role("button", name="Done").press("Enter")
    see(page.get_by_text("0 left to decide on, 1 chosen to be written in, 2 done"))
    press(page, "Write in the chosen (1)", "Texts written in: 1.")
    return fetch(page, page.get_by_role("link", name="Get the answer Anna.docx"), mail)


def add_figures(page: Page, mail: Path) -> None:
    follow(page, "Figures")
    with page.expect_navigation():
        page.get_by_role("link", name="Usual residents").click()
    page.get_by_role("button", name="Add a year").press("Enter")
    page.keyboard.type("52100")
    press(page, "Save", "Saved.")
    follow(page, "Figures")
    file = mail / "bicycles.csv"
    file.write_bytes(CSV)
    page.get_by_label("The file with figures").set_input_files(file)
    expect(page.get_by_label("Place, as the file writes it")).to_be_focused(timeout=LONG)
    page.keyboard.type("Kahurangi District")
    page.keyboard.press("Enter")
    page.get_by_label("Title (English)").fill("Bicycle crashes")
    page.get_by_label("Unit (English)").fill("crashes")
    page.get_by_label("Source (English)").fill("The police")
    page.get_by_label("Subject").select_option("Injuries")
    press(page, "Write the figures", "The figures are written.")


def follow_up(page: Page, mail: Path) -> None:
    follow(page, "Follow-up")
    with page.expect_navigation():
        page.get_by_role("link", name="2017", exact=True).click()
    press(page, "Begin the follow-up of 2017", "The follow-up has begun")
    form = fetch(page, page.get_by_role("link", name="Age Well Trust"), mail)
    changed(form, answering({"Status": "under way", "What was done": "Ten classes were held."}))
    page.get_by_label("Forms that have come back").set_input_files(form)
    see(page.get_by_text("Ten classes were held.").first)
    press(page, "Write what is ticked", "The answers are written.")


def clear_the_way(page: Page) -> None:
    follow(page, "Send")
    see(page.get_by_text("These documents cannot be final yet"))
    with page.expect_navigation():
        page.get_by_role("link", name="Status shows all that is missing").click()
    page.wait_for_load_state()
    while gaps := page.locator("details.stays").count():
        gap = page.locator("li", has=page.locator("details.stays")).first
        gap.locator("summary").first.click()
        gap.get_by_text("Let the gap stay").click()
        gap.locator(".stays").get_by_label("English").fill("The police count anew in May.")
        press(gap, "Accept the gap", "The gap is accepted, with the reason.")
        expect(page.locator("details.stays")).to_have_count(gaps - 1, timeout=LONG)
    follow(page, "Send")
    see(page.get_by_text("All is there"))


def send(page: Page) -> None:
    press(page, "Make the package", "The package is ready.")
    see(page.get_by_role("link", name="application.en.pdf"))
    page.get_by_label("Document").select_option("Programme")
    page.get_by_label("Date").last.fill("2017-02-06")
    page.get_by_label("Reference number").fill("DOC-17-204")
    press(page, "Keep as decided", "Kept as decided.")
    page.get_by_label("To", exact=True).fill("The certifying centre")
    press(page, "Note as sent", "Noted.")
    see(page.get_by_text("The certifying centre, "))
