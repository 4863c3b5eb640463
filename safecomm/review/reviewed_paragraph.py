"""The paragraphs of a Word part as a reviewer left them: what was there, what is there now, and who changed it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.revisions import AUTHOR, DATE, TrackedChange
from safecomm.review.run_text import BLANKS, PAGE_BREAK, PLAIN, CharacterFormat
from safecomm.review.traits import Trait


class Who(NamedTuple):
    """As Word writes it; empty where it does not say."""

    author: str = ""
    date: str = ""


NOBODY = Who()


def read_who(element: etree._Element) -> Who:
    return Who(element.get(AUTHOR, ""), element.get(DATE, ""))


def who_changed(change: TrackedChange) -> Who:
    return Who(change.author, change.date)


def together(several: Sequence[Who]) -> Who:
    """All of them, and when the last was there."""
    authors = dict.fromkeys(author for author, _ in several)
    return Who(", ".join(authors), max((date for _, date in several), default=""))


class ParagraphPlace(NamedTuple):
    """The how manieth paragraph of a part it is, in the order of the file."""

    part: str
    number: int


class ReviewedText(NamedTuple):
    text: str
    change: TrackedChange
    format: CharacterFormat = PLAIN


@dataclass(eq=False)
class ReviewedParagraph:
    """`names` are the marks of texts that begin in it, `record` the bookmark of the record below whose title it stands.

    `end` is the change of its end: an inserted one was no end before, a deleted one is none any more. `formatted` are
    those who changed how it looks, `caller` is where the note is called that it belongs to, `heading` the one above,
    `place` where it stands in the file.
    """

    part: str
    record: str
    style: str
    end: TrackedChange
    formatted: tuple[Who, ...] = ()
    caller: "ReviewedParagraph | None" = None
    heading: str = ""
    place: ParagraphPlace | None = None
    in_contents: bool = False
    traits: dict[Trait, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    texts: list[ReviewedText] = field(default_factory=list)

    def before(self) -> str:
        return "".join(piece.text for piece in self.pieces_before())

    def pieces_before(self) -> list[ReviewedText]:
        """What stood there before the tracked changes."""
        return [piece for piece in self.texts if piece.change.kind in ("", "deleted")]

    def after(self) -> str:
        return "".join(piece.text for piece in self.pieces_after())

    def pieces_after(self) -> list[ReviewedText]:
        """What stands there now."""
        return [piece for piece in self.texts if piece.change.stands]

    @property
    def is_shown(self) -> bool:
        return shows(self.before()) or shows(self.after())

    def cut_page_breaks(self) -> tuple[list[ReviewedText], list[ReviewedText]]:
        """Takes off those with which the paragraph begins and ends."""
        first, last = [], []
        while self.texts and is_page_break(self.texts[0]):
            first.append(self.texts.pop(0))
        while self.texts and is_page_break(self.texts[-1]):
            last.append(self.texts.pop())
        return first, last

    def formats(self) -> tuple[CharacterFormat, ...]:
        """That of every character that stands there now."""
        return tuple(piece.format for piece in self.pieces_after() for _ in piece.text)

    def changes(self) -> list[TrackedChange]:
        return [change for change in (*(piece.change for piece in self.texts), self.end) if change.kind]


def is_page_break(piece: ReviewedText) -> bool:
    return piece.text == PAGE_BREAK


def shows(text: str) -> bool:
    """Whether there is anything but blanks in a text."""
    return bool(text.strip(BLANKS))


def text_before(paragraphs: Iterable[ReviewedParagraph]) -> str:
    return "".join(paragraph.before() for paragraph in paragraphs)


def text_after(paragraphs: Iterable[ReviewedParagraph]) -> str:
    return "".join(paragraph.after() for paragraph in paragraphs)


@dataclass
class Quote:
    """What a comment is about."""

    paragraph: ReviewedParagraph | None = None
    texts: list[str] = field(default_factory=list)


def groups(paragraphs: Iterable[ReviewedParagraph]) -> Iterator[list[ReviewedParagraph]]:
    """The paragraphs that were one before: all but the last end with an end that was inserted."""
    group: list[ReviewedParagraph] = []
    for paragraph in paragraphs:
        group.append(paragraph)
        if paragraph.end.kind != "inserted":
            yield group
            group = []
    if group:
        yield group
