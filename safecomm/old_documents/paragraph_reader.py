"""The running text of a Word paragraph as content has it: marks, links and calls of notes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, takewhile
from typing import NamedTuple
from unicodedata import normalize

from lxml import etree

from safecomm.markdown.accessibility import code_of_link_text
from safecomm.markdown.blocks import Emphasis, Footnote, HardBreak, Inline, Link, Strong, Text
from safecomm.markdown.inlines import ADDRESS
from safecomm.markdown.source import FORBIDDEN
from safecomm.old_documents.word_parts import Aside
from safecomm.ooxml.form_fields import control_text
from safecomm.ooxml.walk import Inline as WordInline
from safecomm.ooxml.walk import InlineWalker, shown_text
from safecomm.ooxml.wordml import ID, w
from safecomm.twin.run_reader import NOTES, RunEmphasis, RunReader, is_worked_out

COMMENT_CALL = w("commentReference")
CONTENTS = "TOC"


class WordPiece(NamedTuple):
    """A text, or instead a call of a `note` or a line end, as it is marked."""

    text: str
    look: RunEmphasis = RunEmphasis()
    address: str = ""
    note: Footnote | None = None


@dataclass
class ReadParagraph:
    """`pictures` are its drawings; `in_contents` tells an entry of a table of contents."""

    pieces: list[WordPiece] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    drawn: list[etree._Element] = field(default_factory=list)
    inserted: int = 0
    in_contents: bool = False

    @property
    def line(self) -> str:
        """Its text as it is written."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def text(self) -> str:
        return normalize("NFC", " ".join(self.line.split()))

    def without(self, count: int) -> "ReadParagraph":
        """The same without its first characters."""
        left: list[WordPiece] = []
        for piece in self.pieces:
            left.append(piece._replace(text=piece.text[count:]))
            count = max(0, count - len(piece.text))
        return replace(self, pieces=left)

    def lines(self) -> list["ReadParagraph"]:
        """Each of its lines as a paragraph."""
        lines: list[list[WordPiece]] = [[]]
        for piece in self.pieces:
            first, *rest = piece.text.split("\n")
            lines[-1].append(piece._replace(text=first))
            lines += ([piece._replace(text=text, note=None)] for text in rest)
        return [ReadParagraph(line) for line in lines]


@dataclass
class ParagraphReader:
    """Reads the paragraphs of one part in order; `note` gives the note of a call, `comments` are those not met yet."""

    runs: RunReader
    note: Callable[[str, str], Footnote | None]
    comments: dict[str, Aside]
    walker: InlineWalker = field(default_factory=InlineWalker)

    def read(self, paragraph: etree._Element) -> ReadParagraph:
        made = ReadParagraph()
        for run, inlines in groupby(self.walker.walk(paragraph), key=lambda inline: inline.run):
            look = RunEmphasis() if run is None else self.runs.format(run)
            for inline in () if look.passed else inlines:
                if inline.ended is None:
                    self.add(inline, look, made)
                elif inline.change.stands and (chosen := control_text(inline.ended)):
                    made.pieces.append(WordPiece(chosen))
        # What has no result by now would hide all that follows.
        self.walker.opened = [field for field in self.walker.opened if field.has_result]
        return made

    def add(self, inline: WordInline, look: RunEmphasis, made: ReadParagraph) -> None:
        element = inline.element
        made.in_contents |= any(field.name == CONTENTS for field in inline.fields)
        if element.tag == COMMENT_CALL:
            made.asides += filter(None, [self.comments.pop(element.get(ID, ""), None)])
        elif not inline.change.stands:
            self.add_deleted(inline, made)
        elif look.hidden:
            made.asides += [Aside("hidden", text)] if (text := plain(shown_text(element))).strip() else []
        elif inline.is_shown and not is_worked_out(inline):
            made.inserted += inline.change.kind == "inserted"
            if element.tag in NOTES:
                note = self.note(NOTES[element.tag], element.get(ID, ""))
                made.pieces += [WordPiece("", note=note)] if note else []
            elif text := plain(shown_text(element)):
                made.pieces.append(WordPiece(text, look, self.address(inline)))
            else:
                made.drawn.append(element)

    def add_deleted(self, inline: WordInline, made: ReadParagraph) -> None:
        """Texts that one author deleted one after another are one."""
        if text := plain(shown_text(inline.element)):
            before = made.asides[-1] if made.asides else None
            if before and before.kind == "deleted" and before.author == inline.change.author:
                text = made.asides.pop().text + text
            made.asides.append(Aside("deleted", text, inline.change.author))

    def address(self, inline: WordInline) -> str:
        """Empty for what leads to a place within the document."""
        fields = (field.address for field in reversed(inline.fields) if field.address and not field.place)
        return self.runs.address(inline.link) or next(fields, "")


