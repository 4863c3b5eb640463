"""YAML to data: everything is text, everything has a place, and no input does more than be refused."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from safecomm.content.yaml_data import parse
from safecomm.diagnostic import ContentError, Location


def test_scalars_stay_what_the_editor_wrote() -> None:
    text = "a: no\nb: 0184\nc: 3.10\nd: 2008-10-13\ne: ~\nf: 'x: y'\ng: [1, yes]\n"
    expected = {"a": "no", "b": "0184", "c": "3.10", "d": "2008-10-13", "e": "~", "f": "x: y", "g": ["1", "yes"]}
    assert parse(text, "x.yaml").value == expected


def test_a_key_with_nothing_after_it_is_as_if_not_written() -> None:
    assert parse("a:\nb: ''\nc: # later\n", "x.yaml").value == {"b": ""}


def test_places_count_from_the_first_line_of_the_file() -> None:
    data = parse("a: 1\nb:\n  - x\n  - c: 2\n", "x.yaml", first_line=2)
    assert data.values[("a",)] == Location("x.yaml", 2, 4)
    assert data.keys[("b",)] == Location("x.yaml", 3, 1)
    assert data.values[("b", 1, "c")] == Location("x.yaml", 5, 8)
    assert data.place(("b", 7)) == data.values[("b",)]


def test_hostile_nesting_is_refused_at_once() -> None:
    with pytest.raises(ContentError) as caught:
        parse("a: " + "[" * 100_000, "x.yaml")
    assert [each.code for each in caught.value.diagnostics] == ["yaml-nesting"]


def test_an_alias_never_expands() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))
    with pytest.raises(ContentError) as caught:
        parse(bomb, "x.yaml")
    assert [each.code for each in caught.value.diagnostics] == ["yaml-alias"]


yamlish = st.text(alphabet=st.sampled_from("ab:-#&*!|>'\"%@`{}[],?~ \t\n\\é0"), max_size=60)


@given(yamlish | st.text(max_size=60))
@example("a: [")
@example("a: 1\nb")
@example("---")
def test_any_text_is_data_or_problems(text: str) -> None:
    try:
        data = parse(text, "x.yaml")
    except ContentError as fault:
        lines = [each.location.line for each in fault.diagnostics]
        assert 1 <= min(lines) <= max(lines) <= len(text.splitlines() or [""]) + text.endswith("\n")
    else:
        assert isinstance(data.value, dict)
