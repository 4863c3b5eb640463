"""Earlier versions of a file or a project, from Git where it is kept there; no other room asks Git anything."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from safecomm.device_names import DEVICES
from safecomm.git import LONGEST, HistoryError, Objects, ask_git, open_objects

MOST_FILES = 10_000
MOST_BYTES = 200_000_000
"""What one version may hold; a real project has some hundred files and a few MB."""
LONGEST_PATH = 500
PLAIN = re.compile(
    # Hidden files are no content, and one of them is `.git`.
    r"(?![.])"
    rf"(?!(?i:{DEVICES}) *(?:[.]|$))"
    r'[^\x00-\x1f\x7f/\\:<>"|?*]*[^\x00-\x1f\x7f/\\:<>"|?*. ]'
)
"""The names that are files of that folder on every system."""


FOLDER, FILES = "40000", ("100644", "100755", "100664")
"""Git's modes, of what is read: a link has 120000, a submodule 160000; old versions of Git wrote 100664."""


class TreeEntry(NamedTuple):
    mode: str
    id: str


def earlier_texts(project: Path, path: str) -> Iterator[str]:
    """What the file held in each version of it that Git has, newest first; nothing without Git or its history."""
    with suppress(HistoryError), open_objects(project) as objects:
        for (blob,) in earlier_versions(project, "blob", path):
            with suppress(HistoryError):
                if data := objects.read(blob, "blob"):
                    yield data.decode(errors="replace")


def earlier_projects(project: Path, *folders: str) -> Iterator[Path]:
    """The folders of the project in each version that Git has of them, newest first, each until the next is asked for.

    They lie outside the project, always in the same place: only what differs is written. Raises HistoryError where
    Git hands out nothing, and in the end where the time did not suffice for all of them.
    """
    check_repository(project)
    with open_objects(project) as objects, TemporaryDirectory(prefix="safecomm-") as place:
        copy = Copy(Path(place), objects)
        for trees in earlier_versions(project, "tree", *folders):
            with suppress(HistoryError):
                copy.show(list_files(objects, dict(zip(folders, trees, strict=True))))
                yield copy.folder
            if objects.ended:
                raise HistoryError("git-stopped", seconds=LONGEST)


def export(project: Path, revision: str, folder: Path, *names: str) -> None:
    """Writes those of the project's folders that a revision has into an empty folder.

    Neither the working tree nor the index is touched. Raises HistoryError.
    """
    check_repository(project)
    commit = resolve(project, revision)
    whole, root = object_ids(project, "tree", [f"{commit}^{{tree}}", f"{commit}:./"])
    if not whole:
        raise HistoryError("revision-not-exported")
    with open_objects(project) as objects:
        entries = read_tree(objects, root) if root else {}
        trees = {name: entries[name].id for name in names if name in entries and entries[name].mode == FOLDER}
        Copy(folder, objects).show(list_files(objects, trees))


def check_repository(project: Path) -> None:
    """Raises HistoryError where Git hands out nothing."""
    answer = ask_git(project, "rev-parse", "--git-dir")
    if owned := re.search(r"safe\.directory (.+)", answer.errors):
        raise HistoryError("git-not-owned", folder=printable(owned[1]))
    if "not a git repository" in answer.errors:
        raise HistoryError("no-git")
    if answer.failed:
        raise HistoryError("git-fails", reason=printable(answer.errors.strip().partition("\n")[0]))


def printable(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())


