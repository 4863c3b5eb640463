"""From a place in a content file to the page of its record."""

from pathlib import Path

import pytest

from safecomm.desk.addresses import address_at, record_address
from safecomm.desk.desk import Desk
from safecomm.diagnostic import Location

MEASURE = "risk-groups-measure"


def line_of(file: Path, text: str) -> int:
    return next(n for n, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if line.startswith(text))


def test_a_field_of_a_file_of_its_own(desk: Desk, project: Path) -> None:
    file = project / "content" / "measures" / f"{MEASURE}.md"
    line = line_of(file, "responsible:")
    place = Location(f"content/measures/{file.name}", line)
    assert address_at(desk.state(), place) == f"/record/measures/{file.stem}#responsible"


def test_the_text_below_the_fields_is_a_field(desk: Desk, project: Path) -> None:
    file = project / "content" / "measures" / f"{MEASURE}.md"
    last = len(file.read_text(encoding="utf-8").splitlines())
    assert (
        address_at(desk.state(), Location(f"content/measures/{file.name}", last)) == f"/record/measures/{MEASURE}#text"
    )


def test_an_entry_of_a_list(desk: Desk, project: Path) -> None:
    content = desk.state().content
    assert content is not None
    id_ = list(content.records[content.source].organisations)[1]
    line = line_of(project / "content" / "organisations.yaml", f"{id_}:") + 1
    place = Location("content/organisations.yaml", line)
    assert address_at(desk.state(), place).startswith(f"/record/organisations/{id_}#")


def test_a_translation_is_that_of_its_source_in_its_language(desk: Desk, project: Path) -> None:
    path, record = "content/measures/lighting.en.md", "/record/measures/lighting"
    last = len((project / path).read_text(encoding="utf-8").splitlines())
    lines = [(1, record), (2, f"{record}#title.en"), (last, f"{record}#text.en")]
    assert [address_at(desk.state(), Location(path, line)) for line, _ in lines] == [found for _, found in lines]


def test_a_translation_that_cannot_be_read_leads_to_its_record(desk: Desk, project: Path) -> None:
    desk.state()
    (project / "content/measures/lighting.en.md").write_text("---\ntitle: [\n", encoding="utf-8")
    desk.refresh()
    assert address_at(desk.state(), Location("content/measures/lighting.en.md", 2)) == "/record/measures/lighting"


@pytest.mark.parametrize("path", ["templates/application.docx", "content/no-such.md", "", "content"])
def test_what_is_no_record_has_no_address(desk: Desk, path: str) -> None:
    assert address_at(desk.state(), Location(path, 3)) == ""


def test_an_address_is_one_whatever_is_in_an_id() -> None:
    assert record_address("measures", "a b/../c", "x&y") == "/record/measures/a%20b%2F..%2Fc#x%26y"
