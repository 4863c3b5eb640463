"""What other programs make of our redlines of the real documents: validators, Word processors, another comparer."""

import re
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest
from openxml_audit import OpenXmlValidator

from safecomm.ooxml.package import MAIN, NOTES
from tests.pdf.fake import needs_office
from tests.redline.edits import Edits
from tests.redline.office import ACCEPT, AS_IT_IS, REJECT, resolved
from tests.redline.sample import AUTHOR, redline
from tests.word.sample import shown, unzip
from tests.word.test_valid import NO_THEME, SHORT_RUN, needs_validator, sdk_errors

pytestmark = pytest.mark.slow

Drafts = tuple[bytes, bytes, bytes]


@pytest.fixture(scope="module")
def drafts(real: dict[str, bytes]) -> dict[str, Drafts]:
    """Old, new and redlined, with twelve edits."""
    return {name: edited(real[name], Random(name)) for name in ("application.en", "programme.sv")}


def edited(docx: bytes, random: Random) -> Drafts:
    old = Edits(docx, random).make(4)
    new = Edits(old, random).make(12)
    return old, new, redline(old, new, AUTHOR)


def text(docx: bytes) -> tuple[str, ...]:
    """Of body and notes; that part may be missing where there are none.

    Without empty paragraphs: LibreOffice keeps the mark of one that a table follows.
    """
    return tuple(re.sub("¶+", "¶", shown(docx, part)) if part in unzip(docx) else "" for part in (MAIN, NOTES))


@needs_office
def test_libreoffice_accepts_and_rejects_as_we_do(drafts: dict[str, Drafts], tmp_path: Path) -> None:
    jobs: dict[str, tuple[bytes, str]] = {}
    for name, (old, new, redlined) in drafts.items():
        jobs |= {f"{name}-old": (old, AS_IT_IS), f"{name}-new": (new, AS_IT_IS)}
        jobs |= {f"{name}-accepted": (redlined, ACCEPT), f"{name}-rejected": (redlined, REJECT)}
    texts = {name: text(docx) for name, docx in resolved(tmp_path, jobs).items()}
    for name in drafts:
        assert texts[f"{name}-old"] != texts[f"{name}-new"]
        assert texts[f"{name}-accepted"] == texts[f"{name}-new"]
        assert texts[f"{name}-rejected"] == texts[f"{name}-old"]


def test_openxml_audit_finds_nothing(drafts: dict[str, Drafts], tmp_path: Path) -> None:
    for _, _, redlined in drafts.values():
        (tmp_path / "a.docx").write_bytes(redlined)
        found = [str(error.description) for error in OpenXmlValidator().validate(tmp_path / "a.docx").errors]
        assert [finding for finding in found if not finding.startswith(NO_THEME)] == []


@needs_validator
def test_the_open_xml_sdk_finds_nothing(drafts: dict[str, Drafts], tmp_path: Path) -> None:
    for _, _, redlined in drafts.values():
        (tmp_path / "a.docx").write_bytes(redlined)
        assert sdk_errors(tmp_path / "a.docx") == []


@pytest.mark.skipif(find_spec("python_redlines_docxodus") is None, reason="needs the extra `oracle`")
def test_docxodus_finds_the_new_document_behind_our_changes(
    drafts: dict[str, Drafts], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It accepts the changes of what it compares."""
    from python_redlines import DocxodusEngine

    for name, value in SHORT_RUN.items():
        monkeypatch.setenv(name, value)
    engine = DocxodusEngine(target_path=str(tmp_path))
    for _, new, redlined in drafts.values():
        assert " 0 revision(s)" in engine.run_redline(AUTHOR, new, redlined)[1]
    old, _, redlined = drafts["programme.sv"]
    assert " 0 revision(s)" not in engine.run_redline(AUTHOR, old, redlined)[1]
