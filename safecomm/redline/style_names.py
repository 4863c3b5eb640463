"""Styles in both documents: one name, one id. Programs give the styles ids of their own, which are no content."""

from lxml import etree

from safecomm.ooxml.free_names import free_name
from safecomm.ooxml.package import Package
from safecomm.ooxml.styles import Styles
from safecomm.ooxml.wordml import VAL, w
from safecomm.redline.plain_form import plain
from safecomm.redline.stories import story_parts

STYLE, STYLE_ID, TYPE = w("style"), w("styleId"), w("type")
REFERENCES = tuple(map(w, ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")))


def plain_pair(old: Package, new: Package) -> tuple[Package, Package]:
    """Both in the form in which they are compared; the trees of the old one name its styles as the new one does."""
    old, new = plain(old), plain(new)
    ids = new_ids(old.styles, new.styles)
    if ids:
        for part in {*story_parts(old), *(old.related_part(kind) for kind in ("styles", "numbering"))} & old.names:
            rename(old.root(part), ids)
        old.styles_of.clear()
    return old, new


def new_ids(old: Styles, new: Styles) -> dict[str, str]:
    """The ids of the old styles that get other ones; what only the old document has gives way."""
    before, after = keys(old), keys(new)
    named = {key: identity for identity, key in reversed(after.items())}
    same = {key: identity for identity, key in before.items() if after.get(identity) == key}
    ids = {identity: same.get(key) or named[key] for identity, key in before.items() if key in named}
    taken = {*ids.values()}
    for identity in [identity for identity in before if identity not in ids]:
        ids[identity] = free_name(identity, taken)
        taken.add(ids[identity])
    return {identity: other for identity, other in ids.items() if other != identity}


def keys(styles: Styles) -> dict[str, tuple[str, str]]:
    """The type and the name of each style, which Word keeps in every language."""
    return {identity: (style.get(TYPE, ""), styles.names[identity]) for identity, style in styles.elements.items()}


def rename(root: etree._Element, ids: dict[str, str]) -> None:
    for element in root.iter(STYLE, *REFERENCES):
        attribute = STYLE_ID if element.tag == STYLE else VAL
        element.set(attribute, ids.get(element.get(attribute, ""), element.get(attribute, "")))
