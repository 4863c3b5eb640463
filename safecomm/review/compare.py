"""A returned file against the draft that was sent out: every comment and every change, placed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from safecomm.content.content import Places
from safecomm.markdown.typography import typeset
from safecomm.review.comments import Comment
from safecomm.review.draft import UNPLACED, Block, Draft
from safecomm.review.facts import fact_of
from safecomm.review.finding import Edit, Finding, Kind, location_of
from safecomm.review.pairing import Group, paired, successors
from safecomm.review.paragraphs import NOBODY, ReviewedParagraph, Who, groups
from safecomm.review.returned import Returned
from safecomm.review.wording import wording
from safecomm.review.words import composed, merged

LONGEST = 20_000
"""Characters of a paragraph that are compared word by word."""


@dataclass
class Comparison:
    """`now` is the document as the content is: every text is shown where it stands now, facts in `places`.

    When the draft is lost, `now` stands in its place, and what a text said is what it says without the tracked changes.
    """

    returned: Returned
    draft: Draft
    now: Draft
    places: Places
    lost: bool = False
    found: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.homes: dict[int, Block] = {}
        self.successors = successors(self.draft, self.now)

    def findings(self) -> list[Finding]:
        kept = [each for each in groups(self.returned.paragraphs) if shown(each)]
        pairs = list(paired(self.draft, kept))
        for index, (block, group, moved) in enumerate(pairs):
            following = next((each.group for each in pairs[index + 1 : index + 2]), None)
            if moved and block:
                self.add("moved", block, block.text, silent=True)
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

    def changed(self, block: Block, group: Group, following: Group | None) -> None:
        first, who = group[0], latest(group)
        if self.lost and not (len(group) == 1 and same(first.after(), block)):
            block = self.as_sent(block, group)
        if len(group) > 1:
            self.split(block, group)
        elif kind := self.kind_of(block, first, following):
            text = wording(block, first) if kind == "edit" else first.after()
            self.add(kind, block, block.text, text, who, silent=not first.changes())
        for each in group:
            for by in dict.fromkeys(each.formatted):
                self.add("formatting", block, block.text, "", by)

    def kind_of(self, block: Block, paragraph: ReviewedParagraph, following: Group | None) -> Kind | None:
        """What became of a text that still is one paragraph; None for nothing."""
        if len(self.draft.marks.keys() & paragraph.names) > 1:
            return "merged"
        if not paragraph.after().strip():
            return "removed"
        gone = following is not None and not "".join(each.after() for each in following).strip()
        if not paragraph.end.stands and not gone:
            return "merged"
        return None if same(wording(block, paragraph), block) else "edit"

    def as_sent(self, block: Block, group: Group) -> Block:
        """The text with the reviewer's tracked changes rejected; tells where it is not the one of the content."""
        said = block._replace(text="".join(each.before() for each in group))
        if not same(said.text, block):
            self.add("edit", block, block.text, said.text, silent=True)
        return said

    def split(self, block: Block, group: Group) -> None:
        """One paragraph that became several: mostly a new one was written before or behind it."""
        kept = [each for each in group if each.before()]
        if len(kept) == 1 and same(kept[0].after(), block):
            for each in group:
                if each is not kept[0] and each.after().strip():
                    self.add("added", block, block.text, each.after(), latest([each]))
        else:
            silent = not any(each.changes() for each in group)
            text = "\n".join(each.after() for each in group)
            self.add("split", block, block.text, text, latest(group), silent=silent)

    def added(self, group: Group) -> None:
        before = self.previous(group)
        about = before.text if before else ""
        for each in group:
            if self.lost and each.before().strip():
                self.add("added", before, about, each.before(), silent=True)
                if each.before() != each.after():
                    self.add("edit", None, each.before(), each.after(), latest([each]))
            elif each.after().strip():
                self.add("added", before, about, each.after(), latest([each]), silent=bool(each.before()))

    def previous(self, group: Group) -> Block | None:
        """The text behind which something new stands; a note has none of the body before it."""
        paragraphs = [each for each in self.returned.paragraphs if each.part == group[0].part]
        index = next(number for number, each in enumerate(paragraphs) if each is group[0])
        return next((self.homes[id(each)] for each in reversed(paragraphs[:index]) if id(each) in self.homes), None)

    def margins(self) -> None:
        for paragraph in self.returned.headers_footers:
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
        differs = self.lost and silent
        if block and block.mark and block.mark is not UNPLACED:
            successor = self.successors.get(block.key)
            mark = (successor and successor.mark) or block.mark
            location = location_of(mark)
            stands = not self.lost or (not silent and successor is not None and same(about, successor))
            if kind == "edit" and stands and mark.shape == "text" and max(len(about), len(text)) <= LONGEST:
                wanted = typeset(text, mark.language)
                edit = Edit(block.key, mark, about, wanted, successor.text if successor else None)
                if edit.now is not None and merged(edit.old, [wanted, edit.now]) == edit.now:
                    # It has been written already.
                    return
        elif block and block.mark is None:
            location, fact = fact_of(self.draft, self.places, block.record, about if kind != "comment" else "", text)
        by = who if who.author or differs or not silent else self.returned.saved
        self.found.append(
            Finding(
                self.returned.name,
                kind,
                location,
                about,
                text,
                *by,
                silent=silent,
                differs=differs,
                fact=fact,
                edit=edit,
            )
        )


def shown(group: Group) -> bool:
    return any(each.before().strip() or each.after().strip() for each in group)


def same(text: str, block: Block) -> bool:
    """Whether the text differs in nothing but what the program would set anyway."""
    language = block.mark.language if block.mark else ""
    texts = (composed(typeset(each.strip(), language)) for each in (text, block.text))
    return text == block.text or len(set(texts)) == 1


def latest(group: Group) -> Who:
    """Everyone who changed something, and when it was changed last."""
    found = [change for each in group for change in each.changes()]
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
