"""The zip file around a Word document: read with suspicion, written the same way every time."""

import zlib
from collections.abc import Mapping
from io import BytesIO
from lzma import LZMAError
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

# Far above the text of any document, far below what an archive bomb unpacks to.
LARGEST = 30_000_000
CONTENT_TYPES = "[Content_Types].xml"
ZIP = b"PK\x03\x04"
"""How a zip file begins."""
ZIP_FAULTS = (BadZipFile, EOFError, OSError, zlib.error, LZMAError, NotImplementedError, RuntimeError, ValueError)
"""How zipfile says: no archive, cut off, strangely compressed, locked with a password, a name that is no text."""


def unpack_member(archive: ZipFile, member: ZipInfo) -> bytes:
    """Unpacks no more than the member says it holds: `ZipFile.read` unpacks all of it, and looks at the size after."""
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        # Word writes no other kind, and only of these can zipfile unpack a piece.
        raise NotImplementedError(member.compress_type)
    with archive.open(member) as stream:
        return stream.read(member.file_size)


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """The same parts give the same bytes: sorted, without a date."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=5) as archive:
        for name in sorted(parts, key=lambda part: (part != CONTENT_TYPES, part)):
            member = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            # What is packed already does not become smaller.
            member.compress_type = ZIP_STORED if parts[name].startswith(ZIP) else ZIP_DEFLATED
            # Otherwise it says on which system it was written.
            member.create_system = 0
            archive.writestr(member, parts[name], compresslevel=5)
    return buffer.getvalue()


def read_parts(path: Path, *names: str) -> dict[str, bytes]:
    """Members of an archive that `write_parts` made; raises one of ZIP_FAULTS, or KeyError."""
    if path.stat().st_size > LARGEST:
        # Already the list of a million members would take its time.
        raise BadZipFile(path.name)
    with ZipFile(path) as archive:
        members = [archive.getinfo(name) for name in names]
        if sum(member.file_size for member in members) > LARGEST:
            raise BadZipFile(path.name)
        return {member.filename: unpack_member(archive, member) for member in members}
