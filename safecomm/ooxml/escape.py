"""Text to XML: every character arrives as itself, or the text is refused."""

import re

from safecomm.diagnostic import brief

PRESERVED = '<w:t xml:space="preserve">'
SPECIAL = re.compile('[&<>"\x00-\x1f\u2011\ud800-\udfff\ufffe\uffff]')
NO_BREAK_HYPHEN = "\u2011"
IN_ATTRIBUTE = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
    NO_BREAK_HYPHEN: NO_BREAK_HYPHEN,
}
# In the text of a run Word shows tabs and line ends only as elements of their own; a hyphen that does not break is one
# in its font, where as a character it would come from another.
IN_RUN = {
    **IN_ATTRIBUTE,
    "\t": f"</w:t><w:tab/>{PRESERVED}",
    "\n": f"</w:t><w:br/>{PRESERVED}",
    NO_BREAK_HYPHEN: f"</w:t><w:noBreakHyphen/>{PRESERVED}",
}


class CharacterError(ValueError):
    """A character that no Word file can hold, and the text in which it stands."""

    def __init__(self, text: str, character: str) -> None:
        super().__init__(text, character)
        self.text, self.character = text, character


def run_text(text: str) -> str:
    """The text as it stands inside a `w:t` element that preserves its space."""
    return SPECIAL.sub(lambda match: _escape(match, IN_RUN), text)


def attribute_text(text: str) -> str:
    return SPECIAL.sub(lambda match: _escape(match, IN_ATTRIBUTE), text)


def _escape(match: re.Match[str], escapes: dict[str, str]) -> str:
    character = match[0]
    if character not in escapes:
        raise CharacterError(beginning(match.string), f"U+{ord(character):04X}")
    return escapes[character]


def beginning(text: str) -> str:
    """Enough of a text to know it by, in one printable line."""
    return brief("".join(character if character.isprintable() else " " for character in text[:200]))
