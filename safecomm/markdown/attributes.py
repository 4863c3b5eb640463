"""`[phrase]{lang=en}`, a phrase in another language; no other attributes are known, and none turns into text.

The attrs plugin of mdit-py-plugins leaves out comments and what it does not know, takes the last of two languages, and
copies the rest of the paragraph at every bracket.
"""

import re

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline

ATTRIBUTES = re.compile(r"\{([^{}]{0,100})\}")
LANGUAGE = re.compile(r"\s*lang=(\"?)([a-z]{2,3}(?:-[A-Z]{2})?)\1\s*")
# What other programs read as attributes of the text or block beside it: {#id}, {.class}, {key=value}.
MEANT = re.compile(r"\{\s*(?:[#.][^\W\d]|[\w-]+=)[^{}\n]*\}")


def span(state: StateInline, silent: bool) -> bool:
    """Takes the text in brackets and whatever the braces right after it hold."""
    if state.src[state.pos] != "[":
        return False
    end = parseLinkLabel(state, state.pos)
    match = ATTRIBUTES.match(state.src, end + 1, state.posMax) if end > 0 else None
    if match is None:
        return False
    if not silent:
        state.push("span_open", "span", 1).info = match[1]
        state.pos, whole, state.posMax = state.pos + 1, state.posMax, end
        state.md.inline.tokenize(state)
        state.posMax = whole
        state.push("span_close", "span", -1)
    state.pos = match.end()
    return True


def stray(state: StateInline, silent: bool) -> bool:
    """Puts a mark before braces that are no text and that no rule took; the braces themselves stay text."""
    if not silent and state.src[state.pos] == "{" and (match := MEANT.match(state.src, state.pos, state.posMax)):
        mark = state.push("unresolved", "", 0)
        mark.info, mark.content = "attributes-misplaced", match[0]
    return False
