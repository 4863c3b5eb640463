"""What reviewers do with words and paragraphs in Word, each kind in its own function."""

import unicodedata
from collections.abc import Sequence
from copy import deepcopy
from random import Random
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from tests.returned.word import (
    RELATIONS,
    SPACE,
    Copy,
    Span,
    cut,
    paragraph_of,
    plain_runs,
    put,
    put_first,
    run_of,
    w,
)

ADDRESS = "https://returned.example/sida"
MARKUP = (
    "*{}*",
    "[{}](https://x.example)",
    "<b>{}</b>",
    "<!-- {} -->",
    "{} &amp; {}",
    "# {}",
    "- {}",
    "1. {}",
    "{}[^1]",
    "\\{}",
    "`{}`",
    "{{x}}{}",
    "{}_",
    "| {} |",
)
ODD = ("\u2028", "\u2029", "\x85", "\u00ad", "\u200b", "\u202e", "\ufeff", "\ue000", "\u00a0", "\ufffc", "\u2003")


class Made(NamedTuple):
    """What tells the edit in an answer: one of the signs, or as often as there are such edits the `label`.

    `needs` has to stand in the text that has it. Edits of one `whole`, a table, are told at once.
    """

    signs: Sequence[str]
    needs: Sequence[str] = ()
    label: str = ""
    whole: Element | None = None


def some_words(paragraph: Element, random: Random, most: int = 3) -> Span | None:
    """Some words inside a plain run, with those before and behind them left."""
    runs = plain_runs(paragraph)
    if not runs:
        return None
    run = random.choice(runs)
    text = run.findtext(w("t"), "")
    starts = [number for number in range(1, len(text)) if text[number - 1] == " " and text[number] != " "]
    if len(starts) < 2:
        return None
    first = random.randrange(len(starts) - 1)
    last = min(first + random.randint(1, most), len(starts) - 1)
    return Span(run, starts[first], starts[last] - 1)


def replace(copy: Copy, paragraph: Element, random: Random, new: str, *, tracked: bool = True) -> Element | None:
    """Puts words in the place of others, and returns the new words' run."""
    span = some_words(paragraph, random)
    if span is None:
        return None
    old = cut(span)
    run = run_of(new)
    old.addnext(run)
    if tracked:
        copy.wrap([run], "ins")
        copy.wrap([old], "del")
    else:
        drop(old)
    return run


def insert(copy: Copy, paragraph: Element, random: Random, run: Element, *, tracked: bool = True) -> bool:
    """Puts a run between two words."""
    span = some_words(paragraph, random)
    if span is None:
        return False
    cut(span).addprevious(run)
    if tracked:
        copy.wrap([run], "ins")
    return True


