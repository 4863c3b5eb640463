"""A returned file against the draft that was sent out: every comment and every change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from safecomm.markdown.typography import typeset
from safecomm.review.draft import ComparedDraft, DraftParagraph, draft_paragraph
from safecomm.review.moved_texts import join_moved
from safecomm.review.neighbours import Homes, Neighbour, find_neighbours
from safecomm.review.pairing import ALIKE, Group, ParagraphMatch, match_paragraphs
from safecomm.review.returned import MARGINS, Returned
from safecomm.review.review_finding import Kind, Remark
from safecomm.review.reviewed_paragraph import (
    ParagraphPlace,
    Quote,
    ReviewedParagraph,
    Who,
    groups,
    shows,
    text_after,
    together,
    who_changed,
)
from safecomm.review.run_text import BLANKS, CharacterFormat
from safecomm.review.trait_remarks import (
    different_traits,
    formatted_by,
    remarks_on_document,
    remarks_on_styles,
    remarks_on_traits,
)
from safecomm.review.word_changes import LONGEST, compose, share, stretches
from safecomm.review.wording import relooked, wording

NEVER_OURS = ("layout", "blank", "control")
"""What no text of a draft has by itself."""


@dataclass(frozen=True)
class Comparison:
    """When the draft is `lost`, the document as the content is stands in its place.

    Then what a text said is what it says without the tracked changes.
    """

    returned: Returned
    draft: ComparedDraft
    lost: bool

    def remarks(self) -> Iterator[Remark]:
        shown = [group for group in groups(self.returned.paragraphs) if is_shown(group)]
        pairs = join_moved(match_paragraphs(self.draft, shown))
        homes = {paragraph: pair.block for pair in pairs if pair.block for paragraph in pair.group or ()}
        neighbours = find_neighbours(self.returned.paragraphs, homes)
        for (block, group, moved), following in pairwise([*pairs, ParagraphMatch(None, None)]):
            if moved and block and group:
                behind = neighbours.get(group[0], Neighbour(None)).block
                yield Remark("moved", block, block.text, silent=True, places=places_of(group), behind=behind)
            if block and group:
                for remark in self.remarks_on_text(block, group, following.group):
                    yield remark._replace(places=remark.places or places_of(group))
            elif block:
                yield Remark(kind_in(block.part, "removed"), block, block.text, silent=True)
            elif group:
                yield from self.remarks_on_new(group, neighbours.get(group[0], Neighbour(None)))
        yield from remarks_on_document(self.draft.traits, self.returned.read.traits)
        yield from remarks_on_styles(self.draft.styles, self.returned.read.styles)
        yield from remarks_in_comments(self.returned, homes, neighbours)

    def remarks_on_text(self, block: DraftParagraph, group: Group, following: Group | None) -> Iterator[Remark]:
        if self.lost and not (len(group) == 1 and is_same(group[0].after(), block)):
            content, block = block, as_sent(block, group)
            if not is_same(block.text, content):
                yield Remark("edit", content, content.text, block.text, silent=True)
        paragraph, added = part_added(block, group)
        yield from added
        if paragraph is None:
            silent = not any(part.changes() for part in group)
            text = "\n".join(part.after() for part in group)
            yield Remark("split", block, block.text, text, last_change_of(group), silent=silent)
        else:
            yield from self.remarks_on_words(block, paragraph, following)
        first = next((part for part in group if part.names), group[0])
        yield from remarks_on_traits(block, paragraph or first, group)

    def remarks_on_words(
        self, block: DraftParagraph, paragraph: ReviewedParagraph, following: Group | None
    ) -> Iterator[Remark]:
        silent = not paragraph.changes()
        if kind := self.kind_of(block, paragraph, following):
            text = wording(block, paragraph) if kind == "edit" else paragraph.after()
            yield Remark(kind_in(block.part, kind), block, block.text, text, last_change_of([paragraph]), silent=silent)
        yield from remarks_on_looks(block, paragraph, "" if kind == "removed" else relooked(block, paragraph))

    def kind_of(self, block: DraftParagraph, paragraph: ReviewedParagraph, following: Group | None) -> Kind | None:
        """What became of a text that still is one paragraph; None for nothing."""
        if len(self.draft.marks.keys() & paragraph.names) > 1:
            return "merged"
        if not shows(paragraph.after()):
            return "removed"
        gone = following is not None and not shows(text_after(following))
        if not paragraph.end.stands and not gone:
            return "merged"
        return None if is_same(wording(block, paragraph), block) else "edit"

    def remarks_on_new(self, group: Group, neighbour: Neighbour) -> Iterator[Remark]:
        previous = neighbour.block
        for paragraph in group:
            kind, before, places = kind_in(paragraph.part, neighbour.kind), paragraph.before(), places_of([paragraph])
            if self.lost and shows(before):
                yield Remark(kind, previous, previous.text if previous else "", before, silent=True, places=places)
                if before != paragraph.after():
                    yield Remark("edit", None, before, paragraph.after(), last_change_of([paragraph]), places=places)
                for remark in remarks_beside_words(paragraph):
                    yield remark._replace(block=previous, places=places)
            elif shows(paragraph.after()):
                yield remark_beside(previous, kind, paragraph)


def remarks_on_looks(block: DraftParagraph, paragraph: ReviewedParagraph, words: str) -> Iterator[Remark]:
    """`words` are the old ones that look otherwise."""
    if words or (paragraph.formatted and not different_traits(block, paragraph)):
        yield Remark("formatting", block, block.text, words, *formatted_by([paragraph]))


def remarks_beside_words(paragraph: ReviewedParagraph) -> Iterator[Remark]:
    """Of a text of which nothing says how it looked: all that is no plain text of its style."""
    traits = {kind: said for kind, said in paragraph.traits.items() if kind not in NEVER_OURS}
    unknown = draft_paragraph(paragraph, {})._replace(text="", formats=(), traits=traits)
    block = as_sent(unknown, [paragraph])
    yield from remarks_on_looks(block, paragraph, relooked(block, paragraph))
    yield from remarks_on_traits(block, paragraph, [paragraph])


def kind_in(part: str, kind: Kind) -> Kind:
    """What was done to a header or footer is told as that."""
    return "margin" if part in MARGINS else kind


def as_sent(block: DraftParagraph, group: Group) -> DraftParagraph:
    """The text with the reviewer's tracked changes rejected.

    The words that the content has look as they do there. Of the others nothing says whether they had any look.
    """
    pieces = [piece for paragraph in group for piece in paragraph.pieces_before()]
    text = "".join(piece.text for piece in pieces)
    looks = [CharacterFormat(address=piece.format.address) for piece in pieces for _ in piece.text]
    compared = max(len(block.text), len(text)) <= LONGEST
    for start, end, begin, finish, kept in stretches(block.text, text) if compared else ():
        if kept and end - start == finish - begin:
            looks[begin:finish] = block.formats[start:end]
    return block._replace(text=text, formats=tuple(looks))


def is_shown(group: Group) -> bool:
    return any(paragraph.is_shown for paragraph in group)


def is_same(text: str, block: DraftParagraph) -> bool:
    """Whether the text differs in nothing but what the program would set anyway."""
    language = block.mark.language if block.mark else ""
    texts = (compose(typeset(words.strip(BLANKS), language)) for words in (text, block.text))
    return text == block.text or len(set(texts)) == 1


def part_added(block: DraftParagraph, group: Group) -> tuple[ReviewedParagraph | None, list[Remark]]:
    """Which paragraph of those that a text became is the text, and the others, which are new; None for a split."""
    old = [paragraph for paragraph in group if paragraph.before()] if len(group) > 1 else group
    new = [paragraph for paragraph in group if paragraph not in old and shows(paragraph.after())]
    if len(old) != 1 or (new and not is_same(old[0].after(), block) and any(holds_words_of(block, new))):
        return None, []
    behind = group.index(old[0])
    return old[0], [remark_beside(block, "before" if group.index(other) < behind else "added", other) for other in new]


def holds_words_of(block: DraftParagraph, paragraphs: Iterable[ReviewedParagraph]) -> Iterator[bool]:
    return (share(paragraph.after(), block.text) >= ALIKE for paragraph in paragraphs)


def remark_beside(block: DraftParagraph | None, kind: Kind, paragraph: ReviewedParagraph) -> Remark:
    """On a new paragraph beside a text of the draft."""
    who, about = last_change_of([paragraph]), block.text if block else ""
    silent, places = not paragraph.changes(), places_of([paragraph])
    return Remark(kind, block, about, paragraph.after(), who, silent=silent, places=places)


def places_of(paragraphs: Iterable[ReviewedParagraph]) -> tuple[ParagraphPlace, ...]:
    return tuple(paragraph.place for paragraph in paragraphs if paragraph.place)


def remarks_in_comments(
    returned: Returned, homes: Homes, neighbours: Mapping[ReviewedParagraph, Neighbour]
) -> Iterator[Remark]:
    for comment in returned.comments:
        quote = returned.read.quotes.get(comment.identity, Quote())
        home = homes.get(quote.paragraph) if quote.paragraph else None
        place = home or (neighbours.get(quote.paragraph, Neighbour(None)).block if quote.paragraph else None)
        about = "".join(quote.texts).strip() or (home.text if home else "")
        yield Remark("comment", place, about, comment.text, comment.who, comment=comment)


def last_change_of(group: Group) -> Who:
    """Everyone who changed something, and when it was changed last."""
    return together([who_changed(change) for paragraph in group for change in paragraph.changes()])
