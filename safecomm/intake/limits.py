"""How large a file of figures may be: far above what an authority hands out, far below what hurts."""

from safecomm.diagnostic import Diagnostic, Location, problem

LARGEST = 20_000_000
"""Bytes of the file."""
UNPACKED = 100_000_000
"""Bytes of a workbook's parts together."""
MOST_ROWS, MOST_CELLS = 100_000, 500_000
MOST_FIGURES = 20_000
"""Rows that are written."""
MOST_RECORDS = 1_000
"""Rows that become records."""


def too_many(place: Location) -> Diagnostic:
    return problem("import-too-many", place, rows=MOST_ROWS, cells=MOST_CELLS)
