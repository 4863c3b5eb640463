"""What the parts of a package lead to (ISO/IEC 29500-2, 6.5)."""

from collections.abc import Mapping
from posixpath import join, normpath
from typing import NamedTuple

from lxml import etree

from safecomm.word.archive import Package


class Relationship(NamedTuple):
    """`kind` is the last word of its type, `target` the part's name in the package, or an address outside."""

    kind: str
    target: str
    external: bool


def relationships(package: Package, part: str) -> Mapping[str, Relationship]:
    """By their ids; `part` is empty for those of the whole package."""
    folder, _, file = part.rpartition("/")
    root = package.root(join(folder, "_rels", f"{file}.rels"))
    return {each.get("Id", ""): _relationship(folder, each) for each in root}


def _relationship(folder: str, element: etree._Element) -> Relationship:
    kind, target = element.get("Type", "").rpartition("/")[2], element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relationship(kind, target, external=True)
    return Relationship(kind, normpath(join("/", folder, target)).lstrip("/"), external=False)


def related(package: Package, part: str, kind: str) -> str:
    """The first XML part that the part leads to so, empty where there is none."""
    leads = relationships(package, part).values()
    found = (each.target for each in leads if each.kind == kind and not each.external)
    return next((each for each in found if each in package.names and each.endswith(".xml")), "")
