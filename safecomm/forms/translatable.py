"""Every text of the content that has a translation or should, as its files write it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, get_origin

from safecomm.content import yaml_data
from safecomm.content.content import Content, Language
from safecomm.content.field_types import LocalizedText, Record, field_types, prose_fields, translated_fields
from safecomm.content.file import FOLDER, text_of
from safecomm.content.folder import KINDS, translated
from safecomm.content.markdown_parts import split_front_matter
from safecomm.content.placeholder import placeholder_in
from safecomm.content.record_files import record_name
from safecomm.content.records import Translated
from safecomm.content.validate import value_at
from safecomm.content.versions import TRANSLATES, lines_of_file, version
from safecomm.content.yaml_data import Key, Value, fields_of
from safecomm.editing.fields import FieldEdit
from safecomm.editing.prose_edit import section_text
from safecomm.forms.row_mark import RowMark, digest
from safecomm.journal import content_bytes

NO_VERSION = "v00000000"
"""Of texts that stand beside their translations."""


class TranslatableText(NamedTuple):
    """`key` leads from the record to the text, `translation` is empty where there is none.

    Where the translation stands in a file of its own, `version` is what the original says now as a whole.
    """

    kind: str
    id: str
    language: Language
    key: Key
    original: str
    translation: str
    version: str = NO_VERSION

    @property
    def address(self) -> str:
        """Tells it from every other in the project."""
        return digest("\n".join((self.language, self.kind, self.id, *map(str, self.key))))

    @property
    def mark(self) -> RowMark:
        return RowMark(self.address, digest(self.original), digest(self.translation), self.version[1:])

    def edit(self, text: str) -> FieldEdit:
        """What makes the text its translation."""
        value = typed_value(KINDS[self.kind], self.key, text)
        if self.version == NO_VERSION:
            return FieldEdit(self.kind, self.id, (*self.key, self.language), value)
        return FieldEdit(self.kind, self.id, self.key, value, self.language)


class RecordTexts(NamedTuple):
    """Those of one record in one language; `follows` is the version of the original that its translation follows."""

    kind: str
    id: str
    language: Language
    texts: tuple[TranslatableText, ...]
    version: str = NO_VERSION
    follows: str = NO_VERSION

    @property
    def open_texts(self) -> tuple[TranslatableText, ...]:
        """What is not translated, and of a translation that follows another version all."""
        return tuple(text for text in self.texts if not text.translation or self.follows != self.version)


def translatable(content: Content, language: Language) -> Iterator[RecordTexts]:
    """By record, in the order in which readers are told of them."""
    for kind, records in content.records[content.source].kinds.items():
        for id_, record in records.items():
            data = content.places.sources[kind, id_][0]
            if data.path.endswith(".md"):
                found = texts_in_files(content, kind, id_, data.path, language)
            else:
                found = RecordTexts(kind, id_, language, tuple(texts_beside(content, kind, id_, record, language)))
            alone = set(record.one_language) if isinstance(record, Translated) else set()
            texts = (text for text in found.texts if text.key[0] not in alone and not placeholder_in(text.original))
            yield found._replace(texts=tuple(texts))


def texts_in_files(content: Content, kind: str, id_: str, path: str, language: Language) -> RecordTexts:
    """Of a record whose translation has a file of its own."""
    model, project = KINDS[kind], content.project
    data = content_bytes(project, path) or b""
    fields = (TRANSLATES, *(field for field in model.model_fields if field in translated_fields(model)))
    original = file_texts(data, path, model, fields)
    now = version(lines_of_file(model, text_of(data, path), path) or ())
    other = f"{FOLDER}/{record_name(kind, id_)}{translated(language)}"
    translation = file_texts(content_bytes(project, other), other, model, fields)
    texts = (
        TranslatableText(kind, id_, language, key, text, translation.get(key, ""), now)
        for key, text in original.items()
        if key != (TRANSLATES,)
    )
    return RecordTexts(kind, id_, language, tuple(texts), now, translation.get((TRANSLATES,), ""))


def file_texts(data: bytes | None, path: str, model: type[Record], fields: Iterable[str]) -> Mapping[Key, str]:
    """What a Markdown file says in these fields, as it is written; nothing of those that say nothing."""
    if data is None:
        return {}
    parts = split_front_matter(text_of(data, path), path)
    front, proses = fields_of(yaml_data.parse(parts.front, path).value), prose_fields(model)
    texts: dict[Key, str] = {}
    for field in fields:
        value = section_text(parts.body, proses, field) if field in proses else front.get(field)
        entries = {(field, key): part for key, part in value.items()} if isinstance(value, dict) else {(field,): value}
        texts |= {key: as_typed(part) for key, part in entries.items() if part}
    return texts


def texts_beside(
    content: Content, kind: str, id_: str, record: Record, language: Language
) -> Iterator[TranslatableText]:
    """Of a record in a YAML file, where each text stands in every language."""
    data, at = content.places.sources[kind, id_]
    model = type(record)
    keys = localized(record)
    if issubclass(model, Translated):
        keys = ((field,) for field in model.model_fields if field in translated_fields(model))
    for key in keys:
        value = value_at(data.value, (*at, *key))
        said = value if isinstance(value, dict) else {content.source: value}
        if original := as_typed(said.get(content.source)):
            yield TranslatableText(kind, id_, language, key, original, as_typed(said.get(language)))


def localized(value: object) -> Iterator[Key]:
    """Where in a record there are texts by language."""
    if isinstance(value, LocalizedText):
        yield ()
    elif isinstance(value, Record):
        for field, part in vars(value).items():
            yield from ((field, *key) for key in localized(part))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from ((number, *key) for key in localized(part))


def as_typed(value: object) -> str:
    """A list has a line for each entry."""
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value or "").strip("\n")


def typed_value(model: type[Record], key: Key, text: str) -> Value:
    """What was typed, as YAML holds it."""
    if key[0] in prose_fields(model):
        return text
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(key) == 1 and any(get_origin(part) is tuple for part in field_types(model, str(key[0]))):
        return list[Value](lines)
    return " ".join(lines)
