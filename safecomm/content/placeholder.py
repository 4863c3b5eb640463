"""What stands where nobody has written yet: valid, so that a draft can be built, and never taken for a fact."""

import datetime
from collections.abc import Iterable, Iterator

from safecomm.content.field_types import LocalizedText, OpenPeriod, Period, Record
from safecomm.content.yaml_data import Key
from safecomm.language import placeholder_words
from safecomm.markdown.blocks import Picture, Prose
from safecomm.markdown.traversal import blocks_in, paragraph_texts

DATE = datetime.date(1900, 1, 1)
# Not validated: that would first make a validator, and most runs read no record anew.
PERIOD = Period.model_construct(start=1900, end=1900)
CONTAINERS = (Record, LocalizedText, tuple, dict)


def placeholders(value: object, at: Key = ()) -> Iterator[tuple[Key, str]]:
    """Where in a record something is still to be filled in, and what stands there."""
    for key, part in parts_of(value):
        if not part:
            # Most fields of most records.
            continue
        if written := placeholder_in(part):
            yield (*at, key), written
        elif isinstance(part, CONTAINERS):
            yield from placeholders(part, (*at, key))


def placeholder_in(value: object) -> str:
    """Empty where there is none."""
    match value:
        case str():
            return next((f"{word} …" for word in placeholder_words() if word in value), "")
        case LocalizedText(texts=texts) if len(texts) == 1:
            return placeholder_in(*texts.values())
        case Prose():
            pictures = (block.description for block in blocks_in(value.blocks) if isinstance(block, Picture))
            return next(filter(None, map(placeholder_in, (*paragraph_texts(value.blocks), *pictures))), "")
        case datetime.date() | OpenPeriod() if value in (DATE, PERIOD):
            return str(DATE.year)
    return ""


def is_placeholder(text: str) -> bool:
    """Whether a value, as it is written, says that it is to be filled in and nothing else."""
    return text == DATE.isoformat() or ("\n" not in text.strip() and text.startswith(placeholder_words()))


def parts_of(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, tuple):
        return enumerate(value)
    if isinstance(value, LocalizedText):
        return value.texts.items()
    return value.items() if isinstance(value, dict) else vars(value).items()
