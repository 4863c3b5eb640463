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
        page.get_by_role("main").get_by_role("link", name=link, exact=True).click()
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
    asked = page.get_by_role("listitem").filter(has_text=words).first
    asked.get_by_text(words).first.click()
    return asked


def add_measure(page: Page) -> None:
    page.get_by_text("Add", exact=True).first.click()
    page.get_by_label("Title, in Swedish").fill("Säkra skolvägar")
    page.get_by_label("Title, in English").fill("Safe ways to school")
    page.get_by_label("Criterion").select_option(index=2)
    page.get_by_label("Status").select_option(label="planned")
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
    go(page, "Measures")
    page.get_by_label("Search").fill("fall")
    go(page, "Fewer fall injuries among older people")
    page.get_by_label("Responsible").select_option(label="City Management Department")
    page.get_by_role("button", name="Save", exact=True).click()
    said(page, "Saved at")
    responsible = ["-responsible: omvardnadsforvaltningen", "+responsible: stadsledningsforvaltningen"]
    assert changed(solna) == {FALLS: responsible}

    go(page, "Measures")
    add_measure(page)
    follow(page, "Document")
    expect(page.locator("#document")).to_contain_text("Children are to be able to walk to school.")
    page.get_by_role("navigation", name="Languages").get_by_role("link", name="Swedish").click()
    expect(page.locator("#document")).to_contain_text("Barn ska kunna gå till skolan.")

    follow(page, "Status")
    asked = question(page, "The application has no date")
    asked.get_by_label("Date").fill("2009-02-01")
    asked.get_by_role("button", name="Save the answer").click()
    said(page, "The answer now stands in “Application”.")
    asked = question(page, "“Work with equal treatment plans”")
    asked.get_by_label("Responsible").select_option(label="Municipal leadership")
    asked.get_by_role("button", name="Save the answer").click()
    said(page, "The answer now stands in “Work with equal treatment plans”.")

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


def tab_to(page: Page, stop: Locator) -> None:
    """By the Tab key alone, wherever the focus is."""
    # Found once: to look for it again at every stop takes longer than the keys.
    node = stop.element_handle()
    for _ in range(100):
        page.keyboard.press("Tab")
        if node.evaluate("node => node === document.activeElement"):
            return
    raise AssertionError(f"no Tab reaches {stop}")


def enter(page: Page, stop: Locator) -> None:
    """Leaves for another page."""
    tab_to(page, stop)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_load_state()


@pytest.mark.slow
def test_the_same_by_keyboard_alone(open_desk: OpenDesk, project: Path) -> None:
    file = project / "content/measures/lighting.md"
    file.write_text(file.read_text("utf-8").replace("responsible: kansliet\n", ""), "utf-8")
    save_version(project, "Början", "Exempelby")
    page = open_desk(project)
    bar, main = page.get_by_role("navigation", name="Pages"), page.get_by_role("main")

    enter(page, bar.get_by_role("link", name="Content"))
    enter(page, main.get_by_role("link", name="Measures"))
    tab_to(page, page.get_by_label("Search"))
    page.keyboard.type("light")
    enter(page, main.get_by_role("link", name="Lighting"))
    tab_to(page, page.get_by_label("Text: In English"))
    page.keyboard.press("Control+a")
    page.keyboard.type("Lamps are put up.")
    page.keyboard.press("Control+s")
    said(page, "Saved at")
    expect(page.get_by_label("Text: In English")).to_be_focused()

    enter(page, bar.get_by_role("link", name="Document"))
    enter(page, page.get_by_role("navigation", name="Documents").get_by_role("link", name="Application"))
    enter(page, page.get_by_role("navigation", name="Languages").get_by_role("link", name="English"))
    tab_to(page, page.locator("#document [tabindex='0']").first)
    while "Lamps" not in page.evaluate("document.activeElement.closest('.text').textContent"):
        page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_label("Text: In English")).to_have_value("Lamps are put up.")

    enter(page, bar.get_by_role("link", name="Status"))
    tab_to(page, page.locator("summary").filter(has_text="Nobody is responsible for the measure"))
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Police")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    said(page, "The answer now stands in “Lighting”.")

    enter(page, bar.get_by_role("link", name="Changes"))
    tab_to(page, page.get_by_label("A few words on why"))
    page.keyboard.type("Lampor")
    page.keyboard.press("Enter")
    said(page, "The version is saved.")
    tab_to(page, page.get_by_role("row", name="Början").get_by_role("button", name="Go back to this"))
    page.keyboard.press("Enter")
    said(page, "It can be undone.")
    assert git(project, "log", "--format=%s") == "Lampor\nBörjan"
    assert git(project, "diff", "--stat", "HEAD~1") == ""
    assert "responsible: polisen" in git(project, "show", "HEAD:content/measures/lighting.md")
