"""The table of contents: Word's own field, filled with a linked entry for each heading before Word ever runs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.bookmarks import bookmark_name, mark
from safecomm.ooxml.escape import PRESERVED, attribute_text, run_text
from safecomm.ooxml.fields import Field, field_xml, fields
from safecomm.ooxml.package import Package
from safecomm.ooxml.walk import paragraph_text
from safecomm.ooxml.wordml import ANCHOR, HYPERLINK, WORDML, P, paragraph_style, parse_xml, to_bytes

LEVELS = re.compile(r'\\o\s+"([1-9])-([1-9])"')
ENTRY = re.compile(r"toc([1-9])")


class ContentsEntry(NamedTuple):
    """A heading as a table of contents lists it; `bookmark` marks the heading."""

    level: int
    text: str
    bookmark: str


class HeadingMarker:
    """Marks headings, each with a bookmark named after those above it, so that it stays when others come."""

    def __init__(self) -> None:
        self.entries: list[ContentsEntry] = []
        self.above: dict[int, str] = {}
        self.seen: Counter[str] = Counter()

    def mark(self, paragraph: etree._Element, level: int, text: str) -> None:
        if text := " ".join(text.split()):
            self.above = {higher: title for higher, title in self.above.items() if higher < level} | {level: text}
            address = "\n".join(self.above.values())
            self.seen[address] += 1
            name = bookmark_name("Toc", f"{address}\n{self.seen[address]}")
            mark(paragraph, name)
            self.entries.append(ContentsEntry(level, text, name))


def fill_contents(body_fields: Iterable[Field], entries: Sequence[ContentsEntry], names: Mapping[str, str]) -> None:
    """Lists the entries in the tables of contents among the fields; `names` are those of the styles by their ids."""
    ids = {name: identity for identity, name in names.items()}
    for contents in _contents(body_fields):
        first, last = levels(contents)
        listed = [entry for entry in entries if first <= entry.level <= last]
        if listed:
            _replace(contents, "".join(_entry_paragraphs(listed, contents.instruction, ids)))


def _contents(body_fields: Iterable[Field]) -> Iterator[Field]:
    return (field for field in body_fields if field.name == "TOC" and levels(field) != (0, 0))


def levels(contents: Field) -> tuple[int, int]:
    """The first and last level of headings that the field asks for, zeros where it asks for something else."""
    match = LEVELS.search(contents.instruction)
    return (int(match[1]), int(match[2])) if match else (0, 0)


def _entry_paragraphs(entries: Sequence[ContentsEntry], instruction: str, ids: Mapping[str, str]) -> Iterator[str]:
    """A paragraph for each entry; the field begins in the first and ends in the last."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{run_text(instruction)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for entry in entries:
        style = ids.get(f"toc{entry.level}") or ids.get("toc1", "")
        link = (
            f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1" w:tooltip="{attribute_text(entry.text)}">'
            f"<w:r>{PRESERVED}{run_text(entry.text)}</w:t></w:r></w:hyperlink>"
        )
        opened, closed = begin if entry is entries[0] else "", end if entry is entries[-1] else ""
        yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{opened}{link}{closed}</w:p>'


def _replace(contents: Field, paragraphs: str) -> None:
    """Puts the paragraphs in the place of those from the field's beginning to its end."""
    first, last = _paragraph(contents.begin), _paragraph(contents.end)
    parent = first.getparent()
    if parent is None or parent is not last.getparent():
        return
    start, stop = parent.index(first), parent.index(last)
    parent[start : stop + 1] = list(parse_xml(f'<w:body xmlns:w="{WORDML}">{paragraphs}</w:body>'.encode()))


def _paragraph(element: etree._Element | None) -> etree._Element:
    assert element is not None, "a field that begins and ends within runs"
    return next(element.iterancestors(P))


def headings(docx: bytes) -> list[tuple[int, str]]:
    """Level and text of every entry in the document's tables of contents, in order."""
    package = Package(docx)
    return [
        (int(match[1]), paragraph_text(link))
        for paragraph, link in _entries(package.document)
        if (match := ENTRY.fullmatch(package.styles.names.get(paragraph_style(paragraph), "")))
    ]


def with_page_numbers(docx: bytes, pages: Iterable[int]) -> bytes:
    """The document with a page number behind each entry of `headings`, as fields that Word can renew."""
    package = Package(docx)
    for (_, link), page in zip(list(_entries(package.document)), pages, strict=True):
        number = field_xml(f"PAGEREF {link.get(ANCHOR)} \\h", str(page))
        runs = parse_xml(f'<w:p xmlns:w="{WORDML}"><w:r><w:tab/></w:r>{number}</w:p>'.encode())
        link.extend(list(runs))
    return write_parts(package.parts() | {package.main: to_bytes(package.document)})


def _entries(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The paragraph and the link of each entry."""
    for contents in _contents(fields(root)):
        paragraph: etree._Element | None = _paragraph(contents.begin)
        last = _paragraph(contents.end)
        while paragraph is not None:
            yield from ((paragraph, link) for link in paragraph.iterchildren(HYPERLINK) if link.get(ANCHOR))
            paragraph = None if paragraph is last else paragraph.getnext()
