"""A Word file as a reviewer's program has it open: its paragraphs, their words, and the ways to change them."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from lxml.etree import _Element as Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
MAIN, NOTES, COMMENTS, ENDNOTES, EXTENDED, STYLES = (
    f"word/{name}.xml" for name in ("document", "footnotes", "comments", "endnotes", "commentsExtended", "styles")
)
CORE = "docProps/core.xml"
LINKS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DATE = "2026-03-02T10:00:00Z"
SYMBOLS = {("Wingdings", "F0E0"): "→"}


def w(name: str) -> str:
    return f"{{{WORD}}}{name}"


class Span(NamedTuple):
    """Some of a run's text."""

    run: Element
    start: int
    end: int

    @property
    def text(self) -> str:
        return text_of(self.run)[self.start : self.end]


class Copy:
    """The reviewer's copy of a draft."""

    def __init__(self, draft: Path, author: str) -> None:
        with ZipFile(draft) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.author = author
        self.roots: dict[str, Element] = {}
        self.number = 9000
        self.touched: set[Element] = set()

    def root(self, part: str) -> Element:
        if part not in self.roots:
            self.roots[part] = etree.fromstring(self.parts[part])
        return self.roots[part]

    def target(self, relation: str) -> str:
        """The part to which the body's relation leads."""
        leads = {lead.get("Id"): lead.get("Target", "") for lead in self.root(LINKS)}
        return f"word/{leads[relation]}"

    def after(self, paragraph: Element) -> Element:
        """A new paragraph behind it."""
        new = etree.Element(w("p"))
        paragraph.addnext(new)
        return new

    def drop_bookmarks(self) -> None:
        """As Google Docs does."""
        for root in (self.root(MAIN), self.root(NOTES)):
            etree.strip_elements(root, w("bookmarkStart"), w("bookmarkEnd"), with_tail=False)

    def headers(self) -> Iterator[Element]:
        return (self.root(part) for part in sorted(self.parts) if part.startswith(("word/header", "word/footer")))

    def save(self, file: Path) -> Path:
        written = {
            part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for part, root in self.roots.items()
        }
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            for part, data in (self.parts | written).items():
                archive.writestr(part, data)
        return file

    def identity(self) -> str:
        self.number += 1
        return str(self.number)

    def revision(self, name: str) -> dict[str, str]:
        """The attributes of a tracked change's element."""
        return {
            w("id"): self.identity(),
            w("author"): self.author,
            w("date"): DATE,
            **({w("name"): name} if name else {}),
        }

    def wrap(self, runs: Sequence[Element], kind: str) -> Element:
        """Puts the runs, which stand side by side, into a tracked change."""
        change = etree.Element(w(kind), self.revision(""))
        runs[0].addprevious(change)
        change.extend(runs)
        if kind in ("del", "moveFrom"):
            for text in list(change.iter(w("t"))):
                text.tag = w("delText")
        return change

    def mark_end(self, paragraph: Element, kind: str) -> None:
        """Tracks a paragraph's end as inserted or deleted."""
        properties = properties_of(paragraph)
        runs = properties.find(w("rPr"))
        if runs is None:
            runs = etree.SubElement(properties, w("rPr"))
        runs.insert(0, etree.Element(w(kind), self.revision("")))

    def relate(self, kind: str, target: str, external: bool = False) -> str:
        identity = f"returned{self.identity()}"
        relation = etree.SubElement(self.root(LINKS), f"{{{PACKAGE}/relationships}}Relationship")
        relation.attrib.update({"Id": identity, "Type": f"{RELATIONS}/{kind}", "Target": target})
        if external:
            relation.set("TargetMode", "External")
        return identity

    def story(self, part: str, container: str) -> Element:
        """The part with comments or endnotes, made where there is none."""
        if part not in self.parts:
            name = Path(part).stem
            prefix, namespace = ("w15", W15) if container == "commentsEx" else ("w", WORD)
            self.parts[part] = f'<{prefix}:{container} xmlns:{prefix}="{namespace}"/>'.encode()
            self.relate(name, f"{name}.xml")
            declared = etree.SubElement(self.root(TYPES), f"{{{PACKAGE}/content-types}}Override")
            declared.attrib.update({"PartName": f"/{part}", "ContentType": f"{TYPE}.{name}+xml"})
        return self.root(part)


def text_of(run: Element) -> str:
    return "".join(text.text or "" for text in run.iterfind(w("t")))


def run_of(text: str, like: Element | None = None) -> Element:
    """A run with the text, which looks like another."""
    run = etree.Element(w("r"))
    look = like.find(w("rPr")) if like is not None else None
    if look is not None:
        run.append(deepcopy(look))
    etree.SubElement(run, w("t"), {SPACE: "preserve"}).text = text
    return run


def paragraph_of(text: str, like: Element) -> Element:
    paragraph = etree.Element(w("p"))
    properties = like.find(w("pPr"))
    if properties is not None:
        paragraph.append(deepcopy(properties))
    paragraph.append(run_of(text))
    return paragraph


def put(parent: Element, name: str, **attributes: str) -> Element:
    """A new element in the parent: behind its style, which stands first, else as the last."""
    element = etree.Element(w(name), {w(key): said for key, said in attributes.items()})
    parent.insert(1 if len(parent) and parent[0].tag == w("pStyle") else len(parent), element)
    return element


def put_first(parent: Element, name: str, **attributes: str) -> Element:
    element = put(parent, name, **attributes)
    parent.insert(0, element)
    return element


def properties_of(paragraph: Element) -> Element:
    found = paragraph.find(w("pPr"))
    return put_first(paragraph, "pPr") if found is None else found


def plain_runs(paragraph: Element) -> list[Element]:
    """Those that hold nothing but words and have no look of their own."""
    return [
        run for run in paragraph.iterfind(w("r")) if [child.tag for child in run] == [w("t")] and text_of(run).strip()
    ]


def cut(span: Span) -> Element:
    """The run of just these characters; what stands before and behind gets runs of its own."""
    text, run = text_of(span.run), span.run
    middle = run_of(text[span.start : span.end], run)
    if text[: span.start]:
        run.addprevious(run_of(text[: span.start], run))
    run.addprevious(middle)
    if text[span.end :]:
        run.addprevious(run_of(text[span.end :], run))
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)
    return middle


def wording(paragraph: Element, *, accepted: bool = True) -> str:
    """What the paragraph says when all its tracked changes are accepted, or rejected."""
    skipped = {w("del"), w("moveFrom")} if accepted else {w("ins"), w("moveTo")}
    return "".join(_words(paragraph, skipped))


def _words(parent: Element, skipped: set[str]) -> Iterator[str]:
    for child in parent:
        if child.tag in skipped or child.tag == w("pPr"):
            continue
        if child.tag in (w("t"), w("delText")):
            yield child.text or ""
        elif child.tag == w("sym"):
            yield SYMBOLS.get((child.get(w("font"), ""), child.get(w("char"), "")), "?")
        elif child.tag == w("noBreakHyphen"):
            yield "‑"
        elif child.tag in (w("br"), w("tab"), w("cr")):
            yield " "
        else:
            yield from _words(child, skipped)
