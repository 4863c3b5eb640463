"""A returned file against the draft that was sent out: every comment and every change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from safecomm.markdown.typography import typeset
from safecomm.review.draft import ComparedDraft, DraftParagraph
from safecomm.review.pairing import Group, ParagraphMatch, match_paragraphs
from safecomm.review.returned import Returned
from safecomm.review.review_finding import Kind, Remark
from safecomm.review.reviewed_paragraph import ReviewedParagraph, Who, groups, text_after, text_before
from safecomm.review.word_changes import compose
from safecomm.review.wording import wording

Homes = Mapping[ReviewedParagraph, DraftParagraph]
"""Which text of the draft each paragraph is; what is new has none."""


@dataclass(frozen=True)
class Comparison:
    """When the draft is `lost`, the document as the content is stands in its place.

    Then what a text said is what it says without the tracked changes.
    """

    returned: Returned
    draft: ComparedDraft
    lost: bool

    def remarks(self) -> Iterator[Remark]:
        pairs = match_paragraphs(self.draft, [group for group in groups(self.returned.paragraphs) if is_shown(group)])
        homes = {paragraph: pair.block for pair in pairs if pair.block for paragraph in pair.group or ()}
        before = blocks_before(self.returned.paragraphs, homes)
        for (block, group, moved), following in pairwise([*pairs, ParagraphMatch(None, None)]):
            if moved and block:
                yield Remark("moved", block, block.text, silent=True)
            if block and group:
                yield from self.remarks_on_text(block, group, following.group)
            elif block:
                yield Remark("removed", block, block.text, silent=True)
            elif group:
                yield from self.remarks_on_new(group, before.get(group[0]))
        yield from remarks_in_headers_footers(self.returned.headers_footers)
        yield from remarks_in_comments(self.returned, homes)

    def remarks_on_text(self, block: DraftParagraph, group: Group, following: Group | None) -> Iterator[Remark]:
        if self.lost and not (len(group) == 1 and is_same(group[0].after(), block)):
            content, block = block, as_sent(block, group)
            if not is_same(block.text, content):
                yield Remark("edit", content, content.text, block.text, silent=True)
        if len(group) > 1:
            yield from remarks_on_split(block, group)
        elif kind := self.kind_of(block, group[0], following):
            text = wording(block, group[0]) if kind == "edit" else group[0].after()
            yield Remark(kind, block, block.text, text, last_change_of(group), silent=not group[0].changes())
        for paragraph in group:
            for who in dict.fromkeys(paragraph.formatted):
                yield Remark("formatting", block, block.text, who=who)

    def kind_of(self, block: DraftParagraph, paragraph: ReviewedParagraph, following: Group | None) -> Kind | None:
        """What became of a text that still is one paragraph; None for nothing."""
        if len(self.draft.marks.keys() & paragraph.names) > 1:
            return "merged"
        if not paragraph.after().strip():
            return "removed"
        gone = following is not None and not text_after(following).strip()
        if not paragraph.end.stands and not gone:
            return "merged"
        return None if is_same(wording(block, paragraph), block) else "edit"

    def remarks_on_new(self, group: Group, previous: DraftParagraph | None) -> Iterator[Remark]:
        about = previous.text if previous else ""
        for paragraph in group:
            before, after = paragraph.before(), paragraph.after()
            if self.lost and before.strip():
                yield Remark("added", previous, about, before, silent=True)
                if before != after:
                    yield Remark("edit", None, before, after, last_change_of([paragraph]))
            elif after.strip():
                yield Remark("added", previous, about, after, last_change_of([paragraph]), silent=bool(before))


def as_sent(block: DraftParagraph, group: Group) -> DraftParagraph:
    """The text with the reviewer's tracked changes rejected."""
    pieces = [piece for paragraph in group for piece in paragraph.pieces_before()]
    formats = tuple(piece.format for piece in pieces for _ in piece.text)
    return block._replace(text="".join(piece.text for piece in pieces), formats=formats)


def is_shown(group: Group) -> bool:
    return bool(text_before(group).strip() or text_after(group).strip())


def is_same(text: str, block: DraftParagraph) -> bool:
    """Whether the text differs in nothing but what the program would set anyway."""
    language = block.mark.language if block.mark else ""
    texts = (compose(typeset(words.strip(), language)) for words in (text, block.text))
    return text == block.text or len(set(texts)) == 1


def blocks_before(paragraphs: Iterable[ReviewedParagraph], homes: Homes) -> Homes:
    """The text behind which each paragraph stands; a note has none of the body before it."""
    last: dict[str, DraftParagraph] = {}
    before = {}
    for paragraph in paragraphs:
        if paragraph.part in last:
            before[paragraph] = last[paragraph.part]
        if paragraph in homes:
            last[paragraph.part] = homes[paragraph]
    return before


def remarks_on_split(block: DraftParagraph, group: Group) -> Iterator[Remark]:
    """One paragraph that became several: mostly a new one was written before or behind it."""
    old = [paragraph for paragraph in group if paragraph.before()]
    if len(old) == 1 and is_same(old[0].after(), block):
        for paragraph in group:
            if paragraph is not old[0] and paragraph.after().strip():
                yield Remark("added", block, block.text, paragraph.after(), last_change_of([paragraph]))
    else:
        silent = not any(paragraph.changes() for paragraph in group)
        text = "\n".join(paragraph.after() for paragraph in group)
        yield Remark("split", block, block.text, text, last_change_of(group), silent=silent)


def remarks_in_headers_footers(paragraphs: Iterable[ReviewedParagraph]) -> Iterator[Remark]:
    for paragraph in paragraphs:
        if paragraph.changes() and paragraph.before() != paragraph.after():
            yield Remark("margin", None, paragraph.before(), paragraph.after(), last_change_of([paragraph]))


def remarks_in_comments(returned: Returned, homes: Homes) -> Iterator[Remark]:
    for comment in returned.comments:
        quote = returned.quotes.get(comment.identity)
        home = homes.get(quote.paragraph) if quote and quote.paragraph else None
        about = "".join(quote.texts).strip() if quote else ""
        yield Remark("comment", home, about or (home.text if home else ""), comment.text, comment.who, comment=comment)


def last_change_of(group: Group) -> Who:
    """Everyone who changed something, and when it was changed last."""
    changes = [change for paragraph in group for change in paragraph.changes()]
    authors = ", ".join(dict.fromkeys(change.author for change in changes))
    return Who(authors, max((change.date for change in changes), default=""))
