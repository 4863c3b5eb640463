"""Forms as people fill them in: answers typed into the boxes, saved by LibreOffice, marks and boxes lost."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.bookmarks import END, START
from safecomm.ooxml.package import MAIN
from safecomm.ooxml.walk import raw_text
from safecomm.ooxml.wordml import CELL, ROW, P, R, T, to_bytes, w

Change = Callable[[etree._Element], None]


def changed(file: Path, *changes: Change) -> Path:
    """The form with its body changed, where it lies."""
    with ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[MAIN])
    for change in changes:
        change(root)
    file.write_bytes(write_parts(parts | {MAIN: to_bytes(root)}))
    return file


def boxes(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The last line that each row says on its left, and its box."""
    for row in root.iter(ROW):
        asked, answer = row.findall(CELL)
        yield raw_text(asked.findall(P)[-1]), answer


def answering(answers: dict[str, str]) -> Change:
    """Types each answer into the boxes of the rows that end so on their left, a paragraph for each line."""

    def change(root: etree._Element) -> None:
        for asked, box in boxes(root):
            if asked in answers:
                type_into(box, answers[asked])

    return change


def type_into(box: etree._Element, text: str) -> None:
    for paragraph in list(box.iterchildren(P, w("sdt"))):
        box.remove(paragraph)
    for line in text.split("\n"):
        paragraph = etree.SubElement(box, P)
        etree.SubElement(etree.SubElement(paragraph, R), T).text = line


def without_marks(root: etree._Element) -> None:
    for mark in list(root.iter(START, END)):
        mark.getparent().remove(mark)  # type: ignore[union-attr]


def saved_by_libreoffice(file: Path, folder: Path) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "saved")]
    subprocess.run(["soffice", profile, "--headless", *target, str(file)], check=True, capture_output=True, timeout=120)
    return folder / "saved" / file.name
