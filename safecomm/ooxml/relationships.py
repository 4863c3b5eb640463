"""What a part of a package leads to (ISO/IEC 29500-2, 6.5)."""

from collections.abc import Mapping
from posixpath import join, normpath
from typing import NamedTuple

from lxml import etree


class Relationship(NamedTuple):
    """`target` is the part's name in the package, or an address outside."""

    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """`image`, `styles`, `hyperlink`."""
        return self.type.rpartition("/")[2]


def relationships_part(part: str) -> str:
    """The part that holds the relationships of this one, or with an empty name those of the package."""
    folder, _, name = part.rpartition("/")
    return join(folder, "_rels", f"{name}.rels")


def read_relationships(root: etree._Element, part: str) -> Mapping[str, Relationship]:
    """By their ids; `root` is what the relationships part of `part` holds."""
    return {element.get("Id", ""): read_relationship(element, part) for element in root}


def read_relationship(element: etree._Element, part: str) -> Relationship:
    type_, target = element.get("Type", ""), element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relationship(type_, target, external=True)
    return Relationship(type_, normpath(join("/", part.rpartition("/")[0], target)).lstrip("/"), external=False)
