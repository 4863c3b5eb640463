"""Blocks written as Markdown are read again as the same."""

from random import Random

import pytest

from safecomm.markdown.blocks import Block, Node, Paragraph, Text
from safecomm.markdown.parse import parse
from safecomm.markdown.traversal import paragraph_texts
from safecomm.markdown.typography import typeset
from safecomm.markdown.writing import to_markdown

SIGNS = 'ab1  *_`~[]()<>{}#|:-=+.!$%^&\\/"'
REFUSED = {"list-typed", "table-broken"}
"""What looks like a list or a table that somebody typed is refused, however it is written."""

TEXTS = {
    "marks": "Ett *två **tre***\\\nfyra[^1].\n\n[^1]: Fem.",
    "links": "[ett](https://example.org/a) och [två](<https://example.org/(b)>)",
    "lists": "- a\n  - b\n    1. c\n    2. d\n- e\n\n* f\n\n3. g\n4. h\n\n1) i",
    "a table": "| a | b |\n| --- | --- |\n| c \\| d | e<br>f |\n\n> g\n>\n> h",
    "a picture": "## Rubrik\n\n![Kartan](pictures/a.png)",
    "a note of two paragraphs": "a[^1]\n\n[^1]: b\n\n    - c\n\n    d",
}


def read(text: str) -> tuple[Block, ...]:
    blocks, problems = parse(text, "content/x.md", 1, "")
    assert problems == []
    return blocks


def without_lines(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(without_lines, value))
    if isinstance(value, Node):
        return type(value), {name: without_lines(part) for name, part in vars(value).items() if name != "line"}
    return value


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_read_is_written_as_it_was(name: str) -> None:
    blocks = read(TEXTS[name])
    again = read(to_markdown(blocks, "content"))
    assert without_lines(again) == without_lines(blocks)


def test_any_text_is_that_text_again() -> None:
    random, refused = Random(1), 0
    for _ in range(5000):
        text = "".join(random.choice(SIGNS) for _ in range(random.randrange(1, 9))).strip()
        again, problems = parse(to_markdown([Paragraph((Text(text),), 0)]), "content/x.md", 1, "")
        refused += bool(problems)
        assert {problem.code for problem in problems} <= REFUSED
        assert problems or not text or [*paragraph_texts(again)] == [typeset(text, "")], text
    assert refused < 50
