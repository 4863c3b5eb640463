"""A new wording in the Markdown of one text: only the changed words change, and nothing but this text does."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from itertools import pairwise, zip_longest

from safecomm.content.file import text_of
from safecomm.content.markdown_parts import split_front_matter
from safecomm.content.record_list import texts_of_list
from safecomm.content.revision import position
from safecomm.diagnostic import ContentError, Location
from safecomm.markdown.blocks import Block, Node, Text
from safecomm.markdown.literal import literal
from safecomm.markdown.parse import parse
from safecomm.markdown.traversal import footnotes, paragraph_texts
from safecomm.record_kinds import LIST
from safecomm.review.alignment import SourceSpan, align
from safecomm.review.review_finding import Edit
from safecomm.review.run_text import BLANKS, NO_TEXT, OBJECT
from safecomm.review.word_changes import TextChange, apply_changes, changes, joined_by

LONGEST = 300
"""Lines of one paragraph."""
KEY = re.compile(r"[ \t]*\w+:[ \t]+")


def changes_in_source(text: str, edit: Edit, shown: str, wanted: str) -> list[TextChange] | None:
    """What makes the `shown` words of the file the `wanted` ones; None where that would touch anything else."""
    shown = shown.strip(BLANKS)
    wanted = apply_changes(shown, changes(shown, wanted.strip(BLANKS)))
    start = text_start(text, edit.location)
    for source in sources(text, start):
        # A line that ends in a reference could show all the rest, too: then a longer source shows it as it is.
        made = changes_of_source(source, shown, wanted)
        if made is not None:
            moved = [TextChange(change.start + start, change.end + start, change.text) for change in made]
            return moved if changes_nothing_else(text, apply_changes(text, moved), wanted, edit) else None
    return None


def changes_of_source(source: str, shown: str, wanted: str) -> list[TextChange] | None:
    spans = align(source, shown)
    if spans is None:
        return None
    mapped = [map_to_source(change, spans) for change in changes(shown, wanted)]
    made = [change for change in mapped if change]
    return made if None not in mapped and align(apply_changes(source, made), wanted) else None


def text_start(text: str, place: Location) -> int:
    """Where the lines of a paragraph begin; in a list its key may stand before the first."""
    start = position(text, place)
    key = KEY.match(text, start) if place.path.endswith(LIST) else None
    return key.end() if key else start


def sources(text: str, start: int) -> Iterator[str]:
    """The lines of a paragraph that begins there: the first, the first two, and so on."""
    end = start
    for _ in range(LONGEST):
        first, line_end = end, text.find("\n", end)
        end = len(text) if line_end < 0 else line_end
        if not text[first:end].strip():
            return
        yield text[start:end]
        end += 1


def map_to_source(change: TextChange, spans: list[SourceSpan]) -> TextChange | None:
    """The same change in the source; None where it would break markup, or is more than words."""
    if NO_TEXT.search(change.text):
        return None
    text = literal(change.text)
    touched = spans[change.start : change.end]
    if not touched:
        at = insertion(change, spans)
        return TextChange(at, at, text)
    whole = all(one.end == next_.start for one, next_ in pairwise(touched))
    if not whole or any(span.fixed for span in touched):
        return None
    return TextChange(touched[0].start, touched[-1].end, text)


def insertion(change: TextChange, spans: list[SourceSpan]) -> int:
    """New words stand within markup or outside of it, as the character does that they belong to."""
    number = joined_by(change.start, change.text, len(spans))
    return spans[number].end if number < change.start else spans[number].start


def changes_nothing_else(old: str, new: str, wanted: str, edit: Edit) -> bool:
    """Whether the two files differ in the wanted words only, as they are typeset, and the new one is as right."""
    before, after = (parse_as_loaded(text, edit.location.path, edit.mark.language) for text in (old, new))
    if before is None or after is None or skeleton(before) != skeleton(after):
        return False
    words = wanted.replace(OBJECT, "")
    pairs = list(zip_longest(shown_texts(before), shown_texts(after), fillvalue=OBJECT))
    return all(one == other or other in words for one, other in pairs)


@lru_cache(maxsize=2)
def parse_as_loaded(text: str, path: str, language: str) -> tuple[Block, ...] | None:
    """As the loader would read it; None where it would refuse. A file is asked about for each of its texts."""
    with suppress(ContentError):
        if path.endswith(LIST):
            proses, faults = texts_of_list(text, path, language)
            return None if faults else tuple(block for prose in proses for block in prose.blocks)
        parts = split_front_matter(text_of(text.encode(errors="surrogatepass"), path), path)
        blocks, problems = parse(parts.body, path, parts.body_line, language)
        return None if problems else blocks
    return None


def shown_texts(blocks: tuple[Block, ...]) -> list[str]:
    """Those of the notes too."""
    bodies = (blocks, *(note.children for note in footnotes(blocks)))
    return [text for body in bodies for text in paragraph_texts(body)]


def skeleton(value: object) -> object:
    """All that is no wording: the blocks, marks, links and notes, without their lines."""
    if isinstance(value, tuple):
        return tuple(skeleton(item) for item in value if not isinstance(item, Text))
    if isinstance(value, Node):
        return (type(value), *(skeleton(part) for name, part in vars(value).items() if name not in ("line", "column")))
    return value
