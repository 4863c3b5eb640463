"""Definitions of notes and links: taken out of the text they stand in, and all of them called exactly as written."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from markdown_it.token import Token

from safecomm.markdown.inlines import Scope
from safecomm.markdown.source import Source, start_of


@dataclass(frozen=True)
class Definitions:
    """The first definition of each label: a note's opening token and contents, a link's only token."""

    notes: dict[str, tuple[Token, list[Token]]] = field(default_factory=dict)
    links: dict[str, Token] = field(default_factory=dict)


def take_out(tokens: Iterable[Token], source: Source) -> tuple[list[Token], Definitions]:
    """The tokens of the text itself, and its definitions, which stand before or after their calls."""
    definitions = Definitions()
    streams: list[list[Token]] = [[]]
    for token in tokens:
        match token.type:
            case "footnote_reference_open":
                streams.append(_open_note(token, definitions, source, nested=len(streams) > 1))
            case "footnote_reference_close":
                streams.pop()
            case "definition":
                _add_link(token, definitions, source)
            case _:
                streams[-1].append(token)
    return streams[0], definitions


def _open_note(token: Token, definitions: Definitions, source: Source, *, nested: bool) -> list[Token]:
    label, contents = token.meta["label"], list[Token]()
    if nested:
        source.report("footnote-nested", start_of(token), label=label)
    first, _ = definitions.notes.setdefault(label, (token, contents))
    if first is not token:
        source.report("footnote-duplicate", start_of(token), label=label, first=source.first_line + start_of(first))
    return contents


def _add_link(token: Token, definitions: Definitions, source: Source) -> None:
    label = token.meta["label"]
    first = definitions.links.setdefault(token.meta["id"], token)
    if label.startswith("^"):
        source.report("footnote-label", start_of(token), label=label)
    if first is not token:
        source.report("link-duplicate", start_of(token), label=label, first=source.first_line + start_of(first))


def report_unused(definitions: Definitions, scope: Scope) -> None:
    for label, (token, _) in definitions.notes.items():
        if label not in scope.called:
            scope.source.report("footnote-unused", start_of(token), label=label)
    for key, token in definitions.links.items():
        if key not in scope.linked and not key.startswith("^"):
            scope.source.report("link-unused", start_of(token), label=token.meta["label"])
