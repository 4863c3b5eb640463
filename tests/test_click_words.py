"""Click's own words are all translated, so that nothing that it says is in English."""

import ast
import gettext
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from struct import pack
from typing import NamedTuple

import click
import pytest
from click.testing import CliRunner

from safecomm.cli.group import LOCALE
from safecomm.cli.main import cli

MESSAGES = LOCALE / "sv" / "LC_MESSAGES" / "messages.po"
SAME = {"d", "%(prog)s, version %(version)s"}
"""The same in Swedish: the letter for days in the time that a progress bar shows, and two names."""


class Words(NamedTuple):
    """What Click says, and what it says of several."""

    one: str
    several: str | None = None


def click_words() -> Iterator[Words]:
    for file in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
                texts = [str(argument.value) for argument in node.args if isinstance(argument, ast.Constant)]
                if texts and texts[0] not in SAME:
                    yield Words(*texts)
    # The one text that Click has in a variable.
    yield Words("required")


WORDS = sorted(set(click_words()), key=str)


def test_the_compiled_words_are_those_of_the_text_file(request: pytest.FixtureRequest) -> None:
    made = compiled(MESSAGES.read_text(encoding="utf-8"))
    if request.config.getoption("--update"):
        MESSAGES.with_suffix(".mo").write_bytes(made)
    assert MESSAGES.with_suffix(".mo").read_bytes() == made


def test_click_asks_for_its_words() -> None:
    assert len(WORDS) > 60
    assert any(words.several for words in WORDS)


@pytest.mark.parametrize("words", WORDS, ids=str)
def test_every_message_of_click_is_translated(words: Words) -> None:
    swedish = gettext.translation("messages", LOCALE, ["sv"])
    one = swedish.ngettext(words.one, words.several, 1) if words.several else swedish.gettext(words.one)
    assert one != words.one
    assert fields(one) <= fields(words.one)
    if words.several:
        several = swedish.ngettext(words.one, words.several, 2)
        assert several != words.several
        assert fields(several) <= fields(words.several)


def fields(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field}


def compiled(text: str) -> bytes:
    """As GNU gettext reads it: the lengths and places of the sorted texts, then of their translations, then all."""
    pairs = sorted(map(pair, text.split("\n\n")))
    table, place = [], 28 + 16 * len(pairs)
    for column in zip(*pairs, strict=True):
        for data in column:
            table += [len(data), place]
            place += len(data) + 1
    count = len(pairs)
    head = pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    texts = b"".join(data + b"\0" for column in zip(*pairs, strict=True) for data in column)
    return head + pack(f"<{len(table)}I", *table) + texts


def pair(entry: str) -> tuple[bytes, bytes]:
    """An entry of the file with one text a line; the forms of a text stand one after the other."""
    lines = [line.split(" ", 1) for line in entry.splitlines() if not line.startswith("#")]
    ids = [str(ast.literal_eval(text)) for key, text in lines if key.startswith("msgid")]
    translations = [str(ast.literal_eval(text)) for key, text in lines if key.startswith("msgstr")]
    return "\0".join(ids).encode(), "\0".join(translations).encode()


def test_a_wrong_answer_and_what_is_broken_off_are_told_in_swedish(tmp_path: Path) -> None:
    answers = "Exempelby\nSverige\nExempellän\n0001\nfi\n"
    result = CliRunner().invoke(cli, ["init", str(tmp_path / "new")], input=answers)
    assert "fel: det finns inga ord för språket fi" in result.output
    assert "\nAvbrutet.\n" in result.output
    assert result.exit_code == 1
