"""The Markdown that the documents can show, as plain frozen data (names as in CommonMark)."""

import re
from dataclasses import dataclass

from safecomm.record_kinds import linked_kinds

CAPTIONS = ("table", "figure")
KINDS = (*linked_kinds(), *CAPTIONS)
IDENTIFIER = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
"""Of a record as of a caption."""


@dataclass(frozen=True)
class Text:
    """Literal characters; never markup."""

    value: str


@dataclass(frozen=True)
class Emphasis:
    children: "tuple[Inline, ...]"


@dataclass(frozen=True)
class Strong:
    children: "tuple[Inline, ...]"


@dataclass(frozen=True)
class Link:
    """`title` is what a screen reader and the tooltip say; empty when the writer gave none.

    A destination such as `#measure:hearings` leads to the place in the same document where that record stands.
    """

    destination: str
    title: str
    children: "tuple[Inline, ...]"


@dataclass(frozen=True)
class HardBreak:
    pass


@dataclass(frozen=True)
class Footnote:
    """A call in the running text, carrying the whole note."""

    label: str
    children: "tuple[Block, ...]"


@dataclass(frozen=True)
class Span:
    """A phrase in another language than the text around it: `[text]{lang=en}`."""

    language: str
    children: "tuple[Inline, ...]"


@dataclass(frozen=True)
class Reference:
    """A link to a record, `[](measure:hearings)`, or to a caption, `[](table:beds)`.

    Without children it shows its title. Documents resolve those to records (see `Link`); those to captions stay, for
    only Word knows their numbers.
    """

    kind: str
    identifier: str
    children: "tuple[Inline, ...]"
    line: int
    column: int


Inline = Text | Emphasis | Strong | Link | HardBreak | Footnote | Span | Reference


@dataclass(frozen=True)
class Heading:
    """`level` is 1 to 6 as written; `line` counts from 1 in the file."""

    level: int
    children: tuple[Inline, ...]
    line: int


@dataclass(frozen=True)
class Paragraph:
    children: tuple[Inline, ...]
    line: int


@dataclass(frozen=True)
class ListItem:
    children: "tuple[Block, ...]"


@dataclass(frozen=True)
class List:
    """`start` is the first number of an ordered list, None for a bullet list."""

    start: int | None
    items: tuple[ListItem, ...]
    line: int


@dataclass(frozen=True)
class BlockQuote:
    children: "tuple[Block, ...]"
    line: int


@dataclass(frozen=True)
class Cell:
    """`align` is `left`, `center`, `right` or empty."""

    children: tuple[Inline, ...]
    align: str


@dataclass(frozen=True)
class Caption:
    """The line after a table or picture, `: Text {#identifier}`; without one, the identifier is empty."""

    children: tuple[Inline, ...]
    identifier: str
    line: int


@dataclass(frozen=True)
class Table:
    """The header row and the body rows; every row has as many cells as the header."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    line: int
    caption: Caption | None = None


@dataclass(frozen=True)
class Picture:
    """`path` is relative to the project and uses `/`; `description` is for those who cannot see the picture."""

    path: str
    description: str
    line: int
    caption: Caption | None = None


Block = Heading | Paragraph | List | BlockQuote | Table | Picture


@dataclass(frozen=True)
class Prose:
    """One text field of a record: `name` is its lasting address (`measures/hearings.text`), `language` its language.

    `references` are those in the blocks, notes included: a text without any need not be looked through again. An
    `outdated` text is a translation of an earlier version of its original.
    """

    name: str
    language: str
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...] = ()
    outdated: bool = False


class Title(str):
    """The title of a record in a view, which knows the `target` (`measure:hearings`) of references to that record."""

    target: str

    def __new__(cls, text: str, target: str) -> "Title":
        title = super().__new__(cls, text)
        title.target = target
        return title
