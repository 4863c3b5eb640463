"""The work of a day from the first page to a saved version and back, as somebody does it who sees the desk first."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from safecomm.versions.saving import save_version
from tests.desk.browser.conftest import OpenDesk, follow
from tests.desk.conftest import ROOT
from tests.history.repository import git

FALLS, PLANS = "content/measures/fall-prevention.md", "content/measures/equal-treatment-plans.md"
WAYS = "content/measures/sakra-skolvagar"


@pytest.fixture
def solna(tmp_path: Path) -> Path:
    """The real content with a history."""
    for folder in ("content", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    save_version(tmp_path, "Början", "Solna stad")
    return tmp_path


def go(page: Page, link: str) -> None:
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("link", name=link).click()
    page.wait_for_load_state()


def said(page: Page, words: str) -> None:
    expect(page.get_by_role("status").first).to_contain_text(words)


def changed(project: Path) -> dict[str, list[str]]:
    """Of each file that differs from the last version its lines that went and came."""
    git(project, "add", "--intent-to-add", "content")
    found: dict[str, list[str]] = {}
    for line in git(project, "diff", "-U0", "--", "content", ":!content/.schemas").splitlines():
        if line.startswith("diff "):
            of_file = found.setdefault(line.partition(" b/")[2], [])
        elif line[0] in "+-" and line[:3] not in ("+++", "---"):
            of_file.append(line)
    return found


def question(page: Page, words: str) -> Locator:
    """Opened."""
    asked = page.get_by_role("listitem").filter(has_text=words).last
    asked.get_by_text(words).first.click()
    return asked


def add_measure(page: Page) -> None:
    page.get_by_text("Add", exact=True).first.click()
    page.get_by_label("Title, in swedish").fill("Säkra skolvägar")
    page.get_by_label("Title, in english").fill("Safe ways to school")
    page.get_by_label("Criterion").select_option(label="2. Programmes for everyone")
    with page.expect_navigation():
        page.get_by_role("button", name="Add").click()
    page.get_by_label("Text: In Swedish").fill("Barn ska kunna gå till skolan.")
    page.get_by_label("Text: In English").fill("Children are to be able to walk to school.")
    page.keyboard.press("Control+s")
    said(page, "Saved at")


@pytest.mark.slow
def test_the_work_of_a_day(open_desk: OpenDesk, solna: Path) -> None:
    page = open_desk(solna)

    follow(page, "Content")
    go(page, "Measure")
    page.get_by_label("Search").fill("fall")
    go(page, "Fewer fall injuries")
    page.get_by_label("Responsible").select_option(label="City Management Department")
    page.get_by_role("button", name="Save", exact=True).click()
    said(page, "Saved at")
    responsible = ["-responsible: omvardnadsforvaltningen", "+responsible: stadsledningsforvaltningen"]
    assert changed(solna) == {FALLS: responsible}

    go(page, "Measure")
    add_measure(page)
    follow(page, "Document")
    expect(page.locator("#document")).to_contain_text("Children are to be able to walk to school.")
    page.get_by_role("navigation", name="Languages").get_by_role("link", name="Swedish").click()
    expect(page.locator("#document")).to_contain_text("Barn ska kunna gå till skolan.")

    follow(page, "Status")
    asked = question(page, "The application has no date")
    asked.get_by_label("Date").fill("2009-02-01")
    asked.get_by_role("button", name="Save the answer").click()
    said(page, "application.md")
    asked = question(page, "Nobody is responsible for the measure “Work on equal treatment plans”")
    asked.get_by_label("Responsible").select_option(label="Municipal leadership")
    asked.get_by_role("button", name="Save the answer").click()
    said(page, "equal-treatment-plans.md")

    now = changed(solna)
    assert now.pop(FALLS) == responsible
    assert now.pop(PLANS) == ["+responsible: kommunledningen"]
    assert now.pop("content/application.md") == ["+date: 2009-02-01"]
    assert now.keys() == {f"{WAYS}.md", f"{WAYS}.en.md"}

    follow(page, "Changes")
    page.get_by_label("A few words on why").fill("Skolvägar")
    page.get_by_role("button", name="Save the version").click()
    said(page, "The version is saved.")
    assert changed(solna) == {}
    page.get_by_role("row", name="Början").get_by_role("button", name="Go back to this").click()
    said(page, "It can be undone.")
    assert git(solna, "log", "--format=%s") == "Skolvägar\nBörjan"
    assert git(solna, "diff", "--stat", "HEAD~1", "--", "content") == ""
