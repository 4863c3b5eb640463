"""Any text as Markdown that shows it letter for letter, on code hosts too: for reports that people paste there."""

import html
import re

MARKS = re.compile(r"([\\`*_\[\]~|#>!])")
# Not that of an e-mail address, which has to stay one when it is copied.
CALLS = re.compile(r"(?:(?<!\w)@|#)(?=\w)")
# Keeps together what it stands between, and is not seen.
WORD_JOINER = "\u2060"


def escape_markdown(text: str) -> str:
    """Code hosts would call the person after an `@`, and link the number after a `#`."""
    uncalled = CALLS.sub(rf"\g<0>{WORD_JOINER}", text)
    return MARKS.sub(r"\\\1", html.escape(uncalled, quote=False))
