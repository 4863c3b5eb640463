"""The proof finds whatever a template loses."""

from pathlib import Path
from typing import NamedTuple

import pytest

from safecomm.content.vocabulary import Age
from safecomm.markdown.blocks import Prose
from tests.word.sample import make, paragraph, problems, prose, row


class Theme(NamedTuple):
    title: str
    text: Prose | None = None


EMPTY = prose("", name="empty")
THEME = Theme("Ett", prose("Text ett", name="a"))


class View(NamedTuple):
    community: str = "Solna"
    number: int = 7
    age: Age = Age.YOUTH
    note: str | None = None
    nothing: str = ""
    empty: Prose = EMPTY
    themes: tuple[Theme, ...] = (THEME, Theme("Två"))


NAME = paragraph("{{ community }}")
THEMES = (
    paragraph("{%p for theme in themes %}")
    + paragraph("{{ theme.title }}")
    + paragraph("{%p if theme.text %}")
    + paragraph("{{p theme.text }}")
    + paragraph("{%p endif %}")
    + paragraph("{%p endfor %}")
)


def found(folder: Path, body: str, view: object) -> list[tuple[str, ...]]:
    return [
        (each.code, *(each.values[name] for name in ("path", "text") if name in each.values))
        for each in problems(folder, body, view)
    ]


def test_all_is_shown(tmp_path: Path) -> None:
    assert make(tmp_path, NAME + THEMES, View())


def test_a_field_that_is_never_printed(tmp_path: Path) -> None:
    assert found(tmp_path, NAME, View()) == [
        ("text-unprinted", "themes.title", "Ett"),
        ("text-unprinted", "themes.text", "Text ett"),
    ]


def test_a_single_lost_text_of_many(tmp_path: Path) -> None:
    body = NAME + THEMES.replace("{{ theme.title }}", "{% if loop.first %}{{ theme.title }}{% endif %}")
    assert found(tmp_path, body, View()) == [("text-unprinted", "themes.title", "Två")]


def test_what_stands_in_the_template_itself_is_not_printed(tmp_path: Path) -> None:
    assert found(tmp_path, paragraph("Solna") + THEMES, View()) == [("text-unprinted", "community", "Solna")]


def test_texts_within_a_longer_one_count(tmp_path: Path) -> None:
    body = NAME + THEMES.replace("{{ theme.title }}", "{{ '(' ~ theme.title ~ ')' }}")
    assert make(tmp_path, body, View())


def test_order_of_the_template_is_free(tmp_path: Path) -> None:
    body = THEMES + paragraph("{{ 'i ' ~ community }}") + paragraph("{{ themes|reverse|map(attribute='title')|join }}")
    assert make(tmp_path, body, View())


@pytest.mark.parametrize(
    "lost",
    [
        "{{p community }}",
        "</w:t></w:r><w:r><w:instrText>{{ community }}</w:instrText></w:r><w:r><w:t>",
        '</w:t></w:r><w:r><w:drawing descr="{{ community }}"/></w:r><w:r><w:t>',
    ],
)
def test_a_text_that_is_printed_but_does_not_show(tmp_path: Path, lost: str) -> None:
    assert found(tmp_path, paragraph(lost) + THEMES, View()) == [("text-lost", "Solna")]


def test_a_tag_that_ends_in_another_paragraph(tmp_path: Path) -> None:
    torn = f"<w:tbl>{row(paragraph('{% if number == 8 %}x'))}</w:tbl>{paragraph('{% endif %}y')}"
    assert found(tmp_path, NAME + THEMES + torn, View()) == [("template-result",)]


def test_a_prose_inside_a_paragraph(tmp_path: Path) -> None:
    body = NAME + THEMES.replace("{{p theme.text }}", "{{ theme.text }}")
    assert ("template-inline-prose", "Text ett") in found(tmp_path, body, View())


@pytest.mark.parametrize("inside", ["{{p empty }}", "{{p themes[0].text }}"])
def test_a_cell_ends_in_a_paragraph(tmp_path: Path, inside: str) -> None:
    view = View(themes=(Theme("Ett", prose("| A |\n|---|\n| b |", name="a")),))
    table = f"<w:tbl>{row(paragraph('vid'), paragraph(inside))}</w:tbl>"
    codes = [each[0] for each in found(tmp_path, NAME + THEMES + table, view)]
    assert codes == ["template-cell"]
