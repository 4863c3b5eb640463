"""A table of figures in a browser."""

from pathlib import Path

from playwright.sync_api import expect

from tests.desk.browser.conftest import OpenDesk, axe_faults
from tests.intake.samples import BRA, marked

TABLE = "content/statistics/inhabitants.csv"


def test_a_year_is_added_and_what_is_typed_outlives_a_reload(open_desk: OpenDesk, project: Path) -> None:
    before = (project / TABLE).read_bytes()
    page = open_desk(project, "/figures")
    with page.expect_navigation():
        page.locator('a[href="/figures/inhabitants"]').click()
    assert axe_faults(page) == []
    page.get_by_role("button", name="Add a year").press("Enter")
    expect(page.get_by_label("Value, row 8")).to_be_focused()
    page.keyboard.type("many")
    page.reload()
    expect(page.get_by_text("This is not saved.")).to_be_visible()
    expect(page.get_by_label("Value, row 8")).to_have_value("many")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("alert")).to_contain_text("Inhabitants, row 8")
    assert (project / TABLE).read_bytes() == before
    page.get_by_label("Value, row 8").fill("12400")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_have_text("Saved.")
    assert (project / TABLE).read_bytes() == before + b"2009;12400\n"


def test_somebody_elses_figures_are_shown_at_once(open_desk: OpenDesk, project: Path) -> None:
    page = open_desk(project, "/figures/inhabitants")
    expect(page.get_by_label("Value, row 7")).to_be_visible()
    with (project / TABLE).open("ab") as file:
        file.write(b"2009;999\n")
    expect(page.get_by_label("Value, row 8")).to_have_value("999")


def test_a_file_is_read_in_after_what_it_does_not_say_is_filled_in(
    open_desk: OpenDesk, project: Path, tmp_path: Path
) -> None:
    file = tmp_path / "brott.csv"
    file.write_bytes(marked(BRA))
    page = open_desk(project, "/figures")
    page.get_by_label("The file with figures").set_input_files(file)
    expect(page.get_by_label("The file’s column for Year")).to_be_focused()
    expect(page.get_by_label("Year, when the file does not say it")).to_be_hidden()
    page.get_by_label("The file’s column for Value").fill("Antal")
    page.get_by_role("button", name="Read the file again").press("Enter")
    expect(page.get_by_label("Year, when the file does not say it")).to_be_focused()
    expect(page.get_by_label("Place, as the file writes it")).to_be_hidden()
    page.keyboard.type("2008")
    page.keyboard.press("Enter")
    expect(page.get_by_role("cell", name="1234")).to_be_visible()
    page.get_by_label("Title (Swedish)").fill("Brott")
    page.get_by_label("Title (English)").fill("Crimes")
    page.get_by_label("Subject").select_option("crime")
    button = page.get_by_role("button", name="Write the figures")
    button.focus()
    # The page that comes with it takes nothing from what is read in.
    with (project / TABLE).open("ab") as table:
        table.write(b"2009;999\n")
    expect(page.get_by_role("status")).to_contain_text("changed")
    expect(button).to_be_focused()
    button.press("Enter")
    expect(page.get_by_role("link", name="Crimes")).to_be_visible()
    assert "Crimes" in (project / "content/statistics/brott.yaml").read_text(encoding="utf-8")
