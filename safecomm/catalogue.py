"""Which documents there are and what they are called; imports nothing, so that the command line knows them at once.

A new document is an entry here, the function that makes its view, its template and its phrases.
"""

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class DocumentKind(NamedTuple):
    """Word files made with `templates/<name>.docx`, of which the project writes one, or one in `every_language`.

    `title` may have tags too. `view` is where the function is found that makes of an edition what the template may
    show. Behind the PDF of one with `attachments` follow those of the project.
    """

    name: str
    every_language: bool
    title: str
    view: str
    attachments: bool = False


DOCUMENT_KINDS = (
    DocumentKind("programme", False, "{{ facts.title }}", "safecomm.documents.programme:programme_view"),
    DocumentKind(
        "application",
        True,
        "{{ t.application_title[application.kind] }}: {{ community.name }}",
        "safecomm.documents.application:application_view",
        attachments=True,
    ),
)


class Document(NamedTuple):
    """One Word file, `build/<name>.<language>.docx`."""

    kind: DocumentKind
    language: str

    @property
    def name(self) -> str:
        return self.kind.name

    @property
    def stem(self) -> str:
        return f"{self.name}.{self.language}"


def documents(languages: Sequence[str]) -> tuple[Document, ...]:
    """Those of a project in these languages, of which the first is the source's: what it adopts is in that."""
    return tuple(
        Document(kind, language)
        for kind in DOCUMENT_KINDS
        for language in (languages if kind.every_language else languages[:1])
    )


def documents_matching(name: str, languages: Sequence[str]) -> tuple[Document, ...]:
    """`application` names all its languages, `application.en` one; empty for an unknown name."""
    return tuple(document for document in documents(languages) if name in (document.name, document.stem))


CONTENT, TEMPLATES = "content", "templates"
"""The folders of a project."""


def templates(project: Path) -> Path:
    """The folder of the project's own templates and phrases, else of the program's, which is whole."""
    own = project / TEMPLATES
    if own.is_dir():
        return own
    folder = packaged_templates()
    for name in (*(f"{kind.name}.docx" for kind in DOCUMENT_KINDS), "phrases.en.jinja"):
        if not (folder / name).is_file():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder / name))
    return folder


def phrases_file(folder: Path, language: str) -> Path:
    """The phrases of a language: in a folder of templates, else the program's; there may be none."""
    own, packaged = (place / f"phrases.{language}.jinja" for place in (folder, packaged_templates()))
    return own if own.is_file() else packaged


def known_languages(project: Path | None = None) -> list[str]:
    """Those that documents can be in: a file of phrases is all that a language needs."""
    folders = [packaged_templates(), *([templates(project)] if project else [])]
    files = (file for folder in folders for file in folder.glob("phrases.*.jinja"))
    return sorted({file.name.split(".")[1] for file in files})


def packaged_templates() -> Path:
    return packaged(TEMPLATES)


def packaged_guides() -> Path:
    """The documentation."""
    return packaged("docs")


def packaged(name: str) -> Path:
    """A folder that is inside the program when it is installed, beside it in a checkout."""
    installed, beside = (folder / name for folder in (Path(__file__).parent, Path(__file__).parents[1]))
    return installed if installed.is_dir() or not beside.is_dir() else beside
