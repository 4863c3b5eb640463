"""The Markdown that the documents can show, as plain frozen data (names as in CommonMark)."""

from dataclasses import dataclass


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
    """`title` is what a screen reader and the tooltip say; empty when the writer gave none."""

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


Inline = Text | Emphasis | Strong | Link | HardBreak | Footnote


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
class Table:
    """The header row and the body rows; every row has as many cells as the header."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    line: int


Block = Heading | Paragraph | List | BlockQuote | Table


@dataclass(frozen=True)
class Prose:
    """One text field of a record: `name` is its lasting address (`measures/hearings.text`), `language` its language."""

    name: str
    language: str
    blocks: tuple[Block, ...]
