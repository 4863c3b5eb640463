"""Word files that anybody may have made, as text."""

from pathlib import Path

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.ooxml.opening import open_word_file
from safecomm.ooxml.package import Package
from safecomm.twin.twin import to_text

UNEXPECTED = (ValueError, KeyError, IndexError, TypeError, AttributeError, StopIteration, ArithmeticError)
"""What the readers raise where a part is not as Word writes it."""


def foreign_text(file: Path) -> str:
    """The file in the twin's format; raises ContentError."""
    return text_of_foreign(open_word_file(file))


def text_of_foreign(package: Package) -> str:
    try:
        return to_text(package)
    except UNEXPECTED as fault:
        raise ContentError([problem("docx-not-word", Location(package.name))]) from fault
