"""`safecomm status`: what answers each criterion and what is missing, in every form."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm.cli.main import cli
from tests.conftest import Golden

HERE = Path(__file__).parent
GOOD, SOLNA = HERE.parent / "good", HERE.parents[1]
ANSWERS = {
    "infrastructure": (3, 3, 3),
    "programmes": (38, 15, 14),
    "risk_groups": (13, 2, 2),
    "injury_documentation": (7, 2, 2),
    "evaluation": (2, 2, 2),
    "networks": (8, 2, 2),
}
"""Ongoing work, measures and those somebody is responsible for, counted in the files of Solna's content."""
VOID = {"meta", "link", "br"}


def status(project: Path, *arguments: str) -> str:
    result = CliRunner().invoke(cli, ["status", "--project", str(project), *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("form", ["text", "md"])
def test_what_it_says(language: str, form: str, golden: Golden) -> None:
    golden(HERE / f"good.{language}.{form}", status(GOOD, "--lang", language, "--format", form))


def test_the_answers_are_those_of_the_content() -> None:
    criteria = json.loads(status(SOLNA, "--format", "json"))["criteria"]
    found = {each["id"]: {aspect["name"]: aspect for aspect in each["aspects"]} for each in criteria}
    names = ("ongoing-work", "measures", "responsible")
    assert {id_: tuple(len(aspects[name]["answers"]) for name in names) for id_, aspects in found.items()} == ANSWERS


def test_every_gap_of_check_is_shown() -> None:
    checked = json.loads(CliRunner().invoke(cli, ["check", "--project", str(SOLNA), "--format", "json"]).output)
    text = status(SOLNA, "--format", "json")
    assert len(checked) == 12
    for gap in checked:
        assert json.dumps(gap["message"], ensure_ascii=False) in text


def test_one_screen() -> None:
    lines = status(SOLNA).splitlines()
    assert len(lines) <= 60
    assert max(map(len, lines)) <= 80


class Tags(HTMLParser):
    """The tags that are open, and the addresses that the page leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag


def test_the_page_is_whole_and_stands_alone() -> None:
    page, tags = status(SOLNA, "--format", "html"), Tags()
    tags.feed(page)
    assert tags.opened == []
    assert [each for each in tags.addresses if not each.startswith("#")] == []
    assert re.search('<html lang="sv">', page)
    assert "@import" not in page


def test_errors_end_it(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["status", "--project", str(tmp_path)])
    assert result.exit_code == 1
    assert "[missing-folder]" in result.output
