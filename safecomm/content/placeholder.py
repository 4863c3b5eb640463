"""What stands where nobody has written yet: valid, so that a draft can be built, and never taken for a fact."""

import datetime
from collections.abc import Iterable, Iterator

from safecomm.content.field_types import OpenPeriod, Period, Record
from safecomm.content.yaml_data import Key
from safecomm.markdown.blocks import Prose
from safecomm.markdown.traversal import paragraph_texts

TEXT = "FYLL I"
DATE = datetime.date(1900, 1, 1)
PERIOD = Period(start=1900, end=1900)
CONTAINERS = (Record, tuple, dict)


def placeholders(value: object, at: Key = ()) -> Iterator[Key]:
    """Where in a record something is still to be filled in."""
    for key, part in parts_of(value):
        if holds_placeholder(part):
            yield (*at, key)
        elif isinstance(part, CONTAINERS):
            yield from placeholders(part, (*at, key))


def holds_placeholder(value: object) -> bool:
    match value:
        case str():
            return TEXT in value
        case Prose():
            return any(TEXT in text for text in paragraph_texts(value.blocks))
        case datetime.date() | OpenPeriod():
            return value in (DATE, PERIOD)
    return False


def parts_of(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, tuple):
        return enumerate(value)
    return value.items() if isinstance(value, dict) else vars(value).items()
