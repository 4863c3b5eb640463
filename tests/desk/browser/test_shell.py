"""The shell of all pages, as a browser shows it."""

from pathlib import Path

from playwright.sync_api import expect

from tests.desk.browser.conftest import OpenDesk, axe_faults, follow


def test_the_first_address_leads_in_and_is_not_kept_in_the_bar(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project)
    assert "token" not in page.url
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_file_that_changes_renews_the_page(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project)
    follow(page, "Status")
    file = project / "content" / "community.md"
    good = file.read_bytes()
    file.write_bytes(b"---\nname: [\n---\n")
    expect(page.locator(".problems").get_by_role("link", name="Community")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("The files have changed; the page shows them as they are now.")
    file.write_bytes(good)
    expect(page.locator(".problems").get_by_role("link", name="Community")).to_have_count(0)


def test_the_first_stop_of_the_tab_key_skips_to_the_content(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project)
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
        assert axe_faults(page) == []
