"""The line of a file with the spot marked: for any line, any width and any spot, and for files that are gone."""

from pathlib import Path

import pytest
from click import unstyle
from hypothesis import given
from hypothesis import strategies as st

from safecomm import report
from safecomm.diagnostic import Diagnostic, Location, problem
from safecomm.report.excerpt import MARGIN, NARROWEST, Lines, cut, excerpt, printable
from safecomm.report.terminal_text import columns
from tests.conftest import Golden

LINES = {
    "a value": ("responsible: poliisen", 14, "poliisen"),
    "a quoted value": ("responsible: 'poliisen'", 14, "poliisen"),
    "a value that does not stand there": ("title: Trygghet: ljus", 16, "title"),
    "tabs": ("\ta:\tpoliisen", 5, "poliisen"),
    "wide characters": ("市民: 安全な poliisen", 9, "poliisen"),
    "a combining accent": ("pa\u030a: poliisen", 6, "poliisen"),
    "what would steer a terminal": ("a: \x1b[2J\u202e\u00a0poliisen", 10, "poliisen"),
    "a long line": ("ett " * 50 + "poliisen" + " två" * 50, 201, "poliisen"),
    "the end of a long line": ("ett " * 50 + "poliisen", 201, "poliisen"),
    "a long value": ("a: " + "x" * 200, 4, "x" * 200),
    "the end of a line": ("title", 6, ""),
    "beyond the line": ("title", 60, ""),
    "the whole line": ("# histroy", 0, ""),
    "a whole line without a word": ("---", 0, ""),
}


def unknown(path: str, line: int, column: int, value: str) -> Diagnostic:
    return problem("unknown-reference", Location(path, line, column), id=value, place="content/organisations.yaml")


def test_lines_as_a_terminal_shows_them(tmp_path: Path, golden: Golden) -> None:
    shown = []
    for name, (line, column, value) in LINES.items():
        (tmp_path / "x.md").write_text(f"---\n{line}\n", encoding="utf-8")
        shown += [f"== {name}", *excerpt(unknown("x.md", 2, column, value), Lines(tmp_path), 60)]
    golden(Path(__file__).with_name("excerpts.txt"), "\n".join(shown) + "\n")


@given(st.text(max_size=300), st.integers(0, 320), st.integers(1, 300), st.integers(NARROWEST, 100))
def test_a_line_is_never_wider_than_the_terminal(line: str, start: int, length: int, width: int) -> None:
    before, spot, after = cut(line, min(start, len(line)), length, width)
    assert columns(before + spot + after) <= width
    assert (before + spot + after).isprintable()
    if columns(printable(line)) <= width // 2:
        assert before + spot + after == printable(line)


@pytest.mark.parametrize("path", ["gone.md", "folder", "nul\0", "a" * 300, "x.md/below"])
def test_without_a_line_there_is_only_the_message(tmp_path: Path, path: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "x.md").write_text("title: X\n", encoding="utf-8")
    assert excerpt(unknown(path, 1, 1, "x"), Lines(tmp_path), 80) == []
    assert excerpt(unknown("x.md", 7, 1, "x"), Lines(tmp_path), 80) == []


def test_a_file_in_another_encoding_is_shown_too(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes("a: p\u00e5\n".encode("cp1252"))
    assert excerpt(unknown("x.md", 1, 4, ""), Lines(tmp_path), 80)[0] == f"{1:>{MARGIN}} | a: p\ufffd"


def test_colours_are_for_a_terminal(tmp_path: Path) -> None:
    found = [unknown("x.md", 1, 1, "x")]
    plain, coloured = report.text(found, "sv"), report.text(found, "sv", report.Terminal(tmp_path, 80))
    assert "\033[31mfel\033[0m" in coloured
    assert plain == unstyle(coloured)


def test_the_name_of_a_file_cannot_steer_a_terminal() -> None:
    assert "\x1b" not in report.text([problem("missing-file", Location("a\x1b[2J\n.md"))], "sv")
