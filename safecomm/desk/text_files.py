"""The content files that hold text, and where on the desk each stands as it is."""

from collections.abc import Set
from urllib.parse import quote

from safecomm.build_id import digested_files
from safecomm.content.file import FOLDER
from safecomm.desk.desk import Desk

TEXTS = (".md", ".yaml", ".csv")


def text_files(desk: Desk) -> Set[str]:
    """By their paths in the project."""
    found = digested_files(desk.project / FOLDER)
    return {"/".join((FOLDER, *parts)) for parts, _ in found if parts[-1].endswith(TEXTS)}


def text_address(path: str, line: int = 0) -> str:
    return f"/text/{quote(path.removeprefix(f'{FOLDER}/'))}{f'#{line}' if line else ''}"
