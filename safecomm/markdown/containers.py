"""The blocks of a text and what they hold: headings, paragraphs, lists, quotes, tables and pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.token import Token

from safecomm.diagnostic import brief
from safecomm.markdown.accessibility import report_typed
from safecomm.markdown.blocks import (
    Block,
    BlockQuote,
    Cell,
    Heading,
    Inline,
    List,
    ListItem,
    Paragraph,
    Picture,
    Table,
    replace,
)
from safecomm.markdown.captions import read_caption, read_picture, report_broken, report_columns, report_width
from safecomm.markdown.foreign_markup import code_of_block
from safecomm.markdown.inlines import Scope, read_inlines
from safecomm.markdown.source import start_of

# Eight lists (each counts twice) or sixteen quotes; at twenty markdown-it leaves out the rest without a word.
DEEPEST = 16
REFUSED = {"fence": "markdown-code", "code_block": "markdown-indented", "hr": "markdown-rule"}


@dataclass
class BlockReader:
    """Reads a flat run of tokens, in which a token of its own closes each container."""

    tokens: Iterator[Token]
    scope: Scope

    def until(self, close: str) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for token in self.tokens:
            if token.type == close:
                break
            if token.type == "caption_open":
                self.caption(token, blocks)
            else:
                blocks += self.block(token)
        return tuple(blocks)

    def block(self, token: Token) -> Iterator[Block]:
        line = self.scope.source.first_line + start_of(token)
        match token.type:
            case "paragraph_open":
                yield from self.paragraph(line)
            case "heading_open":
                yield Heading(int(token.tag[1:]), self.heading(token), line)
            case "table_open":
                yield self.table(line)
            case _ if token.nesting and token.level >= DEEPEST:
                self.skip(token)
            case "bullet_list_open":
                yield List(None, self.items(token), line)
            case "ordered_list_open":
                yield List(int(token.attrs.get("start", 1)), self.items(token), line)
            case "blockquote_open":
                yield BlockQuote(self.contents(token, "blockquote_close"), line)
            case _:
                yield from self.refuse(token, line)

    def holder(self) -> Token:
        """The token with the running text of the block that was just opened; the closing one goes with it."""
        holder = next(self.tokens)
        next(self.tokens)
        return holder

    def caption(self, token: Token, blocks: list[Block]) -> None:
        """Gives the caption to the table or picture that it stands right after; notes have none."""
        caption = read_caption(self.holder(), self.scope.source.first_line + start_of(token), self.scope)
        match blocks:
            case [*_, Table(caption=None) | Picture(caption=None) as last] if not self.scope.in_note:
                blocks[-1] = replace(last, caption=caption)
            case _:
                self.scope.source.report("caption-misplaced", start_of(token))

    def paragraph(self, line: int) -> Iterator[Paragraph | Picture]:
        """Nothing for a line of no-break spaces, which looks empty to the editor but not to markdown-it."""
        holder = self.holder()
        report_broken(holder, self.scope.source)
        report_typed(holder, self.scope.source)
        if picture := read_picture(holder, line, self.scope):
            yield picture
        elif holder.content:
            yield Paragraph(read_inlines(holder, self.scope), line)

    def refuse(self, token: Token, line: int) -> Iterator[Paragraph]:
        """For HTML an empty paragraph: something stands there, and no text is missing because of it."""
        source, place = self.scope.source, start_of(token)
        if token.type in REFUSED:
            source.report(REFUSED[token.type], place)
        else:
            code, begins = code_of_block(token.content)
            source.report(code, place, source.lines[place].find("<") + 1, label=brief(begins))
            yield Paragraph((), line)

    def heading(self, token: Token) -> tuple[Inline, ...]:
        holder = self.holder()
        if not holder.content:
            self.scope.source.report("markdown-empty", start_of(token))
        return read_inlines(holder, self.scope)

    def contents(self, token: Token, close: str) -> tuple[Block, ...]:
        """The contents of a container, which must have some: nobody writes an empty one on purpose."""
        before = len(self.scope.source.problems)
        children = self.until(close)
        if not children and len(self.scope.source.problems) == before:
            self.scope.source.report("markdown-empty", start_of(token))
        return children

    def items(self, token: Token) -> tuple[ListItem, ...]:
        opened, items = [], []
        for item in self.tokens:
            if item.type != "list_item_open":
                break
            opened.append(item)
            items.append(ListItem(self.contents(item, "list_item_close")))
        if token.type == "ordered_list_open":
            self.report_numbers(opened)
        return tuple(items)

    def report_numbers(self, items: list[Token]) -> None:
        """The document counts by itself: the numbers must run on or all be the same, else it would show others."""
        numbers = [int(item.info) for item in items]
        if len(set(numbers)) == 1:
            return
        for (number, following), item in zip(pairwise(numbers), items[1:], strict=True):
            if following != number + 1:
                self.scope.source.report("list-number", start_of(item), number=following, expected=number + 1)

    def table(self, line: int) -> Table:
        rows: list[list[Cell]] = []
        for token in self.tokens:
            match token.type:
                case "table_close":
                    break
                case "tr_open":
                    rows.append([])
                    row = token
                case "th_open" | "td_open":
                    rows[-1].append(Cell(read_inlines(self.holder(), self.scope, in_cell=True), align(token)))
                case "tr_close" if len(rows) == 1:
                    report_columns(row, len(rows[0]), self.scope.source)
                case "tr_close":
                    report_width(row, len(rows[0]), self.scope.source)
        header, *body = map(tuple, rows)
        return Table(header, tuple(body), line)

    def skip(self, token: Token) -> None:
        self.scope.source.report("markdown-depth", start_of(token))
        for inner in self.tokens:
            if inner.level == token.level and inner.nesting < 0:
                break


def align(token: Token) -> str:
    return str(token.attrs.get("style", "")).removeprefix("text-align:")
