"""Headers and footers: which part stands where."""

from safecomm.redline.blocks import SECTION
from safecomm.redline.carrying import MARGINS, relationships_of, target_of
from safecomm.word.archive import MAIN, Package
from safecomm.word.wordml import RELATIONSHIP, w


def margins(package: Package) -> dict[str, str]:
    """The parts by where they stand: the number of the section, above or below, on which pages."""
    targets = {each.get("Id"): target_of(each, MAIN) for each in package.root(relationships_of(MAIN))}
    return {
        f"{number} {reference.tag} {reference.get(w('type'))}": part
        for number, section in enumerate(package.root(MAIN).iter(SECTION))
        for reference in section.iterchildren(*MARGINS)
        if (part := targets.get(reference.get(f"{{{RELATIONSHIP}}}id"))) is not None
    }


def shared(old: Package, new: Package) -> dict[str, tuple[str, str]]:
    """The old and the new part of every place that both have, where both have the same sections."""
    before, after = margins(old), margins(new)
    if len(list(old.root(MAIN).iter(SECTION))) != len(list(new.root(MAIN).iter(SECTION))):
        return {}
    return {place: (before[place], after[place]) for place in before if place in after}
