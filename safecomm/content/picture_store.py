"""The pictures that the texts show: looked up in content/ and read once each, however many texts show them."""

from collections.abc import Iterable, Set
from functools import cached_property
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from safecomm.content.file import FOLDER, as_stored, within
from safecomm.content.references import Passage
from safecomm.diagnostic import Diagnostic, Location, problem
from safecomm.markdown.blocks import Picture
from safecomm.markdown.traversal import blocks_in
from safecomm.pictures import read
from safecomm.pictures.picture import PictureError, PictureFile

SVG = ".svg"


class PictureStore:
    """`pictures` by their paths in the project, and the `problems` of those that cannot be shown."""

    def __init__(self, project: Path, passages: Iterable[Passage]) -> None:
        self.project = project
        self.pictures: dict[str, PictureFile] = {}
        self.faults: dict[str, PictureError] = {}
        self.problems: list[Diagnostic] = []
        for passage in passages:
            for block in blocks_in(passage.prose.blocks):
                if isinstance(block, Picture) and block.path:
                    self.add(block.path, passage.place(block.line))

    def add(self, path: str, place: Location) -> None:
        if path not in self.pictures and path not in self.faults:
            self.open(path)
        if fault := self.faults.get(path):
            self.problems.append(problem(fault.code, place, path=path, name=fault.name))

    def open(self, path: str) -> None:
        try:
            self.pictures[path] = read(self.file(path))
        except PictureError as fault:
            self.faults[path] = fault

    def file(self, path: str) -> Path:
        """Where it lies when all links are followed: in content/, which the build id covers, and nowhere else."""
        folder = self.project / FOLDER
        # Outside it no folder is looked into.
        file = within(folder, self.project / path) and within(folder, as_stored(self.project, path))
        if file is None:
            raise PictureError("picture-outside", Path(path))
        return file

    def shows(self, path: str) -> bool:
        """Whether there lies a picture that a text shows, the PNG beside one, or a folder with any."""
        return normalize("NFC", path) in self.shown

    @cached_property
    def shown(self) -> Set[str]:
        """The paths of all pictures and of the folders that they lie in."""
        shown = {normalize("NFC", path) for path in (*self.pictures, *self.faults)}
        shown |= {f"{path[: -len(SVG)]}.png" for path in shown if path.lower().endswith(SVG)}
        return shown.union(str(folder) for path in shown for folder in PurePosixPath(path).parents)
