"""Markdown to blocks: every character of the text is either in them or in a diagnostic with its line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from markdown_it.token import Token
from markdown_it.utils import EnvType

from safecomm.diagnostic import Diagnostic
from safecomm.markdown.accessibility import report_structure
from safecomm.markdown.blocks import Block
from safecomm.markdown.containers import BlockReader
from safecomm.markdown.inlines import Scope
from safecomm.markdown.parser import parser
from safecomm.markdown.source import Source, start_of

LINE_END = re.compile(r"\r\n?|\n")


def parse(
    text: str, path: str, first_line: int, language: str, indent: int = 0
) -> tuple[tuple[Block, ...], list[Diagnostic]]:
    """The blocks of `text`, which begins at `first_line` of the file; they are whole only if nothing is reported.

    `path` is the file's in the project, which the paths of its pictures begin from; `language` is that of the text,
    and `indent` how far the file has it in from its margin.
    """
    source = Source(path, first_line, LINE_END.split(text), indent)
    env: EnvType = {}
    body, definitions = part_definitions(parser().parse("\n".join(source.lines), env), source)
    scope = Scope(source, env, language)
    # The notes first: a call carries its whole note, wherever in the text that is defined.
    for label, (opened, contents) in definitions.notes.items():
        scope.notes[label] = BlockReader(iter(contents), scope).contents(opened, "")
    scope.in_note = False
    blocks = BlockReader(iter(body), scope).until("")
    report_unused(definitions, scope)
    report_structure(blocks, scope.notes.values(), source)
    return blocks, sorted(source.problems, key=lambda fault: (fault.location, fault.code))


@dataclass(frozen=True)
class Definitions:
    """The first definition of each label: a note's opening token and contents, a link's only token."""

    notes: dict[str, tuple[Token, list[Token]]] = field(default_factory=dict)
    links: dict[str, Token] = field(default_factory=dict)


def part_definitions(tokens: Iterable[Token], source: Source) -> tuple[list[Token], Definitions]:
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
