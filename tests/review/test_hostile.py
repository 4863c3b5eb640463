"""Files that are no drafts of ours, or are meant to harm: one clear message each, soon."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from safecomm.diagnostic import ContentError
from safecomm.review.review import review
from tests.review.reviewer import Reviewer, members, project, saved, sent

MAIN, CUSTOM, CORE = "word/document.xml", "docProps/custom.xml", "docProps/core.xml"
NOTES = "word/footnotes.xml"
Parts = dict[str, str]


def code(root: Path, file: Path) -> str:
    with pytest.raises(ContentError) as fault:
        review(root, [file])
    (found,) = fault.value.diagnostics
    assert found.location.path == file.as_posix()
    assert found.message("sv")
    assert found.hint("en")
    return found.code


def truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def encrypted(_data: bytes) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)


def another_zip(_data: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("../../evil.xml", "<x/>")
    return buffer.getvalue()


def bomb(_data: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr(MAIN, bytes(40_000_000))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (truncated, "docx-not-word"),
        (encrypted, "docx-other-format"),
        (another_zip, "docx-not-word"),
        (bomb, "docx-too-big"),
    ],
)
def test_what_is_no_word_file(tmp_path: Path, damage: Callable[[bytes], bytes], expected: str) -> None:
    root = project(tmp_path)
    file = tmp_path / "copy.docx"
    file.write_bytes(damage(sent(root).read_bytes()))
    assert code(root, file) == expected


def document_type(parts: Parts) -> None:
    entities = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    declaration, _, rest = parts[MAIN].partition("?>")
    parts[MAIN] = f"{declaration}?>{entities}{rest}"


def cut(parts: Parts) -> None:
    parts[MAIN] = parts[MAIN][:-100]


def deep(parts: Parts) -> None:
    parts[MAIN] = parts[MAIN].replace("<w:body>", "<w:body>" + "<w:sdt>" * 5000 + "</w:sdt>" * 5000)


def unmarked(parts: Parts) -> None:
    del parts[CUSTOM]


def strange(parts: Parts) -> None:
    parts[CUSTOM] = parts[CUSTOM].replace("programme.sv", "../programme.sv")


def many(parts: Parts) -> None:
    parts[MAIN] = parts[MAIN].replace("<w:sectPr", "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 20_000 + "<w:sectPr", 1)


def foreign(parts: Parts) -> None:
    for part in (MAIN, NOTES):
        parts[part] = parts[part].replace('"_Text_', '"_Text_f')
    parts[CUSTOM] = parts[CUSTOM].replace("</vt:lpwstr>", "0</vt:lpwstr>", 1)
    parts[CORE] = re.sub("<dc:creator>.*</dc:creator>", "<dc:creator>En annan kommun</dc:creator>", parts[CORE])


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (document_type, "docx-damaged"),
        (cut, "docx-damaged"),
        (deep, "docx-damaged"),
        (unmarked, "review-not-ours"),
        (strange, "review-not-ours"),
        (many, "review-too-big"),
        (foreign, "review-foreign"),
    ],
)
def test_what_is_no_review(tmp_path: Path, damage: Callable[[Parts], None], expected: str) -> None:
    root = project(tmp_path)
    parts = members(sent(root))
    damage(parts)
    assert code(root, saved(tmp_path / "copy.docx", parts)) == expected


def test_all_files_are_named_at_once(tmp_path: Path) -> None:
    root = project(tmp_path)
    with pytest.raises(ContentError) as fault:
        review(root, [tmp_path / "a.docx", tmp_path / "b.docx"])
    assert [each.code for each in fault.value.diagnostics] == ["docx-missing"] * 2


DAMAGED_LIST = '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr></w:pPr>'


@pytest.mark.parametrize(
    ("inserted", "kinds"),
    [
        (f"{DAMAGED_LIST}<w:r><w:t>x</w:t></w:r></w:p>", ["added"]),
        ("<w:p/>" * 500, ["blank"]),
        ("<w:p>" + '<w:fldSimple w:instr="A"/>' * 20_000 + "</w:p>", ["added"]),
        ("<w:tbl><w:tr><w:tc>" + "<w:p/>" * 500 + "</w:tc></w:tr></w:tbl>", ["table", "blank"]),
    ],
)
def test_what_hangs_on_a_paragraph_is_bounded(tmp_path: Path, inserted: str, kinds: list[str]) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.replace("<w:sectPr", f"{inserted}<w:sectPr")
    assert [each.kind for each in review(root, [anna.write()]).findings] == kinds


@pytest.mark.slow
def test_many_changes_are_read_soon(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    changed = anna.mark("ins", "<w:r><w:t>x </w:t></w:r>") * 50_000
    anna.replace("Sex områden.</w:t></w:r>", f"Sex områden.</w:t></w:r>{changed}")
    (found,) = review(root, [anna.write()]).findings
    assert found.edit is None
