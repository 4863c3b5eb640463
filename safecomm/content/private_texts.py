"""What looks like a private person's own in a record: telephone numbers, addresses, personal identity numbers."""

import re
from collections.abc import Iterator

from safecomm.content.field_types import LocalizedText, Record, records_in
from safecomm.content.records import Observation
from safecomm.content.yaml_data import Key
from safecomm.markdown.blocks import Prose
from safecomm.markdown.traversal import footnotes, paragraph_texts

PRIVATE = re.compile(
    r"""
      (?<![\w+]) (?: (?:\+|00)46[ -]?(?:\(0\)[ ]?)?7 | 07 ) [02369] (?:[ -]?[0-9]){7} (?![0-9])  # a Swedish mobile
    | (?<![\w+]) (?:\+|00)47[ ]?[49] (?:[ ]?[0-9]){7} (?![0-9])                                  # a Norwegian mobile
    | (?<![\w.+-]) [\w.+-]{1,64}@
      (?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|yahoo|proton|protonmail|telia|comhem|bredband)
      \.[a-z]{2,3}(?:\.[a-z]{2})?\b
    | (?<![\w/]) c/o [ ] [^\n,]{1,40}
    | \b lgh [.]? [ ]? [0-9]{4} \b
    | (?<![\w-]) (?:19|20)?[0-9]{2} (?:0[1-9]|1[0-2]) (?:0[1-9]|[12][0-9]|3[01]) [-+] [0-9]{4} (?![\w-])  # personnummer
    """,
    re.VERBOSE | re.IGNORECASE,
)
SIGNS = re.compile("[0-9@/]")
"""All that is private has one of them, and few other texts do."""


def private_texts(record: Record) -> Iterator[tuple[Key, str]]:
    """With the path that leads to each."""
    for key, text in texts_in(record):
        if SIGNS.search(text):
            yield from ((key, match[0]) for match in PRIVATE.finditer(text))


def texts_in(record: Record) -> Iterator[tuple[Key, str]]:
    """Every text of the record with the path that leads to it; of figures there are none."""
    for at, part in records_in(record):
        for field, value in () if isinstance(part, Observation) else vars(part).items():
            for text in texts_of(value) if value else ():
                yield (*at, field), text


def texts_of(value: object) -> Iterator[str]:
    match value:
        case Prose():
            for blocks in (value.blocks, *(note.children for note in footnotes(value.blocks))):
                yield from paragraph_texts(blocks)
        case LocalizedText():
            yield from value.texts.values()
        case tuple() | dict():
            for item in value.values() if isinstance(value, dict) else value:
                yield from texts_of(item)
        case str():
            yield value
