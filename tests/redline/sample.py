"""Two small documents from the template of tests/word, and what to ask of their redline."""

import re
from datetime import datetime
from pathlib import Path

from lxml import etree

from safecomm.markdown.blocks import Prose
from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.package import Package
from safecomm.ooxml.wordml import to_bytes
from safecomm.redline import accept as resolved
from safecomm.redline import redline as redlined
from safecomm.redline.stories import story_parts
from tests.word.sample import View, body_xml, field, make, paragraph, prose, unzip

AUTHOR = "Solna"
CONTENTS = "<w:p>" + field(' TOC \\o "1-2" ') + "</w:p>"
PHRASES = "{% set caption_table = 'Tabell' %}{% set caption_figure = 'Figur' %}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def redline(old: bytes, new: bytes, author: str, date: datetime | None = None) -> bytes:
    return redlined.redline(Package(old), Package(new), author, date).data


def accept(docx: bytes) -> bytes:
    return packed(resolved.accept(Package(docx)))


def reject(docx: bytes) -> bytes:
    return packed(resolved.reject(Package(docx)))


def packed(package: Package) -> bytes:
    """The package with what has become of its texts."""
    return write_parts(package.parts() | {part: to_bytes(package.root(part)) for part in story_parts(package)})


def document(folder: Path, text: str | Prose, *, contents: bool = False) -> bytes:
    """The text between a table of contents, where one is asked for, and the fixed paragraph that ends a template."""
    body = (CONTENTS if contents else "") + paragraph("{{p text }}") + paragraph("Slut")
    return make(folder, body, View(prose(text) if isinstance(text, str) else text), phrases=PHRASES)


def compared(folder: Path, old: str | Prose, new: str | Prose, *, contents: bool = False) -> bytes:
    before, after = (document(folder, each, contents=contents) for each in (old, new))
    return redline(before, after, AUTHOR)


def readable(docx: bytes) -> str:
    """Body and notes without what every mark has, a paragraph, row or table a line."""
    notes = unzip(docx)["word/footnotes.xml"].decode().partition('w:id="0"><w:p/></w:footnote>')[2]
    notes = notes.removesuffix("</w:footnotes>").replace("><w:footnote ", ">\n<w:footnote ")
    return re.sub(rf' w:id="\d+" w:author="{AUTHOR}"', "", "\n".join(filter(None, [body_xml(docx), notes]))) + "\n"


def root(docx: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(unzip(docx)[part])


def tracked(docx: bytes) -> list[tuple[str, str]]:
    """Every change of the body with its text: `ins`, `del` or `pPrChange`; empty for the mark of a paragraph or row."""
    changes = root(docx).iter(f"{W}ins", f"{W}del", f"{W}pPrChange")
    return [
        (str(each.tag).removeprefix(W), "".join(text.text or "" for text in each.iter(f"{W}t", f"{W}delText")))
        for each in changes
    ]


def anchors(docx: bytes) -> set[str]:
    """Where links within the document lead."""
    return {str(each.get(f"{W}anchor")) for each in root(docx).iter(f"{W}hyperlink") if each.get(f"{W}anchor")}


def bookmarks(docx: bytes) -> list[str]:
    return [str(each.get(f"{W}name")) for each in root(docx).iter(f"{W}bookmarkStart")]
