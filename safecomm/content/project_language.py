"""The languages of a project, and which one it speaks: known before its content is read, or when it cannot be."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from safecomm.content.file import FOLDER, read_bytes
from safecomm.diagnostic import ContentError, Location

if TYPE_CHECKING:
    from safecomm.content.content import Language

SOURCE: "Language" = "sv"
"""The language that holds the facts; a file in the other one, `<id>.en.md`, holds only what is translated."""
TRANSLATION: "Language" = "en"

LINE = re.compile(rb"^language:[ \t]*[\"']?(sv|en)[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)


def project_language(project: Path) -> "Language":
    """What the one line of content/community.md says, however broken the rest of the file is; else Swedish."""
    try:
        line = LINE.search(read_bytes(project / FOLDER / "community.md", Location(FOLDER)))
    except ContentError:
        return "sv"
    return "en" if line and line[1] == b"en" else "sv"
