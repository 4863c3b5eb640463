"""Brings older content to today's form: only the lines of the fields that had another form change."""

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from safecomm.content import yaml_data
from safecomm.content.file import FOLDER, text_of
from safecomm.content.folder import TABLES, list_folder
from safecomm.content.markdown_parts import split_front_matter
from safecomm.content.migration import MIGRATIONS, Migration, migrate
from safecomm.content.project_language import project_languages
from safecomm.content.record_files import record_name
from safecomm.content.revision import position, revise
from safecomm.content.yaml_data import Data, Key
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.journal import content_bytes, only_writer, write_content


@only_writer
def migrate_project(project: Path) -> list[Path]:
    """The files that it has written; raises ContentError, and then has written none."""
    before = {path: data for path in paths_with_migrations(project) if (data := content_bytes(project, path))}
    files = {path: migrate_file(data, path) for path, data in before.items()}
    write_content(project, files, before)
    return [project / path for path, data in files.items() if data != before[path]]


def paths_with_migrations(project: Path) -> list[str]:
    listing = list_folder(project / FOLDER, project_languages(project))
    return [
        f"{FOLDER}/{record_name(kind, id_)}{'.yaml' if kind in TABLES else '.md'}"
        for kind in MIGRATIONS
        for id_ in sorted(listing.record_ids(kind))
    ]


def migrate_file(data: bytes, path: str) -> bytes:
    today = front_data(data, path)
    needed = migrate(kind_of(path), today)
    after = data
    for migration in needed:
        after = rewrite_field(after, path, migration)
    if needed and not says(after, path, today):
        raise ContentError([problem("cannot-migrate", front_data(data, path).keys[needed[0].field,])])
    return after


def kind_of(path: str) -> str:
    return path.split("/")[1].split(".")[0]


def front_data(data: bytes, path: str) -> Data:
    lines, first = front_lines(data, path)
    return yaml_data.parse("\n".join(lines), path, first)


def front_lines(data: bytes, path: str) -> tuple[list[str], int]:
    """The lines that hold the fields, and the number of the first one."""
    text = text_of(data, path)
    if path.endswith(".yaml"):
        return text.split("\n"), 1
    parts = split_front_matter(text, path)
    return f"{parts.front}\n".split("\n"), parts.front_line


def rewrite_field(data: bytes, path: str, migration: Migration) -> bytes:
    text, places = text_of(data, path), front_data(data, path).keys
    start, stop = lines_of_field(places[migration.field,].line, places, *front_lines(data, path))
    begin, end = position(text, Location(path, start)), position(text, Location(path, stop))
    return revise(data, path, [(begin, end, migration.write(text[begin:end]))])


def lines_of_field(start: int, places: Mapping[Key, Location], lines: list[str], first: int) -> tuple[int, int]:
    """The first and the one after the last; comments and empty lines above the next field are that one's."""
    below = [place.line for key, place in places.items() if len(key) == 1 and place.line > start]
    stop = min(below, default=first + len(lines) - 1)
    while stop > start + 1 and re.match(r"\s*$|#", lines[stop - 1 - first]):
        stop -= 1
    return start, stop


def says(data: bytes, path: str, today: Data) -> bool:
    """Whether the file says what it was read as; not every way of writing YAML can be changed line by line."""
    with suppress(ContentError):
        return front_data(data, path).value == today.value
    return False
