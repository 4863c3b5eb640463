"""Whatever libyaml says, the editor reads a sentence about the line."""

import pytest

from safecomm.codes.codes import load_group
from safecomm.content.yaml_data import parse
from safecomm.content.yaml_events import MOST
from safecomm.content.yaml_syntax import CODES, code_of
from safecomm.diagnostic import ContentError

SAID = (
    "could not find expected ':' while scanning a simple key",
    "block sequence entries are not allowed in this context",
    "mapping keys are not allowed in this context",
    "mapping values are not allowed in this context",
    "found character that cannot start any token while scanning for the next token",
    "found unknown directive name while scanning a directive",
    "did not find expected comment or line break while scanning a directive",
    "could not find expected directive name while scanning a directive",
    "found unexpected non-alphabetical character while scanning a directive",
    "did not find expected digit or '.' character while scanning a %YAML directive",
    "found extremely long version number while scanning a %YAML directive",
    "did not find expected version number while scanning a %YAML directive",
    "did not find expected whitespace while scanning a %TAG directive",
    "did not find expected whitespace or line break while scanning a %TAG directive",
    "did not find expected alphabetic or numeric character while scanning an anchor",
    "did not find expected alphabetic or numeric character while scanning an alias",
    "did not find the expected '>' while scanning a tag",
    "did not find expected whitespace or line break while scanning a tag",
    "did not find expected '!' while scanning a tag",
    "did not find expected '!' while parsing a tag directive",
    "did not find expected tag URI while parsing a tag",
    "did not find URI escaped octet while parsing a tag",
    "found an incorrect leading UTF-8 octet while parsing a tag",
    "found an incorrect trailing UTF-8 octet while parsing a %TAG directive",
    "found an indentation indicator equal to 0 while scanning a block scalar",
    "did not find expected comment or line break while scanning a block scalar",
    "found a tab character where an indentation space is expected while scanning a block scalar",
    "found unexpected document indicator while scanning a quoted scalar",
    "found unexpected end of stream while scanning a quoted scalar",
    "found unknown escape character while parsing a quoted scalar",
    "did not find expected hexdecimal number while parsing a quoted scalar",
    "found invalid Unicode character escape code while parsing a quoted scalar",
    "found a tab character that violates indentation while scanning a plain scalar",
    "found unexpected ':' while scanning a plain scalar",
    "did not find expected <document start>",
    "did not find expected key while parsing a block mapping",
    "did not find expected '-' indicator while parsing a block collection",
    "did not find expected node content while parsing a block node",
    "did not find expected node content while parsing a flow node",
    "did not find expected ',' or ']' while parsing a flow sequence",
    "did not find expected ',' or '}' while parsing a flow mapping",
    "found undefined tag handle while parsing a node",
    "found duplicate %YAML directive",
    "found incompatible YAML document",
    "found duplicate %TAG directive",
)
"""Every message of libyaml's scanner and parser about text that has been decoded: problem and context."""

TEXTS = {
    "a: 1\n\tb: 2\n": "yaml-tab",
    "a: |\n\tb\n": "yaml-tab",
    "a: @x\n": "yaml-mark",
    "a: > 100\n": "yaml-mark",
    "a: ]\n": "yaml-mark",
    "%x\n": "yaml-mark",
    "a: - b\n": "yaml-dash",
    "a: b: c\n": "yaml-colon",
    "a: 1\n b: 2\n": "yaml-indent",
    "  a: 1\nb: 2\n": "yaml-indent",
    'a: "x" y\n': "yaml-trailing",
    "a: [x] y\n": "yaml-trailing",
    "a: [x\nb: 2\n": "yaml-bracket",
    "a: 1\nb: {": "yaml-bracket",
    "a: &\n": "yaml-alias",
    "a: !x!y z\n": "yaml-tag",
    'a: "\\q"\n': "yaml-escape",
    "a: 'x\n": "yaml-quote",
    "a: 1\nText\nb: 2\n": "yaml-missing-colon",
    "a:\u00a01\nb: 2\n": "yaml-blank",
    "a: 1\nb:\u202f2\n": "yaml-blank",
    "a:\u00a01\n": "yaml-blank",
}
"""What editors write, and the code that says what they did."""


@pytest.mark.parametrize("said", SAID)
def test_every_message_of_libyaml_has_a_code_of_its_own(said: str) -> None:
    assert code_of(said) in load_group("yaml_syntax").codes
    assert code_of(said) != "yaml-syntax"


def test_every_code_is_for_a_message_of_libyaml() -> None:
    assert [words for words, _ in CODES if not any(words in said for said in SAID)] == []


def test_any_other_message_has_a_code_too() -> None:
    assert code_of("did not find expected <stream-start> None") == "yaml-syntax"


@pytest.mark.parametrize(("text", "code"), TEXTS.items())
def test_what_editors_write(text: str, code: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse(text, "x.yaml")
    assert [each.code for each in caught.value.diagnostics] == [code]


def test_a_blank_of_another_kind_before_a_key_is_named() -> None:
    found = parse("a: 1\n\u00a0b: 2\nc:\n- d: 1\n  \u2009e: 2\n", "x.yaml").problems
    assert [(str(each.location), each.values["character"]) for each in found] == [
        ("x.yaml:2:1", "U+00A0"),
        ("x.yaml:5:3", "U+2009"),
    ]


def test_far_more_keys_than_any_record_has_are_not_read() -> None:
    with pytest.raises(ContentError) as caught:
        parse("".join(f"k{number}: x\n" for number in range(200_000)), "x.yaml")
    assert [(each.code, each.location.line) for each in caught.value.diagnostics] == [("yaml-size", MOST + 1)]
