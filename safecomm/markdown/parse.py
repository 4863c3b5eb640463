"""Markdown to blocks: every character of the text is either in them or in a diagnostic with its line."""

import re
from collections.abc import Iterator
from itertools import groupby

from markdown_it.token import Token
from markdown_it.utils import EnvType

from safecomm.diagnostic import Diagnostic
from safecomm.markdown.accessible import report_structure
from safecomm.markdown.blocks import Block
from safecomm.markdown.containers import BlockReader
from safecomm.markdown.definitions import report_unused, take_out
from safecomm.markdown.inlines import Scope
from safecomm.markdown.parser import parser
from safecomm.markdown.source import Source

LINE_END = re.compile(r"\r\n?|\n")
# A line that begins with a letter opens no block but a paragraph (nor a typed list: `a)`); most texts have no others.
PARAGRAPHS = re.compile(r"(?:[^\W\d_](?!\\?\)).*\n|\n)*")


def parse(text: str, path: str, first_line: int, language: str) -> tuple[tuple[Block, ...], list[Diagnostic]]:
    """The blocks of `text`, which begins at `first_line` of the file; they are whole only if nothing is reported.

    `path` is the file's in the project, which the paths of its pictures begin from; `language` is that of the text.
    """
    source = Source(path, first_line, LINE_END.split(text))
    env: EnvType = {}
    simple = PARAGRAPHS.fullmatch(text)
    body, definitions = take_out(paragraphs(source) if simple else parser().parse("\n".join(source.lines), env), source)
    scope = Scope(source, env, language)
    # The notes first: a call carries its whole note, wherever in the text that is defined.
    for label, (opened, contents) in definitions.notes.items():
        scope.notes[label] = BlockReader(iter(contents), scope).filled(opened, "")
    scope.in_note = False
    blocks = BlockReader(iter(body), scope).until("")
    report_unused(definitions, scope)
    if not simple:
        report_structure(blocks, scope.notes.values(), source)
    return blocks, sorted(source.problems, key=lambda each: (each.location, each.code))


def paragraphs(source: Source) -> Iterator[Token]:
    """What markdown-it makes of a text in which every line that is not empty belongs to a paragraph."""
    for filled, numbered in groupby(enumerate(source.lines), key=lambda each: bool(each[1])):
        if filled:
            numbers, lines = zip(*numbered, strict=True)
            place = [numbers[0], numbers[-1] + 1]
            yield Token("paragraph_open", "p", 1, map=place)
            yield Token("inline", "", 0, map=place, content="\n".join(lines).strip())
            yield Token("paragraph_close", "p", -1)
