"""Confirms that a translation says what its original says now."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from safecomm.content import yaml_data
from safecomm.content.file import FOLDER, read_bytes, read_text, text_of
from safecomm.content.folder import FOLDERS, KINDS, SINGLES, YEARLY, translated
from safecomm.content.markdown_parts import Parts, split_front_matter
from safecomm.content.project_language import project_languages
from safecomm.content.revision import position, revise
from safecomm.content.versions import TRANSLATES, lines_of_file, version
from safecomm.content.yaml_data import Data, fields_of
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.journal import Undo, content_bytes, only_writer, write_content


class Translation(NamedTuple):
    """A translation file and how its name ends, `.en.md`."""

    file: Path
    ending: str


@only_writer
def confirm(project: Path, named: Sequence[Path], *, undo: Undo = Undo.SAME) -> list[Path]:
    """Writes into each translation the version of its original; raises ContentError, and then writes none.

    A file may also be given as its original: then all its translations are meant. Their paths come back.
    """
    endings = [translated(language) for language in project_languages(project)[1:]]
    translations = [translation for file in named for translation in translations_of(file, endings)]
    paths = {path_and_kind(project, translation)[0]: translation for translation in translations}
    before = {path: content_bytes(project, path) for path in paths}
    write_content(
        project, {path: with_version_of_original(project, file) for path, file in paths.items()}, before, undo=undo
    )
    return [file for file, _ in translations]


def translations_of(file: Path, endings: Sequence[str]) -> list[Translation]:
    """The file, or those of which it is the original; where there is none, the first that there could be."""
    if ending := next(filter(file.name.endswith, endings), None):
        return [Translation(file, ending)]
    if file.suffix != ".md":
        # The texts of a YAML file stand in it in every language.
        return [Translation(file, "")]
    named = [Translation(file.with_name(f"{file.stem}{ending}"), ending) for ending in endings]
    return [translation for translation in named if translation.file.is_file()] or named[:1] or [Translation(file, "")]


def with_version_of_original(project: Path, translation: Translation) -> bytes:
    """The translation with the version of its original."""
    file, ending = translation
    path, kind = path_and_kind(project, translation)
    original, said_in = file.with_name(f"{file.name.removesuffix(ending)}.md"), f"{path.removesuffix(ending)}.md"
    said = lines_of_file(KINDS[kind], read_text(original, said_in), path)
    if said is None:
        raise ContentError([problem("front-matter-missing", Location(said_in, 1))])
    return following(read_bytes(file, Location(path)), path, version(said))


def following(data: bytes, path: str, follows: str) -> bytes:
    """The translation, which says that it follows that version; raises ContentError where it cannot be said."""
    before = read_parts(data, path)
    after = revise(data, path, [replacement(text_of(data, path), *before, follows)])
    if not confirms(after, *before, follows):
        raise ContentError([problem("cannot-confirm", before[1].place((TRANSLATES,)), line=f"{TRANSLATES}: {follows}")])
    return after


def read_parts(data: bytes, path: str) -> tuple[Parts, Data]:
    parts = split_front_matter(text_of(data, path), path)
    # With the line end that its last line has: a text in several lines may end there.
    return parts, yaml_data.parse(f"{parts.front}\n", path, parts.front_line)


def replacement(text: str, parts: Parts, front: Data, follows: str) -> tuple[int, int, str]:
    """The version in the place of the one that is there, else a line before the closing fence."""
    place = front.values.get((TRANSLATES,))
    if place is None:
        end = position(text, Location(front.path, parts.body_line - 1))
        return end, end, f"{TRANSLATES}: {follows}\n"
    start, old = position(text, place), str(fields_of(front.value).get(TRANSLATES, ""))
    quoted = text[start] in "'\""
    start += quoted
    return start, start + len(old), follows if old or quoted else f" {follows}"


def confirms(after: bytes, parts: Parts, front: Data, follows: str) -> bool:
    """Whether the file says this and else what it said; not every way of writing YAML can be continued."""
    with suppress(ContentError):
        made, said = read_parts(after, front.path)
        return made.body == parts.body and said.value == {**fields_of(front.value), TRANSLATES: follows}
    return False


def path_and_kind(project: Path, translation: Translation) -> tuple[str, str]:
    """The path in the project and the kind of a translation file."""
    file, ending = translation
    try:
        path = file.resolve().relative_to(project.resolve()).as_posix()
    except ValueError:
        # `content/…` of another project must not become that of this one.
        raise ContentError([problem("no-translation", Location(file.as_posix()))]) from None
    folder, *rest = path.removesuffix(ending).split("/")
    kind = rest[0] if rest else ""
    if not ending or folder != FOLDER or kind not in SINGLES | FOLDERS or len(rest) > (3 if kind in YEARLY else 2):
        raise ContentError([problem("no-translation", Location(path))])
    return path, kind
