"""Brings the pictures, charts and addresses that only the old document has into the new one's package."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from posixpath import dirname, join, normpath, splitext

from lxml import etree

from safecomm.word.archive import CONTENT_TYPES, Package
from safecomm.word.wordml import PACKAGE, RELATIONSHIP, parse_xml, w

MARGINS = w("headerReference"), w("footerReference")
OVERRIDE, DEFAULT = (f"{{{PACKAGE}/content-types}}{name}" for name in ("Override", "Default"))
EMPTY = f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()


def relationships_of(part: str) -> str:
    """The part that holds the relationships of this one."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def target_of(relationship: etree._Element, part: str) -> str | None:
    """The part to which a relationship of `part` leads, None for an address outside."""
    target = relationship.get("Target", "")
    if relationship.get("TargetMode") == "External":
        return None
    return target[1:] if target.startswith("/") else normpath(join(dirname(part), target))


def leads_to(package: Package, part: str) -> dict[str, str]:
    """What every relationship of the part leads to, by id: equal where that is the same, whatever its name."""
    found = {}
    for each in package.root(relationships_of(part)):
        target = target_of(each, part)
        shown = each.get("Target", "") if target is None else content(package, target)
        found[each.get("Id", "")] = f"{each.get('Type')} {shown}"
    return found


def content(package: Package, part: str) -> str:
    """A digest of the part and all to which it leads."""
    data = package.archive.read(part) if part in package.names else b""
    for key, shown in sorted(leads_to(package, part).items()):
        # A chart names its workbook by an id that counts the charts before it.
        data = data.replace(key.encode(), shown.encode())
    return sha256(data).hexdigest()


@dataclass
class Carrier:
    """From the old package into `parts`, those of the new one."""

    old: Package
    new: Package
    parts: dict[str, bytes]
    names: dict[str, str] = field(default_factory=dict)

    def settle(self, story: etree._Element, old_part: str, new_part: str) -> None:
        """Gives the relationships that the old story uses the ids that they have in the new part."""
        for reference in list(story.iter(*MARGINS)):
            # A section that only the old document has goes on with the headers of the one before it.
            reference.getparent().remove(reference)  # type: ignore[union-attr]  # It stands in a section.
        ids = {shown: key for key, shown in leads_to(self.new, new_part).items()}
        before = leads_to(self.old, old_part)
        added: dict[str, str] = {}
        for element, attribute in _references(story):
            key = str(element.attrib[attribute])
            if key in before:
                shown = before[key]
                if shown not in ids:
                    ids[shown] = added[key] = _free(key, {*ids.values()})
                element.set(attribute, ids[shown])
        self.add(added, old_part, new_part)

    def add(self, added: Mapping[str, str], old_part: str, new_part: str) -> None:
        """Adds relationships of the old part to the new one, by their old and new ids."""
        if not added:
            return
        name = relationships_of(new_part)
        root = parse_xml(self.parts.get(name, EMPTY))
        for each in list(self.old.root(relationships_of(old_part))):
            if (key := each.get("Id", "")) in added:
                target = target_of(each, old_part)
                each.set("Id", added[key])
                if target is not None:
                    each.set("Target", f"/{self.carried(target)}")
                root.append(each)
        self.parts[name] = etree.tostring(root, encoding="UTF-8", standalone=True)

    def carried(self, part: str) -> str:
        """The part's name in the new package, where another may have its old one."""
        if part in self.names:
            return self.names[part]
        stem, extension = splitext(part)
        name = f"{stem}-{content(self.old, part)[:12]}{extension}" if part in self.parts else part
        self.names[part] = name
        self.parts[name] = self.old.archive.read(part)
        self._add_type(name, _content_type(self.old, part))
        keys = {each.get("Id", "") for each in self.old.root(relationships_of(part))}
        self.add({key: key for key in keys}, part, name)
        return name

    def _add_type(self, part: str, content_type: str) -> None:
        root = parse_xml(self.parts[CONTENT_TYPES])
        etree.SubElement(root, OVERRIDE, PartName=f"/{part}", ContentType=content_type)
        self.parts[CONTENT_TYPES] = etree.tostring(root, encoding="UTF-8", standalone=True)


def _references(story: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for element in story.iter(etree.Element):
        yield from ((element, str(each)) for each in element.attrib if str(each).startswith(f"{{{RELATIONSHIP}}}"))


def _free(key: str, taken: set[str]) -> str:
    while key in taken:
        key += "x"
    return key


def _content_type(package: Package, part: str) -> str:
    types = package.root(CONTENT_TYPES)
    named = {each.get("PartName"): each.get("ContentType", "") for each in types.iterchildren(OVERRIDE)}
    by_extension = {
        each.get("Extension", "").lower(): each.get("ContentType", "") for each in types.iterchildren(DEFAULT)
    }
    return named.get(f"/{part}") or by_extension.get(splitext(part)[1][1:].lower(), "application/octet-stream")
