"""Whatever a text holds arrives in Word as that text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecomm.markdown.blocks import Paragraph, Text
from safecomm.word.document import render
from safecomm.word.template import Template, read_template
from tests.word.sample import SWEDISH, View, make, paragraph, parts, problems, prose_of, shown, write

HOSTILE = [
    "R&D < 5 % </w:t> {{ 7*7 }} <select>",
    "]]>",
    "{_{ x }_}",
    "{% raw %}{# nothing #}",
    "&amp;lt; &#9; &nbsp;",
    '"quoted" ’ “ ” –',
    "a\tb",
    "a\nb",
    "a\rb",
    "  spaces  ",
    "😀 \u2011 \u00ad \u00a0",
    "\\n \\1 \\g<0>",
    "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
    "0",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_arrives(tmp_path: Path, text: str) -> None:
    docx = make(tmp_path, paragraph("[{{ text }}]"), View(text), header=paragraph("[{{ text }}]"))
    assert shown(docx) == f"¶[{text}]"
    assert shown(docx, "word/header1.xml") == f"¶[{text}]"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_prose_arrives(tmp_path: Path, text: str) -> None:
    docx = make(tmp_path, paragraph("{{p text }}"), View(prose_of(Paragraph((Text(text),), 1))))
    assert shown(docx) == f"¶{text}"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return read_template(*write(tmp_path_factory.mktemp("small"), parts(paragraph("[{{ text }}]"))))


WRITABLE = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from("\t\n\r")
)


@given(WRITABLE)
def test_any_text_arrives(template: Template, text: str) -> None:
    assert shown(render(template, View(text), SWEDISH, None).data) == f"¶[{text}]"


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1e", "\ud800", "\uffff"])
def test_what_xml_cannot_hold_is_refused(tmp_path: Path, character: str) -> None:
    found = problems(tmp_path, paragraph("{{ text }}"), View(f"ett{character}två"))
    assert [(each.code, each.values["character"]) for each in found] == [("text-character", f"U+{ord(character):04X}")]
    assert found[0].values["text"] == "ett två"


def test_filters_cannot_mark_text_as_xml(tmp_path: Path) -> None:
    body = paragraph("{{ text|safe }}|{{ text|e|safe }}|{{ text|replace('x', '&amp;') }}|{{ text ~ '&lt;' }}")
    assert shown(make(tmp_path, body, View("<x>"))) == "¶<x>|&lt;x&gt;|<&>|<x><"


def test_phrases_are_text_too(tmp_path: Path) -> None:
    phrases = "{% set label = 'R&D <b>' %}{% macro all(x) %}M&M {{ label }} {{ x }}{% endmacro %}"
    docx = make(tmp_path, paragraph("{{ t.label }}|{{ t.all(text) }}"), View("&amp;"), phrases=phrases)
    assert shown(docx) == "¶R&D <b>|M&M R&D <b> &amp;"
