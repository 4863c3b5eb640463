"""A returned file against the draft that was sent out: every comment and every change, placed."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import islice

from safecomm.markdown.typography import typeset
from safecomm.review.comments import Comment
from safecomm.review.draft import Block, Draft
from safecomm.review.facts import fact_of
from safecomm.review.finding import Edit, Finding, Kind, location_of
from safecomm.review.paragraphs import NOBODY, Paragraph, Who, groups
from safecomm.review.returned import Returned
from safecomm.review.words import likeness, merged

Group = list[Paragraph]
ALIKE = 0.5
"""The share of words that a paragraph and what was made of it have in common at least."""
LONGEST = 20_000
"""Characters of a paragraph that are compared word by word."""


@dataclass
class Comparison:
    """`now` is the document as the content is: every text is shown where it stands now."""

    returned: Returned
    draft: Draft
    now: Draft
    found: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.homes: dict[int, Block] = {}
        self.successors = successors(self.draft, self.now)

    def findings(self) -> list[Finding]:
        kept = [each for each in groups(self.returned.paragraphs) if shown(each)]
        for index, (block, group) in enumerate(pairs := list(self.pairs(kept))):
            following = next((each for _, each in pairs[index + 1 : index + 2]), None)
            if block and group:
                self.homes |= {id(each): block for each in group}
                self.changed(block, group, following)
            elif block:
                self.add("removed", block, block.text, silent=True)
            elif group:
                self.added(group)
        self.margins()
        self.comments()
        return joined_moves(self.found)

    def pairs(self, kept: Sequence[Group]) -> Iterator[tuple[Block | None, Group | None]]:
        """Each paragraph of the draft with what became of it, in order; None for what has no counterpart."""
        blocks = self.draft.blocks
        marked = {block.key: index for index, block in enumerate(blocks) if block.mark}
        places = {marked[name]: index for index, group in enumerate(kept) for name in names_in(group, marked)}
        fixed, at, found = increasing(sorted(places.items())), 0, 0
        for here, there in (*fixed, (len(blocks), len(kept))):
            taken = set(places.values())
            left = [blocks[index] for index in range(at, here) if index not in places]
            yield from between(left, [kept[index] for index in range(found, there) if index not in taken])
            for index in range(at, here):
                if index in places:
                    self.add("moved", blocks[index], blocks[index].text, silent=True)
                    yield blocks[index], kept[places[index]]
            if here < len(blocks):
                yield blocks[here], kept[there]
            at, found = here + 1, there + 1

    def changed(self, block: Block, group: Group, following: Group | None) -> None:
        (first, *rest), who = group, latest(group)
        tracked = any(each.changes() for each in group)
        silent = "".join(each.before() for each in group) != block.text
        if rest:
            self.split(block, group)
        elif len(self.draft.marks.keys() & first.names) > 1:
            self.add("merged", block, block.text, first.after(), who, silent=True)
        elif first.end.kind == "deleted" and first.after():
            if following is None or "".join(each.after() for each in following).strip():
                self.add("merged", block, block.text, first.after(), who)
        elif not first.after().strip():
            self.add("removed", block, block.text, "", who)
        elif (tracked or silent) and not same(first.after(), block):
            self.add("edit", block, block.text, first.after(), who, silent=not tracked)
        for each in group:
            for by in dict.fromkeys(each.formatted):
                self.add("formatting", block, block.text, "", by)

    def split(self, block: Block, group: Group) -> None:
        """One paragraph that became several: mostly a new one was written before or behind it."""
        kept = [each for each in group if each.before()]
        if len(kept) == 1 and same(kept[0].after(), block):
            for each in group:
                if each is not kept[0] and each.after().strip():
                    self.add("added", block, block.text, each.after(), latest([each]))
        else:
            self.add("split", block, block.text, "\n".join(each.after() for each in group), latest(group))

    def added(self, group: Group) -> None:
        before = self.previous(group)
        for each in group:
            if each.after().strip():
                silent = bool(each.before())
                self.add("added", before, before.text if before else "", each.after(), latest([each]), silent=silent)

    def previous(self, group: Group) -> Block | None:
        """The text behind which something new stands."""
        paragraphs = self.returned.paragraphs
        index = next(number for number, each in enumerate(paragraphs) if each is group[0])
        return next((self.homes[id(each)] for each in reversed(paragraphs[:index]) if id(each) in self.homes), None)

    def margins(self) -> None:
        for paragraph in self.returned.margins:
            if paragraph.changes() and paragraph.before() != paragraph.after():
                self.add("margin", None, paragraph.before(), paragraph.after(), latest([paragraph]))

    def comments(self) -> None:
        for comment in self.returned.comments:
            quote = self.returned.quotes.get(comment.identity)
            home = self.homes.get(id(quote.paragraph)) if quote else None
            about = "".join(quote.texts).strip() if quote else ""
            self.comment(comment, home, about or (home.text if home else ""))

    def comment(self, comment: Comment, home: Block | None, about: str) -> None:
        self.add("comment", home, about, comment.text, comment.who)
        made = self.found.pop()
        self.found.append(made._replace(answers=comment.answers, resolved=comment.resolved))

    def add(
        self, kind: Kind, block: Block | None, about: str, text: str = "", who: Who = NOBODY, *, silent: bool = False
    ) -> None:
        location, fact, edit = None, "", None
        if block and block.mark:
            successor = self.successors.get(block.key)
            mark = (successor and successor.mark) or block.mark
            location = location_of(mark)
            if kind == "edit" and mark.shape == "text" and max(len(about), len(text)) <= LONGEST:
                wanted = typeset(text, mark.language)
                edit = Edit(block.key, mark, about, wanted, successor.text if successor else None)
                if edit.now is not None and merged(edit.old, [wanted, edit.now]) == edit.now:
                    # It has been written already.
                    return
        elif block:
            location, fact = fact_of(self.draft, block.record, about if kind != "comment" else "", text)
        by = who if who.author or not silent else self.returned.saved
        self.found.append(
            Finding(self.returned.name, kind, location, about, text, *by, silent=silent, fact=fact, edit=edit)
        )


def successors(draft: Draft, now: Draft) -> Mapping[str, Block]:
    """What each text of the draft has become: the same, or what stands in its place among its neighbours."""
    found = {block.key: block for block in now.blocks if block.mark and block.key in draft.marks}
    before, after = ([block for block in each.blocks if block.mark] for each in (draft, now))
    matcher = SequenceMatcher(None, [each.key for each in before], [each.key for each in after], autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "replace" and end - start == last - first:
            pairs = zip(before[start:end], after[first:last], strict=True)
            found |= {old.key: new for old, new in pairs if old.mark and new.mark and old.mark.place == new.mark.place}
    return found


def shown(group: Group) -> bool:
    return any(each.before().strip() or each.after().strip() for each in group)


def names_in(group: Group, marked: Mapping[str, int]) -> Iterable[str]:
    """The one mark of a paragraph; of two, which a reviewer may have joined, the first."""
    return islice((name for each in group for name in each.names if name in marked), 1)


def increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of the pairs whose second numbers rise as the first do: those that were not moved."""
    ends: list[int] = []
    lengths = []
    for _, there in pairs:
        length = bisect_left(ends, there)
        ends[length : length + 1] = [there]
        lengths.append(length)
    found, wanted = [], len(ends) - 1
    for pair, length in zip(reversed(pairs), reversed(lengths), strict=True):
        if length == wanted:
            found.append(pair)
            wanted -= 1
    return found[::-1]


