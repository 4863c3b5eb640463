"""A workbook (xlsx, xls, ods) to rows, read in a process of its own, which may take only so much memory and time."""

import json
import subprocess
import sys
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.intake import old_workbook
from safecomm.intake.delimited import TableRow
from safecomm.intake.limits import LARGEST, MOST_CELLS, MOST_ROWS, UNPACKED, too_many
from safecomm.intake.words import clean
from safecomm.ooxml.archive import ZIP, ZIP_FAULTS, unpack_member
from safecomm.ooxml.opening import ENCRYPTED

SECONDS = 60.0
COMMAND = (sys.executable, "-P", "-m", "safecomm.intake.workbook_process")
"""Without this folder among those that modules are looked for in."""
BEGINNINGS = (ZIP, b"\xd0\xcf\x11\xe0")
LINKS = "xl/externalLinks/"
BINARY = "xl/workbook.bin"
"""Of xlsb, whose formulas nobody looks for."""
COMPUTED = (b"<f>", b"<f ", b"<f/>", b"table:formula=", b"<table:table-source", b"<table:cell-range-source")
"""How the formula of a cell begins in either format, and what OpenDocument takes from other files."""


class WorkbookAnswer(NamedTuple):
    """What the other process tells of a workbook."""

    sheets: list[str]
    rows: list[list[str]]
    too_many: bool


def is_workbook(data: bytes) -> bool:
    return data.startswith(BEGINNINGS)


def rows_of_workbook(data: bytes, sheet: str | None, name: str) -> tuple[list[TableRow], list[str]]:
    """The rows of the sheet, or of the only one, and the names of all; no rows where one must be chosen."""
    place = Location(name)
    if ENCRYPTED in data:
        raise ContentError([problem("import-locked", place)])
    look = inspect if data.startswith(BEGINNINGS[0]) else inspect_old
    look(data, place)
    answer = read_apart(data, sheet, place)
    if answer.too_many:
        raise ContentError([too_many(place)])
    rows = [TableRow(number, tuple(map(clean, cells))) for number, cells in enumerate(answer.rows, start=1)]
    return rows, answer.sheets


def inspect(data: bytes, place: Location) -> None:
    """Refuses an archive that unpacks to more than it says or than it may, and what computes or fetches its cells."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > UNPACKED:
                raise ContentError([too_many(place)])
            for member in members:
                if member.filename == BINARY:
                    raise ContentError([problem("import-foreign", place)])
                if member.filename.startswith(LINKS) or is_computed(member.filename, unpack_member(archive, member)):
                    raise ContentError([problem("import-computed", place)])
    except ZIP_FAULTS as fault:
        raise ContentError([problem("import-broken", place)]) from fault


def inspect_old(data: bytes, place: Location) -> None:
    try:
        if old_workbook.is_computed(data):
            raise ContentError([problem("import-computed", place)])
    except ValueError:
        raise ContentError([problem("import-broken", place)]) from None


def is_computed(member: str, data: bytes) -> bool:
    """Whether a sheet has formulas; the other parts only have names and looks."""
    return (member.startswith("xl/worksheets/") or member == "content.xml") and any(mark in data for mark in COMPUTED)


def read_apart(data: bytes, sheet: str | None, place: Location) -> WorkbookAnswer:
    """What the other process has read; it may end in any way that a file can make it end."""
    limits = json.dumps({"sheet": sheet, "rows": MOST_ROWS, "cells": MOST_CELLS, "characters": LARGEST})
    try:
        ended = subprocess.run([*COMMAND, limits], input=data, capture_output=True, timeout=SECONDS, check=True)
        return WorkbookAnswer(**json.loads(ended.stdout))
    except (subprocess.SubprocessError, ValueError, TypeError):
        raise ContentError([problem("import-broken", place)]) from None
