"""The zip file around a Word document."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from safecomm.ooxml.archive import write_parts


def test_what_is_packed_already_is_not_packed_again() -> None:
    workbook = write_parts({"a.xml": b"<a/>" * 100})
    with ZipFile(BytesIO(write_parts({"book.xlsx": workbook, "b.xml": b"<b/>" * 100}))) as archive:
        assert {member.filename: member.compress_type for member in archive.infolist()} == {
            "b.xml": ZIP_DEFLATED,
            "book.xlsx": ZIP_STORED,
        }
        assert archive.read("book.xlsx") == workbook
