"""Pictures: `![description](path)` alone in its paragraph, with the path that any Markdown program would follow."""

from posixpath import dirname, join, normpath
from urllib.parse import unquote

from markdown_it.token import Token

from safecomm.markdown.blocks import Picture, Text
from safecomm.markdown.inlines import Scope, read_inlines
from safecomm.markdown.parser import inline_tokens
from safecomm.markdown.plain import plain_text
from safecomm.markdown.source import HolderPlaces


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
    if not all(isinstance(each, Text) for each in description):
        scope.source.report("picture-description", *place)
    elif not plain_text(description).strip():
        scope.source.report("picture-without-description", *place)
    return Picture(path or "", plain_text(description), line)


def project_path(file: str, address: str) -> str | None:
    """Where an address in `file` leads in the project; None if it is no relative path with `/`."""
    if not address or address.startswith("/") or not {":", "\\"}.isdisjoint(address):
        return None
    return normpath(join(dirname(file), address))
