"""A returned file against the draft that was sent out: every comment and every change, placed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches

from safecomm.markdown.typography import typeset
from safecomm.review.comments import Comment
from safecomm.review.draft import Block, Draft
from safecomm.review.facts import fact_of
from safecomm.review.finding import Edit, Finding, Kind, location_of
from safecomm.review.paragraphs import NOBODY, Paragraph, Who, groups
from safecomm.review.returned import Returned
from safecomm.review.words import merged
from safecomm.word.marks import Mark

Group = list[Paragraph]
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
        names = {block.key for block in blocks}
        keys = [
            next((each for each in known(group, self.draft.marks) if each in names), text_key(group)) for group in kept
        ]
        places = {each: index for index, each in enumerate(keys) if each in self.draft.marks}
        moved: set[int] = set()
        matcher = SequenceMatcher(None, [block.key for block in blocks], keys, autojunk=False)
        for kind, start, end, first, last in matcher.get_opcodes():
            if kind == "equal":
                yield from zip(blocks[start:end], kept[first:last], strict=True)
                continue
            here = {block.key for block in blocks[start:end]}
            for block in blocks[start:end]:
                if block.key in places:
                    moved.add(places[block.key])
                    self.add("moved", block, block.text, silent=True)
                    yield block, kept[places[block.key]]
            left = [block for block in blocks[start:end] if block.key not in places]
            right = [
                index
                for index in range(first, last)
                if keys[index] not in places or keys[index] in here - places.keys()
            ]
            yield from replaced(left, [kept[index] for index in right])

    def changed(self, block: Block, group: Group, following: Group | None) -> None:
        (first, *rest), who = group, latest(group)
        tracked = any(each.changes() for each in group)
        silent = "".join(each.before() for each in group) != block.text
        if rest:
            self.split(block, group)
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


def known(group: Group, marks: Mapping[str, Mark]) -> Iterable[str]:
    return (name for each in group for name in each.names if name in marks)


def text_key(group: Group) -> str:
    return f"{group[0].record} {''.join(each.before() for each in group)}"


def replaced(blocks: Sequence[Block], kept: Sequence[Group]) -> Iterator[tuple[Block | None, Group | None]]:
    """As many paragraphs as before, each like the one in its place, are those; else nothing says which is which."""
    if len(blocks) == len(kept) and all(map(alike, blocks, kept)):
        yield from zip(blocks, kept, strict=True)
        return
    yield from ((block, None) for block in blocks)
    yield from ((None, group) for group in kept)


def alike(block: Block, group: Group) -> bool:
    text = "".join(each.before() for each in group)
    return block.mark is None or bool(get_close_matches(text[:LONGEST], [block.text], cutoff=0.5))


def same(text: str, block: Block) -> bool:
    """Whether the text differs in nothing but what the program would set anyway."""
    language = block.mark.language if block.mark else ""
    return text == block.text or typeset(text, language) == typeset(block.text, language)


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
