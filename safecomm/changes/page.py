"""Changes as one page for a browser: what changed by record, what follows from it, and in each document's text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from safecomm.catalogue import known_languages
from safecomm.changes.change_lines import TEXT, DocumentChanges, event, label, subject_of
from safecomm.changes.compare import Changes, FieldChange, RecordChange
from safecomm.changes.pieces import Piece, Row
from safecomm.changes.twin_line import ChangedLine, read_row
from safecomm.content.content import Language
from safecomm.content.folder import KINDS
from safecomm.diagnostic import Diagnostic, quote
from safecomm.html.render import render_page
from safecomm.labels import Labels
from safecomm.messages.texts import texts_of
from safecomm.rules.rule_finding import record_name


class ShownPassage(NamedTuple):
    """Lines below their heading, each in the language that it is written in."""

    heading: str
    heading_language: str
    language: str
    lines: tuple[ChangedLine, ...]


class ShownChange(NamedTuple):
    """What j and k stop at: a sentence, whose first words say of what kind it is, or passages that changed."""

    passages: tuple[ShownPassage, ...] = ()
    word: str = ""
    sentence: str = ""


class PagePart(NamedTuple):
    """A record or a document with its changes; `record` is the name of one that is there now."""

    title: str
    changes: tuple[ShownChange, ...]
    record: str = ""


class PageSection(NamedTuple):
    heading: str
    parts: tuple[PagePart, ...]


def page(changes: Changes, documents: Sequence[DocumentChanges], old: str, new: str) -> bytes:
    sections = [*record_sections(changes), *document_sections(documents, changes.language)]
    return write_page(sections, old, new, changes.language)


def record_sections(changes: Changes) -> list[PageSection]:
    """What changed in the content, and what follows from it."""
    says = texts_of("changes", changes.language)
    parts = tuple(record_part(record, changes.labels) for record in changes.records)
    sections = [PageSection(says["records"], parts)] if parts else []
    if changes.appeared or changes.vanished:
        sections.append(PageSection(says["follows"], (PagePart("", tuple(consequences(changes))),)))
    return sections


def document_page(document: DocumentChanges, old: str, new: str, language: Language) -> bytes:
    return write_page(document_sections([document], language), old, new, language)


def write_page(sections: Sequence[PageSection], old: str, new: str, language: Language) -> bytes:
    texts = texts_of("changes", language)
    title = texts["heading"].format(old=old, new=new)
    return render_page(
        "changes", language=language, texts=texts, title=title, sections=sections, address_of=None
    ).encode()


def document_sections(documents: Sequence[DocumentChanges], language: Language) -> list[PageSection]:
    parts = tuple(
        PagePart(document.name, tuple(document_changes(document, language)))
        for document in documents
        if document.sections
    )
    return [PageSection(texts_of("changes", language)["documents"], parts)] if parts else []


def document_changes(document: DocumentChanges, language: Language) -> Iterator[ShownChange]:
    ending = document.name.rpartition(".")[2]
    written = ending if ending in known_languages() else language
    for heading, rows in document.sections:
        lines = tuple(line for row in rows for line in read_row(row))
        yield ShownChange((ShownPassage(heading, written, written, lines),))


def record_part(record: RecordChange, labels: Labels) -> PagePart:
    title, happened = titled_subject(record, labels), event(record, labels.language, TEXT)
    passages = tuple(field_passage(record.kind, field, labels) for field in record.fields)
    is_there = record.kind in KINDS and record.change != "removed"
    named = record_name(record.kind, record.id) if is_there else ""
    if record.change == "changed" and passages:
        return PagePart(title, tuple(ShownChange((passage,)) for passage in passages), named)
    if passages:
        return PagePart(f"{title} {happened}", (ShownChange(passages),), named)
    return PagePart(title, (ShownChange(sentence=happened),), named)


def titled_subject(record: RecordChange, labels: Labels) -> str:
    """By its title, where it has one beside its id."""
    if record.title and record.id != record.kind:
        return f"{labels.subject(record.kind)} {quote(record.title, labels.language)}"
    return subject_of(record, labels, TEXT)


def field_passage(kind: str, field: FieldChange, labels: Labels) -> ShownPassage:
    language = labels.language
    written = field.language or language
    value = ChangedLine("text", (value_row(field),))
    lines = [line for row in field.rows for line in read_row(row)] if field.rows else [value]
    return ShownPassage(label(kind, field.path, labels), language, written, tuple(lines))


def value_row(field: FieldChange) -> Row:
    """Short values as one line: what stayed, went and came, in that order."""
    kept = [value for value in field.old if value in field.new]
    went, came = field.went, field.came
    if not went and not came:
        went, came, kept = [*field.old], [*field.new], []
    parts: Row = (Piece("same", ", ".join(kept)), Piece("del", ", ".join(went)), Piece("ins", ", ".join(came)))
    return tuple(piece for part in parts if part.text for piece in (Piece("same", " "), part))[1:]


def consequences(changes: Changes) -> Iterator[ShownChange]:
    says = texts_of("changes", changes.language)
    for diagnostic in changes.appeared:
        yield consequence(diagnostic, says[f"appeared.{diagnostic.severity}"], changes.language)
    for diagnostic in changes.vanished:
        yield consequence(diagnostic, says["vanished"], changes.language)


def consequence(diagnostic: Diagnostic, word: str, language: Language) -> ShownChange:
    return ShownChange(word=f"{word}:", sentence=diagnostic.message(language))
