"""The document's page in a browser: read, searched, left for a text, and renewed without losing one's place."""

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect

from safecomm.drafts.sendings import list_drafts
from tests.desk.browser.conftest import OpenDesk, follow
from tests.desk.test_document import edit

ENGLISH = Path(__file__).parents[2] / "communities" / "nz" / "content"
MADE = re.compile(r"Made at \d\d:\d\d:\d\d")


@pytest.fixture
def page(open_desk: OpenDesk, project: Path) -> Page:
    """The programme, which is in Swedish, before people who read English."""
    page = open_desk(project)
    page.get_by_role("navigation", name="Documents").get_by_role("link", name="Programme").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Programme")
    page.wait_for_load_state()
    return page


def paragraph(page: Page, words: str) -> Locator:
    return page.locator("#document .text", has_text=words).first


def top(locator: Locator) -> float:
    box = locator.bounding_box()
    assert box is not None
    return box["y"]


def test_a_click_on_a_paragraph_leads_to_its_text(page: Page) -> None:
    page.locator(".text:has(> .edit[href='/record/measures/lighting#text'])").click()
    expect(page).to_have_url(re.compile("/record/measures/lighting#text$"))
    expect(page.locator("#text")).to_be_focused()
    follow(page, "Document")
    page.locator("#document").get_by_role("heading", name="How the work is organised").click()
    expect(page.locator("#said")).to_contain_text("The template writes this")
    page.locator(".text:has(> .edit[href='/record/measures/lighting#text.en'])").click()
    expect(page.locator("#text\\.en")).to_be_focused()


def test_what_is_open_in_the_draft_leads_to_its_question(page: Page) -> None:
    follow(page, "Document")
    link = page.locator("#document .edit[href^='/status#']").first
    question = (link.get_attribute("href") or "").partition("#")[2]
    link.locator("..").click()
    expect(page.locator(f"details[open] > [id='{question}']")).to_be_focused()


def test_by_keyboard_one_stop_and_the_arrows_reach_every_paragraph(page: Page) -> None:
    stops = page.locator("#document [tabindex='0']")
    expect(stops).to_have_count(1)
    stops.focus()
    links = page.locator(".edit, .part")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links.nth(2)).to_be_focused()
    expect(stops).to_have_count(1)
    page.keyboard.press("End")
    expect(links.last).to_be_focused()
    page.keyboard.press("Home")
    address = links.nth(0).get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{address}$"))


