"""One id changed everywhere or nowhere, whatever happens meanwhile."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from safecomm.content.file import FOLDER, read_bytes
from safecomm.content.folder import COLLECTIONS, FOLDERS, TABLES, endings
from safecomm.content.load import load, resolve
from safecomm.content.project_index import ProjectIndex, index_project
from safecomm.diagnostic import ContentError, Location, nearest_name, problem
from safecomm.editing.mentions import IdChange, rewrite_mentions
from safecomm.editing.new import check_id
from safecomm.editing.schema_files import id_file
from safecomm.journal import only_writer, write_content
from safecomm.stray_files import is_stray

RENAMED = [kind for kind in FOLDERS | COLLECTIONS | TABLES if kind != "criteria"]
READ = ("*.md", "*.yaml", "*/*.md", "*/*.yaml", "*/*.csv", ".schemas/ids.json")
"""What may name a record, or belong to it alone; below content/."""


@only_writer
def rename(project: Path, name: str, new: str) -> IdChange:
    """Changes the id `name` (or `kind/id`) to `new`; raises ContentError, and nothing has changed."""
    before = read_files(project)
    index = index_project(project)
    resolve(project, index)
    change = choose(index, name, new)
    files = move(change, before, replace_mentions(project, index, change))
    # The loader is the proof: a reference that was passed over would lead nowhere now.
    write_content(project, files, {path: before.get(path) for path in files}, proof=load)
    return change


def read_files(project: Path) -> dict[str, bytes]:
    """By their paths in the project."""
    files = [file for pattern in READ for file in (project / FOLDER).glob(pattern) if not is_stray(file.name)]
    paths = {file.relative_to(project).as_posix(): file for file in files if file.is_file()}
    return {path: read_bytes(file, Location(path)) for path, file in paths.items()}


def choose(index: ProjectIndex, name: str, new: str) -> IdChange:
    wanted, _, id_ = name.rpartition("/")
    kinds = [kind for kind, ids in index.ids.items() if id_ in ids and wanted in ("", kind)]
    place = Location(FOLDER)
    if not kinds:
        known = {id_ for kind in RENAMED for id_ in index.ids[kind]}
        raise ContentError([problem("unknown-id", place, nearest=nearest_name(id_, known), id=name)])
    if len(kinds) > 1:
        raise ContentError([problem("ambiguous-id", place, id=id_, kinds=", ".join(kinds), kind=kinds[0])])
    if kinds[0] not in RENAMED:
        raise ContentError([problem("fixed-id", place, id=id_)])
    check_id(new, FOLDER)
    if new in index.ids[kinds[0]]:
        raise ContentError([problem("id-taken", place, id=new)])
    return IdChange(kinds[0], id_, new)


def replace_mentions(project: Path, index: ProjectIndex, change: IdChange) -> dict[str, bytes]:
    """The files that name the record, and the list of ids, as they are to be."""
    ids = [change.new if id_ == change.old else id_ for id_ in index.ids[change.kind]]
    files = {
        file.relative_to(project).as_posix(): data for file, data in rewrite_mentions(project, index, change).items()
    }
    return files | id_file(project, {**index.ids, change.kind: sorted(ids)})


def move(change: IdChange, before: Mapping[str, bytes], files: Mapping[str, bytes]) -> dict[str, bytes | None]:
    """The files with the record's own, the translation among them, under their new names; None under the old ones."""
    moved: dict[str, bytes | None] = dict(files)
    for old, new in own_files(change):
        if old in before:
            if new in before:
                raise ContentError([problem("id-taken", Location(new), id=change.new)])
            moved[new] = files.get(old, before[old])
            moved[old] = None
    return moved


def own_files(change: IdChange) -> Iterator[tuple[str, str]]:
    """What the files of the record alone are called, and what they are to be called."""
    for ending in endings(change.kind) if change.kind not in COLLECTIONS else ():
        folder = f"{FOLDER}/{change.kind}"
        yield f"{folder}/{change.old}{ending}", f"{folder}/{change.new}{ending}"
