"""Word files that anybody may have made, as text."""

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.ooxml.package import Package
from safecomm.twin.twin import to_text

UNEXPECTED = (ValueError, KeyError, IndexError, TypeError, AttributeError, StopIteration, ArithmeticError)
"""What the readers raise where a part is not as Word writes it."""


def foreign_text(package: Package) -> str:
    """The file in the twin's format; raises ContentError."""
    try:
        return to_text(package)
    except UNEXPECTED as fault:
        raise ContentError([problem("docx-not-word", Location(package.name))]) from fault
