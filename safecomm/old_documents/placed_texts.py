"""The texts of an old document by the records that they are for: whoever cannot stand there is put aside."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, count
from pathlib import Path, PurePosixPath

from safecomm.content.file import FOLDER
from safecomm.content.placeholder import placeholder_in
from safecomm.content.project_index import ProjectIndex
from safecomm.editing.new import files_of, free_id
from safecomm.journal import content_bytes
from safecomm.markdown.blocks import Block, Heading, Picture, Text, replace
from safecomm.markdown.foreign_markup import html_in_field
from safecomm.markdown.traversal import blocks_in
from safecomm.old_documents.block_building import is_sound, texts_in
from safecomm.old_documents.known_headings import Target
from safecomm.old_documents.placing import Placement, Reason
from safecomm.old_documents.word_parts import OldDocument, WordPicture

PICTURES = f"{FOLDER}/pictures"
DEEPEST = 6
"""The level of a heading."""


class PlacedTexts:
    """`pictures` are the paths that those of the document get in the project, by their parts in the Word file."""

    def __init__(self, project: Path, index: ProjectIndex, document: OldDocument) -> None:
        self.project, self.index, self.originals = project, index, index.originals()
        self.pictures: dict[str, str] = {}
        for part, picture in document.pictures.items():
            self.pictures[part] = self.picture_path(document, picture)
        self.texts: dict[Target, list[Placement]] = defaultdict(list)

    def picture_path(self, document: OldDocument, picture: WordPicture) -> str:
        """One where no other picture lies."""
        file = PurePosixPath(picture.name)
        stem = free_id(f"{document.name} {file.stem}", ())
        names = chain([stem], (f"{stem}-{number}" for number in count(2)))
        paths = (f"{PICTURES}/{name}{file.suffix}" for name in names)
        free = (path for path in paths if content_bytes(self.project, path) in (None, picture.data))
        return next(path for path in free if path not in self.pictures.values())

    def add(self, placement: Placement) -> None:
        """A second part for the same text has no place, unless it stands inside of the first."""
        if placement.target is None:
            return
        if not placement.inside and self.texts.get(placement.target):
            refuse(placement, "taken")
        else:
            self.texts[placement.target].append(placement)

    def settle(self) -> None:
        """Puts aside what cannot stand where it belongs: there is another text, or it would be refused."""
        for target, placements in list(self.texts.items()):
            if reason := self.refusal(target, placements):
                del self.texts[target]
                for placement in placements:
                    refuse(placement, reason)

    def refusal(self, target: Target, placements: list[Placement]) -> Reason:
        blocks = self.blocks_of(placements)
        if not is_sound(blocks) or any(html_in_field(placement.part.title) for placement in placements):
            return "odd"
        new = any(placement.new for placement in placements)
        return "taken" if blocks and not new and not self.is_free(target, blocks) else ""

    def is_free(self, target: Target, blocks: list[Block]) -> bool:
        """Whether nobody has written there, or just the same."""
        record = self.originals[target.kind].get(target.id)
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
            blocks += self.with_pictures(placement.part.blocks)
        return blocks

    def with_pictures(self, blocks: Iterable[Block]) -> list[Block]:
        """The same with the pictures' paths in the project."""
        return [
            replace(block, path=self.pictures[block.path]) if isinstance(block, Picture) else block for block in blocks
        ]

    def path_of(self, target: Target) -> str:
        if source := self.index.places.sources.get((target.kind, target.id)):
            return source[0].path
        return files_of(target.kind, target.id)[0]


def refuse(placement: Placement, reason: Reason) -> None:
    placement.target, placement.reason, placement.inside = None, reason, None


def pictures_in(blocks: Iterable[Block]) -> set[str]:
    """The parts of the Word file that they show."""
    return {block.path for block in blocks_in(blocks) if isinstance(block, Picture)}
