"""A form that comes back, in a browser."""

from pathlib import Path

from playwright.sync_api import Route, expect

from safecomm.content.load import load
from tests.desk.browser.conftest import OpenDesk
from tests.forms.filled_in import answering, changed


def test_a_form_goes_out_comes_back_and_is_written(open_desk: OpenDesk, project: Path, tmp_path: Path) -> None:
    page = open_desk(project, "/followup")
    with page.expect_navigation():
        page.get_by_role("link", name="2009").click()
    page.get_by_role("button", name="Begin the follow-up of 2009").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("has begun")
    organisation = page.locator('a[href="/followup/forms/2009/kansliet.docx"]')
    with page.expect_download() as fetched:
        organisation.click()
    form = tmp_path / "back.docx"
    fetched.value.save_as(form)
    changed(form, answering({"Status": "pågår", "Vad som gjordes": "Nio <b>lampor</b>."}))
    page.get_by_label("Forms that have come back").set_input_files(form)
    expect(page.get_by_text("Nio <b>lampor</b>.").first).to_be_visible()
    page.get_by_role("button", name="Write what is ticked").press("Enter")
    expect(page.get_by_role("status")).to_have_text("The answers are written.")
    expect(page.get_by_role("cell", name="under way").first).to_be_visible()
    assert load(project).records["sv"].followup["2009/measures.lighting"].status == "under-way"


def test_what_happens_is_said_also_when_the_files_are_seen_to_change_before_the_answer(
    open_desk: OpenDesk, project: Path
) -> None:
    page = open_desk(project, "/followup?year=2009")

    def answer_late(route: Route) -> None:
        with page.expect_response(page.url):
            answer = route.fetch()
        route.fulfill(response=answer)

    page.route("**/followup/begin", answer_late)
    page.get_by_role("button", name="Begin the follow-up of 2009").click()
    expect(page.get_by_role("status")).to_contain_text("has begun")
    expect(page.get_by_role("button", name="Begin the follow-up of 2009")).to_have_count(0)
