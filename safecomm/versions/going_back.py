"""The content of an earlier version as that of today: a change like any other, by which nothing of today's is lost."""

import shutil
from pathlib import Path

from safecomm.build_id import digested_files
from safecomm.catalogue import CONTENT
from safecomm.comparison import one_message, open_version
from safecomm.content.content import Language
from safecomm.content.decided_files import DECISIONS_FILE, lying_there
from safecomm.content.folder import DECIDED
from safecomm.content.load import load
from safecomm.content.project_index import index_of_known_ids
from safecomm.editing.schema_files import id_file
from safecomm.journal import Undo, content_bytes, only_writer, write_content
from safecomm.versions.saving import save_version

LATEST = "HEAD"


@only_writer
def go_back(project: Path, version: str, why: str, community: str, language: Language) -> list[str]:
    """Writes the content of the version, and tells which files that changed; raises ContentError, and none has.

    What was not saved is saved as a version first, for that reason. What was decided since stays decided.
    """
    with open_version(project, version) as then:
        keep_decided(project, then.folder)
        with one_message(then, language):
            load(then.folder)
        ids = id_file(project, index_of_known_ids(then.folder).ids)
        wanted = content_files(then.folder)
    save_version(project, why, community)
    with open_version(project, LATEST) as now:
        gone = content_files(now.folder).keys() - wanted.keys()
    files: dict[str, bytes | None] = {**dict.fromkeys(gone), **wanted, **ids}
    before = {path: content_bytes(project, path) for path in files}
    changed = {path: data for path, data in files.items() if not is_same(before[path], data)}
    write_content(project, changed, before, proof=load, undo=Undo.KEEP)
    return sorted(changed)


def keep_decided(project: Path, folder: Path) -> None:
    """Puts the decisions of the project, as they are today, into the earlier version in the folder."""
    shutil.rmtree(folder / CONTENT / DECIDED, ignore_errors=True)
    (folder / DECISIONS_FILE).unlink(missing_ok=True)
    for path in (DECISIONS_FILE, *lying_there(project)):
        if (data := content_bytes(project, path)) is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)


def content_files(folder: Path) -> dict[str, bytes]:
    """By their paths in the project."""
    return {"/".join(parts): Path(file).read_bytes() for parts, file in digested_files(folder / CONTENT, CONTENT)}


def is_same(before: bytes | None, after: bytes | None) -> bool:
    """The line ends that a checkout made are no change."""
    if before is None or after is None:
        return before is after
    return before.replace(b"\r\n", b"\n") == after.replace(b"\r\n", b"\n")
