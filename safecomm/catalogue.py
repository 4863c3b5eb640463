"""Which documents there are and what they are called; imports nothing, so that the command line knows them at once.

A new document is an entry here, the function that makes its view, its template and its phrases.
"""

import errno
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class DocumentKind(NamedTuple):
    """Word files made with `templates/<name>.docx`, of which the project writes one, or one in `every_language`.

    `title` may have tags too. `view` is where the function is found that makes of an edition what the template may
    show. Behind the PDF of one with `attachments` follow those of the project. What is not made `by_default`, a build
    makes that names it. Of one that can be made in parts, `part` is the option that says which, as the record or the
    year that it is about, and `parts` where the function is found that tells of the content which there are.
    """

    name: str
    every_language: bool
    title: str
    view: str
    attachments: bool = False
    by_default: bool = True
    part: str = ""
    parts: str = ""


DOCUMENT_KINDS = (
    DocumentKind("programme", False, "{{ facts.title }}", "safecomm.documents.programme:programme_view"),
    DocumentKind(
        "application",
        True,
        "{{ t.application_title[application.kind] }}: {{ community.name }}",
        "safecomm.documents.application:application_view",
        attachments=True,
    ),
    DocumentKind(
        "briefs",
        True,
        "{{ t.briefs_title }}: {{ facts.title }}",
        "safecomm.documents.briefs:briefs_view",
        by_default=False,
        part="record",
        parts="safecomm.documents.briefs:measures_of",
    ),
    DocumentKind(
        "followup",
        True,
        "{{ t.followup_title(year, network) }}: {{ community }}",
        "safecomm.documents.followup:followup_view",
        by_default=False,
        part="year",
        parts="safecomm.documents.followup:parts",
    ),
    DocumentKind(
        "summary",
        True,
        "{{ t.summary_form }}: {{ name }}",
        "safecomm.documents.summary:summary_view",
        by_default=False,
    ),
)


TRANSLATION = DocumentKind(
    "translation",
    True,
    "{{ t.translation_title }}: {{ community }}",
    "safecomm.forms.translation_out:translation_view",
)
COLLECT = DocumentKind(
    "collect",
    False,
    "{{ t.collect_title(year) }}: {{ organisation }}",
    "safecomm.forms.collect_out:collect_view",
)
FORM_KINDS = (TRANSLATION, COLLECT)
"""Word files that go out to be filled in and come back; no build makes them."""


PART = re.compile("[a-z0-9_-]+")
"""What the part of a document is called in its file's name."""


class Document(NamedTuple):
    """One Word file, `build/<name>.<language>.docx`, or `build/<name>.<part>.<language>.docx` of one part alone."""

    kind: DocumentKind
    language: str
    part: str = ""

    @property
    def name(self) -> str:
        return self.kind.name

    @property
    def stem(self) -> str:
        return ".".join(filter(None, (self.name, self.part, self.language)))


def documents(languages: Sequence[str]) -> tuple[Document, ...]:
    """Those of a project in these languages, of which the first is the source's: what it adopts is in that."""
    return tuple(
        Document(kind, language)
        for kind in DOCUMENT_KINDS
        for language in (languages if kind.every_language else languages[:1])
    )


def documents_matching(name: str, languages: Sequence[str]) -> tuple[Document, ...]:
    """`application` names all its languages, `application.en` one, `briefs.hearings.en` a part; empty if unknown."""
    kind, *part, language = name.split(".") if name.count(".") == 2 else (name, "")
    if part:
        whole = documents_matching(f"{kind}.{language}", languages) if PART.fullmatch(part[0]) else ()
        return tuple(document._replace(part=part[0]) for document in whole if document.kind.part)
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


def template_file(folder: Path, name: str) -> Path:
    """That of a form: in a folder of templates, else the program's."""
    own, packaged = (place / f"{name}.docx" for place in (folder, packaged_templates()))
    return own if own.is_file() else packaged


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
