"""Reading one file: encodings, line ends, and what is no readable file at all."""

import os
from pathlib import Path

import pytest

from safecomm.content.file import LARGEST, LARGEST_MARKDOWN, MOST_LINES, read_text, text_of
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Location


def codes(file: Path) -> list[tuple[str, Location]]:
    with pytest.raises(ContentError) as caught:
        read_text(file, "content/x.md")
    return [(each.code, each.location) for each in caught.value.diagnostics]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfett\ntv\xc3\xa5\n", b"ett\r\ntv\xc3\xa5\r\n", b"ett\rtv\xc3\xa5\r"])
def test_byte_order_mark_and_line_ends_are_fine(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "x.md"
    file.write_bytes(data)
    assert read_text(file, "content/x.md") == "ett\ntvå\n"


def test_bad_utf8_is_placed_on_its_line(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_bytes(b"ett\ntv\xe5\n")
    assert codes(file) == [("bad-encoding", Location("content/x.md", 2))]


@pytest.mark.parametrize("character", "\0\x01\x07\x0b\x0c\x1b\x7f\x85\x9f\ufffd\ufffe\uffff\ufdd0")
def test_invisible_characters_are_placed(tmp_path: Path, character: str) -> None:
    file = tmp_path / "x.md"
    file.write_text(f"a\n\n> b{character}c\n", encoding="utf-8")
    assert codes(file) == [("character-forbidden", Location("content/x.md", 3, 4))]


def test_utf16_is_no_utf8(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_text("ett", encoding="utf-16")
    assert codes(file)[0][0] == "bad-encoding"


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert codes(tmp_path)[0][0] == "not-a-file"
    assert codes(pipe)[0][0] == "not-a-file"


def test_a_link_loop_is_unreadable(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert codes(loop)[0][0] == "unreadable-file"


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    with file.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    assert codes(file)[0][0] == "file-too-large"


@pytest.mark.parametrize(
    ("line", "code"), [("- a\n", "too-many-lines"), ("Ett stycke med flera ord.\n", "file-too-large")]
)
def test_markdown_that_no_program_reads_in_seconds_is_refused(line: str, code: str) -> None:
    """Where a table of figures of the same size is read."""
    data = line.encode() * (1 + (MOST_LINES if code == "too-many-lines" else LARGEST_MARKDOWN // len(line)))
    assert text_of(data, "content/x.csv")
    with pytest.raises(ContentError) as caught:
        text_of(data, "content/x.md")
    assert [each.code for each in caught.value.diagnostics] == [code]


@pytest.mark.parametrize("sign", ["[", "*a", "ord och "])
def test_a_line_that_would_take_very_long_to_read(sign: str, tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(f"a\n{sign * 120_000}\nb\n", encoding="utf-8")
    assert codes(tmp_path / "x.md") == [("line-too-long", Location("content/x.md", 2))]


@pytest.mark.parametrize("row", ["[" * 99_000, "[a](b[" * 15_000, "|" + " a |" * 20_000])
def test_short_lines_that_together_would_take_very_long_to_read(row: str, tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(f"{row}\n" * 10, encoding="utf-8")
    assert codes(tmp_path / "x.md") == [("too-many-signs", Location("content/x.md"))]


def test_a_project_without_content(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load(tmp_path)
    assert [each.code for each in caught.value.diagnostics] == ["missing-folder"]
