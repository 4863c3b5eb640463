"""What has no place, as the text of `content/unplaced.md`: each under its headings, with the reason."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from safecomm.content.file import FOLDER
from safecomm.markdown.blocks import Block, BlockQuote, Heading, List, ListItem, Paragraph, Text
from safecomm.markdown.writing import to_markdown
from safecomm.messages.texts import texts_of
from safecomm.old_documents.placing import Reason
from safecomm.old_documents.word_parts import Aside, OldDocument, WordPart

TRAIL = " › "


class Leftover(NamedTuple):
    """What stands below a heading; `reason` is empty where only asides are left, for its text has a place."""

    trail: tuple[str, ...]
    reason: Reason
    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...]


def leftover(part: WordPart, reason: Reason, blocks: Iterable[Block], asides: Iterable[Aside]) -> Leftover:
    return Leftover(tuple(above.title for above in part.trail if above.title), reason, tuple(blocks), tuple(asides))


class UnplacedWriter:
    """Writes in the language of the project."""

    def __init__(self, document: OldDocument, language: str) -> None:
        self.document, self.says = document, texts_of("take_in", language)

    def write(self, before: str, leftovers: Iterable[Leftover], guessed: Iterable[str]) -> str:
        """What stands there already and, behind it, what is left of this document; `guessed` is to be checked."""
        blocks = [block for left in leftovers for block in self.blocks(left)]
        if self.document.margins:
            blocks += [self.heading(self.says["margins"]), *map(paragraph, self.document.margins)]
        if items := [ListItem((paragraph(field),)) for field in guessed]:
            blocks += [self.heading(self.says["to-check"]), List(None, tuple(items), 0)]
        texts = [before.strip(), to_markdown(blocks, FOLDER)]
        return "\n\n".join(filter(None, texts)) + "\n" if blocks else before

    def blocks(self, left: Leftover) -> Iterator[Block]:
        yield self.heading(TRAIL.join(left.trail) or self.says["beginning"])
        if left.reason:
            yield BlockQuote((paragraph(self.says[f"reason-{left.reason}"]),), 0)
        yield from left.blocks
        for aside in left.asides:
            yield self.aside(aside)

    def heading(self, text: str) -> Heading:
        return Heading(1, (Text(f"{self.document.name}: {text}"),), 0)

    def aside(self, aside: Aside) -> Block:
        """A text that no document can show stands alone; of all others it is said what they are."""
        if aside.kind == "odd":
            return paragraph(aside.text)
        said = self.says[f"aside-{aside.kind}"].format(text=aside.text, author=aside.author or self.says["somebody"])
        return BlockQuote((paragraph(said),), 0)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),), 0)
