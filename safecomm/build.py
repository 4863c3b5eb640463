"""The whole run: content to documents to files."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import Document
from safecomm.content.content import FOLDER, Content, Language
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Diagnostic, Severity
from safecomm.documents.application import Gaps, application_view
from safecomm.documents.edition import Edition
from safecomm.documents.programme import programme_view
from safecomm.documents.views import ApplicationView, ProgrammeView
from safecomm.output import write
from safecomm.rules.check import asked, check
from safecomm.word.document import Properties, render
from safecomm.word.template import read_template
from safecomm.word.text import to_text

TEMPLATES = "templates"


class Built(NamedTuple):
    """A document made but not yet written."""

    document: Document
    docx: bytes
    twin: str


class Run(NamedTuple):
    """What one build made; `gaps` are in `language`."""

    language: Language
    built: tuple[Built, ...]
    gaps: tuple[Diagnostic, ...]


def build(project: Path, documents: Sequence[Document], final: bool, language: Language | None) -> Run:
    """Every document in memory; raises ContentError when content or templates have errors (with `final`: or gaps)."""
    content = load(project)
    language = language or content.language
    found = [finding.diagnostic for finding in check(content, language)]
    stopping = {Severity.ERROR, Severity.WARNING} if final else {Severity.ERROR}
    if any(each.severity in stopping for each in found):
        raise ContentError(found)
    folder = templates(project)
    build_id = None if final else digest([project / FOLDER, folder])
    return Run(language, tuple(make(content, each, folder, build_id) for each in documents), tuple(found))


def make(content: Content, document: Document, folder: Path, build_id: str | None) -> Built:
    edition = Edition(content, document.language)
    template = read_template(folder / f"{document.name}.docx", folder / f"phrases.{document.language}.jinja")
    properties = Properties(document.title, edition.records.community.name, document.language)
    package = render(template, view(edition, document), properties, build_id)
    return Built(document, package.data, to_text(package))


def view(edition: Edition, document: Document) -> ProgrammeView | ApplicationView:
    if document.name == "programme":
        return programme_view(edition)
    return application_view(edition, gaps(edition.content, edition.language))


def gaps(content: Content, language: Language) -> Gaps:
    """What is still missing as sentences, by criterion."""
    found: dict[str | None, list[str]] = defaultdict(list)
    for _, criterion, diagnostic in asked(content, language):
        message = diagnostic.message(language)
        found[criterion].append(f"{message[0].upper()}{message[1:]}.")
    return found


def templates(project: Path) -> Path:
    """The project's own templates, else those of the program: inside it when installed, beside it in a checkout."""
    package = Path(__file__).parent
    places = (project / TEMPLATES, package / TEMPLATES, package.parent / TEMPLATES)
    return next((place for place in places if place.is_dir()), places[-1])


def digest(folders: Iterable[Path]) -> str:
    """Eight hexadecimal digits that tell one state of content and templates from another."""
    sha = hashlib.sha256()
    for folder in folders:
        files = {each.relative_to(folder): each for each in folder.rglob("*") if each.is_file()}
        for name in sorted(files):
            # Hidden files and the lock files of open documents are no content.
            if not any(part.startswith((".", "~$")) for part in name.parts):
                # The line ends that a checkout made are none either.
                data = files[name].read_bytes().replace(b"\r\n", b"\n")
                sha.update(f"{name.as_posix()} {len(data)}\n".encode(errors="surrogateescape"))
                sha.update(data)
    return sha.hexdigest()[:8]


def save(built: Sequence[Built], output: Path) -> list[tuple[Path, Path]]:
    """Writes each document and its twin, all or none, and tells their paths."""
    paths = [(output / f"{each.document.stem}.docx", output / f"{each.document.stem}.md") for each in built]
    files: dict[Path, bytes] = {}
    for (docx, twin), each in zip(paths, built, strict=True):
        files |= {docx: each.docx, twin: each.twin.encode()}
    write(files)
    return paths
