"""A translator's form back into the content: each text as if it had been typed, all of them or none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import TRANSLATION
from safecomm.content.content import Content, Language
from safecomm.content.load import load
from safecomm.content.versions import TRANSLATES
from safecomm.diagnostic import ContentError, Diagnostic, Location, brief, problem
from safecomm.editing.fields import FieldEdit, edit_fields
from safecomm.forms.recognition import require_ours, require_readable
from safecomm.forms.row_mark import RowMark, digest, read_mark
from safecomm.forms.translatable import NO_VERSION, RecordTexts, TranslatableText, translatable
from safecomm.forms.translation_out import translation_row
from safecomm.intake.returned_form import FormRow, ReturnedForm, read_form
from safecomm.journal import only_writer
from safecomm.labels import Labels


class Translated(NamedTuple):
    """A text that came back; `mark` tells what it was made from, that of today where the row had lost its own."""

    text: TranslatableText
    answer: str
    mark: RowMark
    row: FormRow

    @property
    def original_has_changed(self) -> bool:
        return self.mark.asked != self.text.mark.asked

    @property
    def is_new(self) -> bool:
        return self.answer != self.text.translation

    @property
    def is_overtaken(self) -> bool:
        """Whether somebody has written another translation since."""
        return self.is_new and self.mark.answer != self.text.mark.answer


class TakenIn(NamedTuple):
    """The texts that were written, the records whose translations now follow the wording that was sent, and notes."""

    written: Sequence[TranslatableText]
    confirmed: Sequence[RecordTexts]
    notes: Sequence[Diagnostic]
    files: Sequence[Path]


@only_writer
def take_in(project: Path, file: Path, spoken: Language) -> TakenIn:
    """Raises ContentError, and nothing has changed."""
    form, content = read_form(file), load(project)
    require_ours(form, content, TRANSLATION)
    known = KnownTexts(content)
    require_readable(form, [row for row in form.rows if known.find(row)])
    came, notes = came_back(form, known)
    taken = [translated for translated in came if not is_kept(translated, known)]
    notes += [note for translated in came for note in changes(translated, known, form)]
    confirmed = [record for record in known.records_of(taken) if sent_version(record, taken)]
    new = [translated for translated in taken if translated.is_new]
    edits = [translated.text.edit(translated.answer) for translated in new]
    edits += [
        FieldEdit(record.kind, record.id, (TRANSLATES,), sent_version(record, taken), record.language)
        for record in confirmed
    ]
    with telling_which_text(form, new, spoken):
        files = edit_fields(project, edits) if edits else []
    return TakenIn([translated.text for translated in new], confirmed, notes, files)


class KnownTexts:
    """The texts of the content today, by the addresses in marks and by what rows say of them."""

    def __init__(self, content: Content) -> None:
        self.content = content
        records = [record for language in content.languages[1:] for record in translatable(content, language)]
        self.records = {(record.kind, record.id, record.language): record for record in records}
        self.by_address = {text.address: text for record in records for text in record.texts}
        self.by_words = self.rows_today(records)
'''
'''
