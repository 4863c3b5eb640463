"""What the id of a follow-up says, `2009/measures.hearings`: of which year it is, and of what."""

import re
from typing import NamedTuple

from safecomm.markdown.blocks import IDENTIFIER
from safecomm.record_kinds import FOLLOWED

FOLLOWED_NAME = re.compile(rf"(?:{'|'.join(FOLLOWED)})\.(?:{IDENTIFIER.pattern})")
"""What the file of a follow-up is called, without its ending."""


class Followed(NamedTuple):
    """The measure or project that a follow-up tells of, and the year."""

    year: int
    kind: str
    id: str

    @property
    def followup(self) -> str:
        """The id of the follow-up."""
        return f"{self.year}/{self.kind}.{self.id}"


def followed(followup: str) -> Followed:
    year, _, name = followup.partition("/")
    kind, _, id_ = name.partition(".")
    return Followed(int(year), kind, id_)
