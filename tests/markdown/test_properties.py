"""For any text at all: nothing is lost, nothing crashes, every problem has a line of the file."""

from collections.abc import Iterable, Iterator

from hypothesis import example, given, settings
from hypothesis import strategies as st

from safecomm.markdown.blocks import (
    Block,
    BlockQuote,
    Caption,
    Emphasis,
    Footnote,
    HardBreak,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Picture,
    Reference,
    Span,
    Strong,
    Table,
    Text,
)
from safecomm.markdown.parse import parse
from safecomm.markdown.traversal import paragraph_texts
from safecomm.markdown.typography import typeset

# Each ö is a letter of the editor's; none of the other pieces holds one.
MARKS = r"""ö ö ö ö ö * _ ` [ ] ( ) < > # - + | \ & ; : ^ ! ~ = 1 7 . " ' ** *** ``` ~~~ === --- ]: ]( [^ \[ \| &amp;
    &#42; &nbsp; <w:p> </w:t> <tel:1> [^1] [^1] [^ö] [1] (https://x.se) (measure:a) (table:a) {lang=en} {#ö} {ö=ö} { }
    • – a) ![ö](ö.png) ![ö]( !["""
SPACES = [" ", "  ", "    ", "\t", "\u00a0", "\n", "\n", "\n\n", "  \n"]
STARTS = [
    ": ",
    ": ö {#a}",
    "• ",
    "> ",
    "- ",
    "1. ",
    "2) ",
    "# ",
    "[^2]: ",
    "\n\n[^1]: ö\n\n",
    "\n\n    ö\n",
    "[1]: https://x.se\n",
]
WHOLE = ["{{ ö }}", "|-|\n", "|-|-|\n", "|ö|ö|\n", "\n---\n", '(https://x.se "ö")', "\n\n[1]: https://x.se\n\n"]
PIECES = st.sampled_from([*MARKS.split(), *SPACES, *STARTS, *WHOLE])
TYPESET = {
    *((" ", "\u00a0"), ("-", "–"), ("-", "\u2011")),
    *(('"', each) for each in "”“"),
    *(("'", each) for each in "’‘"),
}
MARKUP = st.lists(PIECES, max_size=40).map("".join)


def letters(blocks: Iterable[Block]) -> str:
    """All that the blocks keep: the running text, the notes, the titles and the labels."""
    return "".join(map(of_block, blocks))


def of_block(block: Block) -> str:
    match block:
        case Heading() | Paragraph():
            return of_inlines(block.children)
        case BlockQuote():
            return letters(block.children)
        case List():
            return "".join(letters(item.children) for item in block.items)
        case Table():
            cells = "".join(of_inlines(cell.children) for row in (block.header, *block.rows) for cell in row)
            return cells + of_caption(block.caption)
        case Picture(path, description):
            return path + description + of_caption(block.caption)


def of_caption(caption: Caption | None) -> str:
    return of_inlines(caption.children) + caption.identifier if caption else ""


def of_inlines(inlines: Iterable[Inline]) -> str:
    return "".join(part for inline in inlines for part in of_inline(inline))


def of_inline(inline: Inline) -> Iterator[str]:
    match inline:
        case Text(value):
            yield value
        case Emphasis(children) | Strong(children) | Span(_, children) | Reference(_, _, children):
            yield of_inlines(children)
        case Link(_, title, children):
            yield title + of_inlines(children)
        case Footnote(label, children):
            yield label * 2 + letters(children)  # the call's label, and the definition's
        case HardBreak():
            yield "\n"


@given(MARKUP)
@settings(max_examples=1000, deadline=None)
@example("|ö|\n|-|\n|ö|ö|\n")
@example("[^1]\n\n[^1]: ö\n\n    ö")
def test_no_letter_is_lost(text: str) -> None:
    blocks, problems = parse(text, "x.md", 1, "sv")
    assert problems or letters(blocks).count("ö") >= text.count("ö")


@given(st.text(st.characters(exclude_categories=["Cs"])) | MARKUP, st.integers(1, 99))
@settings(max_examples=1000, deadline=None)
def test_every_problem_has_a_place(text: str, first_line: int) -> None:
    _, problems = parse(text, "x.md", first_line, "sv")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for each in problems:
        assert first_line <= each.location.line < first_line + len(lines)
        assert each.location.column <= len(lines[each.location.line - first_line])
        for language in ("sv", "en"):
            assert each.message(language)
            assert each.hint(language)


@given(st.text(st.characters(categories=["L", "N"], include_characters=" "), min_size=1))
@settings(deadline=None)
def test_words_arrive_as_they_are(text: str) -> None:
    shown = " ".join(text.split())
    blocks, problems = parse(shown, "x.md", 1, "sv")
    assert (list(paragraph_texts(blocks)), problems) == ([typeset(shown, "sv")] if shown else [], [])


@given(st.text(alphabet="aö 1234%k-–\"'”’([\n\u00a0", max_size=40), st.sampled_from(["sv", "en", "en-GB", "de"]))
def test_typesetting_replaces_single_characters_and_is_done_once(text: str, language: str) -> None:
    shown = typeset(text, language)
    assert len(shown) == len(text)
    assert {pair for pair in zip(text, shown, strict=True) if pair[0] != pair[1]} <= TYPESET
    assert typeset(shown, language) == shown


@given(st.text(alphabet='aåÖ1_ *[](^)!\\<&;:.#-|>{}=•"\n', max_size=60))
def test_paragraphs_read_as_the_whole_parser_reads_them(text: str) -> None:
    """A heading of its own after the text changes nothing but that every rule for blocks has to be asked."""
    alone, problems = parse(text, "x.md", 1, "sv")
    asked, reported = parse(f"{text}\n\n# a\n", "x.md", 1, "sv")
    assert (alone, problems) == (asked[:-1], reported)
