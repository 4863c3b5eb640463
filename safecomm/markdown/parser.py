"""The one Markdown parser, set up so that nothing which looks like markup turns into text without a mark."""

import re
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_block import StateBlock, paragraph
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin

from safecomm.markdown.blocks import KINDS
from safecomm.markdown.foreign_markup import take_foreign

# The plugin's own rule for calls seeks the bracket's end to the end of the text: 12 000 "[^" take it eight seconds.
CALL = re.compile(r"\[\^([^\[\]\s]{1,100})\]")
DEFINITION = re.compile(rf":\s*<?(?:https?|mailto|tel|{'|'.join(KINDS)}):", re.IGNORECASE)
ATTRIBUTES = re.compile(r"\{([^{}]{0,100})\}")
LANGUAGE = re.compile(r"\s*lang=(\"?)([a-z]{2,3}(?:-[A-Z]{2})?)\1\s*")
# What other programs read as attributes of the text or block beside it: {#id}, {.class}, {key=value}.
MEANT = re.compile(r"\{\s*(?:[#.][^\W\d]|[\w-]+=)[^{}\n]*\}")


class Parser(MarkdownIt):
    """Takes every address, for a refused one would become text; and shows `<address>` as it was written."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 (its name there)
        return True

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


class PlacedInline(StateInline):
    """Notes in `map` where in the paragraph each inline token begins; markdown-it does so for blocks only."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.map = [self.pos, self.pos]
        return token


def take_call(state: StateInline, silent: bool) -> bool:
    """Matches `[^label]` whether it is defined or not."""
    match = CALL.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).info = match[1]
    state.pos = match.end()
    return True


def take_caption(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A paragraph that begins with `: ` has tokens of its own, and ends a table or text that it directly follows."""
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith((": ", ":\t"), begin) or state.is_code_block(start):
        return False
    if not silent:
        paragraph(state, start, end, silent)
        state.tokens[-3].type, state.tokens[-1].type = "caption_open", "caption_close"
    return True


def mark_unresolved(state: StateInline, silent: bool) -> bool:
    """Puts a mark before a bracket that no rule took and that was meant for markup; the bracket itself stays text."""
    if not silent and state.src[state.pos] == "[" and (code_and_label := markup_meant(state)):
        mark = state.push("unresolved", "", 0)
        mark.info, mark.content = code_and_label
    return False


def markup_meant(state: StateInline) -> tuple[str, str] | None:
    """The code and the label of what the writer of the bracket at `state.pos` seems to have meant."""
    text, start = state.src, state.pos
    if text.startswith("[^", start):
        return "footnote-label", ""
    end = parseLinkLabel(state, start)
    if end < 0:
        return None
    if starts_a_line(text, start) and DEFINITION.match(text, end + 1):
        return "definition-misplaced", text[start + 1 : end]
    if text.startswith("(", end + 1):
        return "link-broken", text[start + 1 : end]
    if text.startswith("{", end + 1):
        return "attributes-unknown", text[end + 1 :].partition("}")[0][1:100]
    if text.startswith("[", end + 1) and not text.startswith("[^", end + 1):
        return undefined_link(state, start, end)
    before = text[max(start - 2, 0) : start]
    return ("footnote-inline", "") if before.endswith("^") and before != "\\^" else None


def undefined_link(state: StateInline, start: int, end: int) -> tuple[str, str] | None:
    """The second bracket of `[text][label]` or `[label][]`, if it is closed and there is a label at all."""
    close = parseLinkLabel(state, end + 1)
    label = state.src[end + 2 : close] or state.src[start + 1 : end]
    return ("link-undefined", label) if close > 0 and label.strip() else None


def starts_a_line(text: str, position: int) -> bool:
    return position == 0 or text[position - 1] == "\n"


@cache
def parser() -> Parser:
    """Parses blocks only; `inline_tokens` does the rest, paragraph by paragraph, once all definitions are known."""
    made = Parser("commonmark", {"html": True, "inline_definitions": True, "store_labels": True})
    made.use(footnote_plugin, inline=False, move_to_end=False)
    made.enable("table").disable(["inline", "text_join"])
    made.inline.ruler.at("html_inline", take_foreign)
    made.inline.ruler.at("footnote_ref", take_call)
    made.inline.ruler.after("footnote_ref", "span", take_span)
    made.inline.ruler.after("span", "unresolved", mark_unresolved)
    made.inline.ruler.after("unresolved", "stray", mark_stray_braces)
    made.block.ruler.after("code", "caption", take_caption, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    return made


def inline_tokens(text: str, env: EnvType) -> list[Token]:
    state = PlacedInline(text, parser(), env, [])
    parser().inline.tokenize(state)
    for finish in parser().inline.ruler2.getRules(""):
        finish(state)
    return state.tokens


def take_span(state: StateInline, silent: bool) -> bool:
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


def mark_stray_braces(state: StateInline, silent: bool) -> bool:
    """Puts a mark before braces that are no text and that no rule took; the braces themselves stay text."""
    if not silent and state.src[state.pos] == "{" and (match := MEANT.match(state.src, state.pos, state.posMax)):
        mark = state.push("unresolved", "", 0)
        mark.info, mark.content = "attributes-misplaced", match[0]
    return False
