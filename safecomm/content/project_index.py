"""All that the files of content/ say, errors or not: what loading resolves, and commands that write look up."""

from collections.abc import Mapping
from functools import cached_property
from itertools import product
from pathlib import Path

from safecomm.content.content import Language, RecordPlaces
from safecomm.content.field_types import Record
from safecomm.content.file import FOLDER
from safecomm.content.folder import FOLDERS, KINDS, FolderListing, list_folder, translated
from safecomm.content.project_language import project_languages
from safecomm.content.read_files import ReadFiles
from safecomm.content.record_entry import RecordEntry
from safecomm.content.record_files import read_kind
from safecomm.content.record_memory import RecordMemory
from safecomm.content.references import Passage
from safecomm.diagnostic import ContentError, Diagnostic, Location, nearest_name, problem
from safecomm.language import learn_languages


class ProjectIndex:
    """Every record, and the `problems` of its files; `unread` are the kinds whose ids could not be learnt."""

    def __init__(self, files: ReadFiles, listing: FolderListing, memory: RecordMemory) -> None:
        self.files, self.listing, self.memory = files, listing, memory
        self.entries: list[RecordEntry] = []
        self.problems = list(orphaned_translations(listing))
        self.unread: set[str] = set()
        for kind in KINDS:
            try:
                entries, problems = read_kind(files, kind, listing, memory)
            except ContentError as fault:
                self.unread.add(kind)
                entries, problems = [], fault.diagnostics
            self.entries += entries
            self.problems += problems

    @property
    def languages(self) -> tuple[Language, ...]:
        return self.listing.languages

    @cached_property
    def places(self) -> RecordPlaces:
        return RecordPlaces({(entry.kind, entry.id): (entry.data, entry.key) for entry in self.entries if entry.data})

    @property
    def passages(self) -> list[Passage]:
        return [passage for entry in self.entries for passage in entry.passages]

    @cached_property
    def ids(self) -> Mapping[str, list[str]]:
        """Every id of each kind, sorted, whether or not its record could be read."""
        ids = {kind: set(self.listing.record_ids(kind)) for kind in KINDS}
        for kind, id_ in self.places.sources:
            ids[kind].add(id_)
        return {kind: sorted(of_kind) for kind, of_kind in ids.items()}

    def originals(self) -> Mapping[str, Mapping[str, Record]]:
        """The records in the source's language."""
        return self.records(self.languages[0])

    def records(self, language: Language) -> Mapping[str, Mapping[str, Record]]:
        """By kind and id."""
        records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
        for entry in self.entries:
            if language in entry.records:
                records[entry.kind][entry.id] = entry.records[language]
        return records


def index_project(project: Path, memory: RecordMemory | None = None) -> ProjectIndex:
    """Raises ContentError when there is no content."""
    listing = list_project(project)
    files = ReadFiles(project / FOLDER, listing.languages)
    memory = memory or RecordMemory()
    memory.begin()
    index = ProjectIndex(files, listing, memory)
    memory.end()
    return index


def list_project(project: Path) -> FolderListing:
    """Raises ContentError when there is no content."""
    languages = project_languages(project)
    learn_languages(project, languages)
    return list_folder(project / FOLDER, languages)


def index_of_known_ids(project: Path) -> ProjectIndex:
    """Raises ContentError, too, when a file that holds many records cannot be read."""
    index = index_project(project)
    if index.unread:
        raise ContentError(index.problems)
    return index


def orphaned_translations(listing: FolderListing) -> list[Diagnostic]:
    problems = []
    for kind, ending in product(FOLDERS, map(translated, listing.languages[1:])):
        originals, translations = listing.ids(kind), listing.ids(kind, ending)
        for id_ in sorted(translations - originals - listing.ids(kind, "")):
            place, nearest = Location(f"{FOLDER}/{kind}/{id_}{ending}"), nearest_name(id_, originals - translations)
            values = {"nearest": nearest and nearest + ending, "original": f"{id_}.md"}
            problems.append(problem("translation-without-original", place, **values))
    return problems
