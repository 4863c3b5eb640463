"""Pieces lead from the old text to the new one, whatever the texts are."""

from hypothesis import given
from hypothesis import strategies as st

from safecomm.changes.pieces import Piece, Row, changed_rows, compare_words, excerpt

LINE = st.lists(st.sampled_from(["Staden", "ska", "hålla", ",", ".", "*", " "])).map(" ".join)


def side(row: Row, without: str) -> str:
    """The line as it was, without `ins`, or as it is, without `del`."""
    return "".join(piece.text for piece in row if piece.tag != without)


@given(LINE, LINE)
def test_each_side_of_a_line_is_the_line(old: str, new: str) -> None:
    row = compare_words(old, new)
    assert (side(row, "ins"), side(row, "del")) == (old, new)


@given(st.lists(LINE.filter(str.strip), unique=True), st.lists(LINE.filter(str.strip), unique=True))
def test_rows_hold_all_that_changed_and_nothing_else(old: list[str], new: list[str]) -> None:
    found = list(changed_rows(old, new))
    assert all(any(piece.tag != "same" for piece in row) for row in found)
    gone = [side(row, "ins") for row in found if any(piece.tag != "ins" for piece in row)]
    come = [side(row, "del") for row in found if any(piece.tag != "del" for piece in row)]
    assert set(old) - set(new) <= set(gone) <= set(old)
    assert set(new) - set(old) <= set(come) <= set(new)


def test_one_changed_word_is_one_changed_word() -> None:
    assert compare_words("Staden ska hålla hearings.", "Staden ska hålla möten.") == (
        Piece("same", "Staden ska hålla "),
        Piece("del", "hearings"),
        Piece("ins", "möten"),
        Piece("same", "."),
    )


def test_an_excerpt_shows_where_the_change_is() -> None:
    long = " ".join(f"ord{number}" for number in range(30))
    (before, _, after) = excerpt(compare_words(f"{long} A {long}", f"{long} {long}"))
    assert before.text == "…ord24 ord25 ord26 ord27 ord28 ord29 "
    assert after.text.strip() == "ord0 ord1 ord2 ord3 ord4 ord5 …"
