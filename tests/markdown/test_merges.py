"""What Git could not merge is told, wherever an editor has moved its marks."""

import pytest

from safecomm.markdown.source import unfinished_merges


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> gren\n", [2]),
        ("<<<<<<< HEAD\na\n||||||| bas\nb\n=======\nc\n>>>>>>> gren\n<<<<<<<\n>>>>>>>", [1, 8]),
        ("- a\n  <<<<<<< HEAD\n  b\n  =======\n  >>>>>>> gren\n", [2]),
        ("> <<<<<<< HEAD\n> b\n> =======\n> >>>>>>> gren\n", [1]),
        ("a\n||||||| bas\n", [2]),
        ("a\n>>>>>>> gren\n", [2]),
        ("|||||||\n| | | | | | |\n", []),
        ("a <<<<<<< b\n<<<<<<<< c\n>>>>>>\n", []),
    ],
)
def test_each_conflict_once_with_its_first_line(text: str, lines: list[int]) -> None:
    assert [fault.location.line for fault in unfinished_merges(text, "a.md")] == lines
