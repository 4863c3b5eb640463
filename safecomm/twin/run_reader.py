"""The running text of a Word paragraph as Markdown: marks, links, fields and calls of notes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.fields import Field
from safecomm.ooxml.form_fields import control_text
from safecomm.ooxml.package import Relationship
from safecomm.ooxml.walk import DRAWN, OBJECT, PICTURE_OF_OLD, Inline, shown_text, walk_inlines
from safecomm.ooxml.wordml import (
    DRAWING,
    DRAWING_PROPERTIES,
    ENDNOTE_CALL,
    FOOTNOTE_CALL,
    ID,
    RELATIONSHIP,
    is_on,
    own_properties,
    value,
)

# What would read as markup in the middle of a line; only where it would.
MARKUP = re.compile(
    r"[\\`]|(?<!\s)\*|\*(?!\s)|(?<![^\W_])_(?=\S)|(?<=\S)_(?![^\W_])|~~|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\[(?=\^|[^\[\]]*\]\()"
)
# One of these stands in all that is found so; most texts hold none of them.
SUSPECT = re.compile(r"[\\`*_~<&\[]")
PAGE_NUMBER = re.compile(r"\d+|[ivxlcdm]+", re.IGNORECASE)
NoteKey = tuple[str, str]
"""The kind of note, as `footnotes`, and its id."""
NOTES = {FOOTNOTE_CALL: "footnotes", ENDNOTE_CALL: "endnotes"}
PICTURES = {f"{{{DRAWING}}}blip": "embed", "{urn:schemas-microsoft-com:vml}imagedata": "id"}
"""The elements that show a picture, anew and as of old, with the attribute that leads to it."""


class TextPiece(NamedTuple):
    """Text that is marked in one way; `literal` is Markdown already."""

    text: str
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    address: str = ""
    literal: bool = False


class RunEmphasis(NamedTuple):
    """How a run is marked; `passed` is the build id, which differs in every draft."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    passed: bool = False


@dataclass
class RunReader:
    """Reads paragraphs of one part; `plain_texts` are the part's, `notes` numbers the notes called so far."""

    styles: Mapping[str, str]
    plain_texts: Mapping[etree._Element, str]
    relationships: Mapping[str, Relationship]
    notes: dict[NoteKey, int]

    def markdown(self, paragraph: etree._Element) -> str:
        if (text := self.plain_texts.get(paragraph)) is not None:
            return literal_text(text)
        linked = groupby(_join(self.pieces(paragraph)), key=lambda piece: piece.address)
        return "".join(_link(address, "".join(_emphasize(group))) for address, group in linked)

    def pieces(self, paragraph: etree._Element) -> Iterator[TextPiece]:
        for inline, form in self.shown(paragraph):
            if inline.ended is not None:
                yield TextPiece(placeholder(inline.ended), literal=True)
                continue
            text, literal = self.content(inline.element)
            if text:
                yield TextPiece(text, *form[:3], self.address(inline.link), literal)

    def shown(self, paragraph: etree._Element) -> Iterator[tuple[Inline, RunEmphasis]]:
        """What stands there on every page, with its marks; where a field has ended whose result is left out, too."""
        for run, inlines in groupby(walk_inlines(paragraph), key=lambda inline: inline.run):
            form = RunEmphasis() if run is None else self.format(run)
            for inline in () if form.passed else inlines:
                if inline.change.stands if inline.ended is not None else inline.is_shown and not is_worked_out(inline):
                    yield inline, form

    def format(self, run: etree._Element) -> RunEmphasis:
        properties = own_properties(run)
        if properties is None:
            return RunEmphasis()
        style = self.styles.get(value(properties, "rStyle") or "", "")
        bold, italic = style == "strong" or is_on(properties, "b"), style == "emphasis" or is_on(properties, "i")
        return RunEmphasis(bold, italic, is_on(properties, "vanish"), style == "buildid")

    def content(self, element: etree._Element) -> tuple[str, bool]:
        """What an element shows, and whether that is Markdown already."""
        if element.tag in NOTES:
            return f"[^{self.note(element)}]", True
        if element.tag in (DRAWN, PICTURE_OF_OLD, OBJECT):
            shown = self.pictures(element)
            return "".join(f"![{literal_text(text)}]({part.removeprefix('word/')})" for text, part in shown), True
        text = shown_text(element)
        return ("<br>", True) if text == "\n" else (text, False)

    def note(self, call: etree._Element) -> int:
        """The number of the note that is called."""
        return self.notes.setdefault((NOTES[call.tag], call.get(ID, "")), len(self.notes) + 1)

    def pictures(self, drawing: etree._Element) -> Iterator[tuple[str, str]]:
        """The description of each, and its part or, where it is none of the file's, its address."""
        described = next(drawing.iter(DRAWING_PROPERTIES), None)
        text = "" if described is None else described.get("descr", "")
        for shown in drawing.iter(*PICTURES):
            shape = shown.getparent()
            alternative = "" if shape is None else shape.get("alt", "")
            yield text or alternative, self.target(shown, PICTURES[shown.tag]) or self.target(shown, "link")

    def address(self, link: etree._Element | None) -> str:
        """Empty for what leads to a place within the document, which has a name that nobody reads."""
        return "" if link is None else self.target(link, "id")

    def target(self, element: etree._Element, name: str) -> str:
        lead = self.relationships.get(element.get(f"{{{RELATIONSHIP}}}{name}", ""))
        return "" if lead is None else lead.target


def is_worked_out(inline: Inline) -> bool:
    """Whether it differs from page to page; LibreOffice puts a whole entry of the contents into its page number."""
    computed = [field.name for field in inline.fields if field.is_computed]
    return bool(computed) and (computed != ["PAGEREF"] or PAGE_NUMBER.fullmatch(shown_text(inline.element)) is not None)


def placeholder(field: Field) -> str:
    """What stands for a result that differs from page to page, and for one that is no text."""
    return f"{{{field.name}}}" if field.is_computed else control_text(field)


def _join(pieces: Iterable[TextPiece]) -> Iterator[TextPiece]:
    """Word cuts its text anywhere; what is marked alike is one piece again."""
    for alike, group in groupby(pieces, key=lambda piece: piece[1:]):
        yield TextPiece("".join(piece.text for piece in group), *alike)


def literal_text(text: str) -> str:
    """The text with whatever would read as markup made literal."""
    return MARKUP.sub(r"\\\g<0>", text) if SUSPECT.search(text) else text


def _emphasize(pieces: Iterator[TextPiece]) -> Iterator[str]:
    for (bold, italic, hidden), group in groupby(pieces, key=lambda piece: piece[1:4]):
        text = "".join(piece.text if piece.literal else literal_text(piece.text) for piece in group)
        inside, mark = text.strip(), "*" * (2 * bold + italic)
        # A mark must touch its text.
        marked = text.replace(inside, f"{mark}{inside}{mark}") if mark and inside else text
        yield f"{{hidden: {marked}}}" if hidden else marked


def _link(address: str, text: str) -> str:
    if not address:
        return text
    return f"[{text}](<{address}>)" if re.search(r"[\s()]", address) else f"[{text}]({address})"
