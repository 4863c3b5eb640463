"""What is read of a Word file: what stands below each of its headings, as content would hold it."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from safecomm.diagnostic import brief
from safecomm.markdown.blocks import Block
from safecomm.markdown.traversal import paragraph_texts

AsideKind = Literal["deleted", "comment", "picture", "contents", "hidden", "file", "odd"]


class Aside(NamedTuple):
    """What stands beside the text: a deletion that somebody tracked, a comment, a picture that cannot be shown,
    hidden text, another file that Word shows there.

    An `odd` one is a text of which no form is content.
    """

    kind: AsideKind
    text: str
    author: str = ""


@dataclass(eq=False)
class WordPart:
    """A heading of a level from 1 on with what stands below it; what stands before the first is of level 0.

    `number` is that of the heading, typed or counted by Word; `above` is the nearest heading of a higher level.
    """

    level: int
    title: str = ""
    number: int | None = None
    above: "WordPart | None" = None
    blocks: list[Block] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    inserted: int = 0

    @property
    def trail(self) -> list["WordPart"]:
        """The headings above, the highest first, and this one."""
        return [*(self.above.trail if self.above else ()), self]

    @property
    def beginning(self) -> str:
        """The first words of its text; empty where it has none."""
        return next((brief(text) for text in paragraph_texts(self.blocks) if text.strip()), "")


class WordPicture(NamedTuple):
    """`name` is that of the file it is to be."""

    name: str
    data: bytes


class OldDocument(NamedTuple):
    """`margins` is what headers and footers say, each text once."""

    name: str
    parts: list[WordPart]
    margins: list[str]
    pictures: dict[str, WordPicture]
