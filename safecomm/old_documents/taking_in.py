"""An old document into the content: all of it in one change, which can be taken back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from safecomm.content.file import FOLDER, read_text
from safecomm.content.load import load
from safecomm.content.placeholder import placeholder_in
from safecomm.content.project_index import ProjectIndex, index_of_known_ids
from safecomm.content.project_language import project_language, project_languages
from safecomm.content.records import Section, Work
from safecomm.content.unplaced import PATH as UNPLACED_PATH
from safecomm.diagnostic import ContentError
from safecomm.editing.fields import FieldEdit, edit_file, field_source
from safecomm.editing.new import files_of, free_id
from safecomm.editing.schema_files import ID_LIST, id_file
from safecomm.editing.skeleton import as_yaml, guesses, markdown_file, new_labels
from safecomm.content.folder import KINDS
from safecomm.journal import Undo, content_bytes, only_writer, write_content
from safecomm.labels import Labels
from safecomm.markdown.blocks import Block, Heading, Picture, Text, replace
from safecomm.markdown.foreign_markup import html_in_field
from safecomm.markdown.parse import parse
from safecomm.markdown.traversal import blocks_in
from safecomm.markdown.writing import to_markdown
from safecomm.old_documents.block_building import texts_in
from safecomm.old_documents.known_headings import KnownHeadings, Target, fold
from safecomm.old_documents.placing import Ask, Placement, Placer, Reason
from safecomm.old_documents.unplaced_file import Leftover, UnplacedWriter, leftover
from safecomm.old_documents.word_parts import Aside, OldDocument, WordPart

PICTURES = f"{FOLDER}/pictures"
DEEPEST = 6


class TakenPart(NamedTuple):
    """What became of a heading: the file its text stands in, or the reason why it has no place; `guessed` are fields."""

    trail: tuple[str, ...]
    path: str
    field: str
    reason: Reason
    guessed: tuple[str, ...] = ()


class TakenIn(NamedTuple):
    """`inserted` counts the tracked insertions that were taken as they stand."""

    parts: list[TakenPart]
    inserted: int
    asides: list[Aside]
    unplaced: bool


@only_writer
def take_in(project: Path, document: OldDocument, ask: Ask | None = None) -> TakenIn:
    """Writes what has a place into its records, and all else aside; raises ContentError, and nothing has changed."""
    index = index_of_known_ids(project)
    known = KnownHeadings(project, index)
    ids = {kind: {*of_kind} for kind, of_kind in index.ids.items()}
    placements = Placer(known, ids, last_order(index), ask).place(document)
    change = Change(project, index, document, known)
    for placement in placements:
        change.collect(placement)
    change.settle()
    change.write()
    return change.told()


def last_order(index: ProjectIndex) -> int:
    originals = index.originals()
    records = (record for of_kind in originals.values() for record in of_kind.values())
    return max((record.order for record in records if isinstance(record, Work | Section)), default=0)


class Change:
    """What is to be written, while it is put together."""

    def __init__(self, project: Path, index: ProjectIndex, document: OldDocument, known: KnownHeadings) -> None:
        self.project, self.index, self.document, self.known = project, index, document, known
        self.language = project_language(project)
        self.labels = new_labels(project, project_languages(project), self.language)
        self.texts: dict[Target, list[Placement]] = defaultdict(list)
        self.placements: list[Placement] = []
        self.pictures = {target: self.picture_path(picture.name) for target, picture in document.pictures.items()}
        self.files: dict[str, bytes | None] = {}
        self.headings = {fold(part.title) for part in document.parts}

    def picture_path(self, name: str) -> str:
        file = PurePosixPath(name)
        return f"{PICTURES}/{free_id(f'{self.document.name} {file.stem}', ())}{file.suffix}"

    def collect(self, placement: Placement) -> None:
        """A second part for the same text has no place, unless it stands inside of the first."""
        self.placements.append(placement)
        target = placement.target
        if target is None:
            return
        if not placement.inside and self.texts.get(target):
            self.refuse(placement, "taken")
        else:
            self.texts[target].append(placement)

    def refuse(self, placement: Placement, reason: Reason) -> None:
        placement.target, placement.reason, placement.inside = None, reason, None

    def settle(self) -> None:
        """Leaves aside what cannot stand where it belongs: there is another text, or it would be refused."""
        for target, placements in list(self.texts.items()):
            new = next((placement.new for placement in placements if placement.new), None)
            reason = self.refusal(target, placements, bool(new))
            if not reason:
                continue
            del self.texts[target]
            for placement in placements:
                self.refuse(placement, reason)

    def refusal(self, target: Target, placements: list[Placement], new: bool) -> Reason:
        blocks = self.blocks_of(placements)
        if not self.is_sound(target, blocks) or any(html_in_field(placement.part.title) for placement in placements):
            return "odd"
        return "taken" if blocks and not new and not self.is_free(target, blocks) else ""

    def is_sound(self, target: Target, blocks: list[Block]) -> bool:
        again, problems = parse(to_markdown(blocks, FOLDER), UNPLACED_PATH, 1, self.labels.languages[0])
        return not problems and texts_in(again) == texts_in(blocks)

    def is_free(self, target: Target, blocks: list[Block]) -> bool:
        """Whether nobody has written there, or just the same."""
        record = self.index.originals()[target.kind].get(target.id)
        text = getattr(record, target.field, None)
        if record is None or self.path_of(target).endswith(".yaml"):
            return False
        return text is None or bool(placeholder_in(text)) or texts_in(text.blocks) == texts_in(blocks)

    def blocks_of(self, placements: Iterable[Placement]) -> list[Block]:
        """The text of several parts, each inside one below its own heading."""
        blocks: list[Block] = []
        level = 1
        for placement in placements:
            if placement.inside:
                level = max(2, min(placement.part.level - placement.inside.level + 1, level + 1, DEEPEST))
                blocks.append(Heading(level, (Text(placement.part.title),), 0))
            blocks += map(self.with_picture, placement.part.blocks)
        return blocks

    def with_picture(self, block: Block) -> Block:
        return replace(block, path=self.pictures[block.path]) if isinstance(block, Picture) else block

    def path_of(self, target: Target) -> str:
        if (target.kind, target.id) in self.index.places.sources:
            return self.index.places.sources[target.kind, target.id][0].path
        return files_of(target.kind, target.id)[0]

    def write(self) -> None:
        for placement in self.placements:
            self.begin(placement)
        for target, placements in self.texts.items():
            if blocks := self.blocks_of(placements):
                text = to_markdown(blocks, str(PurePosixPath(self.path_of(target)).parent))
                self.edit(FieldEdit(target.kind, target.id, (target.field,), text))
        used = {block.path for block in blocks_in(self.all_blocks()) if isinstance(block, Picture)}
        for target, picture in self.document.pictures.items():
            if target in used:
                self.files[self.pictures[target]] = picture.data
        self.write_unplaced()
        self.write_files()

    def all_blocks(self) -> list[Block]:
        return [block for placement in self.placements for block in placement.part.blocks]

    def begin(self, placement: Placement) -> None:
        """The new record, and what fields say of the criterion."""
        if (new := placement.new) and placement.target:
            values = {name: as_yaml(value) if isinstance(value, str) else str(value) for name, value in new.given.items()}
            self.files[self.path_of(placement.target)] = markdown_file(new.kind, values, self.labels).encode()
        for key, said in placement.fields.items():
            self.edit_criterion(placement, key, said)

    def edit_criterion(self, placement: Placement, key: tuple[str, ...], said: str) -> None:
        """Only where nobody has said anything else."""
        record = self.index.originals()["criteria"].get(placement.criterion)
        if key == ("area",) and not placeholder_in(getattr(record, "area", "")):
            return
        if key[0] == "themes" and key[1] in getattr(record, "themes", {}):
            return
        self.edit(FieldEdit("criteria", placement.criterion, key, said))

    def edit(self, edit: FieldEdit) -> None:
        path = self.path_of(Target(edit.kind, edit.id, ""))
        before = self.files.get(path) or content_bytes(self.project, path) or b""
        self.files[path] = edit_file(before, path, (), edit)

    def write_unplaced(self) -> None:
        before = content_bytes(self.project, UNPLACED_PATH)
        said = read_text(self.project / UNPLACED_PATH, UNPLACED_PATH) if before and before.strip() else ""
        text = UnplacedWriter(self.document, self.language).write(said, self.leftovers(), self.guessed())
        if text.strip():
            self.files[UNPLACED_PATH] = text.encode()

    def leftovers(self) -> Iterator[Leftover]:
        for placement in self.placements:
            part, unplaced = placement.part, placement.target is None
            asides = [aside for aside in part.asides if not self.is_heading(aside)]
            blocks = map(self.with_picture, part.blocks if unplaced else ())
            if asides or (unplaced and (part.blocks or not placement.said)) or not (placement.said or placement.inside):
                if part.title or part.blocks or asides:
                    yield leftover(part, placement.reason, blocks, asides)

    def guessed(self) -> Iterator[str]:
        """The fields of new records that say the first of a list because nobody knows."""
        for placement in self.placements:
            if placement.target and (fields := guessed_fields(placement)):
                yield f"{self.path_of(placement.target)}: {', '.join(fields)}"

    def is_heading(self, aside: Aside) -> bool:
        """An entry of the contents: documents make them anew."""
        return aside.kind == "contents" and any(aside_name in self.headings for aside_name in contents_names(aside.text))

    def write_files(self) -> None:
        ids = {kind: {*of_kind} for kind, of_kind in self.index.ids.items()}
        for placement in self.placements:
            if placement.new and placement.target:
                ids[placement.new.kind].add(placement.new.id)
        self.files |= id_file(self.project, {kind: sorted(of_kind) for kind, of_kind in ids.items()})
        before = {path: content_bytes(self.project, path) for path in (*self.files, ID_LIST)}
        write_content(self.project, self.files, before, proof=load, undo=Undo.KEEP)

    def told(self) -> TakenIn:
        parts = [self.taken(placement) for placement in self.placements if placement.part.title or placement.part.blocks]
        asides = [aside for placement in self.placements for aside in placement.part.asides if not self.is_heading(aside)]
        inserted = sum(placement.part.inserted for placement in self.placements)
        return TakenIn(parts, inserted, asides, UNPLACED_PATH in self.files)

    def taken(self, placement: Placement) -> TakenPart:
        trail = tuple(part.title for part in placement.part.trail if part.title)
        if placement.target is None:
            return TakenPart(trail, "", "", placement.reason)
        return TakenPart(trail, self.path_of(placement.target), placement.target.field, "", guessed_fields(placement))


def guessed_fields(placement: Placement) -> tuple[str, ...]:
    new = placement.new
    return tuple(name for name in guesses(KINDS[new.kind]) if name not in new.given) if new else ()


def contents_names(text: str) -> Iterator[str]:
    """With and without the page number behind."""
    yield fold(text)
    yield fold(text.rstrip("0123456789 .…"))
