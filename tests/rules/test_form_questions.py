"""The questions of a certifier's form: answered, and in no more words than the form takes."""

import shutil
from pathlib import Path

import pytest

from safecomm.content.load import load
from safecomm.rules.all_rules import check
from tests.changed_content import change
from tests.test_broken import HERE

ORIGINAL, TRANSLATION = "questions/ledelse.md", "questions/ledelse.en.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "communities" / "nb", tmp_path / "nb"))


def too_long(project: Path) -> list[tuple[str, int, str | None, str]]:
    found = [each for each in check(load(project), "en") if each.diagnostic.code == "answer-too-long"]
    return [(*each.diagnostic.location[:2], each.edition, each.diagnostic.message("en")) for each in found]


def test_an_answer_is_counted_in_each_language(project: Path) -> None:
    assert too_long(project) == []
    change(project, ORIGINAL, "longest: 12", "longest: 9")
    said = "the answer to question 2 has 10 words, but the form takes 9 at most"
    assert too_long(project) == [(f"content/{TRANSLATION}", 8, "en", said)]
    change(project, ORIGINAL, "longest: 9", "longest: 5")
    assert [edition for _, _, edition, _ in too_long(project)] == ["en", "nb"]


def test_headings_lists_and_tables_count_and_notes_do_not(project: Path) -> None:
    text = "## En to\n\n- tre[^1]\n\n| fire |\n|---|\n| fem |\n\n[^1]: Seks sju."
    change(project, ORIGINAL, "Rådet leder arbeidet sammen med rådmannen.", text)
    change(project, ORIGINAL, "longest: 12", "longest: 4")
    assert [message for _, _, edition, message in too_long(project) if edition == "nb"] == [
        "the answer to question 2 has 5 words, but the form takes 4 at most"
    ]


def test_what_is_not_translated_is_told_of_its_original_alone(project: Path) -> None:
    (project / "content" / TRANSLATION).unlink()
    change(project, ORIGINAL, "longest: 12", "longest: 5")
    assert [edition for _, _, edition, _ in too_long(project)] == ["nb"]
