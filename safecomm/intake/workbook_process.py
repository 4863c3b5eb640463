"""The process that reads a workbook, which is its input: `python -m safecomm.intake.workbook_process LIMITS`."""

import json
import sys
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook

MEMORY = 2_000_000_000
"""Bytes that the process may take: a sheet can say that it has a cell in its last row and its last column."""


def limit_memory() -> None:
    with suppress(ImportError):
        # There is none on Windows.
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(data: bytes, sheet: str | None, rows: int, cells: int, characters: int) -> dict[str, Any]:
    """The sheet, or the only one; of one that is too large, and where one must be chosen, only the names."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    names = book.sheet_names
    answer: dict[str, Any] = {"sheets": names, "rows": [], "too_many": False}
    if sheet not in names and len(names) != 1:
        return answer
    found = book.get_sheet_by_name(sheet if sheet in names else names[0])
    if found.total_height > rows or found.total_height * found.total_width > cells:
        return answer | {"too_many": True}
    table = [list(map(as_text, row)) for row in found.to_python(skip_empty_area=False)]
    # Each of many cells may hold the same long text, which stands in the file once.
    is_long = sum(len(cell) for row in table for cell in row) > characters
    return answer | ({"too_many": True} if is_long else {"rows": table})


def as_text(cell: object) -> str:
    """A number without an exponent, a day without the hour at which it begins."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.10f}".rstrip("0")
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


if __name__ == "__main__":
    limit_memory()
    json.dump(read(sys.stdin.buffer.read(), **json.loads(sys.argv[1])), sys.stdout)
