"""What any text says as Markdown, by a Markdown reader's judgement."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from safecomm.markdown.escape_markdown import WORD_JOINER, escape_markdown

TEXT = st.text(st.sampled_from("ab1 \\`*_[]()~|#>!<&;@:/")).filter(str.strip)


@given(TEXT)
def test_a_reader_sees_the_text_letter_for_letter(text: str) -> None:
    shown = MarkdownIt("commonmark").enable("table").render(f"a {escape_markdown(text.strip())} b")
    assert not re.search(r"<(?!/?p>)", shown)
    assert html.unescape(shown).replace(WORD_JOINER, "") == f"<p>a {text.strip()} b</p>\n"


@pytest.mark.parametrize("text", ["@anna", "(@anna)", "solna/content#12", "#12"])
def test_nobody_is_called_and_no_number_linked(text: str) -> None:
    assert re.search(rf"[@#]{WORD_JOINER}\w", escape_markdown(text))


def test_an_address_can_be_copied() -> None:
    assert escape_markdown("anna@example.org") == "anna@example.org"
