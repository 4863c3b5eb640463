"""The language that a project speaks, when its content cannot be read."""

import re
from pathlib import Path

from safecomm.content.content import FOLDER, SOURCE, TRANSLATION, Language
from safecomm.content.file import read_bytes
from safecomm.diagnostic import ContentError, Location

LINE = re.compile(rb"^language:[ \t]*[\"']?(sv|en)[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)


def spoken(project: Path) -> Language:
    """What the one line of content/community.md says, however broken the rest of the file is; else Swedish."""
    try:
        found = LINE.search(read_bytes(project / FOLDER / "community.md", Location(FOLDER)))
    except ContentError:
        return SOURCE
    return TRANSLATION if found and found[1] == b"en" else SOURCE
