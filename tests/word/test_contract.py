"""What `safecomm template check` says of a damaged template, and that it says nothing of a sound one.

Every example in contract.txt: a title, then between lines with a single dot the tags, a paragraph a line, and what is
said.
"""

import re
import shutil
from contextlib import suppress
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from safecomm import build, template_contract
from safecomm.codes.codes import load_group
from safecomm.content.content import Content
from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from safecomm.markdown.blocks import Prose
from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.wordml import P, T
from safecomm.word.contract.contract_check import check_template
from safecomm.word.template import STORY
from tests.bilingual import documents_matching
from tests.word.sample import paragraph, parts, row, unzip, write

PROJECT = Path(__file__).parents[2]
TEMPLATES = PROJECT / "templates"
ANY_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


class State(StrEnum):
    PLANNED = "planned"
    DONE = "done"


class Work(NamedTuple):
    title: str
    number: int
    note: str | None
    state: State
    names: tuple[str, ...]
    text: Prose


class View(NamedTuple):
    title: str
    letter: Prose | None
    text: Prose
    works: tuple[Work, ...]
    contact: Work | None
    present: bool


PHRASES = """{% set untranslated, caption_table, caption_figure = "a", "b", "c" %}
{% set greeting = "Hej" %}
{% set state = {"planned": "planerad", "done": "klar"} %}
{% set short = {"planned": "p"} %}
{% macro line(work, loud=false) %}{{ work.title }}{% if work.note %} ({{ work.note }}){% endif %}{% endmacro %}
{% macro noted(work) %}{{ work.note }}{% endmacro %}
{% macro all() %}{{ varargs|select|join(", ") }}{% endmacro %}
{% macro or_none(value) %}{% if value is none %}–{% else %}{{ value }}{% endif %}{% endmacro %}
"""
HEADING = paragraph("Arbetet", "Heading1")

SOUND = (
    "{{ title }} {% if draft %}{{ build_id }}{% endif %} {{ language }}",
    "{{p text }}",
    "{{p text|below(2) }}",
    "{%p for work in works if work.note %}\n{{ loop.index }} {{ work.note|upper }}\n{%p else %}\n–\n{%p endfor %}",
    "{%p if letter is not none %}\n{{p letter }}\n{%p else %}\n{{ t.greeting }}\n{%p endif %}",
    "{% if contact is none or contact.note is none %}–{% else %}{{ contact.note }}{% endif %}",
    "{{ contact.note if contact and contact.note else title }}",
    "{%p for work in works %}\n{{ t.state[work.state] }} {{ t.line(work, true) }}\n{%p endfor %}",
    "{%p for work in works %}\n{% if work.state == 'done' %}{{ work.names|join(', ') }}{% endif %}\n{%p endfor %}",
    "{{ t.or_none(works[0].note) }} {{ t.all(works[0].note, *works[0].names) }} {{ works|length }}",
    "{{ title.upper() }} {% if nope is defined %}{% endif %} {# en kommentar #}",
    "{{ '}} och {%' }} {{ title }}",
    "{% raw %}{% if %}{% endraw %}{% if present %}{# {% endif %} #}{{ title }}{% endif %}",
    # Each filter and each call is followed once: to follow them twice would double the time with each.
    "{{ title" + "|upper" * 40 + " }} {{ " + "t.or_none(" * 40 + "title" + ")" * 40 + " }}",
)
EXAMPLE = re.compile(r"^(?P<title>[^\n]+)\n\.\n(?P<tags>.*?)^\.\n(?P<said>.*?)^\.$", re.MULTILINE | re.DOTALL)
DAMAGED = [
    pytest.param(match["tags"], match["said"], id=match["title"])
    for match in EXAMPLE.finditer((Path(__file__).parent / "contract.txt").read_text(encoding="utf-8"))
]


def said(folder: Path, tags: str, phrases: str = PHRASES, header: str = "") -> str:
    """The messages about a template with each line of tags in a paragraph below the heading Arbetet."""
    body = HEADING + "".join(map(paragraph, tags.splitlines()))
    docx, source = write(folder, parts(body, header), phrases)
    found = check_template(docx, [source], View, "{{ title }}")
    return "".join(f"{each.location}: {each.message('sv')} [{each.code}]\n" for each in found)


@pytest.mark.parametrize("tags", SOUND)
def test_nothing_is_said_of_sound_tags(tmp_path: Path, tags: str) -> None:
    assert said(tmp_path, tags) == ""


@pytest.mark.parametrize(("tags", "expected"), DAMAGED)
def test_damaged_tags(tmp_path: Path, tags: str, expected: str) -> None:
    assert said(tmp_path, tags) == expected


def test_every_example_is_read_and_every_code_has_one(tmp_path: Path) -> None:
    text = (Path(__file__).parent / "contract.txt").read_text(encoding="utf-8")
    assert text.splitlines().count(".") == 3 * len(DAMAGED)
    missing = {code for code in load_group("template").codes if f"[{code}]" not in text}
    assert missing == {"template-own-phrase"}
    assert "frasen ”untranslated” saknas" in said(tmp_path, "", phrases="")


