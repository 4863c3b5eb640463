"""The schemas as files of a project, content/.schemas/, and the line by which each content file names its own.

The list of ids lies beside them and is no part of them, so that a new id changes one file only. It has to be there in
a fresh clone: VS Code's language server drops all help when a schema that another refers to is missing.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from safecomm import output
from safecomm.content.content import FOLDER
from safecomm.content.folder import FOLDERS, KINDS, TABLES, list_folder
from safecomm.content.reading import Reading
from safecomm.diagnostic import ContentError
from safecomm.editing.schema import IDS, Schema, id_lists, names, schema

HIDDEN = ".schemas"
"""Below content/, so that the two travel together; the loader passes over hidden folders."""


def comment(name: str) -> str:
    """The line that editors look for, in a file of the kind or translation that the schema `name` is for."""
    kind = name.partition(".")[0]
    up = "../" if kind in FOLDERS | TABLES else ""
    return f"# yaml-language-server: $schema={up}{HIDDEN}/{name}.json"


def text(value: Schema) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def ids(project: Path) -> Mapping[str, list[str]]:
    """The ids of each kind; raises ContentError when a file that holds many cannot be read."""
    reading, listing = Reading(project / FOLDER), list_folder(project / FOLDER)
    for kind in KINDS:
        reading.read(kind, listing)
    if reading.unread:
        raise ContentError(reading.problems)
    return {kind: sorted(reading.ids(kind, listing)) for kind in KINDS}


def write(project: Path) -> Path:
    """All schemas and the list of ids, to the folder that is returned."""
    folder = project / FOLDER / HIDDEN
    files = {f"{name}.json": schema(name) for name in names()} | {IDS: id_lists(ids(project))}
    output.write({folder / name: text(value).encode() for name, value in files.items()})
    return folder


def write_ids(project: Path) -> None:
    """The list of ids alone, where the project has schemas."""
    folder = project / FOLDER / HIDDEN
    if folder.is_dir():
        output.write({folder / IDS: text(id_lists(ids(project))).encode()})
