"""A record is filled in by mouse and by keyboard; nothing that is typed is lost."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from safecomm.content.load import load
from tests.changes.drafts import replaced
from tests.desk.browser.conftest import OpenDesk
from tests.desk.test_record import changed_lines, text

LIGHTING = "measures/lighting.md"


@pytest.fixture
def page(open_desk: OpenDesk, project: Path) -> Page:
    """The form of a measure."""
    return open_desk(project, "/record/measures/lighting")


def said(page: Page, message: str) -> None:
    expect(page.locator("#said")).to_contain_text(message)


def test_a_record_is_found_by_a_part_of_its_title(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project, "/records")
    page.get_by_role("link", name="Measures", exact=True).click()
    page.get_by_label("Search").fill("light")
    page.get_by_role("link", name="Lighting").click()
    page.wait_for_url("**/record/measures/lighting")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lighting")


def test_the_search_goes_on_when_the_files_change(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project, "/records/measures")
    search, listed = page.get_by_label("Search"), page.locator("#records")
    search.fill("light")
    expect(listed.get_by_role("link")).to_have_text(["Lighting"])
    replaced("measures/lighting.en.md", "title: Lighting", "title: Street lights")(project)
    expect(listed.get_by_role("link")).to_have_text(["Street lights"])
    search.fill("street")
    said(page, "1 shown")


def test_a_fact_is_corrected(page: Page, project: Path) -> None:
    before = text(project, LIGHTING)
    page.get_by_label("Responsible").select_option(label="Police")
    expect(page.get_by_text("Not saved yet")).to_be_visible()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.get_by_role("button", name="Save", exact=True).click()
    said(page, "Saved at")
    assert asked[asked.index("save") :] == ["save"]
    assert changed_lines(before, text(project, LIGHTING)) == ["responsible: polisen"]
    expect(page.get_by_text("Not saved yet")).to_have_count(0)
    page.get_by_role("button", name="Undo the last save").click()
    said(page, "Undone. As they were again: “Lighting”")
    assert text(project, LIGHTING) == before
    expect(page.get_by_label("Responsible")).to_have_value("kansliet")


def test_what_cannot_be_read_elsewhere_is_told_above_until_it_is_mended(page: Page, project: Path) -> None:
    file = project / "content" / "council.md"
    before = file.read_text(encoding="utf-8")
    told = page.get_by_role("heading", name="This must be mended before the content can be read")
    file.write_text("---\nbroken", encoding="utf-8")
    expect(told).to_be_visible()
    file.write_text(before, encoding="utf-8")
    expect(told).to_have_count(0)


def test_a_mistake_in_a_text_is_told_while_it_is_typed_and_mended(page: Page, project: Path) -> None:
    before = text(project, LIGHTING)
    english = page.locator("#text\\.en")
    english.fill("See <b>here</b>.")
    expect(page.locator("#text\\.en-faults")).to_contain_text("HTML")
    expect(english).to_have_attribute("aria-invalid", "true")
    page.keyboard.press("Control+s")
    said(page, "Not saved: ")
    assert text(project, LIGHTING) == before
    english.fill("See here.")
    expect(page.locator("#text\\.en-faults .wrong")).to_have_count(0)
    page.keyboard.press("Control+s")
    said(page, "Saved at")
    assert "See here." in text(project, "measures/lighting.en.md")
    assert text(project, LIGHTING) == before


def test_what_no_form_can_show_is_saved_when_asked_and_opens_as_text(page: Page, project: Path) -> None:
    page.locator("#text").fill("Ljus\u0007 överallt.")
    page.keyboard.press("Control+s")
    said(page, "Not saved: ")
    page.get_by_role("button", name="Save anyway").press("Enter")
    page.wait_for_url("**/text/measures/lighting.md*")
    expect(page.get_by_role("textbox", name="Text of the file")).to_have_value(re.compile("Ljus\u0007 överallt"))
    assert "Ljus\u0007 överallt." in text(project, LIGHTING)


def test_what_was_typed_is_there_again_after_a_crash(page: Page) -> None:
    field = page.locator("#text")
    field.fill("Ljus överallt.")
    expect(page.get_by_text("Not saved yet")).to_be_visible()
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(field).to_have_value("Ljus överallt.")
    expect(page.get_by_text("You typed this earlier, and it is not saved yet.").first).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    said(page, "Saved at")
    page.reload()
    expect(field).to_have_value("Ljus överallt.")
    expect(page.get_by_text("You typed this earlier")).to_have_count(0)


def test_what_others_save_is_shown_and_never_overwritten(page: Page, project: Path) -> None:
    field = page.locator("#text")
    field.fill("Mitt.")
    file = project / "content" / "measures" / "lighting.md"
    file.write_text(
        text(project, LIGHTING).replace("Insatsen görs.", "Deras.").replace("status: planned", "status: completed"),
        encoding="utf-8",
    )
    expect(page.get_by_text("Somebody else has changed this while you were typing.")).to_be_visible()
    expect(page.get_by_label("Status")).to_have_value("completed")
    expect(field).to_have_value("Mitt.")
    page.keyboard.press("Control+s")
    said(page, "Somebody else has changed the same thing.")
    expect(page.locator(".note pre")).to_have_text("Deras.")
    page.get_by_role("button", name="Keep mine").click()
    expect(page.locator("#said")).to_be_empty()
    page.keyboard.press("Control+s")
    said(page, "Saved at")
    assert "Mitt." in text(project, LIGHTING)
    assert "status: completed" in text(project, LIGHTING)


def test_a_record_is_added_in_both_languages(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project, "/records/measures")
    page.get_by_text("Add", exact=True).first.click()
    page.get_by_label("Title, in Swedish (must be filled in)", exact=True).fill("Säkra skolvägar")
    page.get_by_label("Title, in English", exact=True).fill("Safe ways to school")
    page.get_by_label("Criterion").select_option(index=1)
    page.get_by_label("Status").select_option("planned")
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/record/measures/*")
    expect(page.get_by_role("heading", level=1)).to_have_text("Safe ways to school")
    page.locator("#text").fill("Barn ska kunna gå till skolan.")
    page.locator("#text\\.en").fill("Children are to be able to walk to school.")
    page.keyboard.press("Control+s")
    said(page, "Saved at")
    content = load(project)
    assert content.records["en"].measures["sakra-skolvagar"].title == "Safe ways to school"
    assert not [gap for gap in content.outdated if gap.id == "sakra-skolvagar"]


def test_a_translation_is_said_to_follow_its_changed_original(page: Page, project: Path) -> None:
    page.locator("#text").fill("Insatsen görs varje höst.")
    page.keyboard.press("Control+s")
    page.get_by_role("button", name="In English, it says the same").click()
    said(page, "The translation follows the original.")
    assert not [gap for gap in load(project).outdated if gap.id == "lighting"]


def test_what_a_new_record_is_asked_for_is_as_wide_as_the_window(open_desk: OpenDesk, project: Path) -> None:
    longer = "area: A programme for everybody, of all ages, at home, at school and on the roads, and "
    replaced("criteria/programmes.en.md", "area: ", longer)(project)
    page = open_desk(project, "/records/measures")
    page.set_viewport_size({"width": 320, "height": 640})
    page.get_by_text("Add", exact=True).first.click()
    expect(page.get_by_label("Criterion (must be filled in)")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_what_a_new_record_lacks_stays_in_sight_when_the_files_change(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project, "/records/measures")
    page.get_by_text("Add", exact=True).first.click()
    title = page.get_by_label("Title, in Swedish")
    title.fill("Säkra <b>skolvägar</b>")
    page.get_by_label("Criterion").select_option(index=1)
    page.get_by_label("Status").select_option("planned")
    page.get_by_role("button", name="Add").click()
    refused = page.get_by_role("alert").get_by_text("“<b>” is HTML")
    expect(refused).to_be_visible()
    replaced("measures/lighting.en.md", "title: Lighting", "title: Lamps")(project)
    expect(page.get_by_role("link", name="Lamps")).to_be_visible()
    expect(refused).to_be_visible()
    expect(title).to_have_value("Säkra <b>skolvägar</b>")
    expect(page.get_by_label("Criterion")).not_to_have_value("")


def test_what_is_ticked_of_a_new_record_stays_when_the_files_change(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project, "/records/evidence")
    page.get_by_text("Add", exact=True).first.click()
    box = page.get_by_role("checkbox").first
    box.check()
    replaced("evidence.yaml", "en: Injury register", "en: Register of injuries")(project)
    said(page, "The files have changed")
    expect(box).to_be_checked()


def test_entries_are_added_moved_and_removed_by_keyboard(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project, "/record/community/community#facts")
    expect(page.locator("#facts")).to_be_focused()
    page.locator("#facts > .entries > li > fieldset > .part #facts\\.0\\.figures > p > .add-entry").press("Enter")
    page.keyboard.type("Vattenareal")
    expect(page.locator("#facts\\.0\\.figures\\.1\\.name\\.sv")).to_have_value("Vattenareal")
    page.locator("#facts\\.0\\.figures\\.1\\.value").fill("mycket")
    expect(page.locator("#facts\\.0\\.figures\\.1\\.value-faults .wrong")).to_have_count(1)
    page.locator("#facts\\.0\\.figures\\.1\\.value").fill("1,5")
    page.locator("#facts\\.0\\.figures > .entries > li:last-child > .entry-buttons > .move-up").press("Enter")
    expect(page.locator("#facts\\.0\\.figures\\.0\\.name\\.sv")).to_have_value("Vattenareal")
    before = text(project, "community.md")
    page.keyboard.press("Control+s")
    said(page, "Saved at")
    after = text(project, "community.md")
    assert set(before.splitlines()) <= set(after.splitlines())
    assert [figure.name.to("sv") for figure in load(project).records["sv"].community.facts[0].figures] == [
        "Vattenareal",
        "Landareal",
    ]


def test_a_row_gets_its_name_from_its_text(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project, "/record/criteria/programmes#themes")
    page.locator("#themes > p > .add-entry").click()
    page.locator("#themes > .entries > li:last-child .row-value input").fill("Året runt på sjön")
    page.keyboard.press("Control+s")
    said(page, "Saved at")
    assert "  aret-runt-pa-sjon: Året runt på sjön" in text(project, "criteria/programmes.md")
    page.locator("#themes > .entries > li:last-child > .entry-buttons > .remove-entry").press("Enter")
    expect(page.locator("#themes")).to_be_focused()
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Not saved yet")).to_have_count(0)
    assert "sjon" not in text(project, "criteria/programmes.md")


def test_what_is_to_be_filled_in_is_said_in_an_empty_field(page: Page, project: Path) -> None:
    """And goes on being said by the file until somebody has written."""
    file = project / "content" / "measures" / "lighting.md"
    file.write_text(text(project, LIGHTING).replace("Insatsen görs.", "FYLL I text: Vad arbetet går ut på."), "utf-8")
    field = page.get_by_label("Text: In Swedish")
    expect(field).to_have_attribute("placeholder", "FYLL I text: Vad arbetet går ut på.")
    expect(field).to_have_value("")
    field.fill("Ljus.")
    field.fill("")
    expect(page.get_by_text("Not saved yet")).to_have_count(0)
    field.fill("Ljus.")
    page.keyboard.press("Control+s")
    said(page, "Saved at")
    assert text(project, LIGHTING).endswith("---\n\nLjus.\n")


def test_a_record_that_is_gone_leaves_what_was_typed(page: Page, project: Path) -> None:
    page.locator("#text").fill("Ljus.")
    expect(page.get_by_text("Not saved yet")).to_be_visible()
    for name in ("lighting.md", "lighting.en.md"):
        (project / "content" / "measures" / name).unlink()
    said(page, "Somebody has changed the id of the record, or removed it.")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("alert").first).to_contain_text("measures/lighting")
    expect(page.locator("#text")).to_have_value("Ljus.")


def test_the_bar_puts_in_what_the_dialect_has(page: Page, project: Path) -> None:
    field = page.locator("#text")
    field.fill("Ljus.")
    field.press("Control+a")
    page.get_by_role("button", name="Bold").click()
    expect(field).to_have_value("**Ljus.**")
    field.press("End")
    page.get_by_role("button", name="Footnote").click()
    expect(field).to_have_value("**Ljus.**[^1]\n\n[^1]: text")
    field.fill("Med ")
    field.press("End")
    page.get_by_role("toolbar").get_by_role("button").first.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("button", name="Refer to …")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").get_by_label("Search").fill("police")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Med [](organisation:polisen)")
    field.press("Control+s")
    said(page, "Saved at")
    assert "Med [](organisation:polisen)" in text(project, LIGHTING)


@pytest.mark.parametrize(
    "address",
    ["/records/measures", "/record/measures/lighting", "/record/community/community", "/record/criteria/programmes"],
)
def test_forms_have_no_fault_that_axe_knows(open_desk: OpenDesk, project: Path, address: str) -> None:
    page = open_desk(project, address)
    for summary in page.locator("summary").all():
        summary.click()
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
    assert found.response["violations"] == [], found.generate_report()
    unnamed = page.locator("main :is(input, textarea, select):not([type=hidden])").evaluate_all(
        "fields => fields.filter((field) => !field.labels?.length).map((field) => field.id)"
    )
    assert unnamed == []
