"""References of a text to records as links; those to captions stay, for only Word knows their numbers."""

from collections.abc import Callable, Set
from typing import TypeVar

from safecomm.markdown.blocks import (
    CAPTIONS,
    Block,
    BlockQuote,
    Caption,
    Cell,
    Footnote,
    HardBreak,
    Heading,
    Inline,
    Link,
    List,
    ListItem,
    Paragraph,
    Picture,
    Reference,
    Table,
    Text,
    Title,
    replace,
)

H = TypeVar("H", bound=Heading | Paragraph | Cell | Caption)
Titles = Callable[[str, str], Title]
"""The title of a record, by the kind of the reference and the id."""


def figures_caption(statistics: str) -> str:
    """What references to the caption of the statistics' table call it; no caption of a text has such a name."""
    return f"statistics:{statistics}"


class Linker:
    """Makes the same blocks anew with the `title` of each record that they refer to.

    `figures` are the ids of the statistics that stand in the document: their tables have numbers, by which they are
    referred to.
    """

    def __init__(self, title: Titles, figures: Set[str]) -> None:
        self.title, self.figures = title, figures

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(map(self.block, blocks))

    def block(self, block: Block) -> Block:
        match block:
            case Heading() | Paragraph():
                return self.holder(block)
            case BlockQuote():
                return replace(block, children=self.blocks(block.children))
            case List():
                return replace(block, items=tuple(ListItem(self.blocks(item.children)) for item in block.items))
            case Table():
                rows = tuple(tuple(map(self.holder, row)) for row in block.rows)
                return replace(
                    block, header=tuple(map(self.holder, block.header)), rows=rows, caption=self.caption(block.caption)
                )
            case Picture():
                return replace(block, caption=self.caption(block.caption))

    def caption(self, caption: Caption | None) -> Caption | None:
        return self.holder(caption) if caption else None

    def holder(self, holder: H) -> H:
        return replace(holder, children=self.inlines(holder.children))

    def inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(map(self.inline, inlines))

    def inline(self, inline: Inline) -> Inline:
        match inline:
            case Text() | HardBreak():
                return inline
            case Footnote():
                return replace(inline, children=self.blocks(inline.children))
            case Reference("statistics", identifier, children) if identifier in self.figures:
                caption = figures_caption(identifier)
                return replace(inline, kind="table", identifier=caption, children=self.inlines(children))
            case Reference(kind, identifier, children) if kind not in CAPTIONS:
                title = self.title(kind, identifier)
                return Link(f"#{title.target}", title, self.inlines(children) or (Text(title),))
            case _:
                return replace(inline, children=self.inlines(inline.children))
