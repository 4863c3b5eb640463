"""Changes in a project's folders while someone works on them, and which documents each reaches."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from watchfiles import Change, watch

from safecomm.catalogue import CONTENT, TEMPLATES, Document, documents
from safecomm.stray_files import is_stray

LOOK = 300
"""How long to wait for a change, in milliseconds."""


def changes(project: Path) -> Iterator[list[str]]:
    """The files that changed since the last look, as paths in the project; ends when the person stops it (Ctrl-C).

    From the first look on, nothing is missed. A folder that came, or is another than it was, is told by its own name.
    """
    root, watched = project.resolve(), watched_folders(project)
    replaced: set[str] = set()
    while True:
        for changed in watch(
            *watched, watch_filter=is_work, raise_interrupt=False, rust_timeout=LOOK, yield_on_timeout=True
        ):
            paths = {Path(path).resolve().relative_to(root).as_posix() for _, path in changed}
            yield sorted(paths | replaced)
            before, watched = watched, watched_folders(project)
            replaced = {folder.name for folder, _ in watched.items() ^ before.items()} | paths & {CONTENT, TEMPLATES}
            if replaced:
                # Git, or a program that synchronises: the system goes on telling of the folder that was there.
                break
        else:
            return


def watched_folders(project: Path) -> dict[Path, int]:
    """Those that are there, with what tells one from another of its name."""
    folders = (project / CONTENT, project / TEMPLATES)
    return {folder: folder.stat().st_ino for folder in folders if folder.is_dir()}


def is_work(_change: Change, path: str) -> bool:
    return not is_stray(Path(path).name)


def documents_reached(changed: Iterable[str], languages: Sequence[str]) -> set[Document]:
    """Those of a project in the `languages` that may look different after the changes."""
    return {document for path in changed for document in documents(languages) if reaches(path, document, languages)}


def reaches(path: str, document: Document, languages: Sequence[str]) -> bool:
    """A template reaches its document, phrases their language; a whole folder and all else in content/ everything.

    But a translation reaches only the kinds that are published in its language: there the other edition shows what
    the translation lacks.
    """
    folder, _, name = path.partition("/")
    if folder != CONTENT:
        return name in ("", f"{document.name}.docx", f"phrases.{document.language}.jinja")
    translated = any(name.endswith(f".{language}.md") for language in languages[1:])
    return document.kind.every_language or not translated
