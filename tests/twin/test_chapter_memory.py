"""Chapters that are known already say what they would say anew."""

from pathlib import Path

import pytest

from safecomm.ooxml.package import Package
from safecomm.twin.twin import TextMemory, to_text
from tests.word.sample import View, make, paragraph, prose

BODY = paragraph("{{p text }}")
CHAPTERS = (
    "# Ett\n\nText[^a].\n\n1. ett\n2. två\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n",
    "# Två\n\n- punkt\n\n    mer\n\n3. tre\n\n[en länk till exempel](https://example.org/)[^b].\n\n",
    "# Tre\n\nSlut[^a].\n\n1. igen\n\n",
)
NOTES = "[^a]: En not.\n\n[^b]: En till.\n"


def package(folder: Path, *chapters: str) -> Package:
    return Package(make(folder, BODY, View(prose("".join(chapters) + NOTES))))


@pytest.mark.parametrize("changed", range(3))
@pytest.mark.parametrize("more", ["Mer.\n\n", "1. en lista till\n\n", "Not[^b].\n\n", "| C |\n|---|\n| 3 |\n\n"])
def test_a_changed_document_reads_as_if_nothing_had_been_kept(tmp_path: Path, changed: int, more: str) -> None:
    memory, chapters = TextMemory(), list(CHAPTERS)
    to_text(package(tmp_path, *chapters), memory)
    chapters[changed] += more
    document = package(tmp_path, *chapters)
    assert to_text(document, memory) == to_text(document)


def test_only_the_changed_chapter_is_read(tmp_path: Path) -> None:
    memory = TextMemory()
    to_text(package(tmp_path, *CHAPTERS), memory)
    known = set(memory.kept)
    to_text(package(tmp_path, *CHAPTERS), memory)
    assert set(memory.kept) == known
    to_text(package(tmp_path, *CHAPTERS[:2], CHAPTERS[2].replace("Slut", "Ända fram")), memory)
    assert len(memory.kept) == len(known) + 1
