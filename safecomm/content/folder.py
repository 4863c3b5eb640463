"""Which files content/ holds, and which of them safecomm does not know."""

import os
import re
import unicodedata
from collections.abc import Sequence, Set
from operator import attrgetter
from pathlib import Path
from pkgutil import resolve_name

from safecomm.content.field_types import COUNCIL, YEAR, Record
from safecomm.content.file import FOLDER
from safecomm.content.followups import FOLLOWED_NAME
from safecomm.content.records import Work
from safecomm.diagnostic import ContentError, Diagnostic, Location, nearest_name, problem
from safecomm.markdown.blocks import IDENTIFIER
from safecomm.record_kinds import LIST, RECORD_KINDS, Storage, kinds_stored
from safecomm.stray_files import is_stray, original_of_copy

OTHER_LANGUAGE = re.compile(r"(?P<name>.+)\.(?P<language>[a-z]{2,3})\.md", re.DOTALL)
"""The name of a translation file."""

Models = dict[str, type[Record]]
Entry = Path | os.DirEntry[str]


def models(storage: Storage) -> Models:
    return {name: resolve_name(RECORD_KINDS[name].model) for name in kinds_stored(storage)}


SINGLES, FOLDERS, COLLECTIONS, TABLES, YEARLY = map(models, Storage)
FOLDERS |= YEARLY
KINDS: Models = {**SINGLES, **COLLECTIONS, **TABLES, **FOLDERS}
"""The model of each kind of record."""
UNPLACED = "unplaced.md"
"""What `safecomm take-in` could not place, for the editor alone."""
DECIDED = "decided"
"""The folder in which the files of each decision lie, in one that is named after its id."""
LISTS = {kind for kind, model in FOLDERS.items() if issubclass(model, Work)}
"""The kinds of which `<kind>/<any name>.yaml` may hold several small records."""


class FolderListing:
    """The ids that the file names give, by kind and ending (`.md`, `.en.md`, `.yaml`, `.csv`; none of them: empty)."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        """`languages` are the project's, the source first."""
        self.languages = languages
        self.files: dict[tuple[str, str], set[str]] = {}
        self.problems: list[Diagnostic] = []

    def copy(self) -> "FolderListing":
        copied = FolderListing(self.languages)
        copied.files = {named: {*ids} for named, ids in self.files.items()}
        copied.problems = [*self.problems]
        return copied

    def add(self, kind: str, ending: str, id_: str) -> None:
        self.files.setdefault((kind, ending), set()).add(id_)

    def ids(self, kind: str, ending: str = ".md") -> Set[str]:
        return self.files.get((kind, ending), set())

    def record_ids(self, kind: str) -> Set[str]:
        """Of the files that hold one record each."""
        return set() if kind in COLLECTIONS else self.ids(kind, ".yaml" if kind in TABLES else ".md")

    def ids_of_misnamed_files(self, kind: str) -> Set[str]:
        """The ids that other files than a record's own give: a translation, or a file with a wrong name."""
        given = ("",) if kind in COLLECTIONS else ("", *self.endings(kind))
        return {id_ for ending in given for id_ in self.ids(kind, ending)}

    def endings(self, kind: str) -> tuple[str, ...]:
        """Longest first: `hearings.en.md` is a translation, not a record `hearings.en`."""
        if kind in COLLECTIONS:
            return (".yaml",)
        return (".yaml", ".csv") if kind in TABLES else (*map(translated, self.languages[1:]), ".md")


def translated(language: str) -> str:
    """How the name of a translation file ends."""
    return f".{language}.md"


def list_folder(content: Path, languages: tuple[str, ...]) -> FolderListing:
    """Raises ContentError when there is no such folder."""
    listing = FolderListing(languages)
    if content.is_symlink():
        raise ContentError([problem("folder-link", Location(FOLDER))])
    if not is_folder(content):
        raise ContentError([problem("missing-folder", Location(FOLDER), folder=content)])
    files = [file for file in entries(content) if not is_apart(file)]
    folders = FOLDERS | TABLES
    names = {file.name for file in files}
    top = [kind + ending for kind in SINGLES | COLLECTIONS for ending in listing.endings(kind)]
    for file in files:
        if file.name in folders and is_folder(file):
            list_kind(listing, file)
        elif file.name in top:
            kind, ending = file.name.split(".", 1)
            listing.add(kind, f".{ending}", kind)
        elif file.name in folders and file.is_symlink():
            listing.problems.append(problem("folder-link", Location(f"{FOLDER}/{file.name}")))
        elif language := translation_language(file.name, IDENTIFIER):
            place = Location(f"{FOLDER}/{file.name}")
            listing.problems.append(other_language(language, place, listing.languages))
        else:
            known = [name for name in (*top, *folders) if name != file.name]
            listing.problems.append(unexpected_file(file.name, FOLDER, names, known))
    return listing


def is_apart(file: Entry) -> bool:
    """What lies among the decided files, the decisions say; what has no place yet is no record."""
    return file.name == UNPLACED or (file.name == DECIDED and is_folder(file))


