"""Where in the Markdown each character stands that a reader of the document sees."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from safecomm.markdown.blocks import CAPTIONS
from safecomm.review.run_text import OBJECT

# What opens a paragraph before its first character.
OPENING = re.compile(r"(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)]|#{1,6}|\[\^[^\]]+\]:)(?=[ \t]))*[ \t]*")
TOKEN = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<hard>(?:\\|\ {2,})\n[ \t>]*)
    | (?P<soft>[ \t]*\n[ \t>]*)
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|\w{1,30});)
    | (?P<note>\[\^[^\[\]\s]{1,100}\])
    | \[\]\((?P<reference>[^()\s]*)\)
    | <(?P<address>(?:https?|mailto|tel):[^<>\s]*)>
    | (?P<closed>\]\(\s*(?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)
        | \]\[[^\[\]]*\] | \]\{[^{}]*\})
    | (?P<mark>\*+|_+|\[|\])
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
TYPESET = {'"': '["”“]', "'": "['’‘]", "-": "[-–\u2011]", " ": "[ \u00a0]"}
"""A typed character and what the documents may show for it."""


class SourceSpan(NamedTuple):
    """The characters from `start` to `end` of the source, which no change of wording may take apart when `fixed`."""

    start: int
    end: int
    fixed: bool = False


class SourceToken(NamedTuple):
    """`pattern` matches what is shown, in a group where its length is not known before."""

    span: SourceSpan
    pattern: str
    length: int | None


def align(source: str, shown: str) -> list[SourceSpan] | None:
    """The place of every character that is shown; None where the source does not show just this."""
    tokens = list(read_tokens(source))
    match = re.fullmatch("".join(token.pattern for token in tokens), shown, re.DOTALL)
    if match is None:
        return None
    lengths = iter(match.groups(default=""))
    counted = ((token.span, len(next(lengths)) if token.length is None else token.length) for token in tokens)
    return [span for span, length in counted for _ in range(length)]


def read_tokens(source: str) -> Iterator[SourceToken]:
    opening = OPENING.match(source)
    for match in TOKEN.finditer(source, opening.end() if opening else 0):
        yield read_token(match)


def read_token(match: re.Match[str]) -> SourceToken:
    span, kind, text = SourceSpan(*match.span()), match.lastgroup, match[match.lastgroup or 0]
    if kind in ("escaped", "other", "hard", "soft"):
        shown = {"hard": "\n", "soft": " "}.get(kind, text)
        return SourceToken(span, TYPESET.get(shown, re.escape(shown)), 1)
    return SourceToken(span._replace(fixed=True), *markup(kind or "", text))


def markup(kind: str, text: str) -> tuple[str, int | None]:
    """The pattern of what it shows, and its length where that is known."""
    match kind:
        case "note":
            return OBJECT, 1
        case "reference":
            # The title of a record is not known here; the number of a caption stands in a field.
            return (OBJECT, 1) if text.partition(":")[0] in CAPTIONS else ("(.+?)", None)
        case "closed":
            return "", 0
        case "mark":
            # Literal where it shows.
            return f"({re.escape(text)})?", None
        case _:
            shown = unescape(text) if kind == "entity" else text
            return re.escape(shown), len(shown)
