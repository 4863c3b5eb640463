"""Opens a file that may come from anywhere, in bounded time and memory; what is no Word file is told as what it is."""

import re
from codecs import BOM_UTF8
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from safecomm.bounded_read import TooLargeError, read_bounded
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.ooxml.archive import LARGEST, ZIP_FAULTS
from safecomm.ooxml.package import Package
from safecomm.ooxml.wordml import w

OWNER_FILE = "~$"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in a compound file, as it writes them.
ENCRYPTED, WORD_97 = ("EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))
FORMATS = {
    "PDF": rb"%PDF",
    "RTF (.rtf)": rb"\{\\rtf",
    "Word 2 (.doc)": rb"\xdb\xa5",
    "Word XML (.xml)": rb"<\?xml[^>]*>\s*<(\?mso-application|pkg:package)",
    "HTML": rb"(?i)<(!doctype )?html",
    "MHTML (.mht)": rb"(?i)MIME-Version:",
}
"""How files begin that people take for Word documents, behind a mark of UTF-8 and blanks."""
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}document"
OTHER_ROOTS = {
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}workbook": "Excel (.xlsx)",
    "{http://schemas.openxmlformats.org/presentationml/2006/main}presentation": "PowerPoint (.pptx)",
}


class Limits(NamedTuple):
    """Bytes of the file, of its XML unpacked and of all of it unpacked; how many parts and elements it may have.

    A photograph is some millions of bytes; a thousand pages have half as many elements, which take much more memory and
    time than their text.
    """

    file: int = 200_000_000
    text: int = LARGEST
    package: int = 400_000_000
    parts: int = 10_000
    tags: int = 1_000_000


LIMITS = Limits()


def open_word_file(path: Path, name: str = "", limits: Limits = LIMITS) -> Package:
    """`name` is how messages call the file; raises ContentError for all that is no Word file."""
    name = name or path.as_posix()
    return open_word_bytes(read_word_file(path, name, limits), name, limits)


def read_word_file(path: Path, name: str, limits: Limits = LIMITS) -> bytes:
    """The bytes of a file that may be one; raises ContentError."""
    place = Location(name)
    try:
        if path.is_dir():
            raise ContentError([problem("docx-folder", place)])
        if not path.is_file():
            raise ContentError([problem("docx-missing", place)])
        if path.name.startswith(OWNER_FILE):
            raise ContentError([problem("docx-lock-file", place)])
        return read_bounded(path, limits.file)
    except TooLargeError as fault:
        raise ContentError([too_big(place, limits.file)]) from fault
    except (OSError, ValueError) as fault:
        raise ContentError([problem("unreadable-file", place)]) from fault


def open_word_bytes(data: bytes, name: str, limits: Limits = LIMITS) -> Package:
    """The same of a file that is read already."""
    place = Location(name)
    if (other := name_format(data, place)) is not None:
        raise ContentError([other])
    try:
        package = Package(data, name)
    except ZIP_FAULTS as fault:
        raise ContentError([problem("docx-not-word", place)]) from fault
    require_limits(package, limits, place)
    root = package.root(package.main)
    if root.tag != w("document") or root.find(w("body")) is None:
        raise ContentError([name_root(package, root, place)])
    return package


def require_limits(package: Package, limits: Limits, place: Location) -> None:
    members = package.archive.infolist()
    xml = [member for member in members if is_xml(member.filename)]
    if len(members) > limits.parts or sum(member.file_size for member in members) > limits.package:
        raise ContentError([too_big(place, limits.package)])
    size = sum(member.file_size for member in xml)
    # Four bytes are the least that an element has, so most files need no counting.
    many = size > 4 * limits.tags and sum(package.read(member.filename).count(b"<") for member in xml) > limits.tags
    if size > limits.text or many:
        raise ContentError([too_big(place, limits.text)])


def is_xml(part: str) -> bool:
    return part.endswith((".xml", ".rels"))


def too_big(place: Location, limit: int) -> Diagnostic:
    return problem("docx-too-big", place, limit=limit // 1_000_000)


def name_format(data: bytes, place: Location) -> Diagnostic | None:
    """What a file is that is no zip archive, though one may be hidden in it, as the theme in an old Word file."""
    if not data:
        return problem("docx-empty", place)
    if data.startswith(OLE):
        if ENCRYPTED in data:
            return problem("docx-protected", place)
        return problem(
            "docx-other-format", place, format="Word 97–2003 (.doc)" if WORD_97 in data else "Office 97–2003"
        )
    beginning = data[:1000].removeprefix(BOM_UTF8).lstrip()
    form = next((form for form, begins in FORMATS.items() if re.match(begins, beginning)), "")
    return problem("docx-other-format", place, format=form) if form else None


def name_root(package: Package, root: etree._Element, place: Location) -> Diagnostic:
    """What a package is that holds no document."""
    if root.tag == STRICT:
        return problem("docx-strict", place)
    form = OTHER_ROOTS.get(str(root.tag), "")
    if package.read("mimetype").startswith(OPEN_DOCUMENT):
        form = "OpenDocument (.odt)"
    return problem("docx-other-format", place, format=form) if form else problem("docx-not-word", place)