@pytest.mark.parametrize(
    ("phrases", "line", "message"),
    [
        ("\n{% macro m() %}{{ nope }}{% endmacro %}", 2, "namnet ”nope” finns inte"),
        ("\n\n{% macro m() %}", 3, "taggen {% macro m() %} har inget slut"),
        ("{%- set a -%}\n \n{{ a + }}", 1, "taggen {%- set a -%} har inget slut"),
        ("\n{% set a = b %}", 2, "namnet ”b” finns inte"),
        ("{% set a = {'x': 1} %}\n{{ a.y }}", 2, "namnet ”a.y” finns inte"),
        ("{% set a = {'x': 1,\n'y': nope} %}\n{{ a + }}", 2, "namnet ”nope” finns inte"),
    ],
)
def test_faults_in_phrases_have_a_line(tmp_path: Path, phrases: str, line: int, message: str) -> None:
    assert f"templates/phrases.sv.jinja:{line}: {message}" in said(tmp_path, "{{ title }}", phrases)


def test_phrases_may_call_themselves_without_end(tmp_path: Path) -> None:
    endless = "{% macro a(x) %}{{ a([x]) }}{{ b(x) }}{% endmacro %}{% macro b(x) %}{{ a(x) }}{{ a(x) }}{% endmacro %}"
    assert said(tmp_path, "{{ t.a(title) }}", PHRASES + endless) == ""


def test_tags_that_word_has_split_up_and_tags_in_headers(tmp_path: Path) -> None:
    split = "<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ tit</w:t></w:r><w:r><w:t>el }}</w:t></w:r></w:p>"
    assert "namnet ”titel” finns inte: ”{{ titel }}” (rubrik: –; del: header1)" in said(tmp_path, "", header=split)


def test_a_row_is_told_by_its_own_tag(tmp_path: Path) -> None:
    table = row(paragraph("före")) + row(paragraph("{%tr for work in wroks %}")) + row(paragraph("{%tr endfor %}"))
    docx, source = write(tmp_path, parts(HEADING + f"<w:tbl>{table}</w:tbl>"), PHRASES)
    (found,) = check_template(docx, [source], View, "{{ title }}")
    assert (found.values["paragraph"], found.nearest) == ("{% for work in wroks %}", "works")


def test_what_is_wrong_with_the_file_is_told_with_its_tags(tmp_path: Path) -> None:
    members = parts(paragraph("{{ titel }}"))
    members["word/styles.xml"] = members["word/styles.xml"].replace('"Quote"', '"Citat"')
    docx, source = write(tmp_path, members, PHRASES)
    found = check_template(docx, [source, tmp_path / "phrases.en.jinja"], View, "{{ title }}")
    codes = ["template-missing", "template-style", "template-unknown-name"]
    assert sorted(each.code for each in found) == codes


@cache
def content() -> Content:
    return load(PROJECT)


class Damage(NamedTuple):
    """A tag of a real template, and the slice of it that goes."""

    name: str
    part: str
    paragraph: int
    start: int
    end: int


@st.composite
def damages(draw: st.DrawFn) -> Damage:
    name = draw(st.sampled_from(["programme", "application"]))
    members = unzip((TEMPLATES / f"{name}.docx").read_bytes())
    part = draw(st.sampled_from(sorted(filter(STORY.fullmatch, members))))
    tagged = [
        (number, match.span())
        for number, each in enumerate(etree.fromstring(members[part]).iter(P))
        for match in ANY_TAG.finditer("".join(text.text or "" for text in each.iter(T)))
    ]
    number, (start, end) = draw(st.sampled_from(tagged))
    if draw(st.booleans()):
        start = draw(st.integers(start, end - 1))
        end = draw(st.integers(start + 1, end))
    return Damage(name, part, number, start, end)


def damage(members: dict[str, bytes], where: Damage) -> bytes:
    root = etree.fromstring(members[where.part])
    texts = list(list(root.iter(P))[where.paragraph].iter(T))
    whole = "".join(each.text or "" for each in texts)
    for each in texts:
        each.text = ""
    texts[0].text = whole[: where.start] + whole[where.end :]
    return write_parts({**members, where.part: etree.tostring(root)})


@pytest.mark.slow
@given(damages())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_without_a_tag_or_part_of_one_there_is_a_message_or_a_document(tmp_path: Path, where: Damage) -> None:
    document = documents_matching(where.name)[0]
    phrases = shutil.copy(TEMPLATES / f"phrases.{document.language}.jinja", tmp_path)
    file = tmp_path / f"{where.name}.docx"
    file.write_bytes(damage(unzip((TEMPLATES / file.name).read_bytes()), where))
    if check_template(file, [Path(phrases)], template_contract.view_type(document.kind), document.kind.title) == []:
        with suppress(ContentError):
            build.make(content(), document, tmp_path, "", True)
