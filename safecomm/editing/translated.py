"""Confirms that a translation says what its original says now."""

import re
from collections.abc import Sequence
from pathlib import Path

from safecomm.content.content import FOLDER, TRANSLATION
from safecomm.content.file import read_text
from safecomm.content.folder import FOLDERS, KINDS, SINGLES
from safecomm.content.front_matter import split
from safecomm.content.versions import TRANSLATES, told_by, version
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.journal import only_writer, standing, write_content

ENDING = f".{TRANSLATION}.md"
LINE = re.compile(rf"^{TRANSLATES}\s*:.*$", re.MULTILINE)


@only_writer
def confirm(project: Path, files: Sequence[Path]) -> list[Path]:
    """Writes into each translation the version of its original; raises ContentError, and then writes none.

    A file may also be given as its original. The paths of the translations come back.
    """
    translations = [translation_of(file) for file in files]
    paths = {place_of(project, file)[0]: file for file in translations}
    before = {path: standing(project, path) for path in paths}
    write_content(project, {path: confirmed(project, file) for path, file in paths.items()}, before)
    return translations


def translation_of(file: Path) -> Path:
    return file if file.name.endswith(ENDING) else file.with_name(f"{file.stem}{ENDING}")


def confirmed(project: Path, file: Path) -> bytes:
    """The translation with the version of its original; all else stays, line ends included."""
    path, kind = place_of(project, file)
    original = file.with_name(f"{file.name.removesuffix(ENDING)}.md")
    said = told_by(KINDS[kind], read_text(original, path.replace(ENDING, ".md")), path)
    parts = split(read_text(file, path), path)
    if said is None:
        raise ContentError([problem("front-matter-missing", Location(path.replace(ENDING, ".md"), 1))])
    text = file.read_bytes().decode()
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    line = f"{TRANSLATES}: {version(said)}"
    last = parts.body_line - 2
    place = next((number for number in range(1, last) if LINE.match(lines[number])), None)
    lines[last if place is None else place : last if place is None else place + 1] = [line]
    return end.join(lines).encode()


def place_of(project: Path, file: Path) -> tuple[str, str]:
    """The path in the project and the kind of a translation file."""
    try:
        path = file.resolve().relative_to(project.resolve()).as_posix()
    except ValueError:
        path = file.as_posix()
    folder, *rest = path.removesuffix(ENDING).split("/")
    kind = rest[0] if rest else ""
    if folder != FOLDER or kind not in SINGLES | FOLDERS or len(rest) > 2:
        raise ContentError([problem("no-translation", Location(path))])
    return path, kind
