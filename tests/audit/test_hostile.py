"""Files that mean harm: one clear message, at once."""

from pathlib import Path

import pytest

from safecomm.audit.audit import audit_file
from tests.audit.sample import audit, parts, zipped

BOMB = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


def codes(data: bytes) -> list[str]:
    return [each.code for each in audit(data, "x.docx")]


@pytest.mark.parametrize("inside", ["<a/>", "<a>&c;</a>", '<a b="&c;"/>'])
def test_a_document_type(inside: str) -> None:
    assert codes(zipped(parts() | {"customXml/item1.xml": BOMB + inside})) == ["docx-damaged"]


def test_every_damaged_part_is_named() -> None:
    found = audit(zipped(parts() | {"word/styles.xml": "<", "docProps/core.xml": ""}), "x.docx")
    assert [(each.code, each.values["part"]) for each in found] == [
        ("docx-damaged", "docProps/core.xml"),
        ("docx-damaged", "word/styles.xml"),
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
    assert set(codes(zipped(members))) <= {"docx-damaged", "audit-table-nested", "audit-cell-end", "audit-more"}


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


def test_files(tmp_path: Path) -> None:
    assert [finding.code for finding in audit_file(tmp_path / "none.docx")] == ["docx-missing"]
    (tmp_path / "x.docx").write_bytes(zipped(parts()))
    assert audit_file(tmp_path / "x.docx") == []
