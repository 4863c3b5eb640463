"""An old document into the content: all of it in one change, which can be taken back."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from safecomm.content.file import text_of
from safecomm.content.folder import KINDS
from safecomm.content.load import load
from safecomm.content.placeholder import placeholder_in
from safecomm.content.project_index import ProjectIndex, index_of_known_ids
from safecomm.content.project_language import project_language, project_languages
from safecomm.content.unplaced import PATH as UNPLACED
from safecomm.editing.fields import FieldEdit, edit_file
from safecomm.editing.new import last_order
from safecomm.editing.schema_files import ID_LIST, id_file
from safecomm.editing.skeleton import as_yaml, guesses, markdown_file, new_labels
from safecomm.journal import Undo, content_bytes, only_writer, write_content
from safecomm.markdown.writing import to_markdown
from safecomm.old_documents.known_headings import KnownHeadings, Target, fold
from safecomm.old_documents.placed_texts import PlacedTexts, pictures_in
from safecomm.old_documents.placing import Ask, PartPlacer, Placement, Reason
from safecomm.old_documents.unplaced_file import Leftover, UnplacedWriter, leftover
from safecomm.old_documents.word_parts import Aside, OldDocument


class TakenPart(NamedTuple):
    """What became of a heading: the file and the field of its text, or the reason why it has no place.

    A heading that has no text, and that the documents print over what follows, has neither; `guessed` are fields to
    check.
    """

    trail: tuple[str, ...]
    path: str = ""
    field: str = ""
    reason: Reason = ""
    guessed: tuple[str, ...] = ()


class TakenDocument(NamedTuple):
    """`inserted` counts the tracked insertions that were taken as they stand."""

    parts: list[TakenPart]
    inserted: int
    asides: list[Aside]


@only_writer
def take_in(project: Path, document: OldDocument, ask: Ask | None = None) -> TakenDocument:
    """Writes what has a place into its records, and all else aside; raises ContentError, and nothing has changed."""
    index = index_of_known_ids(project)
    ids = {kind: {*of_kind} for kind, of_kind in index.ids.items()}
    order = max(last_order(index, kind) for kind in ("sections", "activities", "measures", "projects"))
    placements = PartPlacer(KnownHeadings(project, index), ids, order, ask).place(document)
    texts = PlacedTexts(project, index, document)
    for placement in placements:
        texts.add(placement)
    texts.settle()
    change = Change(project, index, document, texts)
    change.put_together(placements)
    change.write(placements)
    return change.told(placements)


class Change:
    """The files that are to be written, while they are put together."""

    def __init__(self, project: Path, index: ProjectIndex, document: OldDocument, texts: PlacedTexts) -> None:
        self.project, self.index, self.document, self.texts = project, index, document, texts
        self.language = project_language(project)
        self.labels = new_labels(project, project_languages(project), self.language)
        self.headings = {fold(part.title) for part in document.parts}
        self.files: dict[str, bytes | None] = {}

    def put_together(self, placements: list[Placement]) -> None:
        for placement in placements:
            self.begin(placement)
        for target, of_target in self.texts.texts.items():
            if blocks := self.texts.blocks_of(of_target):
                folder = str(PurePosixPath(self.texts.path_of(target)).parent)
                self.edit(FieldEdit(target.kind, target.id, (target.field,), to_markdown(blocks, folder)))
        shown = pictures_in(block for placement in placements for block in placement.part.blocks)
        self.files |= {self.texts.pictures[part]: self.document.pictures[part].data for part in shown}
        self.add_unplaced(placements)

    def begin(self, placement: Placement) -> None:
        """The new record, and what the heading says of the criterion."""
        if (new := placement.new) and placement.target:
            values = {name: as_yaml(said) if isinstance(said, str) else str(said) for name, said in new.given.items()}
            self.files[self.texts.path_of(placement.target)] = markdown_file(new.kind, values, self.labels).encode()
        for key, said in placement.fields.items():
            if self.is_unsaid(placement.criterion, key):
                self.edit(FieldEdit("criteria", placement.criterion, key, said))

    def is_unsaid(self, criterion: str, key: tuple[str, ...]) -> bool:
        """Whether nobody has said anything else of it yet."""
        record = self.index.originals()["criteria"].get(criterion)
        field = getattr(record, key[0], "")
        return key[-1] not in field if isinstance(field, dict) else bool(placeholder_in(field))

    def edit(self, edit: FieldEdit) -> None:
        path = self.texts.path_of(Target(edit.kind, edit.id, ""))
        before = self.files.get(path) or content_bytes(self.project, path) or b""
        self.files[path] = edit_file(before, path, (), edit)

    def add_unplaced(self, placements: list[Placement]) -> None:
        before = content_bytes(self.project, UNPLACED) or b""
        said = text_of(before, UNPLACED) if before.strip() else ""
        left, guessed = self.leftovers(placements), self.guessed(placements)
        if text := UnplacedWriter(self.document, self.language).write(said, left, guessed).strip():
            self.files[UNPLACED] = f"{text}\n".encode()

    def leftovers(self, placements: list[Placement]) -> Iterator[Leftover]:
        """A heading that nothing prints is text, too."""
        for placement in placements:
            part = placement.part
            blocks = self.texts.with_pictures(part.blocks) if placement.target is None else []
            asides = self.asides(placement)
            unsaid = bool(part.title) and not (placement.said or placement.inside)
            if blocks or asides or unsaid:
                yield leftover(part, placement.reason, blocks, asides)

    def asides(self, placement: Placement) -> list[Aside]:
        """Without the contents' entries for headings: documents make them anew."""
        return [
            aside
            for aside in placement.part.asides
            if aside.kind != "contents" or self.headings.isdisjoint(names_in_contents(aside.text))
        ]

    def guessed(self, placements: list[Placement]) -> Iterator[str]:
        """The fields of new records that say the first of a list because nobody knows."""
        for placement in placements:
            if placement.target and (fields := guessed_fields(placement)):
                yield f"{self.texts.path_of(placement.target)}: {', '.join(fields)}"

    def write(self, placements: list[Placement]) -> None:
        ids = {kind: {*of_kind} for kind, of_kind in self.index.ids.items()}
        for placement in placements:
            if placement.new and placement.target:
                ids[placement.new.kind].add(placement.new.id)
        self.files |= id_file(self.project, {kind: sorted(of_kind) for kind, of_kind in ids.items()})
        before = {path: content_bytes(self.project, path) for path in (*self.files, ID_LIST)}
        write_content(self.project, self.files, before, proof=load, undo=Undo.KEEP)

    def told(self, placements: list[Placement]) -> TakenDocument:
        parts = [self.taken(placement) for placement in placements if placement.part.title or placement.part.blocks]
        asides = [aside for placement in placements for aside in self.asides(placement)]
        return TakenDocument(parts, sum(placement.part.inserted for placement in placements), asides)

    def taken(self, placement: Placement) -> TakenPart:
        trail = tuple(part.title for part in placement.part.trail if part.title)
        has_text = bool(placement.part.blocks)
        if (target := placement.target) and (has_text or placement.new or placement.inside):
            return TakenPart(trail, self.texts.path_of(target), f"# {target.field}", guessed=guessed_fields(placement))
        if placement.fields:
            field = next(iter(placement.fields))[0]
            return TakenPart(trail, self.texts.path_of(Target("criteria", placement.criterion, "")), field)
        return TakenPart(trail, reason="" if placement.said and not has_text else placement.reason)


def guessed_fields(placement: Placement) -> tuple[str, ...]:
    new = placement.new
    return tuple(name for name in guesses(KINDS[new.kind]) if name not in new.given) if new else ()


def names_in_contents(text: str) -> set[str]:
    """With and without the page number behind."""
    return {fold(text), fold(text.rstrip("0123456789 .…"))}
