"""The hidden name of a form's row: of which record and field it is, and what stood there when the form was made."""

import re
from hashlib import sha256
from typing import NamedTuple

NAME = re.compile(r"_Row_([0-9a-f]{8})_([0-9a-f]{8})_([0-9a-f]{8})_([0-9a-f]{8})")
"""As long as the name of a bookmark may be."""


class RowMark(NamedTuple):
    """Digests of the row's address and of what it showed on the left and on the right; `version` is the original's."""

    address: str
    asked: str
    answer: str
    version: str

    @property
    def name(self) -> str:
        return "_".join(("_Row", *self))


def digest(text: str) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:8]


def read_mark(name: str) -> RowMark | None:
    """None of a bookmark that is no row's."""
    found = NAME.fullmatch(name)
    return RowMark(*found.groups()) if found else None
