"""A Word file's parts: each is read when it is first asked for, and found through what leads to it, not by its name."""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy, deepcopy
from functools import cached_property
from io import BytesIO
from posixpath import join, normpath
from typing import NamedTuple, cast
from zipfile import ZipFile

from lxml import etree

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.ooxml.archive import ZIP_FAULTS, unpack_member
from safecomm.ooxml.styles import Styles
from safecomm.ooxml.walk import plain_texts
from safecomm.ooxml.wordml import PACKAGE, RELATIONSHIP, parse_xml, w

EMPTY = b"<empty/>"
EMPTY_RELATIONSHIPS = f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()
USES = etree.XPath("descendant-or-self::*/@r:*", namespaces={"r": RELATIONSHIP})
MAIN, STYLES, NUMBERING, SETTINGS, NOTES = (
    f"word/{name}.xml" for name in ("document", "styles", "numbering", "settings", "footnotes")
)
"""Parts of the files that we write, the body first; in those of others they may have any name."""


class Relationship(NamedTuple):
    """What a part leads to (ISO/IEC 29500-2, 6.5): `target` is a part of the package, or an address outside."""

    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """`image`, `styles`, `hyperlink`."""
        return self.type.rpartition("/")[2]


def uses_of_relationships(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The elements that name a relationship, each with the attribute in which it does."""
    for attribute in cast("list[etree._ElementUnicodeResult]", USES(root)):
        if (element := attribute.getparent()) is not None:
            yield element, str(attribute.attrname)


def relationships_part(part: str) -> str:
    """The part that holds the relationships of this one, or with an empty name those of the package."""
    folder, _, name = part.rpartition("/")
    return join(folder, "_rels", f"{name}.rels")


def read_relationship(element: etree._Element, part: str) -> Relationship:
    type_, target = element.get("Type", ""), element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relationship(type_, target, external=True)
    return Relationship(type_, normpath(join("/", part.rpartition("/")[0], target)).lstrip("/"), external=False)


class Package:
    """`name` is how messages call the file; raises ContentError for a part that is damaged, when it is asked for."""

    def __init__(self, data: bytes, name: str = "") -> None:
        self.data, self.name = data, name
        self.archive = ZipFile(BytesIO(data))
        self.names = frozenset(self.archive.namelist())
        self.roots: dict[str, etree._Element] = {}
        self.leads: dict[str, Mapping[str, Relationship]] = {}
        self.digests: dict[str, str] = {}
        # By roots, not by names: whoever changes a tree has a copy of it in a package of his own.
        self.styles_of: dict[etree._Element, Styles] = {}
        self.plain_texts_of: dict[etree._Element, Mapping[etree._Element, str]] = {}

    def with_own_trees(self, parts: Iterable[str]) -> "Package":
        """The same file with these parts' XML for itself, for whoever changes it."""
        copied = copy(self)
        copied.roots = self.roots | {part: deepcopy(self.root(part)) for part in parts}
        return copied

    def read(self, part: str) -> bytes:
        """Empty where there is no such part."""
        try:
            return unpack_member(self.archive, self.archive.getinfo(part)) if part in self.names else b""
        except ZIP_FAULTS as fault:
            raise self.damage_in(part) from fault

    def parts(self) -> dict[str, bytes]:
        """All of them."""
        return {part: self.read(part) for part in self.names}

    def root(self, part: str) -> etree._Element:
        """The part's XML, an empty element where there is no such part."""
        if part not in self.roots:
            data = self.read(part) if part in self.names else EMPTY
            try:
                self.roots[part] = parse_xml(data)
            except (etree.XMLSyntaxError, ValueError) as fault:
                raise self.damage_in(part) from fault
        return self.roots[part]

    def damage_in(self, part: str) -> ContentError:
        return ContentError([problem("docx-damaged", Location(self.name), part=part)])

    def read_all(self, parts: Iterable[str]) -> dict[str, etree._Element]:
        """The XML of all of them; raises ContentError with every one that is damaged."""
        roots: dict[str, etree._Element] = {}
        problems = []
        for part in sorted(parts):
            try:
                roots[part] = self.root(part)
            except ContentError as fault:
                problems += fault.diagnostics
        if problems:
            raise ContentError(problems)
        return roots

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """What the part leads to, by the keys that its XML names; `part` is empty for the package itself."""
        if part not in self.leads:
            elements = self.root(relationships_part(part))
            self.leads[part] = {element.get("Id", ""): read_relationship(element, part) for element in elements}
        return self.leads[part]

    def related_parts(self, part: str, *kinds: str) -> list[str]:
        """The XML parts of these kinds to which the part leads."""
        leads = self.relationships(part).values()
        targets = (lead.target for lead in leads if lead.kind in kinds and not lead.external)
        return [target for target in dict.fromkeys(targets) if target in self.names and target.endswith(".xml")]

    @cached_property
    def main(self) -> str:
        """The part with the body; empty where there is none."""
        return next(iter(self.related_parts("", "officeDocument")), "")

    @property
    def document(self) -> etree._Element:
        """The root of the main part, which holds the body."""
        return self.root(self.main)

    @property
    def body(self) -> etree._Element:
        if (body := self.document.find(w("body"))) is None:
            raise self.damage_in(self.main)
        return body

    @property
    def styles(self) -> Styles:
        root = self.related_root("styles")
        if root not in self.styles_of:
            self.styles_of[root] = Styles(root)
        return self.styles_of[root]

    def plain_texts(self, part: str) -> Mapping[etree._Element, str]:
        """The texts of those of its paragraphs that are nothing else, read once for all who ask."""
        root = self.root(part)
        if root not in self.plain_texts_of:
            self.plain_texts_of[root] = dict(plain_texts([root]))
        return self.plain_texts_of[root]

    def related_root(self, kind: str) -> etree._Element:
        return self.root(self.related_part(kind))

    def related_part(self, kind: str) -> str:
        """The part that the body leads to as its `styles`, `footnotes`, `settings`; empty where there is none."""
        return next(iter(self.related_parts(self.main, kind)), "")
