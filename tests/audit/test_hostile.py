"""Files that are no Word files, or mean harm: one clear message, at once."""

import tracemalloc
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from safecomm.audit import opening
from safecomm.audit.audit import audit, audit_file
from safecomm.word.archive import LARGEST
from tests.audit.sample import parts, zipped

BOMB = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


def codes(data: bytes) -> list[str]:
    return [each.code for each in audit(data, "x.docx")]


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 a document with a password", b"PK\x03\x04" * 20, b"# Markdown\n"],
)
def test_what_is_no_package(data: bytes) -> None:
    assert codes(data) == ["audit-not-word"]


def test_a_package_of_something_else() -> None:
    members = parts()
    assert codes(zipped(members | {"word/document.xml": "<workbook/>"})) == ["audit-not-word"]
    assert codes(zipped(members | {"_rels/.rels": members["_rels/.rels"].replace("word/doc", "../../etc/doc")})) == [
        "audit-not-word"
    ]
    assert codes(zipped({"a.txt": "a"})) == ["audit-not-word"]


@pytest.mark.parametrize("end", range(40, 4000, 330))
def test_a_file_that_is_cut_off(end: int) -> None:
    assert codes(zipped(parts())[:end]) == ["audit-not-word"]


def test_an_archive_bomb() -> None:
    assert codes(zipped(parts() | {"word/a.xml": " " * LARGEST})) == ["audit-too-big"]


def test_a_member_that_holds_more_than_it_says() -> None:
    """The size stands before the data and in the list at the end; both lie."""
    size = 40_000_000
    data = zipped({"word/document.xml": "a" * size})
    assert data.count(size.to_bytes(4, "little")) == 2
    tracemalloc.start()
    try:
        assert codes(data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))) == ["audit-not-word"]
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_more_elements_than_memory_is_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_TAGS", 1000)
    assert codes(zipped(parts() | {"word/a.xml": f"<a>{'<b/>' * 1000}</a>"})) == ["audit-too-big"]


def test_a_strange_compression() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert codes(buffer.getvalue()) == ["audit-not-word"]


@pytest.mark.parametrize("inside", ["<a/>", "<a>&c;</a>", '<a b="&c;"/>'])
def test_a_document_type(inside: str) -> None:
    assert codes(zipped(parts() | {"customXml/item1.xml": BOMB + inside})) == ["audit-damaged"]


def test_every_damaged_part_is_named() -> None:
    found = audit(zipped(parts() | {"word/styles.xml": "<", "docProps/core.xml": ""}), "x.docx")
    assert [(each.code, each.values["part"]) for each in found] == [
        ("audit-damaged", "docProps/core.xml"),
        ("audit-damaged", "word/styles.xml"),
    ]


def test_styles_that_go_in_a_circle_or_on_for_ever() -> None:
    members = parts()
    ring = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 3000}"/></w:style>'
        for n in range(3000)
    )
    members["word/styles.xml"] = members["word/styles.xml"].replace("</w:styles>", f"{ring}</w:styles>")
    assert codes(zipped(members)) == []


def test_deep_nesting() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000
    members = parts()
    members["word/document.xml"] = members["word/document.xml"].replace("<w:body>", f"<w:body>{deep}")
    assert set(codes(zipped(members))) <= {"audit-damaged", "audit-table-nested", "audit-cell-end", "audit-more"}


def test_values_of_another_kind() -> None:
    """No number, no colour, no such style: as if nothing were said."""
    members = parts()
    odd = (
        '<w:p><w:pPr><w:pStyle w:val="&#229;"/><w:outlineLvl w:val="-1"/><w:numPr/><w:shd/></w:pPr><w:r><w:rPr>'
        '<w:color w:themeColor="x" w:themeTint="zz"/><w:sz w:val="99999999"/><w:highlight w:val="x"/><w:b w:val="?"/>'
        '</w:rPr><w:t>Text.</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblLook w:val="x"/></w:tblPr></w:tbl>'
    )
    members["word/document.xml"] = members["word/document.xml"].replace("<w:body>", f"<w:body>{odd}")
    assert codes(zipped(members)) == []


def test_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [each.code for each in audit_file(tmp_path / "none.docx")] == ["audit-missing"]
    assert [each.code for each in audit_file(tmp_path)] == ["audit-missing"]
    (tmp_path / "x.docx").write_bytes(zipped(parts()))
    assert audit_file(tmp_path / "x.docx") == []
    monkeypatch.setattr("safecomm.audit.audit.LARGEST_FILE", 1000)
    (found,) = audit_file(tmp_path / "x.docx")
    assert (found.code, found.location.path) == ("audit-too-big", (tmp_path / "x.docx").as_posix())
