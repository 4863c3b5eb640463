"""Problems in the words of the desk: fields by their labels, records by their titles, no files and no commands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from safecomm.codes.codes import code_named
from safecomm.content.file import FOLDER
from safecomm.content.folder import KINDS
from safecomm.content.references import RECORDS, place_of
from safecomm.desk.addresses import FIGURES, place_at, shown_path
from safecomm.desk.desk import Desk, DeskState
from safecomm.desk.place_names import list_name, name_of_place, title_of
from safecomm.diagnostic import Diagnostic, Location, quote
from safecomm.editing.answer_field import AnswerField
from safecomm.editing.schema_files import HIDDEN
from safecomm.labels import Labels, with_labels
from safecomm.messages.texts import texts_of

FIELDS = {"field", "fields", "key", "last", "allowed"}
"""The values of messages that hold names of fields, one or several."""
PATHS = {"path", "original", "place", "csv", "other"}
"""Those that hold a file of the content."""
NAMING_RECORD = ("title", "name", "numbered", "path", "original")
"""Those that say of which record something is."""
NAMED = 3
"""Of a change in many records, those that are named."""
IDLE = "acknowledgement-idle"
KIND_AT = {place_of(kind): kind for kind in KINDS}
"""By what messages call the place of its records."""


class Teller:
    """Of one state of the files, in the language of the labels."""

    def __init__(self, state: DeskState, labels: Labels) -> None:
        self.state, self.labels, self.language = state, labels, labels.language
        # The first line of a table of figures is no row.
        self.row = texts_of("desk_figures", labels.language)["row"]

    def message(self, fault: Diagnostic) -> str:
        if fault.code == IDLE:
            said = texts_of("desk_status", self.language)["gap-gone"]
            return said.format(gap=self.gap(fault.values["gap"], fault.values["record"]))
        return self.told(fault).message(self.language)

    def gap(self, code: str, record: str) -> str:
        """What was missing in the record, as far as that can still be told."""
        kind, _, id_ = record.partition("/")
        title = title_of(self.state.content, kind, id_ or kind, self.labels) if kind in KINDS else record
        with suppress(KeyError):
            told = code_named(code).message[self.language]
            return told.format_map(defaultdict(lambda: "…", dict.fromkeys(NAMING_RECORD, title)))
        return f"{title}, {quote(code, self.language)}"

    def hint(self, fault: Diagnostic) -> str:
        return self.told(fault).hint(self.language, on_desk=True)

    def told(self, fault: Diagnostic) -> Diagnostic:
        nearest = fault.nearest and self.meant(fault, fault.nearest)
        return fault._replace(values=ToldValues(self, fault), nearest=nearest)

    def meant(self, fault: Diagnostic, nearest: str) -> str:
        """What was probably meant, as it is called where one chooses it."""
        place, content = place_at(self.state, fault.location), self.state.content
        if content and place and place.field in KINDS[place.kind].model_fields:
            choices = AnswerField(content, KINDS[place.kind], (place.field,), self.labels).choices
            if nearest in choices:
                return choices[nearest]
        word, _, id_ = nearest.rpartition(":")
        kind = RECORDS.get(word) or KIND_AT.get(fault.values.get("place", ""))
        return title_of(content, kind, id_, self.labels) if kind else nearest

    def place(self, location: Location) -> str:
        """`Hearings, responsible` or `Injuries, row 8`; the file and the line of what is no record."""
        place = place_at(self.state, location)
        if place:
            name = name_of_place(self.state.content, place, self.labels)
            is_row = location.path.endswith(FIGURES) and location.line > 1
            return self.row.format(name=name, row=location.line - 1) if is_row else name
        return ":".join(map(str, filter(None, (shown_path(location.path), location.line))))

    def files(self, paths: Iterable[str], before: "Teller | None" = None) -> str:
        """What stands in them, or stood there `before`, as one says it of a change; of many the first and their number.

        The schemas, which follow from the records, nobody has changed.
        """
        written = (path for path in paths if not path.startswith(f"{FOLDER}/{HIDDEN}/"))
        first, more = divide(dict.fromkeys(self.changed_file(path, before) for path in written))
        named = ", ".join(first)
        return texts_of("desk", self.language)["and-more"].format(named=named, number=len(more)) if more else named

    def changed_file(self, path: str, before: "Teller | None") -> str:
        name = self.file(path, Location(""))
        return before.file(path, Location("")) if before and name == path else name

    def file(self, path: str, location: Location) -> str:
        """What the record is called that stands at the location in that file, or the kind of those that do."""
        whole = f"{FOLDER}/{path.removeprefix(f'{FOLDER}/')}"
        kind = whole.removeprefix(f"{FOLDER}/").removesuffix(".yaml")
        if whole != location.path and kind in KINDS:
            return quote(list_name(kind, self.labels), self.language)
        place = place_at(self.state, location if whole == location.path else Location(whole))
        return quote(title_of(self.state.content, place.kind, place.id, self.labels), self.language) if place else path


class ToldValues(Mapping[str, str]):
    """Those of a problem as the desk says them, each when somebody reads it."""

    def __init__(self, teller: Teller, fault: Diagnostic) -> None:
        self.teller, self.fault = teller, fault

    def __getitem__(self, name: str) -> str:
        value = self.fault.values[name]
        if name in PATHS:
            return self.teller.file(value, self.fault.location)
        place = place_at(self.teller.state, self.fault.location) if name in FIELDS else None
        return with_labels(value, KINDS[place.kind], self.teller.labels) if place else value

    def __iter__(self) -> Iterator[str]:
        return iter(self.fault.values)

    def __len__(self) -> int:
        return len(self.fault.values)


def divide(names: Iterable[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Those that are named, and those that are counted: two at least."""
    every = [*names]
    return (every, []) if len(every) <= NAMED + 1 else (every[:NAMED], every[NAMED:])


def teller_of(desk: Desk) -> Teller:
    state = desk.state()
    return state.remembered("teller", lambda: Teller(state, Labels(desk.project, desk.language)))
