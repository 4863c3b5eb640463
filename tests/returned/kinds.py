"""Every kind of edit, where it is made, and what may become of it."""

from collections.abc import Callable
from random import Random
from typing import Literal, NamedTuple

from lxml.etree import _Element as Element

from tests.returned import edits, looks, objects, remarks, tables
from tests.returned.edits import Made
from tests.returned.word import Copy

Place = Literal["text", "derived", "header", "picture", "contents"]
Outcome = Literal["written", "whole", "left", "beside", "nothing"]
"""A text with the edit may be written; written only with what is no word; never; for its words alone; nobody did it."""


class Kind(NamedTuple):
    place: Place
    outcome: Outcome
    make: Callable[[Copy, Element, Random, str], Made | None]
    structural: bool = False
    """Of whole paragraphs."""


KINDS = {
    "tracked replacement": Kind("text", "written", edits.tracked_replacement),
    "tracked insertion": Kind("text", "written", edits.tracked_insertion),
    "tracked deletion": Kind("text", "written", edits.tracked_deletion),
    "silent replacement": Kind("text", "written", edits.silent_replacement),
    "silent insertion": Kind("text", "written", edits.silent_insertion),
    "silent deletion": Kind("text", "written", edits.silent_deletion),
    "tracked and silent": Kind("text", "written", edits.tracked_and_silent),
    "decomposed letters": Kind("text", "written", edits.decomposed),
    "markup typed": Kind("text", "written", edits.markup_typed),
    "odd character": Kind("text", "written", edits.odd_character),
    "soft hyphen": Kind("text", "written", edits.soft_hyphen),
    "coloured insertion": Kind("text", "written", edits.coloured_insertion),
    "moved words": Kind("text", "written", edits.moved_words),
    "line break": Kind("text", "left", edits.line_break),
    "symbol": Kind("text", "whole", edits.symbol),
    "link inserted": Kind("text", "whole", edits.link_inserted),
    "bold inserted": Kind("text", "whole", edits.bold_inserted),
    "paragraph inserted": Kind("text", "left", edits.paragraph_inserted, structural=True),
    "paragraph deleted": Kind("text", "left", edits.paragraph_deleted, structural=True),
    "paragraph moved": Kind("text", "left", edits.paragraph_moved, structural=True),
    "paragraph split": Kind("text", "left", edits.paragraph_split, structural=True),
    "paragraphs joined": Kind("text", "left", edits.paragraphs_joined, structural=True),
    "paragraph copied": Kind("text", "left", objects.copied, structural=True),
    "derived text": Kind("derived", "left", edits.tracked_replacement),
    "derived text silent": Kind("derived", "left", edits.silent_replacement),
    "words bold": Kind("text", "beside", looks.words_get("b")),
    "words struck": Kind("text", "beside", looks.words_get("strike")),
    "words underlined": Kind("text", "beside", looks.words_get("u", val="single")),
    "words coloured": Kind("text", "beside", looks.words_get("color", val="FF0000")),
    "words highlighted": Kind("text", "beside", looks.words_get("highlight", val="yellow")),
    "words hidden": Kind("text", "beside", looks.words_get("vanish")),
    "words larger": Kind("text", "beside", looks.words_get("sz", val="40")),
    "words raised": Kind("text", "beside", looks.words_get("vertAlign", val="superscript")),
    "words in another font": Kind("text", "beside", looks.words_get("rFonts", ascii="Papyrus")),
    "derived words coloured": Kind("derived", "beside", looks.words_get("color", val="FF0000")),
    "bold removed": Kind("text", "beside", looks.bold_removed),
    "style changed": Kind("text", "beside", looks.style_changed),
    "derived style changed": Kind("derived", "beside", looks.style_changed),
    "list level changed": Kind("text", "beside", looks.list_level_changed),
    "centred": Kind("text", "beside", looks.paragraph_gets(looks.LAYOUT, "jc", val="center")),
    "indented": Kind("text", "beside", looks.paragraph_gets(looks.LAYOUT, "ind", left="720")),
    "paragraph shaded": Kind("text", "beside", looks.paragraph_gets(looks.LAYOUT, "shd", fill="FFFF00")),
    "paragraph framed": Kind("text", "beside", looks.paragraph_gets(looks.LAYOUT, "pBdr", "top", val="single")),
    "kept with the next": Kind("text", "beside", looks.paragraph_gets(looks.KEPT, "keepNext")),
    "page before": Kind("text", "beside", looks.paragraph_gets(looks.PAGE, "pageBreakBefore"), structural=True),
    "page break typed": Kind("text", "beside", looks.page_break_typed, structural=True),
    "page break alone": Kind("text", "beside", looks.page_break_alone, structural=True),
    "empty paragraph": Kind("text", "beside", looks.empty_paragraph, structural=True),
    "language marked": Kind("text", "nothing", looks.language_marked),
    "equation": Kind("text", "left", objects.equation),
    "equation alone": Kind("text", "left", objects.equation_alone, structural=True),
    "endnote": Kind("text", "left", objects.endnote),
    "footnote": Kind("text", "left", objects.footnote),
    "footnote deleted": Kind("text", "left", objects.footnote_deleted),
    "link removed": Kind("text", "left", objects.link_removed),
    "link changed": Kind("text", "left", objects.link_changed),
    "words linked": Kind("text", "left", objects.words_linked),
    "tab": Kind("text", "left", objects.tab),
    "tab at the end": Kind("text", "left", objects.tab_at_end),
    "text box": Kind("text", "left", objects.text_box),
    "shape": Kind("text", "left", objects.shape),
    "field inserted": Kind("text", "left", objects.field_inserted),
    "field changed": Kind("derived", "left", objects.field_changed),
    "control": Kind("text", "beside", objects.control, structural=True),
    "picture inserted": Kind("text", "left", objects.picture_inserted, structural=True),
    "picture deleted": Kind("picture", "left", objects.picture_deleted),
    "picture replaced": Kind("picture", "left", objects.picture_replaced),
    "picture resized": Kind("picture", "left", objects.picture_resized),
    "alternative text": Kind("picture", "left", objects.alternative_text),
    "chart data": Kind("picture", "left", objects.chart_data),
    "header": Kind("header", "left", objects.header_words),
    "header line": Kind("header", "left", objects.header_paragraph),
    "header deleted": Kind("header", "left", objects.header_deleted),
    "header picture": Kind("header", "left", objects.header_picture),
    "contents typed": Kind("contents", "left", objects.contents_typed),
    "page changed": Kind("derived", "left", objects.page_changed),
    "title changed": Kind("derived", "left", objects.title_changed),
    "style defined": Kind("derived", "left", objects.style_defined),
    "table inserted": Kind("text", "left", objects.table_inserted, structural=True),
    "row inserted": Kind("derived", "left", tables.row_inserted),
    "row deleted": Kind("derived", "left", tables.row_deleted),
    "column deleted": Kind("derived", "left", tables.column_deleted),
    "cell deleted": Kind("derived", "left", tables.cell_deleted),
    "cells merged": Kind("derived", "left", tables.cells_merged),
    "cell shaded": Kind("derived", "left", tables.cell_shaded),
    "cell emptied": Kind("derived", "left", tables.cell_emptied),
    "comment": Kind("text", "beside", remarks.comment),
    "thread": Kind("text", "beside", remarks.thread),
    "comment over paragraphs": Kind("text", "beside", remarks.comment_over_paragraphs),
    "comment on a picture": Kind("picture", "left", remarks.comment_on_all),
    "comment on a derived text": Kind("derived", "left", remarks.comment_on_all),
}
