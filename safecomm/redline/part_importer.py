"""Brings the pictures, charts and addresses that only the old document has into the new one's package."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256
from posixpath import splitext

from lxml import etree

from safecomm.ooxml.archive import CONTENT_TYPES, write_parts
from safecomm.ooxml.free_names import free_name
from safecomm.ooxml.package import (
    EMPTY_RELATIONSHIPS,
    Package,
    read_relationship,
    relationships_part,
    uses_of_relationships,
)
from safecomm.ooxml.wordml import PACKAGE, parse_xml, take_out, to_bytes, w
from safecomm.redline.stories import HEADERS_FOOTERS

TYPE = w("type")
OVERRIDE, DEFAULT = (f"{{{PACKAGE}/content-types}}{name}" for name in ("Override", "Default"))


def relationship_targets(package: Package, part: str) -> dict[str, str]:
    """What every relationship of the part leads to, by id: equal where that is the same, whatever its name."""
    return {
        key: f"{lead.type} {lead.target if lead.external else digest_part(package, lead.target)}"
        for key, lead in package.relationships(part).items()
    }


def digest_part(package: Package, part: str) -> str:
    """A digest of the part, as the file has it, and all to which it leads."""
    if part not in package.digests:
        data = package.read(part)
        for key, shown in sorted(relationship_targets(package, part).items()):
            # A chart names its workbook by an id that counts the charts before it.
            data = data.replace(key.encode(), shown.encode())
        package.digests[part] = sha256(data).hexdigest()
    return package.digests[part]


def with_part_of(new: Package, old: Package, kind: str) -> Package:
    """The new package with an empty part of this kind, as `footnotes`, made after the one that only the old has."""
    if new.related_part(kind) or not old.related_part(kind):
        return new
    importer = PartImporter(old, new)
    key, part = next((key, lead.target) for key, lead in old.relationships(old.main).items() if lead.kind == kind)
    importer.add({key: free_name(key, {*new.relationships(new.main)})}, old.main, new.main)
    empty = deepcopy(old.root(part))
    empty[:] = [note for note in empty if note.get(TYPE, "normal") != "normal"]
    added = importer.new_parts() | {importer.names[part]: to_bytes(empty)}
    grown = Package(write_parts(new.parts() | added), new.name)
    grown.roots |= {part: root for part, root in new.roots.items() if part not in added}
    return grown


@dataclass
class PartImporter:
    """From the old package into the new one, of which `roots` are the parts that had to be changed."""

    old: Package
    new: Package
    names: dict[str, str] = field(default_factory=dict)
    imported: dict[str, bytes] = field(default_factory=dict)
    roots: dict[str, etree._Element] = field(default_factory=dict)

    def remap(self, story: etree._Element, old_part: str, new_part: str) -> None:
        """Gives the relationships that the old story uses the ids that they have in the new part."""
        for reference in list(story.iter(*HEADERS_FOOTERS)):
            # A section that only the old document has goes on with the headers of the one before it.
            take_out(reference)
        ids = {shown: key for key, shown in relationship_targets(self.new, new_part).items()}
        before = relationship_targets(self.old, old_part)
        added: dict[str, str] = {}
        for element, attribute in list(uses_of_relationships(story)):
            key = str(element.attrib[attribute])
            if key in before:
                shown = before[key]
                if shown not in ids:
                    ids[shown] = added[key] = free_name(key, {*ids.values()})
                element.set(attribute, ids[shown])
        self.add(added, old_part, new_part)

    def add(self, added: Mapping[str, str], old_part: str, new_part: str) -> None:
        """Adds relationships of the old part to the new one, by their old and new ids."""
        if not added:
            return
        root = self.root(relationships_part(new_part))
        for relationship in list(self.old.root(relationships_part(old_part))):
            if (key := relationship.get("Id", "")) in added:
                lead = read_relationship(relationship, old_part)
                relationship.set("Id", added[key])
                if not lead.external:
                    relationship.set("Target", f"/{self.import_part(lead.target)}")
                root.append(relationship)

    def root(self, part: str) -> etree._Element:
        """The part to be changed; a new one for relationships that it does not have yet."""
        if part not in self.roots:
            self.roots[part] = self.new.root(part) if part in self.new.names else parse_xml(EMPTY_RELATIONSHIPS)
        return self.roots[part]

    def import_part(self, part: str) -> str:
        """The part's name in the new package, where another may have its old one."""
        if part in self.names:
            return self.names[part]
        stem, extension = splitext(part)
        taken = part in self.new.names or part in self.imported
        name = f"{stem}-{digest_part(self.old, part)[:12]}{extension}" if taken else part
        self.names[part] = name
        self.imported[name] = self.old.read(part)
        content_type = _content_type(self.old, part)
        etree.SubElement(self.root(CONTENT_TYPES), OVERRIDE, PartName=f"/{name}", ContentType=content_type)
        self.add({key: key for key in self.old.relationships(part)}, part, name)
        return name

    def new_parts(self) -> dict[str, bytes]:
        """All that has come to the new package or changed in it."""
        return self.imported | {part: to_bytes(root) for part, root in self.roots.items()}


def _content_type(package: Package, part: str) -> str:
    """What is declared of the part itself, else of its extension."""
    extension = splitext(part)[1][1:].lower()
    types = list(package.root(CONTENT_TYPES).iterchildren(OVERRIDE, DEFAULT))
    own = (entry for entry in types if entry.get("PartName") == f"/{part}")
    general = (entry for entry in types if entry.get("Extension", "").lower() == extension)
    return next((entry.get("ContentType", "") for entry in (*own, *general)), "application/octet-stream")
