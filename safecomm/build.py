"""The whole run: content to documents to files."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, NamedTuple

from safecomm.audit.audit import audit_package
from safecomm.build_id import build_id
from safecomm.catalogue import Document, phrases_file, templates
from safecomm.content.content import Content, Language
from safecomm.content.load import load
from safecomm.content.record_memory import RecordMemory
from safecomm.diagnostic import ContentError, Diagnostic, Location, Severity, nearest_name, problem
from safecomm.documents.edition import Edition
from safecomm.documents.untranslated import in_its_own_words
from safecomm.drafts import store
from safecomm.drafts.kept import BUILD, DOCUMENT, KeptDraft
from safecomm.output import write
from safecomm.rules.all_rules import check, document_gaps
from safecomm.rules.rule_finding import Finding
from safecomm.twin.twin import TextMemory, to_text
from safecomm.word.contents import headings
from safecomm.word.document import RenderedPackage, render
from safecomm.word.own_parts import Properties
from safecomm.word.template import read_template
from safecomm.word.view_texts import facts_in

if TYPE_CHECKING:
    from safecomm.pdf_export import PdfExport

View = tuple[object, ...]
"""A record of documents/views.py."""


class Built(NamedTuple):
    """A document made but not yet written; without a PDF where none is asked for, or where the earlier one will do.

    A final document is no `draft`.
    """

    document: Document
    docx: bytes
    twin: str
    draft: KeptDraft | None
    pdf: bytes | None = None
    attached: tuple[str, ...] = ()
    """The paths of the files whose pages follow its own in the PDF."""
    unnumbered: bool = False
    """Its table of contents waits for Word to put in the page numbers."""


class Run(NamedTuple):
    """What one build made; `gaps` are in `language`, `named` is from `named_files`.

    `faults` are those of LibreOffice, which stop no Word file; `refused` are the gaps for which documents of one
    language are not final.
    """

    language: Language
    built: tuple[Built, ...]
    gaps: tuple[Diagnostic, ...]
    named: Mapping[str, bool]
    faults: tuple[Diagnostic, ...] = ()
    refused: tuple[Diagnostic, ...] = ()


def build(
    project: Path,
    documents: Sequence[Document],
    final: bool,
    language: Language | None,
    memory: RecordMemory | None = None,
    chapters: TextMemory | None = None,
    *,
    decided: bool = False,
) -> Run:
    """Every document in memory; raises ContentError when content or templates have errors (with `final`: or gaps).

    Those that are being `decided` are final. `memory` and `chapters` are those of the last build, for the next one.
    """
    content = load(project, memory)
    require_parts(content, documents)
    language = language or content.language
    findings = check(content, language)
    gaps = tuple(finding.diagnostic for finding in findings)
    require_buildable(gaps)
    refused = refused_documents(content, documents, findings, language) if final else {}
    stopping = tuple({id(gap): gap for stops in refused.values() for gap in stops}.values())
    if refused.keys() >= set(documents):
        raise ContentError(stopping)
    folder, state = templates(project), build_id(project)
    wanted = [document for document in documents if document not in refused]
    built = tuple(make(content, document, folder, state, final, decided, chapters) for document in wanted)
    return Run(language, built, gaps, named_files(content), refused=stopping)


def named_files(content: Content) -> dict[str, bool]:
    """The files beside the content of which it says that they are there, and whether they are."""
    files: set[str | None] = set()
    for records in content.records.values():
        files.update(appendix.file for appendix in records.programme.appendices)
        files.update(attachment.file for attachment in records.attachments.values())
    return {file: content.has_file(file) for file in files if file}


def require_parts(content: Content, documents: Sequence[Document]) -> None:
    """Raises ContentError where a part is asked for that a document does not have."""
    unknown = []
    for kind, part in dict.fromkeys((document.kind, document.part) for document in documents if document.part):
        known: Collection[str] = resolve_name(kind.parts)(content)
        if part not in known:
            place, nearest = Location(f"--{kind.part}"), nearest_name(part, known)
            unknown.append(problem("unknown-part", place, nearest=nearest, document=kind.name, part=part))
    if unknown:
        raise ContentError(unknown)


def require_buildable(diagnostics: Sequence[Diagnostic]) -> None:
    """Raises ContentError with the errors that the rules found."""
    if errors := [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR]:
        raise ContentError(errors)


def refused_documents(
    content: Content, documents: Sequence[Document], findings: Sequence[Finding], language: Language
) -> Mapping[Document, Sequence[Diagnostic]]:
    """Those that cannot be final, and why: a gap that concerns one edition stops the documents of its language only."""
    found = [*findings, *document_gaps(content, language, {document.name for document in documents})]
    gaps = [finding for finding in found if finding.diagnostic.severity is Severity.WARNING]
    stops = {document: [gap.diagnostic for gap in gaps if concerns(gap, document)] for document in documents}
    return {document: stopping for document, stopping in stops.items() if stopping}


def concerns(gap: Finding, document: Document) -> bool:
    of_document = not gap.document or (gap.document == document.name and document.part in gap.parts)
    return of_document and gap.edition in (None, document.language)


def make(
    content: Content,
    document: Document,
    folder: Path,
    build_id: str,
    final: bool,
    decided: bool = False,
    chapters: TextMemory | None = None,
) -> Built:
    package, seen = render_document(content, document, folder, build_id, final, decided)
    if faults := audit_package(package, f"{folder.name}/{document.name}.docx", package.printed):
        raise ContentError(faults)
    draft = None if final else KeptDraft(build_id, document.stem, package.data, package.marks, facts_in(seen))
    attached = content.attached(document.language) if document.kind.attachments else {}
    return Built(document, package.data, to_text(package, chapters), draft, attached=tuple(attached))


def render_document(
    content: Content, document: Document, folder: Path, build_id: str, final: bool, decided: bool = False
) -> tuple[RenderedPackage, View]:
    """The document and what it shows; the build id, which a draft also prints, stands in the properties of its file."""
    shown = in_its_own_words(content, document.language)
    edition = Edition(shown, document.language, final=final, decided=decided, part=document.part)
    template = read_template(folder / f"{document.name}.docx", phrases_file(folder, document.language))
    origin = {BUILD: build_id, DOCUMENT: document.stem}
    community, words = edition.records.community.name, edition.community_words()
    properties = Properties(document.kind.title, community, document.language, origin, words)
    seen = view(edition, document)
    return render(template, seen, properties, None if final else build_id, content.pictures), seen


def view(edition: Edition, document: Document) -> View:
    """What the document's template may show."""
    made: View = resolve_name(document.kind.view)(edition)
    return made


