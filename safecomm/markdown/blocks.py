"""The Markdown that the documents can show, as plain frozen data (names as in CommonMark)."""

import re
from typing import Any, ClassVar, TypeVar, dataclass_transform

from safecomm.device_names import DEVICES
from safecomm.record_kinds import linked_kinds

CAPTIONS = ("table", "figure")
KINDS = (*linked_kinds(), *CAPTIONS)
IDENTIFIER = re.compile(rf"(?!(?:{DEVICES})$)[a-z0-9]+([-_][a-z0-9]+)*")
"""Of a record as of a caption; a record is a file."""


N = TypeVar("N", bound="Node")


@dataclass_transform(frozen_default=True)
class Node:
    """Frozen, and compared by its kind and all that it holds: a data class, which takes ten times as long to define."""

    __match_args__: ClassVar[tuple[str, ...]] = ()
    defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        cls.__match_args__ = tuple(cls.__annotations__)  # type: ignore[misc]
        cls.defaults = {name: vars(cls)[name] for name in cls.__match_args__ if name in vars(cls)}

    def __init__(self, *values: Any, **named: Any) -> None:
        if self.defaults:
            self.__dict__.update(self.defaults)
        self.__dict__.update(zip(self.__match_args__, values, strict=False), **named)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *map(vars(self).get, self.__match_args__)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"


def replace(node: N, **changes: object) -> N:
    """The same with other values in some of its fields."""
    return type(node)(**{**vars(node), **changes})


class Text(Node):
    """Literal characters; never markup."""

    value: str


class Emphasis(Node):
    children: "tuple[Inline, ...]"


class Strong(Node):
    children: "tuple[Inline, ...]"


class Link(Node):
    """`title` is what a screen reader and the tooltip say; empty when the writer gave none.

    A destination such as `#measure:hearings` leads to the place in the same document where that record stands.
    """

    destination: str
    title: str
    children: "tuple[Inline, ...]"


class HardBreak(Node):
    """A line end that stays one."""


class Footnote(Node):
    """A call in the running text, carrying the whole note."""

    label: str
    children: "tuple[Block, ...]"


class Span(Node):
    """A phrase in another language than the text around it: `[text]{lang=en}`."""

    language: str
    children: "tuple[Inline, ...]"


class Reference(Node):
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


class Heading(Node):
    """`level` is 1 to 6 as written; `line` counts from 1 in the file."""

    level: int
    children: tuple[Inline, ...]
    line: int


class Paragraph(Node):
    children: tuple[Inline, ...]
    line: int


class ListItem(Node):
    children: "tuple[Block, ...]"


class List(Node):
    """`start` is the first number of an ordered list, None for a bullet list."""

    start: int | None
    items: tuple[ListItem, ...]
    line: int


class BlockQuote(Node):
    children: "tuple[Block, ...]"
    line: int


class Cell(Node):
    """`align` is `left`, `center`, `right` or empty."""

    children: tuple[Inline, ...]
    align: str


class Caption(Node):
    """The line after a table or picture, `: Text {#identifier}`; without one, the identifier is empty."""

    children: tuple[Inline, ...]
    identifier: str
    line: int


MOST_COLUMNS = 63
"""Of a table; Word cannot open a file that has a wider one."""


class Table(Node):
    """The header row and the body rows; every row has as many cells as the header."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    line: int
    caption: Caption | None = None


class Picture(Node):
    """`path` is relative to the project and uses `/`; `description` is for those who cannot see the picture."""

    path: str
    description: str
    line: int
    caption: Caption | None = None


Block = Heading | Paragraph | List | BlockQuote | Table | Picture


class Prose(Node):
    """One text field of a record: `name` is its lasting address (`measures/hearings.text`), `language` its language.

    `references` are those in the blocks, notes included: a text without any need not be looked through again. An
    `outdated` text is a translation of an earlier version of its original, a `derived` one is made by a view.
    """

    name: str
    language: str
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...] = ()
    outdated: bool = False
    derived: bool = False


class Title(str):
    """The title of a record in a view, which knows the `target` (`measure:hearings`) of references to that record."""

    target: str

    def __new__(cls, text: str, target: str) -> "Title":
        title = super().__new__(cls, text)
        title.target = target
        return title
