"""The running text of one paragraph, heading or cell: emphasis, links, breaks and calls of footnotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token
from markdown_it.utils import EnvType

from safecomm.diagnostic import nearest_name
from safecomm.markdown.blocks import Block, Emphasis, Footnote, HardBreak, Inline, Link, Strong, Text
from safecomm.markdown.parser import inline_tokens, starts_a_line
from safecomm.markdown.plain import plain_text
from safecomm.markdown.source import FORBIDDEN, Places, Source, start_of

ADDRESS = re.compile(r"https?://[^/?#]|mailto:[^?]|tel:.", re.IGNORECASE)
DEEPEST = 8
# Characters that are text wherever they stand; all others, and blanks at the ends of lines, may be markup.
TEXT = r"\w ,.;:()/’”–%+\-"
MARKUP = re.compile(rf"[^{TEXT}\n]| \n|\n ")
REFUSED = {"code_inline": "markdown-code", "image": "markdown-image"}


@dataclass
class Scope:
    """What the texts of one file share: the problems, the notes by label, and what has been called so far."""

    source: Source
    env: EnvType
    notes: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)
    linked: set[str] = field(default_factory=set)
    in_note: bool = True


def read_inlines(holder: Token, scope: Scope) -> tuple[Inline, ...]:
    """`holder` is markdown-it's token for the running text of a block."""
    if holder.content and not MARKUP.search(holder.content):
        return (Text(holder.content.replace("\n", " ")),)
    tokens = inline_tokens(holder.content, scope.env)
    if any(token.level > DEEPEST for token in tokens):
        scope.source.report("markdown-depth", start_of(holder))
        return ()
    return InlineReader(holder, Places(scope.source, holder), scope, iter(tokens)).until("")


@dataclass
class InlineReader:
    holder: Token
    places: Places
    scope: Scope
    tokens: Iterator[Token]

    def until(self, close: str) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for token in self.tokens:
            if token.type == close:
                break
            found += self.inline(token)
        return tuple(joined(found))

    def inline(self, token: Token) -> Iterator[Inline]:
        match token.type:
            case "text" | "text_special":
                yield self.text(token)
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield HardBreak()
            case "em_open":
                yield Emphasis(self.until("em_close"))
            case "strong_open":
                yield Strong(self.until("strong_close"))
            case "link_open":
                yield self.link(token)
            case "footnote_ref":
                yield from self.footnote(token)
            case _:
                self.refuse(token)

    def text(self, token: Token) -> Text:
        """A special text is an entity (or an escape), and may be a character that the file itself must not hold."""
        if token.type == "text_special" and (FORBIDDEN.search(token.content) or token.content == "\n"):
            self.report("character-forbidden", token, character=token.markup)
        return Text(token.content)

    def link(self, token: Token) -> Link:
        self.scope.linked.add(token.meta.get("label", ""))
        destination, title = str(token.attrs["href"]), str(token.attrs.get("title", ""))
        children = self.until("link_close")
        if not ADDRESS.match(destination):
            self.report("link-destination", token, destination=destination)
        if not plain_text(children).strip():
            self.report("link-empty", token)
        if match := FORBIDDEN.search(title):
            self.report("character-forbidden", token, character=f"U+{ord(match[0]):04X}")
        return Link(destination, re.sub(r"\s*\n\s*", " ", title), children)

    def footnote(self, token: Token) -> Iterator[Footnote]:
        label, place = token.info, start_of(token)
        self.scope.called.add(label)
        if self.scope.in_note:
            self.report("footnote-nested", token, label=label)
        elif label not in self.scope.notes:
            nearest = nearest_name(label, self.scope.notes)
            # The note that was meant is not unused as well.
            self.scope.called.add(nearest or label)
            self.report("footnote-undefined", token, nearest=nearest, label=label)
        elif starts_a_line(self.holder.content, place) and self.holder.content.startswith("]:", place + 2 + len(label)):
            self.report("definition-misplaced", token, label=f"^{label}")
        else:
            yield Footnote(label, self.scope.notes[label])

    def refuse(self, token: Token) -> None:
        if token.type == "unresolved":
            self.report(token.info, token, label=token.content)
        else:
            self.scope.linked.add(token.meta.get("label", ""))
            self.report(REFUSED[token.type], token)

    def report(self, code: str, token: Token, *, nearest: str | None = None, **values: str) -> None:
        # A link notes the place after its bracket.
        position = start_of(token) - (token.type == "link_open" and token.markup != "autolink")
        line, column = self.places.at(position)
        self.scope.source.report(code, line, column, nearest=nearest, **values)


def joined(inlines: list[Inline]) -> Iterator[Inline]:
    """The same with neighbouring texts as one, and without empty ones."""
    texts: list[str] = []
    for inline in inlines:
        if isinstance(inline, Text):
            texts.append(inline.value)
        else:
            yield from whole(texts)
            texts.clear()
            yield inline
    yield from whole(texts)


def whole(texts: list[str]) -> Iterator[Text]:
    if text := "".join(texts):
        yield Text(text)
