"""What is compared as one: a paragraph, a table, a row, a cell, a note, or all paragraphs of a long field."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from lxml import etree

from safecomm.diffing import is_word, split_words
from safecomm.ooxml.bookmarks import END, START
from safecomm.ooxml.fields import CHARACTER, COMPUTED, INSTRUCTION, KIND, SIMPLE, fields
from safecomm.ooxml.walk import visible_text
from safecomm.ooxml.wordml import CELL, DRAWING_PROPERTIES, PARAGRAPH_PROPERTIES, ROW, P, T, value, w

RESULTS = COMPUTED | {"SEQ", "REF", "STYLEREF"}
"""Fields whose results Word works out; that they differ is no change of the text."""
SECTION, BACKGROUND = w("sectPr"), w("background")
KEEPING = "keepNext", "keepLines"
PAGE_KEEPING = tuple(map(w, KEEPING))
"""What our templates work out from a text's length and place."""
CONTROL, CONTROL_CONTENT = w("sdt"), w("sdtContent")
END_OF_SECTION = "end of section"
PROPERTIES = {SECTION, *map(w, ("tcPr", "trPr", "tblPr", "tblGrid", "tblPrEx"))}


@dataclass
class StoryBlock:
    """What is compared; only a long field has several elements.

    `kind` must be the same in two blocks for one to be the other's new form; `name` says which one it is, where the
    text does not.
    """

    elements: tuple[etree._Element, ...]
    kind: str
    name: str = ""

    @property
    def element(self) -> etree._Element:
        return self.elements[0]

    @property
    def is_field(self) -> bool:
        return len(self.elements) > 1

    @cached_property
    def text(self) -> str:
        drawings = (drawing for element in self.elements for drawing in element.iter(DRAWING_PROPERTIES))
        texts = (visible_text(_without_results(element)) for element in self.elements)
        return normalize("NFC", "".join((*texts, *(drawing.get("descr", "") for drawing in drawings))))

    @cached_property
    def key(self) -> tuple[str | None, ...]:
        """Equal in blocks that a reader would call the same."""
        if self.name or self.is_field:
            return self.kind, self.name
        return self.kind, value(self.element, "pPr/pStyle"), self.text

    @cached_property
    def words(self) -> frozenset[tuple[str, int]]:
        """Each word with how many of it there are before it."""
        words = Counter(filter(is_word, split_words(self.text.casefold())))
        return frozenset((word, number) for word, count in words.items() for number in range(count))


def blocks(parent: Iterable[etree._Element]) -> list[StoryBlock]:
    """Those of a body, a cell, a note, a header, a footer or a content control; rows of a table, cells of a row."""
    if isinstance(parent, etree._Element) and parent.tag == CONTROL:
        parent = next(parent.iterchildren(CONTROL_CONTENT), ())
    closed: list[StoryBlock] = []
    opened: list[etree._Element] = []
    depth = 0
    for child in parent:
        if child.tag in PROPERTIES:
            continue
        opened.append(child)
        depth += count_left_open(child) if child.tag == P else 0
        if depth <= 0:
            closed += [StoryBlock(tuple(opened), _kind(opened))] if _is_whole(opened) else _single_blocks(opened)
            opened, depth = [], 0
    return closed + _single_blocks(opened)


def _single_blocks(elements: Iterable[etree._Element]) -> list[StoryBlock]:
    return [StoryBlock((element,), _kind([element])) for element in elements]


def _is_whole(elements: Sequence[etree._Element]) -> bool:
    """Whether a field of several paragraphs is all that stands in them."""
    if len(elements) == 1:
        return True
    first, last = (
        [child for child in element if child.tag not in (PARAGRAPH_PROPERTIES, START, END)]
        for element in (elements[0], elements[-1])
    )
    return "begin" in character_kinds(first[0]) and "end" in character_kinds(last[-1])


def _without_results(element: etree._Element) -> etree._Element:
    if next(element.iter(CHARACTER, SIMPLE), None) is not None:
        element = deepcopy(element)
        clear_results(element)
    return element


def clear_results(root: etree._Element) -> None:
    """Leaves of fields whose result Word works out only what they ask for."""
    for field in fields(root):
        if field.words[0].upper() in RESULTS:
            clear_texts(field.runs)


def clear_texts(runs: Iterable[etree._Element]) -> None:
    for text in (text for run in runs for text in run.iter(T)):
        text.text = ""


def count_left_open(element: etree._Element) -> int:
    """How many more fields begin than end in it."""
    kinds = character_kinds(element)
    return kinds.count("begin") - kinds.count("end")


def character_kinds(element: etree._Element) -> list[str | None]:
    """Where fields begin, divide and end in it."""
    return [character.get(KIND) for character in element.iter(CHARACTER)]


def _kind(elements: list[etree._Element]) -> str:
    first = elements[0]
    if len(elements) > 1:
        return f"field {next((text.text for text in first.iter(INSTRUCTION)), '')}"
    if first.tag == P:
        return "paragraph" if first.find(w("pPr/sectPr")) is None else END_OF_SECTION
    if first.tag == CONTROL:
        return f"control {value(first, 'sdtPr/tag')} {value(first, 'sdtPr/alias')}"
    return f"row {' '.join(_shape(first))}" if first.tag == ROW else str(first.tag)


def _shape(row: etree._Element) -> Iterator[str]:
    """What must be the same in a row for only its texts to be compared."""
    yield from (str(element.tag) for element in row.findall(w("trPr/*")))
    for cell in row.iterchildren(CELL):
        merged = cell.find(w("tcPr/vMerge"))
        yield f"cell {value(cell, 'tcPr/gridSpan')} {merged is not None and merged.get(w('val'), 'continue')}"
