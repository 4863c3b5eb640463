"""Which documents there are and what they are called; imports nothing, so that the command line knows them at once.

A new document is an entry here, the function that makes its view, its template and its phrases.
"""

import errno
import os
from pathlib import Path
from typing import Literal, NamedTuple


class DocumentKind(NamedTuple):
    """Word files made with `templates/<name>.docx`, one for each language; `title` may have tags too.

    `view` is where the function is found that makes of an edition what the template may show.
    """

    name: str
    languages: tuple[Literal["sv", "en"], ...]
    title: str
    view: str


DOCUMENT_KINDS = (
    DocumentKind("programme", ("sv",), "{{ facts.title }}", "safecomm.documents.programme:programme_view"),
    DocumentKind(
        "application",
        ("en", "sv"),
        "{{ t.application_title }}: {{ community.name }}",
        "safecomm.documents.application:application_view",
    ),
)


class Document(NamedTuple):
    """One Word file, `build/<name>.<language>.docx`."""

    kind: DocumentKind
    language: Literal["sv", "en"]

    @property
    def name(self) -> str:
        return self.kind.name

    @property
    def stem(self) -> str:
        return f"{self.name}.{self.language}"


DOCUMENTS = tuple(Document(kind, language) for kind in DOCUMENT_KINDS for language in kind.languages)


def documents_matching(name: str) -> tuple[Document, ...]:
    """`application` names both languages, `application.en` one; empty for an unknown name."""
    return tuple(document for document in DOCUMENTS if name in (document.name, document.stem))


CONTENT, TEMPLATES = "content", "templates"
"""The folders of a project."""


def templates(project: Path) -> Path:
    """The folder of the project's own templates and phrases, else of the program's, which is whole."""
    own = project / TEMPLATES
    if own.is_dir():
        return own
    folder = packaged_templates()
    for document in DOCUMENTS:
        for name in (f"{document.name}.docx", f"phrases.{document.language}.jinja"):
            if not (folder / name).is_file():
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder / name))
    return folder


def packaged_templates() -> Path:
    """Inside the program when it is installed, beside it in a checkout."""
    installed, beside = (folder / TEMPLATES for folder in (Path(__file__).parent, Path(__file__).parents[1]))
    return installed if installed.is_dir() or not beside.is_dir() else beside
