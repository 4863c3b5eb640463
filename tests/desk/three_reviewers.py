"""Three people who get the same draft: they comment, contradict each other, and one moves a section."""

import re
from collections.abc import Sequence
from pathlib import Path
from random import Random

from lxml.etree import _Element as Element

from tests.returned.kinds import KINDS
from tests.returned.reviewer import Edit, edit_somewhere, places, style_of
from tests.returned.texts import Text
from tests.returned.word import MAIN, Copy, Span, cut, plain_runs, run_of, text_of, w, wording

EDITS = {
    "Anna": (
        *["tracked replacement"] * 4,
        *["tracked insertion"] * 3,
        *["comment"] * 3,
        *("thread", "derived text", "silent replacement", "link inserted"),
    ),
    "Bo": (
        *["tracked replacement"] * 3,
        *["tracked deletion"] * 2,
        *("comment on a derived text", "paragraph inserted", "comment", "words bold"),
    ),
    "Carin": ("silent insertion", "silent insertion", "comment", "paragraph split", "header"),
}
DISPUTED = 3
"""Texts of which Anna and Bo change the same word."""
MOVED, BEFORE = "Safety walks", "Hearings"
"""The section that Carin moves, and where to."""


class ThreeReviewers:
    """`made` is what each did beside the disputes and the move."""

    def __init__(self, draft: Path, texts: Sequence[Text]) -> None:
        self.copies = {name: Copy(draft, name) for name in EDITS}
        dispute(self.copies["Anna"], self.copies["Bo"])
        self.made = {name: edit_copy(copy, texts, seed) for seed, (name, copy) in enumerate(self.copies.items())}
        move_section(self.copies["Carin"])

    def save(self, folder: Path) -> dict[str, Path]:
        return {name: copy.save(folder / f"{name}.docx") for name, copy in self.copies.items()}


def edit_copy(copy: Copy, texts: Sequence[Text], seed: int) -> list[Edit]:
    random, free = Random(seed), places(copy, texts)
    tries = (
        edit_somewhere(copy, kind, free[KINDS[kind].place], random, f"{copy.author.lower()}{number}x")
        for number, kind in enumerate(EDITS[copy.author])
    )
    return [made for made in tries if made]


def dispute(*copies: Copy) -> None:
    """Each puts a word of their own in the place of the same."""
    free = [wording(paragraph) for paragraph in copies[0].root(MAIN).iter(w("p")) if is_plain_text(paragraph)]
    for text in free[:DISPUTED]:
        for copy in copies:
            replace_word(copy, text, f"{copy.author.lower()}sword")


def is_plain_text(paragraph: Element) -> bool:
    marks = (mark.get(w("name"), "") for mark in paragraph.iter(w("bookmarkStart")))
    return (
        any(mark.startswith("_Text_") for mark in marks)
        and len(plain_runs(paragraph)) == 1
        and bool(word_in(paragraph))
    )


def word_in(paragraph: Element) -> re.Match[str] | None:
    return re.search(r"(?<= )\w{4,}(?= \w{4,} )", text_of(plain_runs(paragraph)[0]))


def replace_word(copy: Copy, text: str, new: str) -> None:
    paragraph = next(paragraph for paragraph in copy.root(MAIN).iter(w("p")) if wording(paragraph) == text)
    found = word_in(paragraph)
    assert found
    old = cut(Span(plain_runs(paragraph)[0], *found.span()))
    run = run_of(new)
    old.addnext(run)
    copy.wrap([old], "del")
    copy.wrap([run], "ins")
    copy.touched.add(paragraph)


def move_section(copy: Copy) -> None:
    """Cut and pasted, without a trace."""
    body = [paragraph for paragraph in copy.root(MAIN).iter(w("p")) if style_of(paragraph)]
    (start,) = (at for at, paragraph in enumerate(body) if is_heading(paragraph) and wording(paragraph) == MOVED)
    end = next(at for at in range(start + 1, len(body)) if is_heading(body[at]))
    (target,) = (paragraph for paragraph in body if is_heading(paragraph) and wording(paragraph) == BEFORE)
    for paragraph in body[start:end]:
        target.addprevious(paragraph)


def is_heading(paragraph: Element) -> bool:
    return style_of(paragraph).startswith("Heading")
