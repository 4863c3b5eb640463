"""What is not translated, or follows an earlier original, as a form for translators who have Word and nothing else."""

import re
from typing import NamedTuple

from safecomm.catalogue import TRANSLATION
from safecomm.content.content import Content, Language
from safecomm.content.folder import KINDS, SINGLES
from safecomm.documents.edition import Edition
from safecomm.forms.form_file import form_file
from safecomm.forms.translatable import TranslatableText, translatable
from safecomm.labels import Labels
from safecomm.language import language_name
from safecomm.markdown.blocks import Title

EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")


class TranslationRow(NamedTuple):
    """A text in paragraphs, of which the lines are those of the content; the label bears the row's mark."""

    label: Title
    original: tuple[str, ...]
    translation: tuple[str, ...]

    @property
    def asked(self) -> str:
        """What the row says on its left."""
        return "\n\n".join((self.label, *self.original))


class TranslatedRecord(NamedTuple):
    kind: str
    title: str
    rows: tuple[TranslationRow, ...]


class TranslationView(NamedTuple):
    community: str
    source: str
    target: str
    records: tuple[TranslatedRecord, ...]


def translation_file(content: Content, language: Language) -> tuple[bytes, int]:
    """The Word file, and how many texts it asks for; it is empty where there are none."""
    view = translation_view(Edition(content, language))
    texts = sum(len(record.rows) for record in view.records)
    return form_file(content, TRANSLATION, language, view) if texts else b"", texts


def has_open_texts(content: Content, language: Language) -> bool:
    return any(record.open_texts for record in translatable(content, language))


def translation_view(edition: Edition) -> TranslationView:
    content, language = edition.content, edition.language
    labels = Labels(content.project, language)
    records = (
        TranslatedRecord(
            labels.kind(record.kind),
            title_of(edition, record.kind, record.id),
            tuple(translation_row(text, labels) for text in record.open_texts),
        )
        for record in translatable(content, language)
        if record.open_texts
    )
    source, target = (language_name(spoken, language) for spoken in (content.source, language))
    return TranslationView(edition.records.community.name, source, target, tuple(records))


def title_of(edition: Edition, kind: str, id_: str) -> str:
    """What a record is known by; empty where there is only one of its kind."""
    return "" if kind in SINGLES else edition.title_of(kind, id_) or id_


def translation_row(text: TranslatableText, labels: Labels) -> TranslationRow:
    label = " – ".join((labels.field(KINDS[text.kind], str(text.key[0])), *map(str, text.key[1:])))
    return TranslationRow(Title(label, text.mark.name), paragraphs(text.original), paragraphs(text.translation))


def paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.rstrip() for line in EMPTY_LINES.split(text))
