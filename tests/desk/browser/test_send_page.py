"""A decision and whom it went to, by keyboard and mouse in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.desk.browser.conftest import OpenDesk


def test_a_decision_is_kept_and_noted_as_sent(
    open_desk: OpenDesk, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    page = open_desk(project, "/send")
    page.get_by_label("Document").select_option("programme")
    page.get_by_label("Date").last.fill("2008-01-31")
    page.get_by_label("Reference number").fill("KS/2008:2")
    page.get_by_role("button", name="Keep as decided").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("but the decision says “KS/2008:2”")
    expect(page.get_by_role("status")).to_be_empty()
    page.get_by_label("Reference number").fill("KS/2008:1")
    page.get_by_role("button", name="Keep as decided").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Kept as decided.")
    page.get_by_label("To", exact=True).fill("The certifying centre")
    page.get_by_role("button", name="Note as sent").click()
    expect(page.get_by_text("The certifying centre, ")).to_be_visible()
    assert "to: The certifying centre" in (project / "content" / "decisions.yaml").read_text(encoding="utf-8")
