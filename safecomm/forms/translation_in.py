"""A translator's form back into the content: each text as if it had been typed, all of them or none."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import TRANSLATION
from safecomm.content.content import Language
from safecomm.content.load import load
from safecomm.content.record_files import record_name
from safecomm.content.versions import TRANSLATES
from safecomm.diagnostic import ContentError, Diagnostic, Location, brief, problem
from safecomm.editing.fields import FieldEdit
from safecomm.forms.known_texts import KnownTexts, ReturnedText
from safecomm.forms.origin import require_ours, require_readable, unknown_rows
from safecomm.forms.translatable import NO_VERSION, RecordTexts, TranslatableText
from safecomm.forms.writing import FormPart, write_answers
from safecomm.intake.returned_form import ReturnedForm, read_form
from safecomm.journal import only_writer
from safecomm.rules.housekeeping_rules import differences


class TakenIn(NamedTuple):
    """What was written, in which files, and which translations now follow the wording that was sent.

    `notes` say what was not taken, and what has changed meanwhile.
    """

    written: Sequence[TranslatableText]
    confirmed: Sequence[RecordTexts]
    files: Sequence[Path]
    notes: Sequence[Diagnostic]


@only_writer
def take_in(project: Path, file: Path, spoken: Language) -> TakenIn:
    """Raises ContentError, and nothing has changed."""
    form, content = read_form(file), load(project)
    require_ours(form, content, TRANSLATION)
    known = KnownTexts(content)
    answered = answered_texts(form, known)
    taken = [text for text in answered if is_taken(text, known.record_of(text.text))]
    new = [text.text for text in taken if text.is_new]
    followed = dict(versions_followed(known, taken))
    edits = [text.text.edit(text.answer) for text in taken if text.is_new]
    forms = {record[:2]: FormPart(form.name, record_name(*record[:2])) for record in known.records.values()}
    files = write_answers(project, [*edits, *confirmations(followed)], forms, spoken)
    notes = [*unknown_rows(form, known.knows), *remarks(form, answered, known, spoken)]
    return TakenIn(new, list(followed), files, notes)


def answered_texts(form: ReturnedForm, known: KnownTexts) -> list[ReturnedText]:
    """Raises ContentError where there is no row of ours, an answer that is no text, or two to one text."""
    returned = list(filter(None, map(known.find, form.rows)))
    if not returned:
        raise ContentError([problem("form-no-rows", Location(form.name))])
    answered = [text for text in returned if text.answer]
    require_readable(form, [text.row for text in answered])
    require_once(form, answered)
    return list({text.text.address: text for text in answered}.values())


def name_of(text: TranslatableText) -> str:
    return f"{record_name(text.kind, text.id)}.{'.'.join(map(str, text.key))}"


def require_once(form: ReturnedForm, answered: Sequence[ReturnedText]) -> None:
    """Raises ContentError where one text has two translations."""
    answers: dict[str, str] = {}
    faults = []
    for text in answered:
        if answers.setdefault(text.text.address, text.answer) != text.answer:
            faults.append(problem("form-row-twice", Location(form.name), text=name_of(text.text)))
    if faults:
        raise ContentError(faults)


def is_taken(text: ReturnedText, record: RecordTexts) -> bool:
    """Not where it would undo what somebody has done meanwhile: another translation, or one of a newer wording."""
    has_newer = record.version == NO_VERSION or record.follows == record.version
    return not text.is_overtaken and not (text.original_changed and has_newer)


def versions_followed(known: KnownTexts, taken: Sequence[ReturnedText]) -> Iterator[tuple[RecordTexts, str]]:
    """The records whose translation as a whole follows another version of the original now, and that version."""
    came: dict[RecordTexts, list[ReturnedText]] = {}
    for text in taken:
        came.setdefault(known.record_of(text.text), []).append(text)
    for record, texts in came.items():
        keys, versions = {text.text.key for text in texts}, {text.version for text in texts}
        has_left = any(text.translation and text.key not in keys for text in record.texts)
        is_told = record.version == NO_VERSION or record.follows in (record.version, *versions)
        if len(versions) == 1 and not has_left and not is_told:
            yield record, versions.pop()


def confirmations(followed: Mapping[RecordTexts, str]) -> Iterator[FieldEdit]:
    for record, sent in followed.items():
        yield FieldEdit(record.kind, record.id, (TRANSLATES,), sent, record.language)


def remarks(
    form: ReturnedForm, answered: Sequence[ReturnedText], known: KnownTexts, spoken: Language
) -> Iterator[Diagnostic]:
    """What has changed since the form was made, and what of an answer is no text."""
    for text in answered:
        yield from remarks_on(form, text, known, spoken)


def remarks_on(form: ReturnedForm, text: ReturnedText, known: KnownTexts, spoken: Language) -> Iterator[Diagnostic]:
    place, name = Location(form.name), name_of(text.text)
    if not is_taken(text, known.record_of(text.text)):
        kept, answer = brief(text.text.translation), brief(text.answer)
        yield problem("form-answer-kept", place, text=name, kept=kept, answer=answer)
    if text.original_changed:
        before, now = text.row.asked.partition("\n\n")[2], text.text.original
        changed = "; ".join(differences(before.split("\n"), now.split("\n"), spoken))
        yield problem("form-original-changed", place, text=name, changes=changed)
    if text.row.has_looks:
        yield problem("form-looks", place, text=name)
