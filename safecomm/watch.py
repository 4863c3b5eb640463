"""Changes in a project's folders while someone works on them, and which documents each touches."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from watchfiles import Change, watch

from safecomm.catalogue import DOCUMENTS, TEMPLATES, Document

CONTENT = "content"
PATIENCE = 300
"""How long to wait for a first change before saying that one waits, in milliseconds."""


def changes(project: Path) -> Iterator[list[str]]:
    """The files that changed, as paths in the project, each time some did; ends when the person stops it (Ctrl-C).

    The first are none: they say that from now on nothing is missed.
    """
    begun = False
    folders = [folder for folder in (project / CONTENT, project / TEMPLATES) if folder.is_dir()]
    root = project.resolve()
    for found in watch(
        *folders, watch_filter=is_work, raise_interrupt=False, rust_timeout=PATIENCE, yield_on_timeout=True
    ):
        if found or not begun:
            begun = True
            yield sorted({Path(path).resolve().relative_to(root).as_posix() for _, path in found})


def is_work(_change: Change, path: str) -> bool:
    """Hidden files and the lock files of open documents are none."""
    return not Path(path).name.startswith((".", "~$"))


def touched(changed: Iterable[str], documents: Collection[Document]) -> Sequence[Document]:
    """Those of the documents that the changed files may have an effect on."""
    found = {document for path in changed for document in reached(path)}
    return [document for document in DOCUMENTS if document in found and document in documents]


def reached(path: str) -> Iterator[Document]:
    """A translation reaches its language, a template its document; all else in content/ reaches everything."""
    folder, _, name = path.partition("/")
    for document in DOCUMENTS:
        if folder == CONTENT:
            if not name.endswith(".en.md") or document.language == "en":
                yield document
        elif name in (f"{document.name}.docx", f"phrases.{document.language}.jinja"):
            yield document
