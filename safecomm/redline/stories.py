"""The parts in which a document has text, and which header and footer stands where."""

from safecomm.ooxml.package import Package
from safecomm.ooxml.wordml import RELATIONSHIP_ID, w
from safecomm.redline.compared_blocks import SECTION

HEADERS_FOOTERS = w("headerReference"), w("footerReference")


def story_parts(package: Package) -> list[str]:
    return [package.main, *package.related_parts(package.main, "footnotes", "endnotes", "header", "footer")]


def headers_footers(package: Package) -> dict[str, str]:
    """The parts by where they stand: the number of the section, above or below, on which pages."""
    leads = package.relationships(package.main)
    return {
        f"{number} {reference.tag} {reference.get(w('type'))}": lead.target
        for number, section in enumerate(package.document.iter(SECTION))
        for reference in section.iterchildren(*HEADERS_FOOTERS)
        if (lead := leads.get(reference.get(RELATIONSHIP_ID, ""))) is not None and not lead.external
    }


def shared_headers_footers(old: Package, new: Package) -> dict[str, tuple[str, str]]:
    """The old and the new part of every place that both have, where both have the same sections."""
    before, after = headers_footers(old), headers_footers(new)
    if len(list(old.document.iter(SECTION))) != len(list(new.document.iter(SECTION))):
        return {}
    return {place: (before[place], after[place]) for place in before if place in after}
