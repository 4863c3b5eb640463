"""Captions: the paragraph `: Text {#identifier}` after a table or a picture."""

import re

from markdown_it.token import Token

from safecomm.markdown.blocks import Caption
from safecomm.markdown.inlines import Scope, read_inlines
from safecomm.markdown.plain import calls
from safecomm.markdown.references import IDENTIFIER
from safecomm.markdown.source import HolderPlaces, start_of

NAMED = re.compile(r"\{#([^{}\n]*)\}$")


def read_caption(holder: Token, line: int, scope: Scope) -> Caption:
    text = holder.content.removeprefix(":").lstrip()
    named = NAMED.search(text)
    shown = Token("inline", "", 0, map=holder.map, content=text[: named.start()].rstrip() if named else text)
    if named and not IDENTIFIER.fullmatch(named[1]):
        scope.source.report("caption-identifier", start_of(holder), identifier=named[1])
    if not shown.content:
        scope.source.report("markdown-empty", start_of(holder))
    children = read_inlines(shown, scope)
    for call in calls(children):
        scope.source.report("caption-footnote", *HolderPlaces(scope.source, holder).at(0), label=call.label)
    return Caption(children, named[1] if named else "", line)
