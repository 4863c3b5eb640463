"""A gap that the content acknowledges stays in view and stops nothing."""

import shutil
from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Severity
from safecomm.documents.edition import Edition
from safecomm.documents.gaps import gaps_of
from safecomm.rules.all_rules import check
from tests.bilingual import DOCUMENTS

GOOD = Path(__file__).parents[1] / "good" / "content"
ACKNOWLEDGED = """acknowledged:
  - gap: no-responsible
    record: measures/lighting
    reason:
      sv: Nämnden beslutar i vår.
      en: The board decides in the spring.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A measure without a responsible, and nobody who says that this is known."""
    shutil.copytree(GOOD, tmp_path / "content")
    measure = tmp_path / "content/measures/lighting.md"
    lines = measure.read_text(encoding="utf-8").splitlines(keepends=True)
    measure.write_text("".join(line for line in lines if not line.startswith("responsible:")), encoding="utf-8")
    return tmp_path


@pytest.fixture
def known(project: Path) -> Path:
    application = project / "content/application.md"
    text = application.read_text(encoding="utf-8")
    application.write_text(text.replace("version:", f"{ACKNOWLEDGED}version:"), encoding="utf-8")
    return project


def test_a_gap_stops_a_final_document_until_it_is_acknowledged(project: Path) -> None:
    with pytest.raises(ContentError):
        build(project, DOCUMENTS, True, None)


def test_an_acknowledged_gap_does_not_stop_it(known: Path) -> None:
    run = build(known, DOCUMENTS, True, None)
    assert [(each.code, each.severity) for each in run.gaps] == [("no-responsible", Severity.NOTE)]


def test_it_still_stands_in_the_application_with_its_reason(known: Path) -> None:
    still_open, (limitation,) = gaps_of(Edition(load(known), "en"))
    assert not [sentence for chapter in still_open for sentence in chapter.sentences if "responsible" in sentence]
    assert limitation.reason.rstrip(".") == "The board decides in the spring"


def test_other_records_are_not_meant(known: Path) -> None:
    application = known / "content/application.md"
    text = application.read_text(encoding="utf-8").replace("record: measures/lighting", "record: measures/other")
    application.write_text(text, encoding="utf-8")
    found = [finding.diagnostic for finding in check(load(known), "sv")]
    assert [(each.code, each.severity) for each in found] == [
        ("no-responsible", Severity.WARNING),
        ("acknowledgement-idle", Severity.WARNING),
    ]
