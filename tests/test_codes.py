"""The codes and the program fit each other: none is unused or unknown, and each gets the values that its texts name."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from string import Formatter

import pytest

from safecomm.codes.codes import FOLDER, GROUPS, all_codes, code_named, load_group, placeholders
from safecomm.diagnostic import Location, problem

PACKAGE = FOLDER.parent
CODES = sorted(all_codes())


def test_every_data_file_is_a_group_and_no_code_stands_twice() -> None:
    assert sorted(GROUPS) == sorted(file.stem for file in FOLDER.glob("*.toml"))
    assert len(CODES) == sum(len(load_group(group).codes) for group in GROUPS) > 250


def test_a_code_is_found_where_it_stands() -> None:
    assert [code_named(name) for name in CODES] == [all_codes()[name] for name in CODES]
    with pytest.raises(KeyError):
        code_named("title")


@pytest.mark.parametrize("name", CODES)
def test_a_code_says_everything_in_both_languages(name: str) -> None:
    code = code_named(name)
    assert code.severity in {"error", "warning", "note"}
    for texts in (code.message, code.hint, code.why):
        assert [language for language, text in texts.items() if text.strip()] == ["sv", "en"]
    for texts in (code.message, code.hint):
        assert named(texts["sv"]) == named(texts["en"])
    assert bool(code.wrong) == bool(code.right) == bool(code.file)
    assert code.part in {"fields", "text", "file"}


def named(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


@cache
def nodes() -> list[ast.AST]:
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in sorted(PACKAGE.rglob("*.py")))
    return [node for tree in trees for node in ast.walk(tree)]


@cache
def words() -> set[str]:
    """Every text that stands in the program."""
    return {node.value for node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@cache
def patterns() -> list[re.Pattern[str]]:
    """The texts with holes, such as `untranslated-{language}`, of which some code might be made."""
    joined = [node.values for node in nodes() if isinstance(node, ast.JoinedStr)]
    parts = [
        [re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)" for part in values]
        for values in joined
    ]
    return [re.compile("".join(each)) for each in parts if re.search("[a-z]", "".join(each))]


def made(name: str) -> bool:
    """Whether a text with holes becomes this code when they are filled with texts of the program."""
    matches = (pattern.fullmatch(name) for pattern in patterns())
    return any(match and set(match.groups()) <= words() for match in matches)


def test_no_code_is_unused() -> None:
    unused = [name for name in CODES if name not in words() and not made(name)]
    assert unused == []
    assert not made("template-crowded-anywhere")
    assert [name for name in CODES if name not in words()]


def calls() -> Iterator[tuple[str, set[str]]]:
    """Each `problem("code", place, value=…)`: the code and the names of the values."""
    for node in nodes():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "problem":
            given = [keyword.arg for keyword in node.keywords]
            for name in constants(node.args[0]):
                if None not in given:
                    yield name, {name for name in given if name} - {"nearest"}


def constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)


def test_callers_give_the_values_that_the_texts_name() -> None:
    found = list(calls())
    assert len(found) > 60
    assert [(name, given) for name, given in found if given != placeholders(name)] == []


def test_a_value_that_is_not_given_is_told_where_the_problem_is_made() -> None:
    with pytest.raises(KeyError, match=r"unknown-reference: \['place'\]"):
        problem("unknown-reference", Location("x.md"), id="x")
