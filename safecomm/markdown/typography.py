"""Typed characters to typeset ones: quotation marks, dashes, and what must not break, each one for one."""

import re

from safecomm.language import language_data

NBSP, NO_BREAK_HYPHEN = "\u00a0", "\u2011"
# Before the second half of a word whose first is left out: `skolor och -gårdar`.
LEADING_HYPHEN = re.compile(r"(?<=[ (])-(?=[^\W\d_])")
# Word breaks a line after any hyphen: `2008-10-` would stand alone in a narrow cell.
DATE = re.compile(r"(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])")
# A figure or a mark, of which many texts hold none.
SUSPECT = re.compile(r"[0-9\"']")
# Only where a number is meant for sure: `64 900`, `5 %`, `21 km²`; not `2008 100`.
NUMBER = re.compile(
    r"[0-9] (?=[%‰]|°C|(?:kr|kronor|kroner|tkr|mkr|mnkr|km²?|m²?|cm|mm|ha|kg)(?!\w))"
    r"|[0-9](?<![0-9]{4}) (?=[0-9]{3}(?![0-9]))"
)
STRAIGHT = re.compile(r"([\"'])")
# An opening mark stands at the beginning, or after one of these.
BEFORE_OPENING = re.compile(r"[\s(\[{/–—“‘]?")


def typeset(text: str, language: str, before: str = "") -> str:
    """`before` is the character that stands before the text; in an unknown language quotation marks stay straight."""
    if " - " in text:
        text = text.replace(" - ", " – ")
    if "-" in text:
        text = LEADING_HYPHEN.sub(NO_BREAK_HYPHEN, before + text)[len(before) :]
    if not SUSPECT.search(before + text):
        return text
    text = DATE.sub(_unbreak_hyphens, NUMBER.sub(_unbreak, before + text))[len(before) :]
    if not STRAIGHT.search(text):
        return text
    marks = language_data(language.partition("-")[0]).quotes
    return _set_marks(text, {'"': marks[:2], "'": marks[2:]}, before) if len(marks) == 4 else text


def _unbreak(match: re.Match[str]) -> str:
    return match[0][0] + NBSP


def _unbreak_hyphens(match: re.Match[str]) -> str:
    return match[0].replace("-", NO_BREAK_HYPHEN)


def _set_marks(text: str, marks: dict[str, str], before: str) -> str:
    pieces = []
    for piece in STRAIGHT.split(text):
        shown = marks[piece][not BEFORE_OPENING.fullmatch(before)] if piece in marks else piece
        pieces.append(shown)
        before = shown[-1:] or before
    return "".join(pieces)
