"""What another program has saved says the same: as text, to the audit, and what is asked of each of its traits."""

import re
from pathlib import Path
from unicodedata import normalize

import pytest

from safecomm.ooxml.opening import open_word_bytes
from safecomm.twin.twin import text_of_foreign
from tests.audit.sample import audit, parts, zipped
from tests.foreign.programs import PROGRAMS, as_libre_office, read
from tests.pdf.fake import needs_office
from tests.review.reviewer import project, sent

SAMPLE = zipped(parts())


def text_of(docx: bytes) -> str:
    return normalize("NFC", text_of_foreign(open_word_bytes(docx, "x.docx")))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("program", PROGRAMS)
def test_the_text_is_the_same(program: str, seed: int) -> None:
    assert text_of(PROGRAMS[program](SAMPLE, seed)) == text_of(SAMPLE)


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_audit_finds_what_is_lost_and_nothing_else(program: str) -> None:
    lost = {"Google Docs": ["audit-title", "audit-link-place"], "Pages": ["audit-title"]}
    assert [finding.code for finding in audit(PROGRAMS[program](SAMPLE, 0), "x.docx")] == lost.get(program, [])


def test_each_program_leaves_its_traces() -> None:
    saved = {program: read(save(SAMPLE, 0)) for program, save in PROGRAMS.items()}
    word = saved["Word"]["word/document.xml"]
    for trait in (b"rsidR=", b"paraId=", b"proofErr", b"lastRenderedPageBreak", b"smartTag"):
        assert trait in word
    assert "word/document2.xml" in saved["Word Online"]
    assert b"bookmarkStart" not in saved["Google Docs"]["word/document.xml"]
    assert not any(name.startswith("docProps/") for name in saved["Google Docs"])
    assert normalize("NFD", "Ålder").encode() in saved["Pages"]["word/document.xml"]


@needs_office
@pytest.mark.slow
def test_libre_office_itself(tmp_path: Path) -> None:
    draft = sent(project(tmp_path)).read_bytes()
    saved = text_of(as_libre_office(tmp_path, draft))
    # It puts the entries of the contents into fields, as bold as their style is; it breaks a page where the paragraph
    # before ends, and ends an address in a slash.
    for written, ours in (("{PAGEREF}", ""), ("<br>\n", "\n"), ("example.org/", "example.org")):
        saved = saved.replace(written, ours)
    assert re.sub(r"^(\s*- )\*\*(.+)\*\*$", r"\1\2", saved, flags=re.MULTILINE) == text_of(draft)