def resolve(project: Path, revision: str) -> str:
    """The commit that a person means; raises HistoryError."""
    # What begins with a hyphen would be an option, and no revision does.
    if not revision.startswith("-") and "\0" not in revision:
        answer = ask_git(project, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if not answer.failed:
            return answer.output.decode().strip()
    if not ask_git(project, "rev-list", "--all", "--max-count=1").output:
        raise HistoryError("no-commit")
    raise HistoryError("unknown-revision")


def earlier_versions(project: Path, kind: str, *paths: str) -> Iterator[tuple[str, ...]]:
    """Git's ids of the paths in each commit that it still has, newest first, each combination once.

    Those of side branches count, merged or not, and those that were amended; so does what is left of a history
    that is not whole.
    """
    commits = ask_git(project, "rev-list", "--all", "--reflog").output.decode().split()
    ids = iter(object_ids(project, kind, [f"{commit}:./{path}" for commit in commits for path in paths]))
    versions = dict.fromkeys(zip(*[ids] * len(paths), strict=False))
    return (version for version in versions if any(version))


def object_ids(project: Path, kind: str, names: Sequence[str]) -> list[str]:
    """Empty for each name that leads to nothing of that kind: a folder that was a link is none."""
    form = "--batch-check=%(objectname) %(objecttype)"
    answer = ask_git(project, "cat-file", "--buffer", form, lines=names)
    words = [line.split() for line in answer.output.decode(errors="replace").splitlines()]
    ids = [first if last == kind else "" for first, *_, last in words]
    # Git may have ended before the last one.
    return (ids + [""] * len(names))[: len(names)]


def list_files(objects: Objects, folders: Mapping[str, str]) -> dict[str, str]:
    """The id of each file by its path below the project, of folders by their ids; raises HistoryError.

    Neither links nor submodules are files, and nothing has a name that leads out of its folder.
    """
    files: dict[str, str] = {}
    seen, pending = 0, [(name, tree) for name, tree in folders.items() if tree]
    while pending:
        above, tree = pending.pop()
        for name, entry in read_tree(objects, tree).items():
            path = f"{above}/{name}"
            seen += 1
            if seen > MOST_FILES:
                raise HistoryError("revision-too-big")
            if not PLAIN.fullmatch(name) or len(path) > LONGEST_PATH:
                continue
            if entry.mode == FOLDER:
                pending.append((path, entry.id))
            elif entry.mode in FILES:
                files[path] = entry.id
    return files


def read_tree(objects: Objects, id_: str) -> dict[str, TreeEntry]:
    """What a folder holds, by name; raises HistoryError."""
    data = objects.read(id_, "tree")
    if data is None:
        raise HistoryError("revision-not-exported")
    entries = re.finditer(rb"([0-7]+) ([^\0]+)\0(.{%d})" % (len(id_) // 2), data, re.DOTALL)
    return {
        name.decode(errors="surrogateescape"): TreeEntry(mode.decode(), id_.hex())
        for mode, name, id_ in (entry.groups() for entry in entries)
    }


class Copy:
    """A folder that shows one version of the project after another."""

    def __init__(self, folder: Path, objects: Objects) -> None:
        self.folder, self.objects = folder, objects
        self.ids: dict[str, str] = {}
        self.sizes: dict[str, int] = {}
        self.size = 0

    def show(self, files: Mapping[str, str]) -> None:
        """Raises HistoryError, and may then have written some of the files."""
        for path in self.ids.keys() - files.keys():
            self.remove(path)
        for path, id_ in files.items():
            if self.ids.get(path) != id_:
                self.write(path, id_)

    def write(self, path: str, id_: str) -> None:
        data = self.objects.read(id_, "blob")
        if data is None:
            raise HistoryError("revision-not-exported")
        size = self.size - self.sizes.get(path, 0) + len(data)
        if size > MOST_BYTES:
            raise HistoryError("revision-too-big")
        file = self.folder / path
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        except (FileExistsError, FileNotFoundError, IsADirectoryError, NotADirectoryError, UnicodeError):
            # What Git tells apart by name, this computer may not.
            raise HistoryError("revision-not-exported") from None
        self.ids[path], self.sizes[path], self.size = id_, len(data), size

    def remove(self, path: str) -> None:
        """With the folders that it leaves empty: the loader would take them for something."""
        del self.ids[path]
        self.size -= self.sizes.pop(path)
        file = self.folder / path
        file.unlink(missing_ok=True)
        with suppress(OSError):
            while (file := file.parent) != self.folder:
                file.rmdir()
