"""What an edition shows of texts that nobody has translated: what it can say in its own language, it does.

That is what is still to be filled in, and what a country is called; all else stays in the language of the source.
"""

from collections.abc import Iterator

from safecomm.content.content import Content, Language, Records, RecordsByLanguage
from safecomm.content.field_types import LocalizedText, Record
from safecomm.content.placeholder import placeholder_in
from safecomm.labels import Labels
from safecomm.language import country_name
from safecomm.markdown.blocks import Paragraph, Prose, Text, replace


def in_its_own_words(content: Content, language: Language) -> Content:
    if language == content.source:
        return content
    kinds = {kind: dict(records) for kind, records in content.records[language].kinds.items()}
    labels = Labels(content.project, language)
    for records in kinds.values():
        for id_, record in records.items():
            if asked := dict(still_asked(record, labels)):
                records[id_] = record.model_copy(update=asked)
    if lacks_country(content, language):
        community = content.records[language].community
        country = country_name(community.country, language)
        kinds["community"]["community"] = kinds["community"]["community"].model_copy(update={"country": country})
    return content._replace(records=RecordsByLanguage({**content.records, language: Records(kinds)}))


def lacks_country(content: Content, language: Language) -> bool:
    lacking = (text for text in content.untranslated if text.language == language and text.kind == "community")
    return any(text.field in ("", "country") for text in lacking)


def still_asked(record: Record, labels: Labels) -> Iterator[tuple[str, object]]:
    """The fields in which another language asks for something, with the same in this one."""
    own = f"{labels.phrase('placeholder')} …"
    for name, value in vars(record).items():
        if isinstance(value, str | LocalizedText | Prose) and placeholder_in(value) not in ("", own):
            yield name, with_words(value, labels.placeholder(type(record), name), labels.language)


def with_words(value: str | LocalizedText | Prose, words: str, language: Language) -> object:
    """These words as a text of the same kind."""
    match value:
        case LocalizedText():
            # In the place of the source's: a glossary has no line for it.
            return LocalizedText({value.source: words}, value.source)
        case Prose():
            paragraph = Paragraph((Text(words),), value.blocks[0].line)
            return replace(value, language=language, blocks=(paragraph,), references=(), derived=True)
    return words
