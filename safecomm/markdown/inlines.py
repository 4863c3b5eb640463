"""The running text of one paragraph, heading or cell: emphasis, links, references, breaks and calls of footnotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token
from markdown_it.utils import EnvType

from safecomm.diagnostic import brief, nearest_name
from safecomm.markdown.accessibility import code_of_link_text
from safecomm.markdown.blocks import (
    IDENTIFIER,
    KINDS,
    Block,
    Emphasis,
    Footnote,
    HardBreak,
    Inline,
    Link,
    Reference,
    Span,
    Strong,
    Text,
)
from safecomm.markdown.foreign_markup import INNOCENT
from safecomm.markdown.parser import LANGUAGE, inline_tokens, starts_a_line
from safecomm.markdown.source import FORBIDDEN, HolderPlaces, Source, start_of
from safecomm.markdown.traversal import NUMBER, plain_text
from safecomm.markdown.typography import typeset

REFERENCE = tuple(f"{kind}:" for kind in KINDS)
ADDRESS = re.compile(r"https?://[^/?#]|mailto:[^?]|tel:.", re.IGNORECASE)
DEEPEST = 8
# The call of a note and a reference stand in the line like a word.
WORD = "a"
# Characters that are text wherever they stand; all others, and blanks at the ends of lines, may be markup.
TEXT = r"\w ,.;:()/'’\"”“–%+\-"
MARKUP = re.compile(rf"[^{TEXT}\n]")
REFUSED = {"code_inline": "markdown-code", "image": "markdown-image"}


@dataclass
class Scope:
    """What the texts of one file share: the problems, the notes by label, and what has been called so far."""

    source: Source
    env: EnvType
    language: str
    notes: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)
    linked: set[str] = field(default_factory=set)
    in_note: bool = True


def read_inlines(holder: Token, scope: Scope, in_cell: bool = False) -> tuple[Inline, ...]:
    """`holder` is markdown-it's token for the running text of a block; in a table's cell `<br>` breaks the line."""
    if holder.content and is_plain(holder.content):
        return (Text(typeset(holder.content.replace("\n", " "), scope.language)),)
    tokens = inline_tokens(holder.content, scope.env)
    if any(token.level > DEEPEST for token in tokens):
        scope.source.report("markdown-depth", start_of(holder))
        return ()
    return InlineReader(holder, HolderPlaces(scope.source, holder), scope, iter(tokens), scope.language, in_cell).until(
        ""
    )


def is_plain(text: str) -> bool:
    """Whether no sign in it can be markup, as in most texts: then the parser need not look."""
    # Single searches are twice as fast as one for alternatives.
    if "_" in text or " \n" in text or "\n " in text or MARKUP.search(text):
        return False
    return not any(mark in text for mark in INNOCENT)


@dataclass
class InlineReader:
    holder: Token
    places: HolderPlaces
    scope: Scope
    tokens: Iterator[Token]
    language: str
    in_cell: bool

    def until(self, close: str) -> tuple[Inline, ...]:
        inlines: list[Inline] = []
        for token in self.tokens:
            if token.type == close:
                break
            inlines += self.inline(token)
        return tuple(join_texts(inlines, self.language))

    def inline(self, token: Token) -> Iterator[Inline]:
        match token.type:
            case "text" | "text_special" | "softbreak":
                yield self.text(token)
            case "hardbreak":
                yield HardBreak()
            case "em_open":
                yield Emphasis(self.until("em_close"))
            case "strong_open":
                yield Strong(self.until("strong_close"))
            case "link_open":
                yield self.link(token)
            case "span_open":
                yield self.span(token)
            case "footnote_ref":
                yield from self.footnote(token)
            case _:
                yield from self.refuse(token)

    def text(self, token: Token) -> Text:
        """A special text is an entity (or an escape), and may be a character that the file itself must not hold."""
        if token.type == "text_special" and (FORBIDDEN.search(token.content) or token.content == "\n"):
            self.report("character-forbidden", token, character=token.markup)
        return Text(" " if token.type == "softbreak" else token.content)

    def link(self, token: Token) -> Link | Reference:
        self.scope.linked.add(token.meta.get("label", ""))
        destination, title = str(token.attrs["href"]), str(token.attrs.get("title", ""))
        children = self.address() if token.markup == "autolink" else self.until("link_close")
        if code := code_of_link_text(children):
            self.report(code, token, text=plain_text(children).strip())
        if destination.startswith(REFERENCE):
            return self.reference(token, destination, children)
        if not ADDRESS.match(destination):
            nearest = nearest_name(destination.partition(":")[0], KINDS) if ":" in destination else None
            self.report("link-destination", token, nearest and f"{nearest}:…", destination=destination)
        if not plain_text(children).strip():
            self.report("link-empty", token)
        if match := FORBIDDEN.search(title):
            self.report("character-forbidden", token, character=f"U+{ord(match[0]):04X}")
        return Link(destination, re.sub(r"\s*\n\s*", " ", title), children)

    def address(self) -> tuple[Text]:
        """What an autolink shows: the address, letter for letter."""
        shown = next(self.tokens)
        next(self.tokens)
        return (Text(shown.content),)

    def reference(self, token: Token, destination: str, children: tuple[Inline, ...]) -> Reference:
        kind, _, identifier = destination.partition(":")
        if not IDENTIFIER.fullmatch(identifier) or "title" in token.attrs or token.markup == "autolink":
            self.report("reference-malformed", token, reference=destination)
        if children and not plain_text(children).strip():
            self.report("link-empty", token)
        line, column = self.place(token)
        source = self.scope.source
        return Reference(kind, identifier, children, source.first_line + line, source.in_file(column))

    def span(self, token: Token) -> Span:
        match = LANGUAGE.fullmatch(token.info)
        if match is None:
            self.report("attributes-unknown", token, label=token.info)
        outer, self.language = self.language, match[2] if match else self.language
        children = self.until("span_close")
        if not plain_text(children).strip():
            self.report("markdown-empty", token)
        language, self.language = self.language, outer
        return Span(language, children)

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

    def refuse(self, token: Token) -> Iterator[HardBreak]:
        if self.in_cell and token.info == "markdown-break":
            yield HardBreak()
        elif token.type in ("unresolved", "foreign"):
            self.report(token.info, token, label=brief(token.content))
        else:
            self.scope.linked.add(token.meta.get("label", ""))
            self.report(REFUSED[token.type], token)

    def report(self, code: str, token: Token, nearest: str | None = None, **values: str) -> None:
        line, column = self.place(token)
        self.scope.source.report(code, line, column, nearest, **values)

    def place(self, token: Token) -> tuple[int, int]:
        # A link notes the place after its bracket.
        return self.places.at(start_of(token) - (token.type == "link_open" and token.markup != "autolink"))


def join_texts(inlines: list[Inline], language: str) -> Iterator[Inline]:
    """The same with neighbouring texts as one, typeset, and without empty ones."""
    texts: list[str] = []
    before = ""
    for inline in inlines:
        if isinstance(inline, Text):
            texts.append(inline.value)
        else:
            yield from typeset_texts(texts, language, before)
            texts.clear()
            before = plain_text((inline,)).replace(NUMBER, WORD)[-1:] or WORD
            yield inline
    yield from typeset_texts(texts, language, before)


def typeset_texts(texts: list[str], language: str, before: str) -> Iterator[Text]:
    if text := "".join(texts):
        yield Text(typeset(text, language, before))
