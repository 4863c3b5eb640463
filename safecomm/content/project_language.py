"""The languages of a project, and which one it speaks: known before its content is read, or when it cannot be."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from safecomm.content.file import FOLDER, read_bytes
from safecomm.diagnostic import ContentError, Location

if TYPE_CHECKING:
    from safecomm.content.content import Language

MESSAGES: tuple["Language", ...] = ("sv", "en")
"""The languages in which safecomm speaks to people."""
OLDER: tuple["Language", ...] = ("sv", "en")
"""Those of every project before there was a choice; also of one whose file does not say."""

LINES = re.compile(rb"^languages:[ \t]*(\[[^\]]*|[^\[\n]*(?:\n[ \t]*-[^\n]*)*)", re.MULTILINE)
CODE = re.compile(rb"[a-zA-Z][\w-]*")
OLDER_LINE = re.compile(rb"^language:[ \t]*[\"']?(sv|en)[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)


def project_languages(project: Path) -> tuple["Language", ...]:
    """The first is the source, which holds the facts; a file in another, `<id>.<language>.md`, only translations.

    This is what content/community.md says, however broken the rest of the file is.
    """
    return named_languages(community_file(project)) or OLDER


def project_language(project: Path) -> "Language":
    """The first of them that safecomm speaks, else English; an older file names it in so many words."""
    data = community_file(project)
    if line := OLDER_LINE.search(data):
        return line[1].decode()
    return spoken_of(named_languages(data))


def spoken_of(languages: Iterable["Language"]) -> "Language":
    return next((language for language in languages if language in MESSAGES), "en")


def named_languages(data: bytes) -> tuple["Language", ...]:
    lines = LINES.search(data)
    codes = CODE.findall(re.sub(rb"#[^\n]*", b"", lines[1])) if lines else ()
    return tuple(dict.fromkeys(code.decode(errors="replace") for code in codes))


def community_file(project: Path) -> bytes:
    """Empty where it cannot be read."""
    try:
        return read_bytes(project / FOLDER / "community.md", Location(FOLDER))
    except ContentError:
        return b""
