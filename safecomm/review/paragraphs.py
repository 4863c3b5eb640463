"""The paragraphs of a Word part as a reviewer left them: what was there, what is there now, and who changed it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from safecomm.ooxml.wordml import w
from safecomm.review.runs import PLAIN, Look

Kind = Literal["", "inserted", "deleted", "undone"]
AUTHOR, DATE, ID = map(w, ("author", "date", "id"))


class Who(NamedTuple):
    """As Word writes it; empty where it does not say."""

    author: str = ""
    date: str = ""


NOBODY = Who()


class Change(NamedTuple):
    kind: Kind = ""
    who: Who = NOBODY


UNCHANGED = Change()


class Piece(NamedTuple):
    text: str
    change: Change
    look: Look = PLAIN


@dataclass
class Paragraph:
    """`names` are the marks of texts that begin in it, `record` the bookmark of the record below whose title it stands.

    `end` is the change of its end: an inserted one was no end before, a deleted one is none any more.
    """

    part: str
    record: str
    style: str
    names: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    end: Change = UNCHANGED
    formatted: list[Who] = field(default_factory=list)

    def before(self) -> str:
        return "".join(piece.text for piece in self.stood())

    def stood(self) -> list[Piece]:
        """The pieces that stood there before the tracked changes."""
        return [piece for piece in self.pieces if piece.change.kind in ("", "deleted")]

    def after(self) -> str:
        return "".join(each.text for each in self.left())

    def left(self) -> list[Piece]:
        """The pieces that stand there now."""
        return [each for each in self.pieces if each.change.kind in ("", "inserted")]

    def looks(self) -> tuple[Look, ...]:
        """That of every character that stands there now."""
        return tuple(each.look for each in self.left() for _ in each.text)

    def changes(self) -> list[Change]:
        return [change for change in (*(each.change for each in self.pieces), self.end) if change.kind]


@dataclass
class Quote:
    """What a comment is about."""

    paragraph: Paragraph | None = None
    texts: list[str] = field(default_factory=list)


def groups(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """The paragraphs that were one before: all but the last end with an end that was inserted."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        found.append(paragraph)
        if paragraph.end.kind != "inserted":
            yield found
            found = []
    if found:
        yield found
