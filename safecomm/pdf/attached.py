"""Files that are attached to a document: what they show, and nothing else that they hold."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Page, PasswordError, Pdf, PdfError, Stream

from safecomm.bounded_read import TooLargeError, read_bounded
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.pictures import SUFFIXES, PictureError, PictureFile, read
from safecomm.pictures.raster import without_metadata

LARGEST, MOST_PAGES = 50_000_000, 500
"""Bytes and pages of one attached file."""
SHOWN = {
    *("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit"),
    *("/Resources", "/Contents", "/Group"),
}
"""What a page needs to look as it does."""
QUIET = {Name.Link, Name.Widget}
"""The annotations that nobody wrote as a remark."""
BESIDE = (Name.Metadata, Name.PieceInfo, Name.LastModified, Name.AF, Name.Thumb)
"""What any object may say beside what it shows."""


class AttachedFile(NamedTuple):
    """A file as it is sent; `path` is that in the project, `picture` what it is unless it is a PDF."""

    path: str
    data: bytes
    picture: PictureFile | None = None

    @property
    def printed(self) -> bytes:
        """What its pages are made of."""
        return (self.picture and self.picture.fallback) or self.data


def read_attached(project: Path, path: str) -> AttachedFile:
    """A PDF or a picture without all that was not meant; raises ContentError."""
    file = project / path
    if file.suffix.lower() == ".pdf":
        return AttachedFile(path, clean(read_file(file, path), path))
    if file.suffix.lower() in SUFFIXES:
        try:
            picture = read(file)
        except PictureError as fault:
            raise ContentError([problem(fault.code, Location(path), path=path, name=fault.name)]) from None
        return AttachedFile(path, picture.data, picture)
    raise ContentError([problem("attachment-kind", Location(path), path=path)])


def read_file(file: Path, path: str) -> bytes:
    try:
        return read_bounded(file, LARGEST)
    except TooLargeError:
        raise ContentError([problem("attachment-too-large", Location(path), path=path)]) from None
    except OSError:
        raise ContentError([problem("unreadable-file", Location(path))]) from None


def clean(data: bytes, path: str) -> bytes:
    """A new PDF of the same pages; raises ContentError where it cannot be read, or holds what somebody remarked."""
    try:
        with Pdf.open(BytesIO(data), attempt_recovery=False) as source, Pdf.new() as document:
            refuse(source, path)
            source.flatten_annotations("print")
            for page in source.pages:
                keep_shown(page)
            document.pages.extend(source.pages)
            forget_notes(document)
            output = BytesIO()
            document.save(output, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    except PasswordError:
        raise ContentError([problem("attachment-encrypted", Location(path), path=path)]) from None
    except (PdfError, ValueError, TypeError, AttributeError, RecursionError):
        raise ContentError([problem("attachment-broken", Location(path), path=path)]) from None
    return output.getvalue()


def refuse(source: Pdf, path: str) -> None:
    """Raises ContentError."""
    if source.is_encrypted:
        raise ContentError([problem("attachment-encrypted", Location(path), path=path)])
    if len(source.pages) > MOST_PAGES:
        raise ContentError([problem("attachment-too-large", Location(path), path=path)])
    if remarks := list(remarked(source, path)):
        raise ContentError(remarks)


def remarked(source: Pdf, path: str) -> list[Diagnostic]:
    """The pages with comments, marked text, stamps or files in them."""
    return [
        problem("attachment-comments", Location(path), path=path, page=number)
        for number, page in enumerate(source.pages, start=1)
        if any(note.get(Name.Subtype) not in QUIET for note in page.get(Name.Annots, Array()))
    ]


def keep_shown(page: Page) -> None:
    for key in list(page.obj.keys()):
        if key not in SHOWN:
            del page.obj[key]


def forget_notes(document: Pdf) -> None:
    """Who made a part of it, when and with what; of photos also where."""
    for part in document.objects:
        if isinstance(part, Stream | Dictionary):
            for key in BESIDE:
                if key in part:
                    del part[key]
        if isinstance(part, Stream) and part.get(Name.Filter) == Name.DCTDecode:
            with suppress(ValueError):
                part.write(without_metadata(part.read_raw_bytes()), filter=Name.DCTDecode)
