"""Files changed at places: what is asked for and not a byte more."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from safecomm.content.file import LARGEST, text_of
from safecomm.content.revision import position, revise
from safecomm.diagnostic import ContentError, Location

LINES = st.lists(st.tuples(st.sampled_from(["", "å", "🦆 b", "\ufeff", "---"]), st.sampled_from(["\n", "\r\n", "\r"])))
TEXTS = st.sampled_from(["", "ny", "ny\n", "\nå\n\n"])


@example("", [("", "\r\n")], [(0, 0, "ny\n"), (1, 1, "")])
@given(st.sampled_from(["", "\ufeff"]), LINES, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 3), TEXTS)))
def test_every_other_byte_stays(mark: str, lines: list[tuple[str, str]], asked: list[tuple[int, int, str]]) -> None:
    raw = "x" + "".join(map("".join, lines))
    units = re.findall(r"\r\n|.", raw, re.DOTALL)
    ends = [unit for unit in units if unit in ("\n", "\r\n", "\r")] or ["\n"]
    replacements: list[tuple[int, int, str]] = []
    expected, at = "", 0
    for start, length, new in sorted(asked):
        if at <= start <= len(units) and (start > at or not replacements):
            above = [unit for unit in units[:start] if unit in ends] or ends[:1]
            expected += "".join(units[at:start]) + new.replace("\n", above[-1])
            at = min(start + length, len(units))
            replacements.append((start, at, new))
    expected += "".join(units[at:])
    assert revise(f"{mark}{raw}z".encode(), "x.md", replacements).decode() == f"{mark}{expected}z"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *((character, "character-forbidden") for character in "\u2028\u2029\x85\x0b\x0c\x00\x7f\ufffd\uffff"),
        ("\ud800", "bad-encoding"),
        ("x" * LARGEST, "file-too-large"),
    ],
)
def test_what_would_not_load_is_no_result(text: str, code: str) -> None:
    with pytest.raises(ContentError) as fault:
        revise(b"ett\r\ntv\xc3\xa5\n", "x.md", [(4, 4, text)])
    assert [each.code for each in fault.value.diagnostics] == [code]


def test_a_place_is_counted_as_the_loader_counts() -> None:
    data = "\ufeffå\r\r\n🦆b".encode()
    text = text_of(data, "x.md")
    at = position(text, Location("x.md", 3, 2))
    assert text[at] == "b"
    assert revise(data, "x.md", [(at, at + 1, "c")]) == data[:-1] + b"c"
