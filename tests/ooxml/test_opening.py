"""Whatever a file is, it is told as that, in bounded time and memory."""

import tracemalloc
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from safecomm.codes.codes import load_group
from safecomm.diagnostic import ContentError
from safecomm.ooxml.archive import LARGEST
from safecomm.ooxml.opening import LIMITS, Limits, open_word_bytes, open_word_file
from tests.audit.sample import parts, zipped
from tests.word.sample import W

MEMBERS = parts()
MAIN, ROOT = "word/document.xml", "_rels/.rels"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
DAMAGED = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


def with_part(part: str, text: str) -> bytes:
    return zipped(MEMBERS | {part: text})


def compressed_strangely() -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_BZIP2) as archive:
        for name, text in MEMBERS.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def with_strange_name() -> bytes:
    """A name that says it is UTF-8 and is not."""
    return zipped(MEMBERS | {"word/å.xml": "<a/>"}).replace("å".encode(), b"\xe5\xe5")


FILES: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "docx-empty", ""),
    "the beginning of an archive": (b"PK", "docx-not-word", ""),
    "no archive": (b"PK\x03\x04" * 20, "docx-not-word", ""),
    "a text": (b"# Markdown\n", "docx-not-word", ""),
    "an archive of something else": (zipped({"a.txt": "a"}), "docx-not-word", ""),
    "no main part": (with_part(ROOT, MEMBERS[ROOT].replace("word/doc", "../../etc/doc")), "docx-not-word", ""),
    "another kind of main part": (with_part(ROOT, MEMBERS[ROOT].replace("officeDocument", "x")), "docx-not-word", ""),
    "another root": (with_part(MAIN, "<workbook/>"), "docx-not-word", ""),
    "no body": (with_part(MAIN, f'<w:document xmlns:w="{W}"/>'), "docx-not-word", ""),
    "a strange name": (with_strange_name(), "docx-not-word", ""),
    "a strange compression": (compressed_strangely(), "docx-damaged", ""),
    "a broken body": (with_part(MAIN, "<"), "docx-damaged", ""),
    "entities": (with_part(MAIN, DAMAGED), "docx-damaged", ""),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "docx-protected", ""),
    "an old Word file": (OLE + "WordDocument".encode("utf-16-le"), "docx-other-format", "Word 97–2003 (.doc)"),
    "an old Excel file": (OLE, "docx-other-format", "Office 97–2003"),
    "an old Word file with a theme": (
        OLE + "WordDocument".encode("utf-16-le") + zipped({"theme/theme/themeManager.xml": "<a/>"}),
        "docx-other-format",
        "Word 97–2003 (.doc)",
    ),
    "Word 2": (b"\xdb\xa5-\x00", "docx-other-format", "Word 2 (.doc)"),
    "Word 2003 in XML": (
        b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>',
        "docx-other-format",
        "Word XML (.xml)",
    ),
    "a web page": (b"\xef\xbb\xbf\n<!DOCTYPE html>", "docx-other-format", "HTML"),
    "a web page in one file": (b"MIME-Version: 1.0", "docx-other-format", "MHTML (.mht)"),
    "PDF": (b"%PDF-1.7", "docx-other-format", "PDF"),
    "RTF": (b"{\\rtf1", "docx-other-format", "RTF (.rtf)"),
    "LibreOffice": (
        zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "docx-other-format",
        "OpenDocument (.odt)",
    ),
    "Excel": (
        with_part(MAIN, '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'),
        "docx-other-format",
        "Excel (.xlsx)",
    ),
    "strict": (
        with_part(MAIN, MEMBERS[MAIN].replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")),
        "docx-strict",
        "",
    ),
    "a bomb": (with_part("word/a.xml", " " * LARGEST), "docx-too-big", ""),
}


def problem_of(data: bytes, limits: Limits = LIMITS) -> tuple[str, str]:
    with pytest.raises(ContentError) as caught:
        open_word_bytes(data, "x.docx", limits)
    (found,) = caught.value.diagnostics
    assert str(found.location) == "x.docx"
    return found.code, str(found.values.get("format", ""))


@pytest.mark.parametrize("name", FILES)
def test_what_a_file_is(name: str) -> None:
    data, *told = FILES[name]
    assert problem_of(data) == tuple(told)


@pytest.mark.parametrize("end", range(40, 4000, 330))
def test_a_file_that_is_cut_off(end: int) -> None:
    assert problem_of(zipped(MEMBERS)[:end]) == ("docx-not-word", "")


def test_a_member_that_holds_more_than_it_says() -> None:
    """The size stands before the data and in the list at the end; both lie."""
    size = 40_000_000
    data = with_part(MAIN, "a" * size)
    assert data.count(size.to_bytes(4, "little")) == 2
    tracemalloc.start()
    try:
        assert problem_of(data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))) == ("docx-damaged", "")
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("limits", [Limits(text=1000), Limits(package=1000), Limits(parts=5), Limits(tags=50)])
def test_limits(limits: Limits) -> None:
    open_word_bytes(zipped(MEMBERS), "x.docx")
    assert problem_of(zipped(MEMBERS), limits) == ("docx-too-big", "")


def test_the_main_part_may_have_any_name() -> None:
    """Word Online writes `word/document2.xml`."""
    moved = {name.replace("document.xml", "document2.xml"): text for name, text in MEMBERS.items()}
    package = open_word_bytes(zipped(moved | {ROOT: MEMBERS[ROOT].replace(MAIN, "word/document2.xml")}), "x.docx")
    assert package.main == "word/document2.xml"
    assert package.related_part("styles") == "word/styles.xml"


def test_places_of_files(tmp_path: Path) -> None:
    (tmp_path / "~$x.docx").write_bytes(bytes(162))
    (tmp_path / "x.docx").write_bytes(zipped(MEMBERS))
    places = (("none.docx", "docx-missing"), (".", "docx-folder"), ("~$x.docx", "docx-lock-file"))
    for name, code in places:
        with pytest.raises(ContentError) as caught:
            open_word_file(tmp_path / name)
        assert [(each.code, each.location.path) for each in caught.value.diagnostics] == [
            (code, (tmp_path / name).as_posix())
        ]
    with pytest.raises(ContentError) as caught:
        open_word_file(tmp_path / "x.docx", limits=Limits(file=1000))
    assert [each.code for each in caught.value.diagnostics] == ["docx-too-big"]
    assert open_word_file(tmp_path / "x.docx").main == MAIN


def test_every_code_is_tested() -> None:
    elsewhere = {"docx-missing", "docx-folder", "docx-lock-file"}
    assert load_group("ooxml").codes.keys() == {code for _, code, _ in FILES.values()} | elsewhere
