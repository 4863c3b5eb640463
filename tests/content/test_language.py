"""The one line that says which language a project speaks is read however broken its file is."""

from pathlib import Path

import pytest

from safecomm.content.project_language import project_language


@pytest.mark.parametrize(
    ("data", "language"),
    [
        (b"---\nlanguage: en\n---\n", "en"),
        (b"---\r\nname: a: b: [\r\nlanguage: 'en' # as agreed\r\n", "en"),
        (b'\xff\xfe name\nlanguage: "en"\n', "en"),
        (b"language: sv\n", "sv"),
        (b"language: english\n", "sv"),
        (b"the language: en\n", "sv"),
        (b"", "sv"),
    ],
)
def test_the_line_is_found(tmp_path: Path, data: bytes, language: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "community.md").write_bytes(data)
    assert project_language(tmp_path) == language


def test_without_the_file_it_is_swedish(tmp_path: Path) -> None:
    assert project_language(tmp_path) == "sv"
    (tmp_path / "content" / "community.md").mkdir(parents=True)
    assert project_language(tmp_path) == "sv"
