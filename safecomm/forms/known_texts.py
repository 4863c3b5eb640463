"""Which text of the content a row of a translator's form is about: by its mark, else by what it says."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from safecomm.content.content import Content
from safecomm.documents.edition import Edition
from safecomm.forms.row_mark import RowMark, digest, read_mark
from safecomm.forms.translatable import RecordTexts, TranslatableText, translatable
from safecomm.forms.translation_out import title_of, translation_row
from safecomm.intake.returned_form import FormRow
from safecomm.labels import Labels

Words = tuple[str, ...]


class ReturnedText(NamedTuple):
    """A row that came back, and its text today; `mark` says from what the row was made, if it has not lost it."""

    row: FormRow
    text: TranslatableText
    mark: RowMark

    @property
    def answer(self) -> str:
        return self.row.answer

    @property
    def version(self) -> str:
        """Of the original as a whole, when the row was made."""
        return f"v{self.mark.version}"

    @property
    def original_changed(self) -> bool:
        return self.mark.asked != digest(self.text.original)

    @property
    def is_new(self) -> bool:
        return self.answer != self.text.translation

    @property
    def is_overtaken(self) -> bool:
        """Whether somebody has written another translation meanwhile."""
        return self.is_new and self.mark.answer != digest(self.text.translation)


class KnownTexts:
    """All of the content's, in every language into which it is translated."""

    def __init__(self, content: Content) -> None:
        self.content = content
        records = [record for language in content.languages[1:] for record in translatable(content, language)]
        self.records = {(record.kind, record.id, record.language): record for record in records}
        self.by_address = {text.address: text for record in records for text in record.texts}

    def record_of(self, text: TranslatableText) -> RecordTexts:
        return self.records[text.kind, text.id, text.language]

    def find(self, row: FormRow) -> ReturnedText | None:
        for mark in filter(None, map(read_mark, row.marks)):
            text = self.by_address.get(mark.address)
            return ReturnedText(row, text, mark) if text else None
        alike = self.by_words.get(words(row.asked), ())
        same = alike if len(alike) == 1 else [text for text in alike if self.stands_under(text, row.headings)]
        return ReturnedText(row, same[0], same[0].mark) if len(same) == 1 else None

    def knows(self, row: FormRow) -> bool:
        return self.find(row) is not None

    @cached_property
    def by_words(self) -> Mapping[Words, Sequence[TranslatableText]]:
        """By what the row of a form made today would say on its left."""
        found: dict[Words, list[TranslatableText]] = {}
        labels = {language: Labels(self.content.project, language) for language in self.content.languages}
        for text in self.by_address.values():
            found.setdefault(words(translation_row(text, labels[text.language]).asked), []).append(text)
        return found

    def stands_under(self, text: TranslatableText, headings: Sequence[str]) -> bool:
        title = title_of(Edition(self.content, text.language), text.kind, text.id)
        return any(heading.endswith(title) for heading in headings)


def words(text: str) -> Words:
    """However its lines are parted."""
    return tuple(text.split())