def list_kind(listing: FolderListing, folder: Entry) -> None:
    if folder.name not in YEARLY:
        list_files(listing, folder.name, folder)
        return
    for year in entries(folder):
        if re.fullmatch(YEAR, year.name) and is_folder(year):
            list_files(listing, folder.name, year, f"{year.name}/")
        else:
            listing.problems.append(bad_name(folder.name, Location(f"{FOLDER}/{folder.name}/{year.name}")))


def list_files(listing: FolderListing, kind: str, folder: Entry, above: str = "") -> None:
    """`above` is what an id begins with in the folder of a year."""
    files, pattern = entries(folder), name_pattern(kind)
    names = {file.name for file in files}
    for file in files:
        ending = next(filter(file.name.endswith, listing.endings(kind)), "")
        id_ = file.name.removesuffix(ending)
        if ending and pattern.fullmatch(id_):
            listing.add(kind, ending, above + id_)
        else:
            add_misnamed(listing, kind, Location(f"{FOLDER}/{kind}/{above}{file.name}"), ending, names)


def name_pattern(kind: str) -> re.Pattern[str]:
    """Of the files' names without their endings."""
    return FOLLOWED_NAME if kind in YEARLY else IDENTIFIER


def add_misnamed(listing: FolderListing, kind: str, place: Location, ending: str, beside: Set[str]) -> None:
    """A file whose name is not that of a record, though it may be one of a list; `beside` are the names around it."""
    file = Path(place.path)
    name, folder, copied = file.name, file.parent.as_posix(), original_of_copy(file.name, beside)
    if kind in LISTS and file.suffix == LIST and not copied:
        if IDENTIFIER.fullmatch(file.stem):
            listing.add(kind, LIST, file.stem)
        else:
            listing.problems.append(bad_id(file.stem, place))
    elif copied:
        listing.problems.append(unexpected_file(name, folder, beside, []))
    elif language := translation_language(name, name_pattern(kind)):
        listing.problems.append(other_language(language, place, listing.languages))
    elif kind in YEARLY:
        listing.problems.append(bad_name(kind, place))
    elif not ending:
        listing.problems.append(unexpected_file(name, folder, beside, text_names(file, listing.endings(kind))))
        # Its record is there, only not to be read: what refers to it is right.
        listing.add(kind, "", name.split(".", 1)[0])
    else:
        id_ = name.removesuffix(ending)
        listing.problems.append(misnamed := bad_id(id_, place))
        listing.add(kind, "", misnamed.nearest or id_)
        listing.add(kind, ending, id_)


def translation_language(name: str, pattern: re.Pattern[str]) -> str | None:
    """Of the file that its name makes a translation of a record with such a name."""
    match = OTHER_LANGUAGE.fullmatch(name)
    return match["language"] if match and pattern.fullmatch(match["name"]) else None


def other_language(language: str, place: Location, languages: Sequence[str]) -> Diagnostic:
    """A translation into a language that the project does not have, or into that of the source."""
    return problem("translation-of-other-language", place, language=language, languages=", ".join(languages))


def text_names(file: Path, endings: Sequence[str]) -> list[str]:
    """What a text file with a wrong ending should be called; another kind of file cannot just be renamed."""
    if file.suffix.lower() not in (".txt", ".md", ".yml", ".yaml", ".csv", ".markdown"):
        return []
    return [file.name.split(".", 1)[0] + ending for ending in endings]


def bad_id(id_: str, place: Location) -> Diagnostic:
    plain = unicodedata.normalize("NFKD", id_).encode("ascii", "ignore").decode().lower()
    nearest = "-".join(re.findall(r"[a-z0-9]+", plain))
    return problem(
        "bad-id", place, nearest=nearest if IDENTIFIER.fullmatch(nearest) and nearest != COUNCIL else None, id=id_
    )


def bad_name(kind: str, place: Location) -> Diagnostic:
    """What lies among the records of years and is neither a year nor named after a record."""
    return problem("followup-name", place, name=place.path.rpartition("/")[2], kind=kind)


def is_folder(path: Entry) -> bool:
    """A link to a folder is none: the build id does not follow it."""
    try:
        return path.is_dir() and not path.is_symlink()
    except OSError:
        return False


def entries(folder: Entry) -> list[os.DirEntry[str]]:
    """Sorted, without those that nobody meant to put there."""
    try:
        return sorted((file for file in os.scandir(folder) if not is_stray(file.name)), key=attrgetter("name"))
    except OSError:
        raise ContentError([problem("unreadable-file", Location(f"{FOLDER}/{folder.name}"))]) from None


def unexpected_file(name: str, folder: str, beside: Set[str], known: list[str]) -> Diagnostic:
    """`beside` are the names in the folder, `known` those that the file might have been meant to have."""
    place = Location(f"{folder}/{name}")
    if original := original_of_copy(name, beside):
        return problem("sync-copy", place, name=name, original=original)
    return problem("unexpected-file", place, nearest=nearest_name(name, known), name=name)
