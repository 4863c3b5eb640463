"""The lines that say which languages a project has are read however broken their file is."""

from pathlib import Path

import pytest

from safecomm.content.project_language import project_language, project_languages


@pytest.mark.parametrize(
    ("data", "languages", "spoken"),
    [
        (b"---\nlanguages: [en]\n---\n", "en", "en"),
        (b"---\r\nname: a: b: [\r\nlanguages: ['nb', \"en\"] # sv as well, later\r\n", "nb en", "en"),
        (b"languages:\n  - nb # bokm\xc3\xa5l\n  - sv\n\nname: en\n", "nb sv", "sv"),
        (b"languages: [sv,\n  en, sv]\nname: fi\n", "sv en", "sv"),
        (b"languages: [nb]\n", "nb", "en"),
        (b"languages: [english]\n", "english", "en"),
        (b"the languages: [nb]\n", "sv en", "en"),
        (b"", "sv en", "en"),
        # Before there was a choice: the language of the messages.
        (b'\xff\xfe name\nlanguage: "en"\n', "sv en", "en"),
        (b"language: sv\n", "sv en", "sv"),
    ],
)
def test_the_lines_are_found(tmp_path: Path, data: bytes, languages: str, spoken: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "community.md").write_bytes(data)
    assert " ".join(project_languages(tmp_path)) == languages
    assert project_language(tmp_path) == spoken


def test_without_the_file_it_is_english(tmp_path: Path) -> None:
    assert project_language(tmp_path) == "en"
    (tmp_path / "content" / "community.md").mkdir(parents=True)
    assert project_language(tmp_path) == "en"
