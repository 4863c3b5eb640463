"""Markdown to blocks: every character of the text is either in them or in a diagnostic with its line."""

import re
from collections.abc import Iterator
from itertools import groupby

from markdown_it.utils import EnvType

from safecomm.diagnostic import Diagnostic
from safecomm.markdown.blocks import Block, Paragraph, Text
from safecomm.markdown.containers import BlockReader
from safecomm.markdown.definitions import report_unused, take_out
from safecomm.markdown.inlines import TEXT, Scope
from safecomm.markdown.parser import parser
from safecomm.markdown.source import Source

LINE_END = re.compile(r"\r\n?|\n")
# Lines that begin with a letter open no block but a paragraph; most texts are like that, and need no parser.
PLAIN = re.compile(rf"(?:[^\W\d_][{TEXT}]*(?<! )\n|\n)*")


def parse(text: str, path: str, first_line: int) -> tuple[tuple[Block, ...], list[Diagnostic]]:
    """The blocks of `text`, which begins at `first_line` of the file; they are whole only if nothing is reported."""
    source = Source(path, first_line, LINE_END.split(text))
    if PLAIN.fullmatch(text):
        return tuple(plain_paragraphs(source)), []
    env: EnvType = {}
    body, definitions = take_out(parser().parse("\n".join(source.lines), env), source)
    scope = Scope(source, env)
    # The notes first: a call carries its whole note, wherever in the text that is defined.
    for label, (opened, tokens) in definitions.notes.items():
        scope.notes[label] = BlockReader(iter(tokens), scope).filled(opened, "")
    scope.in_note = False
    blocks = BlockReader(iter(body), scope).until("")
    report_unused(definitions, scope)
    return blocks, sorted(source.problems, key=lambda each: (each.location, each.code))


def plain_paragraphs(source: Source) -> Iterator[Paragraph]:
    """The paragraphs of a text that holds nothing else: runs of lines that are not empty."""
    for filled, numbered in groupby(enumerate(source.lines, source.first_line), key=lambda each: bool(each[1])):
        if filled:
            lines = list(numbered)
            yield Paragraph((Text(" ".join(line for _, line in lines)),), lines[0][0])
