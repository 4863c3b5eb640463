"""What fixtures cannot hold: line ends, invisible characters, the place of the first line, the messages, and size."""

from pathlib import Path

import pytest

from safecomm.codes.codes import load_group
from safecomm.markdown.blocks import Heading, Paragraph, Text
from safecomm.markdown.parse import parse
from safecomm.markdown.traversal import footnotes, paragraph_texts

from .outline import outline

ONE_OF_EACH = Path(__file__).with_name("fixtures")
ROOM = Path(__file__).parents[2] / "safecomm" / "markdown"
SHAPES = {
    "brackets": "[" * 10_000,
    **{
        f"begun {mark}": mark * 5_000
        for mark in ("<!-- ", "<a ", "<a b='", "<?x ", "<![CDATA[", "~~a", "$a_", "[[a", "{--")
    },
    "closed brackets": "[" * 5_000 + "a" + "]" * 5_000,
    "calls": "[^a]" * 5_000,
    "broken calls": "[^" * 5_000,
    "broken links": "[a](b c)" * 2_500,
    "undefined links": "[a][b]" * 3_000,
    "pictures": "![" * 5_000,
    "stars": "*" * 20_000,
    "emphasis": "*a " * 3_000 + "b* " * 3_000,
    "quotes": ">" * 20_000,
    "quotes and text": "> " * 10_000 + "a",
    "bullets": "- " * 10_000 + "a",
    "numbers": "1. " * 5_000 + "a",
    "definitions in definitions": "[^a]: " * 3_000 + "a",
    "accents": "".join("`" * (number % 100) + "a" for number in range(400)),
    "bars": "|" * 5_000 + "\n" + "|-" * 2_500 + "|",
    "an open label": "[" + "a\n" * 5_000,
    "an open title": '[a](https://a.se "' * 1_000,
    "spans": "[a]{lang=en} " * 2_000,
    "spans in spans": "[" * 2_000 + "a" + "]{lang=en}" * 2_000,
    "open attributes": "[a]{lang=en" * 2_000,
    "attributes of nothing": "{#a " * 5_000 + "{#a} " * 2_000 + "{" * 10_000,
    "blanks in braces": "{" + " " * 10_000 + "{a=" + " " * 10_000,
    "references": "[](measure:a) " * 2_000,
    "captions": ": a {#b}\n" * 2_000,
    "names of a caption": "|a|\n|-|\n: " + "{#a} " * 5_000,
    "typed lists": "• a\n" * 5_000 + "\n" + "a)\n\n" * 2_000,
    "bold paragraphs": "**a** " * 3_000 + "\n\n" + "**a**\n\n" * 2_000,
    "quotation marks": "\"a'" * 5_000,
    "figures": "1 " * 10_000 + "100 " * 5_000 + "9" * 20_000,
    "paragraphs of a picture": "![a](b)\n\n" * 2_000,
    "pictures in pictures": "![" * 1_000 + "a" + "](b)" * 1_000,
    "many problems": "".join(f"[^{number}] `a` " for number in range(2_000)),
}


def test_empty_text() -> None:
    assert parse("", "x.md", 1, "sv") == ((), [])
    assert parse(" \n\n\t\n", "x.md", 1, "sv") == ((), [])


def test_lines_are_those_of_the_file() -> None:
    blocks, problems = parse("# a\n\nb `c`\n", "content/x.md", 12, "sv")
    assert blocks == (Heading(1, (Text("a"),), 12), Paragraph((Text("b "),), 14))
    assert [str(each.location) for each in problems] == ["content/x.md:14:3"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    assert outline(end.join(["a", "b", "", "- c", "- `d`"])) == outline("a\nb\n\n- c\n- `d`")


@pytest.mark.parametrize("entity", ["&#12;", "&#13;", "&#10;"])
def test_invisible_characters_as_entities(entity: str) -> None:
    _, problems = parse(f"a {entity} [b](https://b.se)", "x.md", 1, "sv")
    assert [(each.code, each.location.column) for each in problems] == [("character-forbidden", 3)]


@pytest.mark.parametrize("entity", ["&#12;", "&#13;"])
def test_invisible_characters_in_a_title(entity: str) -> None:
    _, problems = parse(f'a [b](https://b.se "c{entity}d")', "x.md", 1, "sv")
    assert [(each.code, each.location.column) for each in problems] == [("character-forbidden", 3)]


def test_lines_of_no_break_spaces_look_empty() -> None:
    shown = "1 paragraph: a\n5 quote\n  5 paragraph: \n! 6:3 markdown-code\n"
    assert outline("a\n\n\u00a0\n\n> \u00a0\n> `b`") == shown


@pytest.mark.parametrize("character", "\t\u00a0\u00ad\u200b\u200d\u202e\ue000\U0001f600\U0010fffd")
def test_characters_that_arrive(character: str) -> None:
    blocks, problems = parse(f"a{character}b", "x.md", 1, "sv")
    assert (list(paragraph_texts(blocks)), problems) == ([f"a{character}b"], [])


def test_plain_text_in_document_order() -> None:
    text = "# a\n\nb[^n]  \n*c*\n\n- d\n\n  > e[^n]\n\n|f|g|\n|-|-|\n|h||\n\n[^n]: note"
    blocks, _ = parse(text, "x.md", 1, "sv")
    assert list(paragraph_texts(blocks)) == ["a", "b\nc", "d", "e", "f", "g", "h", ""]
    assert [list(paragraph_texts(note.children)) for note in footnotes(blocks)] == [["note"], ["note"]]


def test_every_code_has_an_example() -> None:
    shown = "".join(file.read_text(encoding="utf-8") for file in ONE_OF_EACH.glob("*.txt"))
    sources = "".join(file.read_text(encoding="utf-8") for file in ROOM.glob("*.py"))
    known = [*load_group("markdown").codes, *load_group("pictures").codes]
    reported = [code for code in known if f'"{code}"' in sources]
    assert len(reported) > 30
    assert [code for code in reported if f" {code}" not in shown] == []


def test_messages_can_be_said_in_both_languages() -> None:
    text = "`a` [^1] [b][c] [d](e)\n\n1. f\n3. g\n\n|h|\n|-|\n|i|j|\n\n[k]: l\n\n[k]: m\n\n[^n]: o\n\n[^n]: p &#7;"
    _, problems = parse(text, "x.md", 1, "sv")
    assert len(problems) > 8
    for each in problems:
        for language in ("sv", "en"):
            assert each.message(language)
            assert each.hint(language)


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_hostile_shapes_come_to_an_end(shape: str) -> None:
    blocks, _ = parse(SHAPES[shape], "x.md", 1, "sv")
    assert repr(blocks)
