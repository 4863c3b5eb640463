"""Content from before there was a choice of languages is read as today's."""

import shutil
from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.content.load import load
from safecomm.content.migration import MIGRATIONS
from safecomm.diagnostic import ContentError
from tests.bilingual import DOCUMENTS
from tests.test_broken import HERE


def older(folder: Path, line: str) -> Path:
    project = Path(shutil.copytree(HERE / "good", folder / "project"))
    file = project / "content" / "community.md"
    file.write_text(file.read_text(encoding="utf-8").replace("languages: [sv, en]", line), encoding="utf-8")
    return project


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_language_of_the_messages_says_which_languages_there_were(language: str, tmp_path: Path) -> None:
    content = load(older(tmp_path, f"language: {language}"))
    assert (content.languages, content.language) == (("sv", "en"), language)
    assert content.records["sv"].community.languages == ("sv", "en")
    assert content.places.find("community", "community", "languages").line > 1


def test_its_documents_stay_as_they_are(tmp_path: Path) -> None:
    before, now = (build(folder, DOCUMENTS, False, "sv") for folder in (older(tmp_path, "language: sv"), HERE / "good"))
    assert [built.twin for built in before.built] == [built.twin for built in now.built]


def test_what_is_written_twice_is_no_secret(tmp_path: Path) -> None:
    project = older(tmp_path, "languages: [sv, en]\nlanguages: [en]")
    with pytest.raises(ContentError):
        load(project)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("language: sv\n", "languages: [sv, en]\n"),
        ("language: 'en'  # as agreed\n", "languages: [sv, en]  # as agreed\n"),
        ('"language": sv\n', "languages: [sv, en]\n"),
    ],
)
def test_the_line_is_written_in_todays_form(line: str, written: str) -> None:
    (migration,) = (migration for migration in MIGRATIONS["community"] if migration.field == "language")
    assert migration.write(line) == written
