"""The running text of a Word paragraph as Markdown: marks, links, fields and calls of notes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.fields import COMPUTED
from safecomm.ooxml.relationships import Relationship
from safecomm.ooxml.wordml import BREAK, PARAGRAPH_PROPERTIES, RELATIONSHIP, SPACE, TAB, VAL, R, T, value, w

# What would read as markup in the middle of a line; only where it would.
MARKUP = re.compile(
    r"[\\`]|(?<!\s)\*|\*(?!\s)|(?<![^\W_])_(?=\S)|(?<=\S)_(?![^\W_])|~~|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\[(?=\^|[^\[\]]*\]\()"
)
# One of these stands in all that is found so; most texts hold none of them.
SUSPECT = re.compile(r"[\\`*_~<&\[]")
SKIPPED = set(map(w, ("pPr", "rPr", "del", "moveFrom")))
HYPERLINK, SIMPLE_FIELD, FIELD, INSTRUCTION = map(w, ("hyperlink", "fldSimple", "fldChar", "instrText"))
PROPERTIES = w("rPr")
UNSEEN = {PARAGRAPH_PROPERTIES, w("bookmarkStart"), w("bookmarkEnd")}
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
DESCRIBED, SHOWN = f"{{{DRAWING}/wordprocessingDrawing}}docPr", f"{{{DRAWING}/main}}blip"


class Piece(NamedTuple):
    """Text that is marked in one way; `literal` is Markdown already."""

    text: str
    bold: bool = False
    italic: bool = False
    address: str = ""
    literal: bool = False


@dataclass
class Field:
    """A field that has begun: its instruction so far, and whether the result has begun too."""

    instruction: str = ""
    result: bool = False

    def computed(self) -> str:
        name = (self.instruction.split() or [""])[0].upper()
        return f"{{{name}}}" if name in COMPUTED else ""


@dataclass
class RunReader:
    """Reads paragraphs of one part; `relationships` are the part's, `notes` numbers the notes called so far."""

    styles: Mapping[str, str]
    relationships: Mapping[str, Relationship]
    notes: dict[str, int]
    fields: list[Field] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def markdown(self, paragraph: etree._Element) -> str:
        if (text := _only_text(paragraph)) is not None:
            return literal_text(text)
        self.fields, self.pieces = [], []
        self.read(paragraph, "")
        linked = groupby(self.pieces, key=lambda piece: piece.address)
        return "".join(_linked(address, "".join(_marked(group))) for address, group in linked)

    def read(self, parent: etree._Element, address: str) -> None:
        for child in parent:
            if child.tag == R:
                self.run(child, address)
            elif child.tag == HYPERLINK:
                # What leads to a place within the document has a name that nobody reads.
                self.read(child, self.target(child, "id"))
            elif child.tag == SIMPLE_FIELD and (shown := Field(child.get(w("instr"), "")).computed()):
                self.add(Piece(shown, literal=True))
            elif child.tag not in SKIPPED:
                self.read(child, address)

    def run(self, run: etree._Element, address: str) -> None:
        bold = italic = False
        for child in run:
            if child.tag == PROPERTIES:
                style = self.styles.get(value(child, "rStyle") or "", "")
                if style == "buildid":
                    return
                bold, italic = style == "strong" or _is_on(child, "b"), style == "emphasis" or _is_on(child, "i")
            elif child.tag in (FIELD, INSTRUCTION):
                self.field(child)
            elif not any(not each.result or each.computed() for each in self.fields):
                text, literal = self.content(child)
                if text:
                    self.add(Piece(text, bold, italic, address, literal))

    def add(self, piece: Piece) -> None:
        """Word cuts its text anywhere; what is marked alike is one piece again."""
        if self.pieces and self.pieces[-1][1:] == piece[1:]:
            piece = piece._replace(text=self.pieces.pop().text + piece.text)
        self.pieces.append(piece)

    def content(self, child: etree._Element) -> tuple[str, bool]:
        """What an element of a run shows, and whether that is Markdown already."""
        if child.tag == T:
            text = child.text or ""
            return (text if child.get(SPACE) == "preserve" else text.strip()), False
        if child.tag == TAB:
            return "\t", False
        if child.tag in (BREAK, w("cr")):
            return "<br>", True
        if child.tag == w("noBreakHyphen"):
            return "\u2011", False
        if child.tag == w("footnoteReference"):
            return f"[^{self.notes.setdefault(child.get(w('id'), ''), len(self.notes) + 1)}]", True
        if child.tag == w("drawing"):
            return self.picture(child), True
        return "", False

    def picture(self, drawing: etree._Element) -> str:
        """Its description, and the name of its part, which changes with the picture."""
        described, shown = next(drawing.iter(DESCRIBED), None), next(drawing.iter(SHOWN), None)
        if described is None or shown is None:
            return ""
        target = self.target(shown, "embed").removeprefix("word/")
        return f"![{literal_text(described.get('descr', ''))}]({target})"

    def target(self, element: etree._Element, name: str) -> str:
        lead = self.relationships.get(element.get(f"{{{RELATIONSHIP}}}{name}", ""))
        return "" if lead is None else lead.target

    def field(self, element: etree._Element) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self.fields.append(Field())
        elif self.fields and element.tag == INSTRUCTION:
            self.fields[-1].instruction += element.text or ""
        elif self.fields and kind == "separate":
            self.fields[-1].result = True
        elif self.fields:
            self.add(Piece(self.fields.pop().computed(), literal=True))


def literal_text(text: str) -> str:
    """The text with whatever would read as markup made literal."""
    return MARKUP.sub(r"\\\g<0>", text) if SUSPECT.search(text) else text


def _only_text(paragraph: etree._Element) -> str | None:
    """The text of a paragraph of which nothing else is to say, as of most: one run without properties."""
    run = None
    for child in paragraph:
        if child.tag == R:
            if run is not None or len(child) != 1 or child[0].tag != T:
                return None
            run = child
        elif child.tag not in UNSEEN:
            return None
    return run[0].text if run is not None and run[0].get(SPACE) == "preserve" else None


def _is_on(properties: etree._Element, name: str) -> bool:
    found = properties.find(w(name))
    return found is not None and found.get(VAL) not in ("0", "false", "off")


def _marked(pieces: Iterator[Piece]) -> Iterator[str]:
    for (bold, italic), group in groupby(pieces, key=lambda piece: (piece.bold, piece.italic)):
        text = "".join(piece.text if piece.literal else literal_text(piece.text) for piece in group)
        inside, mark = text.strip(), "*" * (2 * bold + italic)
        # A mark must touch its text.
        yield text.replace(inside, f"{mark}{inside}{mark}") if mark and inside else text


def _linked(address: str, text: str) -> str:
    if not address:
        return text
    return f"[{text}](<{address}>)" if re.search(r"[\s()]", address) else f"[{text}]({address})"
