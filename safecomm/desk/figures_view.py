"""Figures: each file as a table to look at, correct and add a year to, and files of authorities read in."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from safecomm.charts.chart import Chart
from safecomm.content.content import Content
from safecomm.content.csv_lines import EditedRow, FigureFile, read_figure_file
from safecomm.content.records import FigureColumn, Observation, Statistics
from safecomm.content.vocabulary import ZERO, FigureStatus, Sex
from safecomm.desk import figures_import
from safecomm.desk.addresses import record_address
from safecomm.desk.desk import Desk
from safecomm.desk.respond import JsonObject, page_response
from safecomm.desk.routing import RequestError, action, page, text_in
from safecomm.documents.edition import Edition
from safecomm.documents.figures import statistics_view
from safecomm.editing.new import files_of
from safecomm.editing.table_edit import edit_table
from safecomm.intake.known_statistics import KIND
from safecomm.intake.limits import MOST_FIGURES
from safecomm.journal import content_bytes
from safecomm.labels import Labels
from safecomm.messages.texts import texts_of
from safecomm.preview.chart_drawing import ChartDrawing
from safecomm.preview.draw_chart import draw_chart

STATUS = "status"


class ListedFigures(NamedTuple):
    """`first` and `last` are the years; empty where there are no figures yet."""

    id: str
    title: str
    unit: str
    number: int
    first: str
    last: str


class FigureColumnField(NamedTuple):
    """A column, and what may stand in it where that is a closed list."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]


def show(desk: Desk, _request: Request) -> Response:
    content, labels = desk.state().require_content(), Labels(desk.project, desk.language)
    return page_response(
        desk,
        "figures",
        texts_of("desk", desk.language)["page-figures"],
        figures=texts_of("desk_figures", desk.language),
        files=list(listed(content, desk.language)),
        columns=[(column.value, labels.field(Observation, column)) for column in FigureColumn],
        signs=[(ZERO, "0"), *((status.value, labels.value(status)) for status in FigureStatus)],
    )


def listed(content: Content, language: str) -> Iterator[ListedFigures]:
    edition = Edition(content, language)
    for id_, statistics in content.records[content.source].statistics.items():
        years = [year for row in statistics.rows for year in years_of(row)]
        first, last = str(min(years, default="")), str(max(years, default=""))
        title, unit = edition.words(statistics.title), edition.words(statistics.unit)
        yield ListedFigures(id_, title, unit, len(statistics.rows), first, last)


def years_of(row: Observation) -> tuple[int, ...]:
    """The first and the last of those that its figure is of."""
    return (row.year.start, row.year.end) if row.year else (row.date.year,) if row.date else ()


def show_table(desk: Desk, request: Request) -> Response:
    content, id_ = desk.state().require_content(), request.path_params["id"]
    statistics = content.records[content.source].statistics.get(id_)
    if statistics is None:
        raise HTTPException(404)
    file, labels = file_of(desk, id_), Labels(desk.project, desk.language)
    return page_response(
        desk,
        "figure_table",
        Edition(content, desk.language).words(statistics.title),
        figures=texts_of("desk_figures", desk.language),
        id=id_,
        statistics=told(statistics, content, desk.language),
        charts=list(drawings(content, id_, desk.language)),
        record=record_address(KIND, id_),
        digest=file.digest,
        columns=list(fields_of_columns(file, labels)),
        rows=[cells for cells, _ in file.rows],
    )


def drawings(content: Content, id_: str, language: str) -> Iterator[tuple[Chart, ChartDrawing]]:
    """As the documents show the figures, where these are enough for a chart."""
    grid = statistics_view(Edition(content, language), id_).charts
    for chart in grid.charts if grid else ():
        if drawn := draw_chart(chart, language):
            yield chart, drawn


def file_of(desk: Desk, id_: str) -> FigureFile:
    """Raises ContentError for one that cannot be read as it is now."""
    path = files_of(KIND, id_)[1]
    return read_figure_file(content_bytes(desk.project, path) or b"", path)


def told(statistics: Statistics, content: Content, language: str) -> dict[str, str]:
    """What is said of the figures as a whole."""
    words = Edition(content, language).words
    return {
        "unit": words(statistics.unit),
        "source": words(statistics.source) if statistics.source else "",
        "file": statistics.file.name if statistics.file else "",
    }


def fields_of_columns(file: FigureFile, labels: Labels) -> Iterator[FigureColumnField]:
    """Those of the file, and the one that says why a cell is empty."""
    for column in dict.fromkeys((*file.columns, STATUS)):
        written = {cells.get(column, "") for cells, _ in file.rows}
        choices = choices_of(column, written, labels)
        yield FigureColumnField(column, labels.field(Observation, column), choices)


def choices_of(column: str, written: set[str], labels: Labels) -> tuple[tuple[str, str], ...]:
    """Of the closed lists; what else stands in the file may stay."""
    known = {STATUS: FigureStatus, "sex": Sex}.get(column)
    if known is None:
        return ()
    values = {value.value: labels.value(value) for value in known}
    others = {word: word for word in sorted(written - values.keys() - {""})}
    return (("", ""), *{**values, **others}.items())


def save_table(desk: Desk, body: JsonObject) -> JsonObject:
    content, id_ = desk.state().require_content(), text_in(body, "id")
    if id_ not in content.records[content.source].statistics:
        raise RequestError("id")
    columns, rows = [*Observation.model_fields], body.get("rows")
    if not isinstance(rows, list) or len(rows) > MOST_FIGURES:
        raise RequestError("rows")
    path = files_of(KIND, id_)[1]
    known = len(file_of(desk, id_).rows)
    edit_table(desk.project, path, text_in(body, "digest"), [edited_row(row, columns, known) for row in rows])
    desk.refresh()
    return {}


def edited_row(row: Any, columns: list[str], known: int) -> EditedRow:
    """Raises RequestError for what no table of ours sends."""
    match row:
        case {"number": int() | None as number, "cells": dict(cells)} if number is None or 0 <= number < known:
            if cells.keys() <= set(columns) and all(isinstance(cell, str) for cell in cells.values()):
                return EditedRow(number, {column: " ".join(cell.split()) for column, cell in cells.items()})
    raise RequestError("row")


ROUTES = (
    *figures_import.ROUTES,
    page("/figures", show),
    page("/figures/{id}", show_table),
    action("/figures/save", save_table),
)