def between(blocks: Sequence[Block], kept: Sequence[Group]) -> Iterator[tuple[Block | None, Group | None]]:
    """Paragraphs that no mark tells apart, by their texts."""
    keys = [f"{group[0].record} {''.join(each.before() for each in group)}" for group in kept]
    matcher = SequenceMatcher(None, [block.key for block in blocks], keys, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(blocks[start:end], kept[first:last], strict=True)
        else:
            yield from replaced(blocks[start:end], kept[first:last])


def replaced(blocks: Sequence[Block], kept: Sequence[Group]) -> Iterator[tuple[Block | None, Group | None]]:
    """As many paragraphs as before, each like the one in its place, are those; else nothing says which is which."""
    if len(blocks) == len(kept) and all(map(alike, blocks, kept)):
        yield from zip(blocks, kept, strict=True)
        return
    yield from ((block, None) for block in blocks)
    yield from ((None, group) for group in kept)


def alike(block: Block, group: Group) -> bool:
    texts = ("".join(each.before() for each in group), "".join(each.after() for each in group))
    return block.mark is None or any(likeness(block.text, text) >= ALIKE for text in texts)


def same(text: str, block: Block) -> bool:
    """Whether the text differs in nothing but what the program would set anyway."""
    language = block.mark.language if block.mark else ""
    return text == block.text or typeset(text.strip(), language) == typeset(block.text.strip(), language)


def latest(group: Group) -> Who:
    """Everyone who changed something, and when it was changed last."""
    found = [change.who for each in group for change in each.changes()]
    authors = ", ".join(dict.fromkeys(who.author for who in found))
    return Who(authors, max((who.date for who in found), default=""))


def joined_moves(found: Sequence[Finding]) -> list[Finding]:
    """What was removed in one place and added word for word in another was moved."""
    added = {each.text.strip(): each for each in found if each.kind == "added"}
    gone = {each.about.strip() for each in found if each.kind == "removed" and each.about.strip() in added}
    return [
        each._replace(kind="moved", author=each.author or added[each.about.strip()].author)
        if each.kind == "removed" and each.about.strip() in gone
        else each
        for each in found
        if not (each.kind == "added" and each.text.strip() in gone)
    ]
