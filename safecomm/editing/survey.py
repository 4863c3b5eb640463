"""What a project has so far, errors or not: a command that changes files needs to know no more."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from safecomm.content.content import FOLDER
from safecomm.content.fields import Words
from safecomm.content.folder import KINDS, list_folder
from safecomm.content.load import criteria
from safecomm.content.reading import Reading
from safecomm.content.records import Work
from safecomm.diagnostic import ContentError


class Survey:
    """Raises ContentError when a file that holds many records cannot be read."""

    def __init__(self, project: Path) -> None:
        self.reading, self.listing = Reading(project / FOLDER), list_folder(project / FOLDER)
        for kind in KINDS:
            self.reading.read(kind, self.listing)
        if self.reading.unread:
            raise ContentError(self.reading.problems)

    @cached_property
    def ids(self) -> Mapping[str, list[str]]:
        return {kind: sorted(self.reading.ids(kind, self.listing)) for kind in KINDS}

    @cached_property
    def criteria(self) -> Mapping[str, Words]:
        """Those of the set that the application names; raises ContentError when it names none."""
        if found := criteria(self.reading, self.listing):
            return found
        raise ContentError(self.reading.problems)

    def last(self, kind: str) -> int:
        """The highest number that orders the records of a kind."""
        records = self.reading.records["sv"][kind].values()
        return max((each.order for each in records if isinstance(each, Work)), default=0)
