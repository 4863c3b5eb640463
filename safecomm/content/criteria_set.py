"""The versions of the Safe Community criteria: data beside this module, of which the application names one."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from safecomm.content.content import CriteriaSet
from safecomm.content.field_types import LocalizedText
from safecomm.content.file import FOLDER
from safecomm.content.folder import FolderListing
from safecomm.content.project_index import ProjectIndex
from safecomm.content.records import Application
from safecomm.diagnostic import Diagnostic, Location, nearest_name, problem

DATA = Path(__file__).parent / "criteria_sets"
NAMES = ("sc6-2002", "sc7-2012", "isccc6-2020", "nz6-2016")
"""The data files: one that is missing has been left out by us."""
LANGUAGES = ("en", "sv")
"""In which the sets have their wordings, all of them official in the first."""


@cache
def set_of(name: str) -> CriteriaSet:
    data = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    criteria = data["criteria"].items()
    short_names = {id_: words(criterion.pop("short")) for id_, criterion in criteria}
    wordings = {id_: words(criterion) for id_, criterion in criteria}
    facts = words(data["title"]), words(data["label"]), data["year"], data["source"], tuple(data["official"])
    return CriteriaSet(*facts, wordings, short_names)


def words(texts: Mapping[str, str]) -> LocalizedText:
    """Not validated, as the records are: they are ours, and each adapter would take a millisecond."""
    return LocalizedText(texts, LANGUAGES[0])


def wordings_of(name: str) -> Mapping[str, LocalizedText]:
    """The official wording of each criterion of one of the sets, in its order."""
    return set_of(name).wordings


def criteria_of(index: ProjectIndex) -> tuple[Mapping[str, LocalizedText], list[Diagnostic]]:
    """Their wordings, none where no set is known; and what is wrong."""
    application = index.originals()["application"].get("application")
    if not isinstance(application, Application):
        return {}, []
    if application.criteria_set not in NAMES:
        place, name = index.places.find("application", "application", "criteria_set"), application.criteria_set
        values = {"set": name, "known": ", ".join(NAMES)}
        return {}, [problem("unknown-criteria-set", place, nearest=nearest_name(name, NAMES), **values)]
    wordings = wordings_of(application.criteria_set)
    return wordings, list(check_files(wordings, index.listing))


def check_files(wordings: Mapping[str, LocalizedText], listing: FolderListing) -> Iterator[Diagnostic]:
    folder, known = f"{FOLDER}/criteria", sorted(wordings)
    for id_ in wordings.keys() - listing.ids("criteria") - listing.ids("criteria", ""):
        yield problem("missing-criterion", Location(f"{folder}/{id_}.md"), criterion=id_)
    for id_ in listing.ids("criteria") - wordings.keys():
        nearest, place = nearest_name(id_, known), Location(f"{folder}/{id_}.md")
        yield problem("unknown-criterion", place, nearest=nearest, id=id_, known=", ".join(known))
