"""What stands where nobody has written yet: valid, so that a draft can be built, and never taken for a fact."""

import datetime
from collections.abc import Iterator

from safecomm.content.field_types import LocalizedText, Period, Record
from safecomm.content.yaml_data import Key
from safecomm.markdown.blocks import Prose
from safecomm.markdown.traversal import paragraph_texts

TEXTS = ("FYLL I", "FILL IN")
"""Norwegian “FYLL INN” begins as the Swedish one does."""
DATE = datetime.date(1900, 1, 1)
PERIOD = Period(start=1900, end=1900)


def placeholders(value: object, at: Key = ()) -> Iterator[Key]:
    """Where in a record something is still to be filled in."""
    if holds_placeholder(value):
        yield at
    for key, part in inside(value):
        yield from placeholders(part, (*at, key))


def holds_placeholder(value: object) -> bool:
    match value:
        case str():
            return any(text in value for text in TEXTS)
        case Prose():
            return any(holds_placeholder(text) for text in paragraph_texts(value.blocks))
        case datetime.date() | Period():
            return value in (DATE, PERIOD)
    return False


def inside(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, Record):
        yield from value
    elif isinstance(value, LocalizedText):
        yield from value.texts.items()
    elif isinstance(value, tuple):
        yield from enumerate(value)
    elif isinstance(value, dict):
        yield from value.items()
