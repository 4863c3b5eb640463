"""All files of content/ to Content, or all their problems at once."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from safecomm.content import criteria_set
from safecomm.content.content import FOLDER, SOURCE, TRANSLATION, Content, Records
from safecomm.content.fields import Record, Words
from safecomm.content.folder import KINDS, Listing, list_folder
from safecomm.content.gallery import Gallery
from safecomm.content.reading import Reading
from safecomm.content.records import Application, Criterion, Measure, Organisation, Work
from safecomm.content.references import Known, unknown_theme, unresolved
from safecomm.content.texts import check_passages
from safecomm.diagnostic import ContentError, Diagnostic, Location, nearest_name, problem
from safecomm.record_kinds import RECORD_KINDS


def load(project: Path) -> Content:
    """Reads `project`/content; raises ContentError with every problem of every file."""
    reading = Reading(project / FOLDER)
    listing = list_folder(project / FOLDER)
    for kind in KINDS:
        reading.read(kind, listing)
    wordings = criteria(reading, listing)
    known = known_ids(reading, listing, wordings)
    check_references(reading, known)
    gallery = Gallery(project, reading.passages)
    reading.problems += [*check_passages(reading.passages, known), *gallery.problems, *strangers(listing, gallery)]
    if reading.problems:
        raise ContentError(once(reading.problems))
    languages = (SOURCE, TRANSLATION)
    records = {language: arranged(reading.records[language], wordings) for language in languages}
    return Content(
        project,
        wordings,
        records,
        reading.places,
        tuple(reading.untranslated),
        tuple(reading.outdated),
        gallery.pictures,
    )


def once(problems: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Without the files that are missing because their name is misspelt."""
    misspelt = [each for each in problems if each.code == "unexpected-file" and each.nearest]
    meant = {f"{each.location.path.rpartition('/')[0]}/{each.nearest}" for each in misspelt}
    return [each for each in problems if each.code != "missing-file" or each.location.path not in meant]


def criteria(reading: Reading, listing: Listing) -> Mapping[str, Words]:
    """The wordings of the chosen set; each of its criteria has a file, and each file is one of them."""
    application = reading.found("application", "application")
    if not isinstance(application, Application):
        return {}
    name = application.criteria_set
    if name not in criteria_set.NAMES:
        place = reading.places.find("application", "application", "criteria_set")
        nearest, sets = nearest_name(name, criteria_set.NAMES), ", ".join(criteria_set.NAMES)
        reading.problems.append(problem("unknown-criteria-set", place, nearest=nearest, set=name, known=sets))
        return {}
    wordings = criteria_set.wordings(name)
    folder = f"{FOLDER}/criteria"
    for id_ in wordings.keys() - listing.ids("criteria") - listing.ids("criteria", ""):
        reading.problems.append(problem("missing-criterion", Location(f"{folder}/{id_}.md"), criterion=id_))
    for id_ in listing.ids("criteria") - wordings.keys():
        known = sorted(wordings)
        place = Location(f"{folder}/{id_}.md")
        reading.problems.append(
            problem("unknown-criterion", place, nearest=nearest_name(id_, known), id=id_, known=", ".join(known))
        )
    return wordings


def known_ids(reading: Reading, listing: Listing, wordings: Mapping[str, Words]) -> Known:
    # A record whose file is missing or misnamed is reported once, not at everything that refers to it.
    found = {kind: reading.ids(kind, listing) | listing.hinted(kind) for kind in KINDS if kind not in reading.unread}
    known = {kind: {id_: id_ for id_ in ids} for kind, ids in found.items()}
    known["criteria"] |= {id_: id_ for id_ in wordings}
    if not wordings:
        del known["criteria"]
    if "organisations" in known:
        known["organisations"] = names_of(reading.records[SOURCE]["organisations"]) | known["organisations"]
    return known


def strangers(listing: Listing, gallery: Gallery) -> list[Diagnostic]:
    """The problems of the listing; a picture may lie wherever a text shows it."""
    return [
        each for each in listing.problems if each.code != "unexpected-file" or not gallery.shows(each.location.path)
    ]


def check_references(reading: Reading, known: Known) -> None:
    records = reading.records[SOURCE]
    for kind, found in records.items():
        for id_, record in found.items():
            reading.problems += unresolved(kind, id_, record, known, reading.places)
    for id_, measure in records["measures"].items():
        if isinstance(measure, Measure) and isinstance(
            criterion := records["criteria"].get(measure.criterion), Criterion
        ):
            reading.problems += unknown_theme(id_, measure, criterion, reading.places)


def names_of(organisations: Mapping[str, Record]) -> dict[str, str]:
    """The id by each name of an organisation: what an editor may have written in its place."""
    found = {id_: each.name for id_, each in organisations.items() if isinstance(each, Organisation)}
    return {name: id_ for id_, words in found.items() for name in (words.sv, words.en) if name}


def arranged(found: Mapping[str, Mapping[str, Record]], wordings: Mapping[str, Words]) -> Records:
    """Records in the order in which the documents show them, whatever the order of the files."""
    numbers = {id_: number for number, id_ in enumerate(wordings)}

    def order(item: tuple[str, Record]) -> tuple[int, int, str]:
        id_, record = item
        if isinstance(record, Work):
            return numbers[record.criterion], record.order, id_
        return numbers.get(id_, 0), 0, ""

    # Organisations, evidence and statistics keep the order in which the editor wrote them: sorting is stable.
    return Records({kind: dict(sorted(found[kind].items(), key=order)) for kind in RECORD_KINDS})
