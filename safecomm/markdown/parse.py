"""Markdown to blocks: every character of the text is either in them or in a diagnostic with its line."""

import re

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


def parse(text: str, path: str, first_line: int, language: str) -> tuple[tuple[Block, ...], list[Diagnostic]]:
    """The blocks of `text`, which begins at `first_line` of the file; they are whole only if nothing is reported.

    `path` is the file's in the project, which the paths of its pictures begin from; `language` is that of the text.
    """
    source = Source(path, first_line, LINE_END.split(text))
    env: EnvType = {}
    body, definitions = take_out(parser().parse("\n".join(source.lines), env), source)
    scope = Scope(source, env, language)
    # The notes first: a call carries its whole note, wherever in the text that is defined.
    for label, (opened, contents) in definitions.notes.items():
        scope.notes[label] = BlockReader(iter(contents), scope).filled(opened, "")
    scope.in_note = False
    blocks = BlockReader(iter(body), scope).until("")
    report_unused(definitions, scope)
    report_structure(blocks, scope.notes.values(), source)
    return blocks, sorted(source.problems, key=lambda each: (each.location, each.code))
