"""Changes in a project's folders while someone works on them, and which documents each reaches."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from watchfiles import Change, watch

from safecomm.catalogue import CONTENT, DOCUMENTS, TEMPLATES, Document
from safecomm.stray_files import is_stray

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


def documents_reached(changed: Iterable[str]) -> set[Document]:
    """Those that may look different after the changes."""
    return {document for path in changed for document in DOCUMENTS if reaches(path, document)}


def reaches(path: str, document: Document) -> bool:
    """A template reaches its document, phrases their language; all else in content/ reaches everything.

    But a translation reaches only what is published in its language: there the other edition shows what the
    translation lacks.
    """
    folder, _, name = path.partition("/")
    if folder != CONTENT:
        return name in (f"{document.name}.docx", f"phrases.{document.language}.jinja")
    languages = {known.language for known in DOCUMENTS}
    translated = [language for language in languages if name.endswith(f".{language}.md")]
    return all(language in document.kind.languages for language in translated)
