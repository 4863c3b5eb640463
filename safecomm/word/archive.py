"""The zip file around a Word document: read with suspicion, written the same way every time."""

import re
import zlib
from collections.abc import Collection, Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.word.wordml import parse_xml

if TYPE_CHECKING:
    from safecomm.word.marks import Mark

# Far above any template, far below what an archive bomb unpacks to.
LARGEST = 30_000_000
EMPTY = b"<empty/>"
CONTENT_TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"
# What a document needs; all else (authors, comments, custom properties, macros) belongs to whoever edited the file.
KEPT = re.compile(
    r"\[Content_Types\]\.xml"
    r"|word/(document|styles|numbering|settings|fontTable|webSettings|footnotes|endnotes|header\d*|footer\d*)\.xml"
    r"|word/_rels/(document|fontTable|header\d*|footer\d*)\.xml\.rels"
    r"|word/(theme|media|fonts)/[^/]+"
)


def read_parts(path: Path, name: str, kept: re.Pattern[str] = KEPT, about: str = "template") -> dict[str, bytes]:
    """The members that are kept; raises ContentError when this is no Word file, with a code for what it is `about`."""
    if not path.is_file():
        raise ContentError([problem(f"{about}-missing", Location(name))])
    if path.stat().st_size > LARGEST:
        # Already the list of a million members would take its time.
        raise ContentError([problem(f"{about}-too-big", Location(name), limit=LARGEST // 1_000_000)])
    return unpack(path, kept, name, about)


def unpack(source: Path | BytesIO, kept: re.Pattern[str], name: str, kind: str) -> dict[str, bytes]:
    """Those with a kept name; raises ContentError with `<kind>-not-word` or `<kind>-too-big`."""
    try:
        with ZipFile(source) as archive:
            members = [member for member in archive.infolist() if kept.fullmatch(member.filename)]
            if sum(member.file_size for member in members) > LARGEST:
                raise ContentError([problem(f"{kind}-too-big", Location(name), limit=LARGEST // 1_000_000)])
            return {member.filename: unpack_member(archive, member) for member in members}
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        # The last two are how zipfile says "compressed in a strange way" and "locked with a password".
        raise ContentError([problem(f"{kind}-not-word", Location(name))]) from error


def unpack_member(archive: ZipFile, member: ZipInfo) -> bytes:
    """Unpacks no more than the member says it holds: `ZipFile.read` unpacks all of it, and looks at the size after."""
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        # Word writes no other kind, and only of these can zipfile unpack a piece.
        raise NotImplementedError(member.compress_type)
    with archive.open(member) as stream:
        return stream.read(member.file_size)


def read_members(docx: bytes) -> dict[str, bytes]:
    """All members of a document of our own."""
    with ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """The same parts give the same bytes: sorted, without a date."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=5) as archive:
        for name in sorted(parts, key=lambda each: (each != CONTENT_TYPES, each)):
            member = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = ZIP_DEFLATED
            # Otherwise it says on which system it was written.
            member.create_system = 0
            archive.writestr(member, parts[name], compresslevel=5)
    return buffer.getvalue()


class Package:
    """A finished document: its bytes, the texts printed in it, what its marks stand for, and its parts.

    Each part is read when it is first asked for.
    """

    def __init__(
        self, data: bytes, printed: Collection[str] = (), marks: Mapping[str, "Mark"] = MappingProxyType({})
    ) -> None:
        self.data, self.printed, self.marks = data, printed, marks
        self.archive = ZipFile(BytesIO(data))
        self.names = frozenset(self.archive.namelist())
        self.roots: dict[str, etree._Element] = {}

    def root(self, part: str) -> etree._Element:
        """The part's XML, empty where there is no such part; raises etree.XMLSyntaxError."""
        if part not in self.roots:
            known = part in self.names
            data = unpack_member(self.archive, self.archive.getinfo(part)) if known else EMPTY
            self.roots[part] = parse_xml(data)
        return self.roots[part]