def plain(text: str) -> str:
    """Without what no content may hold."""
    return FORBIDDEN.sub(" ", text.replace("\t", " "))


def to_inlines(pieces: Iterable[WordPiece], *, marked: bool = True) -> tuple[Inline, ...]:
    """Without blanks and line ends around them; unless `marked` without emphasis and links, which may be odd."""
    inlines: list[Inline] = []
    for (look, address), group in groupby(pieces, key=lambda piece: (piece.look, piece.address)):
        inside = list(texts_and_calls(group))
        if marked and any(isinstance(inline, Text) and inline.value.strip() for inline in inside):
            inside = [*linked(address, emphasized(look, inside))]
        inlines += inside
    return trimmed(inlines)


def texts_and_calls(pieces: Iterable[WordPiece]) -> Iterator[Inline]:
    """Word cuts its texts anywhere: they are one again."""
    for is_call, group in groupby(pieces, key=lambda piece: piece.note is not None):
        if is_call:
            yield from (piece.note for piece in group if piece.note)
            continue
        # macOS writes a letter and its mark as two characters.
        for number, line in enumerate(normalize("NFC", "".join(piece.text for piece in group)).split("\n")):
            if number:
                yield HardBreak()
            if line:
                yield Text(line)


def emphasized(look: RunEmphasis, inlines: list[Inline]) -> list[Inline]:
    """Marks touch their text: blanks, line ends and calls at its ends stay outside."""
    if not (look.bold or look.italic):
        return inlines
    before = [*takewhile(is_edge, inlines)]
    after = [*takewhile(is_edge, reversed(inlines[len(before) :]))][::-1]
    inside = inlines[len(before) : len(inlines) - len(after)]
    lead, inside = cut_blanks(inside, 0)
    trail, inside = cut_blanks(inside, -1)
    children: tuple[Inline, ...] = tuple(inside)
    if look.italic:
        children = (Emphasis(children),)
    if look.bold:
        children = (Strong(children),)
    return [*before, *lead, *children, *trail, *after]


def is_edge(inline: Inline) -> bool:
    return not (isinstance(inline, Text) and inline.value.strip())


def cut_blanks(inlines: list[Inline], at: int) -> tuple[list[Inline], list[Inline]]:
    """The blanks of the first or last text, and the rest; those inside stand in texts."""
    text = inlines[at]
    assert isinstance(text, Text)
    kept = text.value.lstrip() if at == 0 else text.value.rstrip()
    blanks = text.value.removesuffix(kept) if at == 0 else text.value.removeprefix(kept)
    rest = [*inlines]
    rest[at] = Text(kept)
    return [Text(blanks)] if blanks else [], rest


def linked(address: str, inlines: list[Inline]) -> list[Inline]:
    """A link that says where it leads; the address of another stands behind its words."""
    children = tuple(inlines)
    if not address:
        return inlines
    if ADDRESS.match(address) and not {"<", ">", "\n"} & {*address} and code_of_link_text(children) is None:
        return [Link(address, "", children)]
    shown = "".join(inline.value for inline in children if isinstance(inline, Text))
    return inlines if address in shown else [*inlines, Text(f" ({address})")]


def trimmed(inlines: list[Inline]) -> tuple[Inline, ...]:
    while inlines and is_blank(inlines[0]):
        del inlines[0]
    while inlines and is_blank(inlines[-1]):
        del inlines[-1]
    if inlines and isinstance(inlines[0], Text):
        inlines[0] = Text(inlines[0].value.lstrip())
    if inlines and isinstance(inlines[-1], Text):
        inlines[-1] = Text(inlines[-1].value.rstrip())
    return tuple(inlines)


def is_blank(inline: Inline) -> bool:
    return isinstance(inline, HardBreak) or (isinstance(inline, Text) and not inline.value.strip())
