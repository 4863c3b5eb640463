"""The criteria of the set that the application names: each has a file, and each file is one of them."""

from collections.abc import Iterator, Mapping

from safecomm.content import criteria_set
from safecomm.content.fields import LocalizedText
from safecomm.content.file import FOLDER
from safecomm.content.folder import FolderListing
from safecomm.content.language import SOURCE
from safecomm.content.project_index import ProjectIndex
from safecomm.content.records import Application
from safecomm.diagnostic import Diagnostic, Location, nearest_name, problem


def criteria_of(index: ProjectIndex) -> tuple[Mapping[str, LocalizedText], list[Diagnostic]]:
    """Their wordings, none where no set is known; and what is wrong."""
    application = index.records(SOURCE)["application"].get("application")
    if not isinstance(application, Application):
        return {}, []
    if application.criteria_set not in criteria_set.NAMES:
        place = index.places.find("application", "application", "criteria_set")
        return {}, [unknown_set(application.criteria_set, place)]
    wordings = criteria_set.wordings(application.criteria_set)
    return wordings, list(check_files(wordings, index.listing))


def unknown_set(name: str, place: Location) -> Diagnostic:
    known = criteria_set.NAMES
    return problem("unknown-criteria-set", place, nearest=nearest_name(name, known), set=name, known=", ".join(known))


def check_files(wordings: Mapping[str, LocalizedText], listing: FolderListing) -> Iterator[Diagnostic]:
    folder, known = f"{FOLDER}/criteria", sorted(wordings)
    for id_ in wordings.keys() - listing.ids("criteria") - listing.ids("criteria", ""):
        yield problem("missing-criterion", Location(f"{folder}/{id_}.md"), criterion=id_)
    for id_ in listing.ids("criteria") - wordings.keys():
        nearest, place = nearest_name(id_, known), Location(f"{folder}/{id_}.md")
        yield problem("unknown-criterion", place, nearest=nearest, id=id_, known=", ".join(known))
