"""The versions of the Safe Community criteria: data beside this module, of which the application names one."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import TypeAdapter

from safecomm.content import yaml_data
from safecomm.content.field_types import LocalizedText
from safecomm.content.file import FOLDER
from safecomm.content.folder import FolderListing
from safecomm.content.project_index import ProjectIndex
from safecomm.content.records import Application
from safecomm.diagnostic import Diagnostic, Location, nearest_name, problem

DATA = Path(__file__).parent / "criteria_sets"
NAMES = ("sc6-2002", "sc7-2012")
"""The data files: one that is missing has been left out by us."""
OFFICIAL = ("en", "sv")
"""The languages in which the sets have their wordings, all of them in the first."""


def wordings_of(name: str) -> Mapping[str, LocalizedText]:
    """The official wording of each criterion of one of the sets, in its order."""
    file = DATA / f"{name}.yaml"
    data = yaml_data.parse(file.read_text(encoding="utf-8"), file.name)
    wordings = TypeAdapter(dict[str, LocalizedText])
    return wordings.validate_python(data.value, context={"languages": OFFICIAL})


def criteria_of(index: ProjectIndex) -> tuple[Mapping[str, LocalizedText], list[Diagnostic]]:
    """Their wordings, none where no set is known; and what is wrong."""
    application = index.originals()["application"].get("application")
    if not isinstance(application, Application):
        return {}, []
    if application.criteria_set not in NAMES:
        place = index.places.find("application", "application", "criteria_set")
        return {}, [unknown_set(application.criteria_set, place)]
    wordings = wordings_of(application.criteria_set)
    return wordings, list(check_files(wordings, index.listing))


def unknown_set(name: str, place: Location) -> Diagnostic:
    known = NAMES
    return problem("unknown-criteria-set", place, nearest=nearest_name(name, known), set=name, known=", ".join(known))


def check_files(wordings: Mapping[str, LocalizedText], listing: FolderListing) -> Iterator[Diagnostic]:
    folder, known = f"{FOLDER}/criteria", sorted(wordings)
    for id_ in wordings.keys() - listing.ids("criteria") - listing.ids("criteria", ""):
        yield problem("missing-criterion", Location(f"{folder}/{id_}.md"), criterion=id_)
    for id_ in listing.ids("criteria") - wordings.keys():
        nearest, place = nearest_name(id_, known), Location(f"{folder}/{id_}.md")
        yield problem("unknown-criterion", place, nearest=nearest, id=id_, known=", ".join(known))
