"""A record as a form: every field in its order, the other languages beside it, and what is wrong at each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from safecomm.content.content import Language
from safecomm.content.field_types import SELDOM, translated_fields
from safecomm.content.folder import KINDS
from safecomm.content.validate import ROWS
from safecomm.diagnostic import Diagnostic, Location
from safecomm.editing.field_choices import FieldChoices
from safecomm.editing.fields import FieldEdit, PendingFiles, place_of
from safecomm.editing.form_input import FormField
from safecomm.editing.form_inputs import InputMaker, input_id
from safecomm.editing.new_translation import TRANSLATED
from safecomm.editing.written_file import WrittenFile, read_written
from safecomm.rules.rule_finding import Finding, record_name

ONE_LANGUAGE = "one_language"
NOTHING = WrittenFile({}, {})


class RecordFile(NamedTuple):
    """A file that a record stands in; `language` is None for that of the source."""

    path: str
    language: Language | None
    written: WrittenFile


class RecordForm(NamedTuple):
    """`place` is where the record begins, `languages` those of the files that it stands in, None for the source's."""

    kind: str
    id: str
    place: Location
    files: tuple[RecordFile, ...]
    fields: tuple[FormField, ...]

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(part.id for field in self.fields for made in field.inputs for part in made.all_inputs())


def record_files(pending: PendingFiles, kind: str, id_: str) -> tuple[RecordFile, ...]:
    """As they are to be, the source's first; raises ContentError for a file that cannot be read.

    A translation that is not there yet says nothing.
    """
    source = FieldEdit(kind, id_, ("",), None)
    is_translated = kind in TRANSLATED and place_of(pending.index, source)[0].endswith(".md")
    files = []
    for language in (None, *(pending.index.languages[1:] if is_translated else ())):
        path, record = place_of(pending.index, source._replace(language=language))
        data = pending.read(path)
        files.append(RecordFile(path, language, NOTHING if data is None else read_written(data, path, kind, record)))
    return tuple(files)


def make_form(pending: PendingFiles, kind: str, id_: str, choices: FieldChoices) -> RecordForm:
    """Raises ContentError for a file that cannot be read."""
    files = record_files(pending, kind, id_)
    is_list = not files[0].path.endswith(".md")
    languages = pending.index.languages
    makers = [
        InputMaker(choices, languages, file.written, language=file.language, side_by_side=is_list) for file in files
    ]
    fields = tuple(make_field(makers, kind, name) for name in KINDS[kind].model_fields if name != ROWS)
    return RecordForm(kind, id_, files[0].written.places.get((), Location(files[0].path, 1)), files, fields)


def make_field(makers: list[InputMaker], kind: str, name: str) -> FormField:
    model = KINDS[kind]
    source, *others = makers
    inputs = (
        source.make(model, name),
        *(maker.make(model, name) for maker in others if name in translated_fields(model)),
    )
    seldom = SELDOM in model.model_fields[name].metadata or name == ONE_LANGUAGE
    return FormField(name, inputs, seldom and all(made.value is None for made in inputs))


def problems_by_input(form: RecordForm, problems: Iterable[Diagnostic]) -> Mapping[str, list[Diagnostic]]:
    """Those of the record's files by the input in which each stands, or under an empty id."""
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    files = {file.path: file for file in form.files}
    for fault in problems:
        if file := files.get(fault.location.path):
            found[input_at(form.ids, file, fault)].append(fault)
    return found


def input_at(ids: Set[str], file: RecordFile, fault: Diagnostic) -> str:
    """What is missing is told at the record in which it is missing."""
    key, missing = file.written.key_at(fault.location), fault.values.get("last", "")
    candidates = [(*key, missing), *(key[:length] for length in range(len(key), 0, -1))]
    return next(filter(ids.__contains__, (input_id(candidate, file.language) for candidate in candidates)), "")


def findings_by_input(form: RecordForm, findings: Iterable[Finding]) -> Mapping[str, list[Diagnostic]]:
    """The gaps of the record by the input that closes them, or under an empty id."""
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for gap in findings:
        if gap.record == record_name(form.kind, form.id):
            language = gap.edition if any(file.language == gap.edition for file in form.files) else None
            keys = [gap.key[:length] for length in range(len(gap.key), 0, -1)]
            ids = [*(input_id(key, language) for key in keys), *(input_id(key, None) for key in keys)]
            found[next(filter(form.ids.__contains__, ids), "")].append(gap.diagnostic)
    return found
