"""What two sequences have in common, against definitions that take longer."""

from collections.abc import Callable, Iterable
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecomm.diffing import (
    Opcode,
    equal_pairs,
    heaviest_chain,
    is_word,
    opcodes,
    opcodes_around_unique,
    split_words,
)

WEIGHT = st.integers(1, 4)
CANDIDATES = st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), WEIGHT, max_size=8)
SEQUENCE = st.lists(st.sampled_from("abc"), max_size=9)


@given(st.text())
def test_every_character_is_in_one_word_space_or_mark(text: str) -> None:
    assert "".join(split_words(text)) == text


def test_a_letter_with_its_mark_is_one_word() -> None:
    assert [*filter(is_word, split_words("på pa\u030a 12,5 _x"))] == ["på", "pa\u030a", "12", "5", "_x"]


@given(CANDIDATES)
def test_the_chain_is_the_heaviest_that_rises(weights: dict[tuple[int, int], int]) -> None:
    ordered = sorted(weights, key=lambda pair: (pair[0], -pair[1]))
    chain = heaviest_chain((i, j, weights[i, j]) for i, j in ordered)
    rising = [some for count in range(len(ordered) + 1) for some in combinations(ordered, count) if is_rising(some)]
    assert is_rising(tuple(chain))
    assert sum(map(weights.__getitem__, chain)) == max(sum(map(weights.__getitem__, some)) for some in rising)


def is_rising(pairs: tuple[tuple[int, int], ...]) -> bool:
    return all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(pairs))


@given(SEQUENCE, SEQUENCE)
def test_pairs_are_equal_and_rise(old: list[str], new: list[str]) -> None:
    pairs = equal_pairs(old, new)
    assert is_rising(tuple(pairs))
    assert all(old[i] == new[j] for i, j in pairs)


@pytest.mark.parametrize("compare", [opcodes, opcodes_around_unique])
@given(SEQUENCE, SEQUENCE)
def test_opcodes_lead_from_one_to_the_other(
    compare: Callable[[list[str], list[str]], Iterable[Opcode]], old: list[str], new: list[str]
) -> None:
    made: list[str] = []
    at = 0
    for kind, start, end, begin, stop in compare(old, new):
        assert (start, begin) == (at, len(made))
        assert kind == "equal" or old[start:end] != new[begin:stop]
        made += old[start:end] if kind == "equal" else new[begin:stop]
        at = end
    assert (made, at) == (new, len(old))


def test_items_that_stand_once_are_found_among_many_that_do_not() -> None:
    old, new = ["a", "x", "a", "y", "a"], ["a", "a", "x", "b", "y"]
    equal = [code for code in opcodes_around_unique(old, new) if code[0] == "equal"]
    assert [old[start:end] for _, start, end, _, _ in equal] == [["a"], ["x"], ["y"]]
