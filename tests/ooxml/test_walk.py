"""All that stands in a paragraph is walked once, by whoever reads it."""

import pytest
from lxml import etree

from safecomm.ooxml.revisions import TrackedChange, changed_within
from safecomm.ooxml.symbols import UNKNOWN, in_font
from safecomm.ooxml.walk import InlineWalker, paragraph_text, shown_text, walk_inlines
from safecomm.ooxml.wordml import WORDML

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def paragraph(content: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{WORDML}">{content}</w:p>')


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_what_a_comment_is_about_begins_and_ends_where_it_stands() -> None:
    content = f'<w:commentRangeStart w:id="1"/>{run("a")}<w:commentRangeEnd w:id="1"/>{run("b")}'
    names = [etree.QName(inline.element).localname for inline in walk_inlines(paragraph(content))]
    assert names == ["commentRangeStart", "t", "commentRangeEnd", "t"]


def test_a_field_that_spans_paragraphs_is_known_to_one_walker() -> None:
    walker = InlineWalker()
    instruction = "<w:r><w:instrText> TOC </w:instrText></w:r>"
    first = list(walker.walk(paragraph(BEGIN + instruction + SEPARATE + run("a"))))
    second = list(walker.walk(paragraph(run("b") + END + run("c"))))
    fields = [[field.words for field in inline.fields] for inline in (*first, *second)]
    assert fields == [[["TOC"]], [["TOC"]], [], []]
    assert [inline.ended is not None for inline in second] == [False, True, False]


def test_a_deleted_field_keeps_its_instruction() -> None:
    content = f'<w:del>{BEGIN}<w:r><w:delInstrText>HYPERLINK "#x"</w:delInstrText></w:r>{SEPARATE}{END}</w:del>'
    (inline,) = walk_inlines(paragraph(content))
    assert inline.ended
    assert inline.ended.address == "#x"


@pytest.mark.parametrize(
    ("font", "number", "expected"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "00FC", "✓"),
        ("Symbol", "F061", "α"),
        ("Wingdings", "F021", "□"),
        ("Webdings", "F061", "□"),
        ("Segoe UI Symbol", "2192", "→"),
        ("Calibri", "F0FC", "□"),
        ("Calibri", "x", "□"),
    ],
)
def test_a_symbol_is_what_its_font_shows(font: str, number: str, expected: str) -> None:
    (inline,) = walk_inlines(paragraph(f'<w:r><w:sym w:font="{font}" w:char="{number}"/></w:r>'))
    assert shown_text(inline.element) == expected


def test_letters_in_a_symbol_font_are_symbols() -> None:
    assert (in_font("J !", "wingdings", UNKNOWN), in_font("J \uf04a", "Calibri", "?")) == ("☺ □", "J ?")


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [("inserted", "deleted", "undone"), ("inserted", "", "inserted"), ("", "deleted", "deleted")],
)
def test_of_two_changes_both_count(outer: str, inner: str, expected: str) -> None:
    assert changed_within(TrackedChange(outer), TrackedChange(inner)).kind == expected  # type: ignore[arg-type]


def test_what_was_deleted_is_not_shown() -> None:
    assert paragraph_text(paragraph(f"{run('a')}<w:del>{run('b')}</w:del><w:ins>{run('c')}</w:ins>")) == "ac"
