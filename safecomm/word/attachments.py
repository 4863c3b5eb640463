"""What the text of a part leads to: addresses outside, and parts that hold no text, such as charts and pictures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from lxml import etree

from safecomm.ooxml.package import EMPTY_RELATIONSHIPS
from safecomm.ooxml.wordml import PACKAGE, RELATIONSHIP, parse_xml, to_bytes
from safecomm.pictures.picture import PictureFile

HYPERLINK = "hyperlink"


@dataclass
class Attachments:
    """The parts beside the text of one document.

    `drawings` gives each drawing a number that no other has, `pictures` are the files by the paths that texts name, and
    `text_area` is the width and height that a page has for one, in EMU.
    """

    drawings: Iterator[int]
    pictures: Mapping[str, PictureFile]
    text_area: tuple[int, int]
    parts: dict[str, bytes] = field(default_factory=dict)
    content_types: dict[str, str] = field(default_factory=dict)

    def add(self, part: str, content_type: str, data: bytes) -> None:
        self.parts[part], self.content_types[part] = data, content_type


@dataclass
class RelationshipWriter:
    """The relationships of one part below `word/`: kind (the last word of its type) and target, with their keys."""

    attachments: Attachments
    keys: dict[tuple[str, str], str] = field(default_factory=dict)

    def to_address(self, address: str) -> str:
        return self._key(HYPERLINK, address, "link")

    def to_part(self, kind: str, part: str) -> str:
        return self._key(kind, part.removeprefix("word/"), kind)

    def _key(self, kind: str, target: str, prefix: str) -> str:
        # Named after the target, not counted: a new one leaves the others as they are.
        return self.keys.setdefault((kind, target), f"{prefix}{sha256(target.encode()).hexdigest()[:12]}")

    def add_to(self, template: bytes | None) -> bytes:
        """The relationships that the template gives the part, and these."""
        root = parse_xml(template or EMPTY_RELATIONSHIPS)
        for (kind, target), key in self.keys.items():
            tag, type_ = f"{{{PACKAGE}/relationships}}Relationship", f"{RELATIONSHIP}/{kind}"
            added = etree.SubElement(root, tag, Id=key, Type=type_, Target=target)
            if kind == HYPERLINK:
                added.set("TargetMode", "External")
        return to_bytes(root)
