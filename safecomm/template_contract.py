"""What a template's designer asks: whether a template fits its document, and what it may show."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from pkgutil import resolve_name
from typing import get_type_hints

from safecomm.build import view
from safecomm.catalogue import (
    DOCUMENT_KINDS,
    FORM_KINDS,
    Document,
    DocumentKind,
    phrases_file,
    template_file,
    templates,
)
from safecomm.content.load import load
from safecomm.content.project_language import project_languages
from safecomm.diagnostic import Diagnostic
from safecomm.documents.edition import Edition
from safecomm.word.contract.contract_check import check_template
from safecomm.word.contract.view_fields import ViewField, fields


def check(project: Path, files: Iterable[Path]) -> list[Diagnostic]:
    """All that is wrong with the files, or else with all templates of the project; a file's name tells its document."""
    folder = templates(project)
    kinds = {kind.name: kind for kind in (*DOCUMENT_KINDS, *FORM_KINDS)}
    forms = (template_file(folder, kind.name) for kind in FORM_KINDS)
    files = list(files) or [*(folder / f"{kind.name}.docx" for kind in DOCUMENT_KINDS), *forms]
    faults: list[Diagnostic] = []
    for file in files:
        kind = kinds[file.stem]
        checked = check_template(file, phrases(file.parent, folder, project), view_type(kind), kind.title)
        faults += [fault for fault in checked if fault not in faults]
    return faults


def view_type(kind: DocumentKind) -> type:
    """The record whose fields the template may show."""
    view: type = get_type_hints(resolve_name(kind.view))["return"]
    return view


def phrases(beside: Path, folder: Path, project: Path) -> Iterator[Path]:
    """The phrases of every language of the project: those beside a template, else the project's."""
    for language in project_languages(project):
        name = f"phrases.{language}.jinja"
        yield beside / name if (beside / name).is_file() else phrases_file(folder, language)


def offered_fields(project: Path, documents: Iterable[Document]) -> Iterator[tuple[Document, list[ViewField]]]:
    """What each document's template may show, with examples from the project's content."""
    content = load(project)
    chosen: dict[str, Document] = {}
    for document in documents:
        # All languages of a document offer the same.
        if document.name not in chosen or document.language == content.language:
            chosen[document.name] = document
    for document in chosen.values():
        yield document, list(fields(view(Edition(content, document.language), document)))