def drop(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def tracked_replacement(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    return None if replace(copy, paragraph, random, token) is None else Made([token])


def tracked_insertion(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    return Made([token]) if insert(copy, paragraph, random, run_of(f"{token} ")) else None


def tracked_deletion(copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    span = some_words(paragraph, random)
    if span is None:
        return None
    copy.wrap([cut(span._replace(end=span.end + 1))], "del")
    return Made([])


def silent_replacement(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    return None if replace(copy, paragraph, random, token, tracked=False) is None else Made([token])


def silent_insertion(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    return Made([token]) if insert(copy, paragraph, random, run_of(f"{token} "), tracked=False) else None


def silent_deletion(_copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    span = some_words(paragraph, random)
    if span is None:
        return None
    drop(cut(span._replace(end=span.end + 1)))
    return Made([])


def tracked_and_silent(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    if not silent_replacement(copy, paragraph, random, f"{token}tyst"):
        return None
    return tracked_insertion(copy, paragraph, random, token) or Made([f"{token}tyst"])


def decomposed(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    word = unicodedata.normalize("NFD", f"{token}åäö")
    return None if replace(copy, paragraph, random, word) is None else Made([token])


def markup_typed(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    word = random.choice(MARKUP).replace("{}", token)
    return None if replace(copy, paragraph, random, word) is None else Made([token])


def odd_character(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    word = f"{token}{random.choice(ODD)}klistrat"
    return None if replace(copy, paragraph, random, word, tracked=random.random() < 0.7) is None else Made([token])


def soft_hyphen(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    """As Word makes one, or as the character: it is written as that."""
    run = run_of(f"{token}av\u00adstavat ")
    if random.random() < 0.5:
        run = run_of(f"{token}av")
        etree.SubElement(run, w("softHyphen"))
        etree.SubElement(run, w("t"), {SPACE: "preserve"}).text = "stavat "
    return Made([token], ["\u00ad"]) if insert(copy, paragraph, random, run) else None


def coloured_insertion(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    """How many show that they were here."""
    run = run_of(f"{token} ")
    put(put_first(run, "rPr"), "color", val="FF0000")
    return Made([token]) if insert(copy, paragraph, random, run, tracked=random.random() < 0.5) else None


def moved_words(copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    """Within the paragraph, tracked as a move."""
    span = some_words(paragraph, random)
    if span is None:
        return None
    old = cut(span._replace(end=span.end + 1))
    there = deepcopy(old)
    runs = plain_runs(paragraph)
    runs[-1].addnext(there)
    copy.wrap([old], "moveFrom")
    copy.wrap([there], "moveTo")
    return Made([])


def line_break(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    run = run_of(token)
    etree.SubElement(run, w("br"))
    return Made([token]) if insert(copy, paragraph, random, run) else None


def symbol(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    """What Word makes of `-->`."""
    run = run_of(f"{token} ")
    etree.SubElement(run, w("sym"), {w("font"): "Wingdings", w("char"): "F0E0"})
    etree.SubElement(run, w("t"), {SPACE: "preserve"}).text = " "
    return Made([token], ["→"]) if insert(copy, paragraph, random, run) else None


def link_inserted(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    span = some_words(paragraph, random)
    if span is None:
        return None
    link = etree.Element(w("hyperlink"), {f"{{{RELATIONS}}}id": copy.relate("hyperlink", ADDRESS, external=True)})
    run = run_of(f"{token} ")
    link.append(run)
    if random.random() < 0.5:
        copy.wrap([run], "ins")
        cut(span).addprevious(link)
    else:
        cut(span).addprevious(link)
        copy.wrap([link], "ins")
    return Made([token], [ADDRESS])


def bold_inserted(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    run = run_of(f"{token} ")
    look = etree.Element(w("rPr"))
    mark = random.choice(("b", "i"))
    etree.SubElement(look, w(mark))
    run.insert(0, look)
    return Made([token], ["*"]) if insert(copy, paragraph, random, run) else None


def paragraph_inserted(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    new = paragraph_of(f"Ett nytt stycke {token} om trygghet.", paragraph)
    if random.random() < 0.5:
        copy.mark_end(new, "ins")
        copy.wrap(list(new.iterfind(w("r"))), "ins")
    paragraph.addnext(new) if random.random() < 0.5 else paragraph.addprevious(new)
    return Made([token])


def paragraph_deleted(copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    if random.random() < 0.3 and paragraph.getparent().getchildren()[-1] is not paragraph:  # type: ignore[union-attr]
        drop(paragraph)
        return Made([])
    runs = list(paragraph.iterfind(w("r")))
    if not runs or paragraph.find(w("hyperlink")) is not None:
        return None
    for run in runs:
        copy.wrap([run], "del")
    copy.mark_end(paragraph, "del")
    return Made([])


def paragraph_moved(copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    siblings = [sibling for sibling in paragraph.itersiblings() if sibling.tag == w("p") and plain_runs(sibling)][1:9]
    if (
        not siblings
        or paragraph.find(w("hyperlink")) is not None
        or paragraph.find(f".//{w('footnoteReference')}") is not None
    ):
        return None
    there = deepcopy(paragraph)
    for mark in [*there.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
        drop(mark)
    random.choice(siblings).addnext(there)
    for place, kind in ((paragraph, "moveFrom"), (there, "moveTo")):
        for run in list(place.iterfind(w("r"))):
            copy.wrap([run], kind)
        copy.mark_end(place, kind)
    return Made([])


def paragraph_split(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    """In two, the first one with the words of another hand or not."""
    span = some_words(paragraph, random)
    if span is None or paragraph.find(w("hyperlink")) is not None:
        return None
    word = cut(span)
    second = etree.Element(w("p"))
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        second.append(deepcopy(properties))
    second.extend([word, *[sibling for sibling in word.itersiblings() if sibling.tag == w("r")]])
    paragraph.addnext(second)
    if random.random() < 0.5:
        copy.mark_end(paragraph, "ins")
    if random.random() < 0.5:
        silent_replacement(copy, paragraph, random, token)
    return Made([])


def paragraphs_joined(copy: Copy, paragraph: Element, _random: Random, _token: str) -> Made | None:
    following = paragraph.getnext()
    if following is None or following.tag != w("p"):
        return None
    copy.mark_end(paragraph, "del")
    return Made([])
