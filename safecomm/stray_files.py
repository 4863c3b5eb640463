"""Files in a project that nobody meant as work: what systems and editors leave behind, and copies of sync programs."""

import re
from collections.abc import Container

LEFT_BEHIND = re.compile(
    # Windows and macOS; Word, LibreOffice and what they were doing; Emacs, Vim and other editors.
    r"desktop\.ini|(eh)?thumbs(_vista)?\.db|\.ds_store|\._.*|icon\r"
    r"|~\$.*|\.~lock\..*|.*\.tmp"
    r"|#.*#|\.#.*|.*~|.*\.sw[op]",
    re.IGNORECASE | re.DOTALL,
)
COMPUTER = r"-(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{2,}"
"""OneDrive puts the name of the computer behind that of the file."""
COPY = (
    r"(?:(?i:kopia av|copy of) )?+(?P<stem>.+?)"
    rf"(?:{COMPUTER}|(?i:\.sync-conflict-[\w-]+|(?: ?\([0-9]+\)| ?\([^()]*(?:konflikt|conflict|kopia|copy)[^()]*\)"
    r"| [-–] (?:kopia|copy)| (?:kopia|copy)(?: [0-9]+)?| [0-9]+)+))?"
    r"(?P<ending>(?:\.[a-z]{2,3}(?=\.md))?\.\w+)?"
)
"""Not compiled here: most folders have none."""


def is_stray(name: str) -> bool:
    """Whether a file or folder is hidden, or left behind by a program: such are passed over everywhere."""
    return name.startswith(".") or is_left_behind(name)


def is_left_behind(name: str) -> bool:
    return LEFT_BEHIND.fullmatch(name) is not None


def original_of_copy(name: str, beside: Container[str]) -> str | None:
    """The name of the file of which a sync or file program has put a copy beside it; None for what is no copy."""
    match = re.fullmatch(COPY, name)
    original = f"{match['stem']}{match['ending'] or ''}" if match else name
    return original if original != name and original in beside else None
