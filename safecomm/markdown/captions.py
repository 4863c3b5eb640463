"""Tables, pictures and their captions."""

import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from markdown_it.token import Token

from safecomm.markdown.blocks import IDENTIFIER, MOST_COLUMNS, Caption, Picture, Text
from safecomm.markdown.inlines import Scope, read_inlines
from safecomm.markdown.parser import inline_tokens
from safecomm.markdown.source import HolderPlaces, Source, start_of
from safecomm.markdown.traversal import calls, plain_text

PIPE = re.compile(r"(?<!\\)\|")
# The line beneath a header; in a paragraph it shows that the header has another number of columns.
RULER = re.compile(r"^(?=.*-)(?=.*\|)[ \t|:-]+$", re.MULTILINE)
NAMED = re.compile(r"\{#([^{}\n]*)\}$")


def report_columns(header: Token, width: int, source: Source) -> None:
    if width > MOST_COLUMNS:
        source.report("table-columns", start_of(header), found=width, limit=MOST_COLUMNS)


def report_width(row: Token, width: int, source: Source) -> None:
    """Counts in the line of the file: the tokens have already been made to fit."""
    cells = PIPE.split(source.lines[start_of(row)].lstrip(" \t>").rstrip())
    found = len(cells) - (not cells[0]) - (not cells[-1])
    if found != width:
        source.report("table-row", start_of(row), found=found, width=width)


def report_broken(holder: Token, source: Source) -> None:
    if match := RULER.search(holder.content):
        source.report("table-broken", *HolderPlaces(source, holder).at(match.start()))


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


def read_picture(holder: Token, line: int, scope: Scope) -> Picture | None:
    """None for a paragraph that holds anything else; notes have no pictures."""
    if scope.in_note or not holder.content.startswith("!["):
        return None
    tokens = inline_tokens(holder.content, scope.env)
    if [token.type for token in tokens] != ["image"]:
        return None
    scope.linked.add(tokens[0].meta.get("label", ""))
    return _picture(tokens[0], holder, line, scope)


def _picture(token: Token, holder: Token, line: int, scope: Scope) -> Picture:
    place = HolderPlaces(scope.source, holder).at(0)
    address = unquote(str(token.attrs["src"]))
    if "title" in token.attrs:
        scope.source.report("picture-title", *place, title=token.attrs["title"])
    path = project_path(scope.source.path, address)
    if path is None:
        scope.source.report("picture-address", *place, address=address)
    description = read_inlines(Token("inline", "", 0, map=holder.map, content=token.content.strip()), scope)
    if not all(isinstance(inline, Text) for inline in description):
        scope.source.report("picture-description", *place)
    elif not plain_text(description).strip():
        scope.source.report("picture-without-description", *place)
    return Picture(path or "", plain_text(description), line)


def project_path(file: str, address: str) -> str | None:
    """Where an address in `file` leads in the project; None if it is no relative path with `/`."""
    if not address or address.startswith("/") or not {":", "\\"}.isdisjoint(address):
        return None
    return normpath(join(dirname(file), address))
