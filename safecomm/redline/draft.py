"""A draft as it is handed in."""

from zipfile import BadZipFile

from lxml import etree

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.word.archive import MAIN, Package
from safecomm.word.wordml import w


def opened(docx: bytes, name: str) -> Package:
    """Raises ContentError, with `name` as the place, for what is no Word file."""
    try:
        package = Package(docx)
        if package.root(MAIN).find(w("body")) is not None:
            return package
    except (BadZipFile, etree.XMLSyntaxError, ValueError) as error:
        raise ContentError([problem("draft-not-word", Location(name))]) from error
    raise ContentError([problem("draft-not-word", Location(name))])
