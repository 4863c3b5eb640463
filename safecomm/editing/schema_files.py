"""The schemas as files of a project, content/.schemas/, and the line by which each content file names its own.

The list of ids lies beside them and is no part of them, so that a new id changes one file only. It has to be there in
a fresh clone: VS Code's language server drops all help when a schema that another refers to is missing.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from safecomm.content.file import FOLDER
from safecomm.content.folder import FOLDERS, TABLES, YEARLY
from safecomm.content.project_index import index_of_known_ids
from safecomm.content.project_language import project_language, project_languages
from safecomm.editing.schema import IDS, Schema, id_lists, names, schema
from safecomm.journal import content_bytes, only_writer, write_content
from safecomm.labels import Labels

HIDDEN = ".schemas"
"""Below content/, so that the two travel together; the loader passes over hidden folders."""

ID_LIST = f"{FOLDER}/{HIDDEN}/{IDS}"


def comment(name: str) -> str:
    """The line that editors look for, in a file of the kind or translation that the schema `name` is for."""
    kind = name.partition(".")[0]
    up = "../../" if kind in YEARLY else "../" if kind in FOLDERS | TABLES else ""
    return f"# yaml-language-server: $schema={up}{HIDDEN}/{name}.json"


def text(value: Schema) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


@only_writer
def write(project: Path) -> Path:
    """All schemas and the list of ids, to the folder that is returned."""
    files = schema_files(project)
    write_content(project, files, {path: content_bytes(project, path) for path in files})
    return project / FOLDER / HIDDEN


def schema_files(project: Path) -> dict[str, bytes]:
    """All schemas and the list of ids, by their paths in the project."""
    labels = Labels(project, project_language(project))
    languages = project_languages(project)
    files = {f"{name}.json": schema(name, labels, languages) for name in names(languages)}
    files[IDS] = id_lists(index_of_known_ids(project).ids, labels.language)
    return {f"{FOLDER}/{HIDDEN}/{name}": text(value).encode() for name, value in files.items()}


def id_file(project: Path, ids: Mapping[str, list[str]]) -> dict[str, bytes]:
    """The list of ids as a file to write, where the project has schemas."""
    if not (project / ID_LIST).parent.is_dir():
        return {}
    return {ID_LIST: text(id_lists(ids, project_language(project))).encode()}