def publish(project: Path, run: Run, output: Path, *, final: bool, pdf: bool, tell: Callable[[str], None]) -> Run:
    """The run with PDFs if asked for, and with page numbers in final documents; or with LibreOffice's faults."""
    documents = {built.document.stem: built.docx for built in run.built if pdf or headings(built.docx)}
    if not documents:
        return run
    # pikepdf is needed by few runs.
    from safecomm.pdf.attached import read_attached
    from safecomm.pdf_export import export_pdfs

    earlier = {stem: read_if_there(output / f"{stem}.pdf") for stem in documents}
    try:
        files = {path: read_attached(project, path) for built in run.built if pdf for path in built.attached}
        attached = {built.document.stem: [files[path] for path in built.attached if pdf] for built in run.built}
        exports = export_pdfs(documents, earlier, tell, attached)
    except ContentError as fault:
        return run._replace(faults=tuple(fault.diagnostics))
    return run._replace(
        built=tuple(with_export(built, exports.get(built.document.stem), final, pdf) for built in run.built)
    )


def read_if_there(file: Path) -> bytes:
    """Empty where nothing can be read."""
    try:
        return file.read_bytes()
    except OSError:
        return b""


def with_export(built: Built, export: "PdfExport | None", final: bool, pdf: bool) -> Built:
    if export is None:
        return built
    return built._replace(
        docx=export.docx if final else built.docx,
        pdf=export.pdf if pdf and not export.kept else None,
        unnumbered=export.unnumbered,
    )


def keep(project: Path, run: Run) -> list[Diagnostic]:
    """Keeps the drafts for the reviews to come; what hinders that is told, and hinders nothing else."""
    try:
        store.keep(project, [built.draft for built in run.built if built.draft])
    except ContentError as fault:
        reasons = ((hindrance.location, hindrance.message(run.language)) for hindrance in fault.diagnostics)
        return [problem("draft-not-kept", location, reason=reason) for location, reason in reasons]
    return []


class DocumentFiles(NamedTuple):
    """Where a document stands, whether or not it has a PDF."""

    docx: Path
    twin: Path
    pdf: Path


def document_files(made: Built, output: Path) -> DocumentFiles:
    return DocumentFiles(*(output / f"{made.document.stem}.{ending}" for ending in ("docx", "md", "pdf")))


def file_contents(built: Sequence[Built], output: Path) -> dict[Path, bytes]:
    """Each document, its twin and its new PDF."""
    contents: dict[Path, bytes] = {}
    for made in built:
        files = document_files(made, output)
        contents |= {files.docx: made.docx, files.twin: made.twin.encode()}
        contents |= {} if made.pdf is None else {files.pdf: made.pdf}
    return contents


def save(built: Sequence[Built], output: Path) -> list[DocumentFiles]:
    """Writes all that there is of the documents, or nothing, and tells where each stands."""
    write(file_contents(built, output))
    return [document_files(made, output) for made in built]
