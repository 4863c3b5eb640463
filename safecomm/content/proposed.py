"""The content as it would be, were some files other than they are: read, and written nowhere."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from safecomm.content.file import FOLDER
from safecomm.content.folder import FolderListing, translated
from safecomm.content.project_index import ProjectIndex, list_project
from safecomm.content.read_files import ReadFiles
from safecomm.content.record_memory import (
    FileBytes,
    Made,
    Memory,
    RecordMaker,
    RecordMemory,
    RecordName,
    contents_of,
)


class ProposedRecords(RecordMemory):
    """What `memory` knows is not read again, and it learns nothing: what is proposed may never come to be.

    What is made anew stays here, for it to learn when it has come to be.
    """

    def __init__(self, memory: RecordMemory) -> None:
        super().__init__()
        self.memory = memory

    def recall(self, record: RecordName, files: Sequence[FileBytes], make: RecordMaker) -> Made:
        known, contents = self.memory.known(record), contents_of(files)
        if known and known.contents == contents:
            return known.made
        self.made[record] = Memory(contents, make(*record, *files))
        return self.made[record].made


def index_now(project: Path, memory: RecordMemory) -> ProjectIndex:
    """What the files say at this moment."""
    listing = list_project(project)
    return ProjectIndex(ReadFiles(project / FOLDER, listing.languages), listing, ProposedRecords(memory))


def index_proposed(index: ProjectIndex, proposed: Mapping[str, bytes], memory: RecordMemory) -> ProjectIndex:
    """As `index`, whose files are not read again; a proposed one, by its path in the project, may be the translation
    that a record lacks.
    """
    listing = index.listing.copy()
    for path in proposed:
        add_translation(listing, path.removeprefix(f"{FOLDER}/"))
    return ProjectIndex(index.files.changed(proposed), listing, ProposedRecords(memory))


def add_translation(listing: FolderListing, name: str) -> None:
    for ending in filter(name.endswith, map(translated, listing.languages[1:])):
        kind, _, id_ = name.removesuffix(ending).partition("/")
        listing.add(kind, ending, id_ or kind)
