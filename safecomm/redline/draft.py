"""A draft as it is handed in."""

import re
from io import BytesIO

from lxml import etree

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.word.archive import MAIN, Package, unpack, write_parts
from safecomm.word.wordml import w

ALL = re.compile(r".*", re.DOTALL)


def opened(docx: bytes, name: str) -> Package:
    """Raises ContentError, with `name` as the place, for what is no Word file."""
    package = Package(write_parts(unpack(BytesIO(docx), ALL, name, "draft")))
    try:
        if package.root(MAIN).find(w("body")) is not None:
            return package
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ContentError([problem("draft-not-word", Location(name))]) from error
    raise ContentError([problem("draft-not-word", Location(name))])
