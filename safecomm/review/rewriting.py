"""A new wording in the Markdown of one text: only the changed words change, and nothing but this text does."""

import dataclasses
import re
from itertools import pairwise, zip_longest

from safecomm.content.content import SOURCE, TRANSLATION
from safecomm.content.front_matter import split
from safecomm.markdown.blocks import Block, Text
from safecomm.markdown.parse import parse
from safecomm.markdown.plain import footnotes, paragraph_texts
from safecomm.review.alignment import Span, aligned
from safecomm.review.finding import Edit, location_of
from safecomm.review.paragraphs import OBJECT
from safecomm.review.words import Change, changed, changes

LONGEST = 300
"""Lines of one paragraph."""
MARKUP = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
STRUCTURE = re.compile(rf"[\n\t{OBJECT}]")


def rewritten(text: str, edit: Edit, shown: str, wanted: str) -> str | None:
    """The file with the `wanted` words instead of the `shown` ones; None where that would touch anything else."""
    shown, wanted = shown.strip(), wanted.strip()
    lines = text.split("\n")
    first = edit.mark.line - 1
    for last in range(first + 1, min(len(lines), first + LONGEST) + 1):
        source = "\n".join(lines[first:last])
        if not lines[last - 1].strip():
            break
        if spans := aligned(source, shown):
            made = [placed(each, spans) for each in changes(shown, wanted)]
            new = changed(source, [each for each in made if each])
            result = "\n".join((*lines[:first], new, *lines[last:]))
            return (
                result
                if None not in made and aligned(new, wanted) and nothing_else(text, result, wanted, edit)
                else None
            )
    return None


def placed(change: Change, spans: list[Span]) -> Change | None:
    """The same change in the source; None where it would break markup, or is more than words."""
    if STRUCTURE.search(change.text):
        return None
    text = MARKUP.sub(r"\\\g<0>", change.text)
    touched = spans[change.start : change.end]
    if not touched:
        at = insertion(change, spans)
        return Change(at, at, text)
    whole = all(one.end == next_.start for one, next_ in pairwise(touched))
    if not whole or any(each.fixed for each in touched):
        return None
    return Change(touched[0].start, touched[-1].end, text)


def insertion(change: Change, spans: list[Span]) -> int:
    """Markup between two characters closes behind the one or opens before the other: new words stand outside of it."""
    if change.start == 0:
        return spans[0].start
    if change.start == len(spans) or not change.text[:1].isspace():
        return spans[change.start - 1].end
    return spans[change.start].start


def nothing_else(old: str, new: str, wanted: str, edit: Edit) -> bool:
    """Whether the two files differ in the wanted words only, as they are typeset, and the new one is as right."""
    before, after = parsed(old, edit), parsed(new, edit)
    if before is None or after is None or skeleton(before) != skeleton(after):
        return False
    words = wanted.replace(OBJECT, "")
    pairs = list(zip_longest(shown_texts(before), shown_texts(after), fillvalue=OBJECT))
    return all(one == other or other in words for one, other in pairs)


def parsed(text: str, edit: Edit) -> tuple[Block, ...] | None:
    location = location_of(edit.mark)
    parts = split(text, location.path)
    language = edit.mark.language if edit.mark.language in (SOURCE, TRANSLATION) else SOURCE
    blocks, problems = parse(parts.body, location.path, parts.body_line, language)
    return None if problems else blocks


def shown_texts(blocks: tuple[Block, ...]) -> list[str]:
    """Those of the notes too."""
    return [text for each in (blocks, *(note.children for note in footnotes(blocks))) for text in paragraph_texts(each)]


def skeleton(value: object) -> object:
    """All that is no wording: the blocks, marks, links and notes, without their lines."""
    if isinstance(value, tuple):
        return tuple(skeleton(each) for each in value if not isinstance(each, Text))
    if dataclasses.is_dataclass(value):
        fields = (each.name for each in dataclasses.fields(value))
        return (type(value), *(skeleton(getattr(value, each)) for each in fields if each not in ("line", "column")))
    return value
