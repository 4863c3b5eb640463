"""Changes in a project's folders while someone works on them, and which documents each reaches."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from watchfiles import Change, watch

from safecomm.catalogue import TEMPLATES, Document, documents
from safecomm.stray_files import is_stray

CONTENT = "content"
LOOK = 300
"""How long to wait for a change, in milliseconds."""


def changes(project: Path) -> Iterator[list[str]]:
    """The files that changed since the last look, as paths in the project; ends when the person stops it (Ctrl-C).

    From the first look on, nothing is missed.
    """
    folders = [folder for folder in (project / CONTENT, project / TEMPLATES) if folder.is_dir()]
    root = project.resolve()
    for changed in watch(
        *folders, watch_filter=is_work, raise_interrupt=False, rust_timeout=LOOK, yield_on_timeout=True
    ):
        yield sorted({Path(path).resolve().relative_to(root).as_posix() for _, path in changed})


def is_work(_change: Change, path: str) -> bool:
    return not is_stray(Path(path).name)


def documents_reached(changed: Iterable[str], languages: Sequence[str]) -> set[Document]:
    """Those of a project in the `languages` that may look different after the changes."""
    return {document for path in changed for document in documents(languages) if reaches(path, document, languages)}


def reaches(path: str, document: Document, languages: Sequence[str]) -> bool:
    """A template reaches its document, phrases their language; all else in content/ reaches everything.

    But a translation reaches only the kinds that are published in its language: there the other edition shows what
    the translation lacks.
    """
    folder, _, name = path.partition("/")
    if folder != CONTENT:
        return name in (f"{document.name}.docx", f"phrases.{document.language}.jinja")
    translated = any(name.endswith(f".{language}.md") for language in languages[1:])
    return document.kind.every_language or not translated
