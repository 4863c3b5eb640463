"""Running text to WordprocessingML: marked text, links, line breaks and calls of footnotes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from safecomm.markdown.blocks import Emphasis, Footnote, HardBreak, Inline, Link, Strong, Text
from safecomm.word.escape import PRESERVED, attribute_text, run_text
from safecomm.word.fault import TagError
from safecomm.word.relationships import Relationships
from safecomm.word.wordml import RELATIONSHIP

LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}


class Look(NamedTuple):
    """How a piece of text is marked; `language` is empty where it is the document's."""

    language: str = ""
    link: bool = False
    strong: bool = False
    emphasis: bool = False


class Call(NamedTuple):
    """A footnote that the text calls for, with the look and the place of that text."""

    note: Footnote
    look: Look
    place: str


@dataclass
class RunWriter:
    """Writes the running text of one part and collects what it leads to and calls for.

    `calls` is None where no notes are allowed.
    """

    styles: Mapping[str, str]
    calls: list[Call] | None
    relationships: Relationships

    def runs(self, inlines: Iterable[Inline], look: Look, place: str) -> str:
        return "".join(self.run(inline, look, place) for inline in inlines)

    def run(self, inline: Inline, look: Look, place: str) -> str:
        match inline:
            case Text(value):
                return f"<w:r>{self.properties(look)}{PRESERVED}{run_text(value)}</w:t></w:r>"
            case HardBreak():
                return "<w:r><w:br/></w:r>"
            case Emphasis(children):
                return self.runs(children, look._replace(emphasis=True), place)
            case Strong(children):
                return self.runs(children, look._replace(strong=True), place)
            case Link():
                return self.link(inline, look, place)
            case Footnote():
                return self.call(inline, look, place)

    def properties(self, look: Look) -> str:
        """A run has one character style; what it cannot say stands beside it."""
        style = "Hyperlink" if look.link else "Strong" if look.strong else "Emphasis" if look.emphasis else ""
        found = f'<w:rStyle w:val="{self.styles[style]}"/>' if style else ""
        if look.strong and style != "Strong":
            found += "<w:b/><w:bCs/>"
        if look.emphasis and style != "Emphasis":
            found += "<w:i/><w:iCs/>"
        if look.language:
            found += f'<w:lang w:val="{LANGUAGES[look.language]}"/>'
        return found and f"<w:rPr>{found}</w:rPr>"

    def link(self, link: Link, look: Look, place: str) -> str:
        key = self.relationships.to_address(link.destination)
        return (
            f'<w:hyperlink xmlns:r="{RELATIONSHIP}" r:id="{key}"'
            f' w:tooltip="{attribute_text(link.title or link.destination)}">'
            f"{self.runs(link.children, look._replace(link=True), place)}</w:hyperlink>"
        )

    def call(self, note: Footnote, look: Look, place: str) -> str:
        if self.calls is None:
            raise TagError("template-footnote", label=note.label)
        self.calls.append(Call(note, Look(look.language), place))
        return (
            f'<w:r><w:rPr><w:rStyle w:val="{self.styles["FootnoteReference"]}"/></w:rPr>'
            f'<w:footnoteReference w:id="{len(self.calls)}"/></w:r>'
        )
