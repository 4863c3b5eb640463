"""The shell of all pages, as a browser shows it."""

from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from tests.desk.browser.conftest import OpenDesk, axe_faults, follow, running_desk


def test_the_first_address_leads_in_and_is_not_kept_in_the_bar(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project)
    assert "token" not in page.url
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_file_that_changes_renews_the_page(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project, "/status")
    file = project / "content" / "community.md"
    good = file.read_bytes()
    file.write_bytes(b"---\nname: [\n---\n")
    expect(page.locator(".problems").get_by_role("link", name="Community")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("The files have changed; the page shows them as they are now.")
    file.write_bytes(good)
    expect(page.locator(".problems").get_by_role("link", name="Community")).to_have_count(0)


def test_the_first_stop_of_the_tab_key_skips_to_the_content(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project, "/records")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_every_page_of_the_bar_has_no_fault_that_axe_knows(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project)
    links = page.get_by_role("navigation", name="Pages").get_by_role("link")
    for name in links.all_inner_texts():
        follow(page, name)
        expect(links.and_(page.locator("[aria-current=page]"))).to_have_text(name)
        # A whole document takes the checker long: test_document.py has it do that.
        assert name == "Document" or axe_faults(page) == []
        page.set_viewport_size({"width": 320, "height": 225})
        assert page.evaluate("document.documentElement.scrollWidth") == 320, name
        page.set_viewport_size({"width": 1280, "height": 900})


def test_a_page_below_one_of_the_bar_says_where_it_is(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project, "/record/measures/lighting")
    expect(page.locator(".bar [aria-current]")).to_have_text("Content")


def test_what_is_said_is_seen_wherever_on_the_page_one_is(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project, "/record/measures/lighting")
    page.get_by_label("Expected result: In Swedish").fill("Ljus.")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("status").first).to_contain_text("Saved at")
    expect(page.get_by_role("heading", level=1)).not_to_be_in_viewport()
    expect(page.get_by_role("status").first).to_be_in_viewport(ratio=1)


def test_a_desk_that_is_started_anew_is_found_and_shown(context: BrowserContext, project: Path) -> None:
    page, other = context.new_page(), context.new_page()
    said = page.get_by_role("status").first
    with running_desk(project) as desk:
        page.goto(desk.door.address)
        page.goto(page.url.rstrip("/") + "/record/measures/lighting")
        with page.expect_response("**/record/try"):
            page.get_by_label("Text: In Swedish").fill("Mitt.")
    expect(said).to_contain_text("The desk has stopped.")
    page.keyboard.press("Control+s")
    expect(said).to_contain_text("The desk does not answer.")
    with running_desk(project) as desk:
        expect(said).to_contain_text("Open the desk with the address")
        other.goto(desk.door.address)
        expect(said).to_have_text("The desk answers again.")
        page.keyboard.press("Control+s")
        expect(said).to_contain_text("Saved at")
    assert "Mitt." in (project / "content/measures/lighting.md").read_text(encoding="utf-8")
