"""A file of figures that was dropped: what was understood of it, what it does not say, and then into the content."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from safecomm.content.records import FigureColumn, Observation
from safecomm.content.vocabulary import SIGNS, StatisticsSubject
from safecomm.desk.desk import Desk
from safecomm.desk.dropped import dropped_files
from safecomm.desk.respond import JsonObject, fragment, problem_objects
from safecomm.desk.routing import RequestError, action, text_in
from safecomm.diagnostic import ContentError
from safecomm.intake.figures import Choices
from safecomm.intake.grid import read_source
from safecomm.intake.importing import ANSWERS, Import, ImportedFile, read_import, suggested_id
from safecomm.intake.known_statistics import Known, known_statistics, with_reading
from safecomm.intake.overview import lines
from safecomm.intake.statistics_files import Described, write_figures
from safecomm.labels import Labels
from safecomm.language import language_name
from safecomm.messages.texts import texts_of

Said = tuple[Mapping[str, list[str]], StatisticsSubject | None, tuple[str, ...]]
"""The texts, the subject and the criteria of new figures."""

SHOWN = 20
"""Rows of the file that are shown."""
TEXTS = ("title", "unit", "source")


class TextField(NamedTuple):
    """A field of the form for new figures; `text` is what the file says itself."""

    name: str
    label: str
    text: str


def read_file(desk: Desk, body: JsonObject) -> JsonObject:
    """What was understood; or what is wrong, and which of the choices answers it."""
    says = texts_of("desk_figures", desk.language)
    with dropped_files(body) as (file, *_):
        try:
            made, known, id_ = understood(desk, file, body)
        except ContentError as fault:
            asked = [ANSWERS[found.code] for found in fault.diagnostics if found.code in ANSWERS]
            return {"problems": problem_objects(fault.diagnostics, desk), "asks": asked[:1]}
    return {
        "html": fragment(desk, "figures_read", figures=says, id=id_, known=id_ in known.statistics, **told(desk, made))
    }


def told(desk: Desk, made: Import) -> dict[str, object]:
    """What is shown of a file, and what else can be said of new figures."""
    content, labels = desk.state().require_content(), Labels(desk.project, desk.language)
    rows = made.understood.rows
    columns = [column for column in Observation.model_fields if any(getattr(row, column) for row in rows)]
    return {
        "told": list(lines(made, labels)),
        "columns": [labels.field(Observation, column) for column in columns],
        "rows": [[getattr(row, column) for column in columns] for row in rows[:SHOWN]],
        "more": max(0, len(rows) - SHOWN),
        "fields": list(wanted_texts(desk, made)),
        "subjects": [(subject.value, labels.value(subject)) for subject in StatisticsSubject],
        "criteria": content.records[desk.language].criteria,
    }


def understood(desk: Desk, file: Path, body: JsonObject) -> tuple[Import, Known, str]:
    """The file by what has been said of it; raises ContentError with what is still to be said."""
    known = known_statistics(desk.project)
    id_ = body.get("id") or known.of_file(file.name) or suggested_id(file.stem)
    if not isinstance(id_, str):
        raise RequestError("id")
    choices = with_reading(choices_in(body.get("choices") or {}), known.reading(id_))
    return read_import(ImportedFile(file, read_source(file), desk.language), choices, known), known, id_


def choices_in(given: Any) -> Choices:
    """Raises RequestError for what the form does not send."""
    try:
        return Choices(
            {FigureColumn(ours): str(theirs) for ours, theirs in given.get("columns", {}).items()},
            {str(sign): SIGNS[meaning] for sign, meaning in given.get("signs", {}).items()},
            int(given["year"]) if given.get("year") else None,
            tuple(map(str, given.get("places", ()))),
            str(given["sheet"]) if given.get("sheet") else None,
            given.get("counts") is True,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise RequestError("choices") from None


def wanted_texts(desk: Desk, made: Import) -> Iterable[TextField]:
    says, told = texts_of("desk_figures", desk.language), made.understood.table.told
    for language in desk.state().require_content().languages:
        for name in TEXTS:
            label = f"{says[name]} ({language_name(language, desk.language)})"
            yield TextField(f"{name}.{language}", label, told.get(name, ""))


def write_file(desk: Desk, body: JsonObject) -> JsonObject:
    """Into the figures of that id, whose texts stay, or into new ones with what is said of them."""
    with dropped_files(body) as (file, *_):
        made, known, id_ = understood(desk, file, body)
        texts, subject, criteria = ({}, None, ()) if id_ in known.statistics else said_in(desk, body)
        described = Described(texts, subject, criteria, file, read_source(file), made.choices)
        write_figures(desk.project, id_, made.understood.rows, described)
    desk.refresh()
    return {"id": id_}


def said_in(desk: Desk, body: JsonObject) -> Said:
    criterion = text_in(body, "criterion")
    return texts_in(desk, body), subject_in(text_in(body, "subject")), (criterion,) if criterion else ()


def texts_in(desk: Desk, body: JsonObject) -> Mapping[str, list[str]]:
    """By field in one language after the other, as far as they were filled in."""
    given = body.get("texts")
    if not isinstance(given, dict) or not all(isinstance(text, str) for text in given.values()):
        raise RequestError("texts")
    languages = desk.state().require_content().languages
    texts = {name: [" ".join(given.get(f"{name}.{language}", "").split()) for language in languages] for name in TEXTS}
    return {name: words for name, words in texts.items() if all(words)}


def subject_in(subject: str) -> StatisticsSubject | None:
    try:
        return StatisticsSubject(subject) if subject else None
    except ValueError:
        raise RequestError("subject") from None


ROUTES = (
    action("/figures/read", read_file),
    action("/figures/import", write_file),
)
