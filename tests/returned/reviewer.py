"""A reviewer: some edits of one draft, all from a number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from lxml.etree import _Element as Element

from tests.returned.edits import Made
from tests.returned.kinds import KINDS, Kind, Place
from tests.returned.texts import Text, match_texts
from tests.returned.word import MAIN, NOTES, Copy, w, wording

FEWEST = 50
"""Texts that must be recognised in a draft: with fewer, nothing would be shown."""


@dataclass
class Edit:
    """What a reviewer did; without a text where it is in none of the content."""

    kind: str
    made: Made
    text: Text | None
    paragraph: Element

    @property
    def outcome(self) -> str:
        return KINDS[self.kind].outcome


def edit(
    draft: Path, returned: Path, texts: Sequence[Text], random: Random, seed: int, kinds: Sequence[str] = ()
) -> list[Edit]:
    """One edit of each kind, else one to twelve by chance, each in a paragraph of its own; some with a comment."""
    copy = Copy(draft, "Anna Granskare")
    free = places(copy, texts)
    found: list[Edit] = []
    for number, name in enumerate(kinds or random.choices(list(KINDS), k=random.randint(1, 12))):
        token = f"granskat{seed}x{number}"
        if made := edit_somewhere(copy, name, free[KINDS[name].place], random, token):
            found.append(made)
            if made.outcome == "written" and random.random() < 0.15:
                remark = KINDS["comment"].make(copy, made.paragraph, random, f"{token}k")
                found += [Edit("comment", remark, made.text, made.paragraph)] if remark else []
    if random.random() < 0.1:
        copy.drop_bookmarks()
    copy.save(returned)
    return found


def edit_somewhere(
    copy: Copy, name: str, free: list[tuple[Element, Text | None]], random: Random, token: str
) -> Edit | None:
    random.shuffle(free)
    for number, (paragraph, text) in enumerate(free):
        if not is_there(copy, paragraph):
            continue
        if fits(KINDS[name], paragraph) and (made := KINDS[name].make(copy, paragraph, random, token)):
            del free[number]
            copy.touched.add(paragraph)
            return Edit(name, made, text, paragraph)
    return None


def is_there(copy: Copy, paragraph: Element) -> bool:
    """An earlier edit may have taken it away, or joined another with it."""
    # Of an element that was taken out the tree stays the same, but not what is around it.
    *_, top = (paragraph, *paragraph.iterancestors())
    return paragraph not in copy.touched and top in copy.roots.values()


def fits(kind: Kind, paragraph: Element) -> bool:
    """Whole paragraphs come and go in the body only."""
    parent = paragraph.getparent()
    return not kind.structural or (parent is not None and parent.tag == w("body"))


def places(copy: Copy, texts: Iterable[Text]) -> dict[Place, list[tuple[Element, Text | None]]]:
    paragraphs = [*copy.root(MAIN).iter(w("p")), *copy.root(NOTES).iter(w("p"))]
    homes = match_texts(texts, [wording(paragraph) for paragraph in paragraphs])
    assert len(homes) > FEWEST
    others = [paragraph for number, paragraph in enumerate(paragraphs) if number not in homes]
    return {
        "text": [(paragraphs[number], text) for number, text in homes.items()],
        "derived": [(paragraph, None) for paragraph in others if is_derived(paragraph)],
        "header": [(paragraph, None) for header in copy.headers() for paragraph in header.iter(w("p"))],
        "picture": [(paragraph, None) for paragraph in others if paragraph.find(f".//{w('drawing')}") is not None],
        "contents": [(paragraph, None) for paragraph in others if style_of(paragraph).startswith("TOC")],
    }


def is_derived(paragraph: Element) -> bool:
    """Headings, cells and lines of facts, but neither a text of its own nor the table of contents."""
    marked = any(mark.get(w("name"), "").startswith("_Text_") for mark in paragraph.iter(w("bookmarkStart")))
    return not marked and style_of(paragraph) != "" and not style_of(paragraph).startswith("TOC")


def style_of(paragraph: Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else style.get(w("val"), "")