def test_of_several_titles_in_a_cell_each_leads_to_its_own(page: Page) -> None:
    page.get_by_role("navigation", name="Documents").get_by_role("link", name="Application").click()
    page.wait_for_url("**/document/application.sv")
    cell = page.get_by_role("cell", name="Belysning; Insats för utsatta grupper").first
    cell.get_by_role("link", name="Belysning").focus()
    page.keyboard.press("ArrowDown")
    expect(cell.get_by_role("link", name="Insats för utsatta grupper")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/record/measures/risk-groups-measure")


def test_the_search_marks_all_places_and_goes_from_one_to_the_next(page: Page) -> None:
    page.get_by_label("Search the document").fill("insatsen  GÖRS")
    status = page.locator("#found")
    expect(status).to_have_text(re.compile("^1 of [3-9]$"))
    number = int((status.text_content() or "").split()[-1])
    expect(page.locator("#document mark")).to_have_count(number)
    page.keyboard.press("Enter")
    expect(status).to_have_text(f"2 of {number}")
    expect(page.locator("mark.current")).to_be_in_viewport()
    page.keyboard.press("Shift+Enter")
    page.get_by_role("button", name="Previous match").click()
    expect(status).to_have_text(f"{number} of {number}")
    page.get_by_label("Search the document").fill("finns inte alls")
    expect(status).to_have_text("Not in the document")
    expect(page.locator("#document mark")).to_have_count(0)


def test_the_search_finds_words_in_which_the_look_changes(page: Page, project: Path) -> None:
    edit(project, "measures/lighting.md", "Insatsen görs.", "En **lampa** vid stigen.")
    expect(paragraph(page, "lampa vid")).to_be_visible()
    page.get_by_label("Search the document").fill("en lampa vid")
    expect(page.locator("#found")).to_have_text("1 of 1")
    assert page.locator("mark.current").all_inner_texts() == ["En ", "lampa", " vid"]
    expect(page.locator("strong > mark")).to_have_text("lampa")


def test_a_change_renews_the_page_where_the_person_is(page: Page, project: Path) -> None:
    page.get_by_label("Search the document").fill("insatsen")
    link = page.locator(".edit[href='/record/measures/lighting#text']")
    link.focus()
    link.scroll_into_view_if_needed()
    before = top(link)
    edit(project, "measures/infrastructure-measure.md", "Insatsen görs.", "Nytt.\n\nOch mer.\n\nInsatsen görs.")
    expect(paragraph(page, "Och mer.")).to_be_attached()
    expect(page.get_by_role("status").first).to_have_text(MADE)
    expect(link).to_be_focused()
    assert top(link) == pytest.approx(before, abs=2)
    expect(page.get_by_label("Search the document")).to_have_value("insatsen")
    expect(page.locator("mark").first).to_be_attached()


def test_also_a_page_of_very_many_chapters_is_renewed(page: Page, project: Path) -> None:
    """A server takes but some kilobytes in which a page says what it has."""
    many = "".join(f"## Rubrik {number}\n\nText.\n\n" for number in range(1200))
    edit(project, "programme.md", "# direction\n\n", f"# direction\n\n{many}")
    expect(paragraph(page, "Rubrik 1199")).to_be_attached()
    with page.expect_request(page.url) as asked:
        edit(project, "programme.md", "## Rubrik 1199\n", "## Den sista\n")
    assert len(asked.value.headers["x-desk-chapters"]) < 20_000
    expect(paragraph(page, "Den sista")).to_be_attached()
    expect(page.locator("[data-chapter]:empty")).to_have_count(0)


@pytest.mark.parametrize("more", ["Och mer.", "Och mer.\n\n## Ett kapitel till\n\nMed text."])
def test_what_has_not_changed_is_not_put_anew(page: Page, project: Path, more: str) -> None:
    """A browser takes longer to lay out a long document than the desk to make it."""
    page.evaluate("window.before = [...document.querySelectorAll('#document > div')]")
    edit(project, "programme.md", "# direction\n\n", f"# direction\n\n{more}\n\n")
    expect(paragraph(page, "Och mer.")).to_be_attached()
    gone = page.evaluate("before.filter((chapter) => !chapter.isConnected).length")
    assert 0 < gone < page.evaluate("before.length") / 2
    shown = page.locator("#document").inner_text()
    page.reload()
    assert shown == page.locator("#document").inner_text()


def test_what_was_opened_stays_so_when_more_comes_before_it(page: Page, project: Path) -> None:
    follow(page, "Document")
    chart, missing = page.locator("figure details"), page.locator(".missing")
    chart.locator("summary").click()
    expect(missing).to_have_count(0)
    edit(project, "programme.md", "Inriktningen är fast.", "Inriktningen är fast, men ny.")
    expect(missing).to_be_attached()
    assert [part.get_attribute("open") for part in (chart, missing)] == ["", None]


def test_what_somebody_does_while_a_page_is_on_its_way_stays(page: Page, project: Path) -> None:
    asked: list[Route] = []
    page.route("**/document/programme.sv", lambda route: asked.append(route))
    with page.expect_request("**/document/programme.sv"):
        edit(project, "programme.md", "Inriktningen är fast.", "Inriktningen är ny.")
    link = page.locator("#document .edit").last
    link.focus()
    link.scroll_into_view_if_needed()
    page.locator(".help summary").click()
    before = top(link)
    asked[0].continue_()
    expect(page.get_by_role("status").first).to_have_text(MADE)
    assert top(page.locator("#document .edit").last) == pytest.approx(before, abs=2)
    expect(page.locator(".help")).to_have_attribute("open", "")


@pytest.mark.parametrize(
    "link", [".contents a[href^='#at-']", "#document li .edit[href='/record/programme/programme#purposes']"]
)
def test_a_link_in_what_is_put_anew_keeps_the_focus(page: Page, project: Path, link: str) -> None:
    """In the document that of a paragraph without a name."""
    page.locator(link).last.focus()
    focused = page.locator(link).last.get_attribute("href")
    edit(project, "programme.md", "- öka tryggheten\n", "## Nytt\n\n- öka tryggheten\n")
    expect(page.get_by_role("status").first).to_have_text(MADE)
    expect(page.locator("main a:focus")).to_have_attribute("href", focused or "")


def test_chapters_that_change_places_are_shown_in_their_new_order(page: Page, project: Path) -> None:
    """With others behind them that stay."""
    one, two, three = ("\n\n## Ett\n\nDet ena.", "\n\n## Två\n\nDet andra.", "\n\n## Tre\n\nDet tredje.")
    edit(project, "programme.md", "Inriktningen är fast.", f"Inriktningen är fast.{one}{two}{three}")
    expect(paragraph(page, "Det tredje.")).to_be_attached()
    edit(project, "programme.md", f"{one}{two}{three}", f"{three}{one}{two}\n\nOch mer.")
    expect(paragraph(page, "Och mer.")).to_be_attached()
    shown = page.locator("#document").inner_text()
    page.reload()
    assert shown == page.locator("#document").inner_text()


def test_a_mistake_is_told_above_the_last_good_page(page: Page, project: Path) -> None:
    edit(project, "measures/lighting.md", "criterion:", "criterion: [")
    expect(page.get_by_text("This is the document as it could last be made")).to_be_visible()
    expect(page.locator(".beside.wrong").first).to_be_attached()
    expect(paragraph(page, "Belysning")).to_be_attached()
    edit(project, "measures/lighting.md", "criterion: [", "criterion:")
    expect(page.get_by_text("This is the document as it could last be made")).to_have_count(0)


def test_a_document_that_is_gone_comes_again(page: Page, project: Path) -> None:
    """With the content of others, who have no such language."""
    content, others, before = project / "content", project / "others", project / "before"
    shown = page.locator("#document").inner_text()
    shutil.copytree(ENGLISH, others)
    content.rename(before)
    others.rename(content)
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing here")
    content.rename(others)
    before.rename(content)
    expect(page.get_by_role("status").first).to_have_text(MADE)
    expect(page.locator("#document")).to_be_attached()
    assert page.locator("#document").inner_text() == shown


def test_the_word_file_is_fetched_and_noted_as_sent(page: Page) -> None:
    with page.expect_download() as download:
        page.get_by_role("button", name="Get the draft (Word)").click()
    assert download.value.suggested_filename == "programme.sv.docx"
    expect(page.get_by_role("status").first).to_contain_text("The draft is fetched")
    follow(page, "Changes")
    page.get_by_label("To whom").fill("Kim")
    page.get_by_role("button", name="Note").click()
    expect(page.get_by_role("row", name="Programme (Swedish)").filter(has_text="Kim")).to_be_visible()


def test_the_other_language_is_one_link_away(page: Page) -> None:
    page.get_by_role("navigation", name="Documents").get_by_role("link", name="Application").click()
    page.get_by_role("navigation", name="Languages").get_by_role("link", name="English").click()
    expect(page.locator("#document")).to_have_attribute("lang", "en-GB")


def test_the_contents_lead_to_the_headings(page: Page) -> None:
    link = page.get_by_role("navigation", name="In the document").get_by_role("link", name="Belysning")
    link.click()
    heading = page.locator("#document").get_by_role("heading", name="Belysning", exact=True)
    expect(heading).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_is_for_everybody(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.reload()
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
    assert found.response["violations"] == [], found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    headings = page.get_by_role("heading").all()
    levels = [int(heading.evaluate("element => element.ariaLevel || element.tagName[1]")) for heading in headings]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_on_paper_stands_the_document_alone(page: Page) -> None:
    page.emulate_media(media="print")
    for part in (".tools", ".side", ".edit", ".missing"):
        expect(page.locator(part).first).to_be_hidden()
    expect(paragraph(page, "Belysning")).to_be_visible()


def test_the_draft_is_fetched_and_kept(page: Page, project: Path) -> None:
    with page.expect_download() as fetched:
        page.get_by_role("button", name="Get the draft (Word)").press("Enter")
    assert fetched.value.suggested_filename == "programme.sv.docx"
    expect(page.get_by_role("status").first).to_contain_text("a copy kept")
    assert [draft.document for draft in list_drafts(project)] == ["programme.sv"]
