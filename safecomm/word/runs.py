"""Running text to WordprocessingML: marked text, links, line breaks and calls of footnotes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from typing import NamedTuple

from safecomm.language import language_data, locale_tag
from safecomm.markdown.blocks import Emphasis, Footnote, HardBreak, Inline, Link, Reference, Span, Strong, Text
from safecomm.markdown.traversal import plain_text
from safecomm.ooxml.escape import PRESERVED, attribute_text, run_text
from safecomm.ooxml.wordml import RELATIONSHIP
from safecomm.word.anchors import record_bookmark
from safecomm.word.attachments import RelationshipWriter
from safecomm.word.caption_numbers import caption_target, reference_xml
from safecomm.word.source_map import Shape, SourceLocation, SourceMap
from safecomm.word.tag_filters import TagError, plain


class RunFormat(NamedTuple):
    """How a piece of text is marked; `language` is empty where it is the document's."""

    language: str = ""
    link: bool = False
    strong: bool = False
    emphasis: bool = False


class Call(NamedTuple):
    """A footnote that the text calls for, with the look and the place of that text."""

    note: Footnote
    look: RunFormat
    place: str


@dataclass
class RunWriter:
    """Writes the running text of one part and collects what it leads to and calls for.

    `phrases` are the words of the document's language, some of which the program needs, too; `calls` is None where no
    notes are allowed, `marks` where no text can be found again.
    """

    styles: Mapping[str, str]
    language: str
    phrases: SimpleNamespace
    calls: list[Call] | None
    relationships: RelationshipWriter
    marks: SourceMap | None = None

    def phrase(self, name: str) -> str:
        if not hasattr(self.phrases, name):
            raise TagError("template-unknown-name", name=f"t.{name}")
        return plain(getattr(self.phrases, name))

    def runs(self, inlines: Iterable[Inline], look: RunFormat, place: str) -> str:
        listed = tuple(inlines)
        return "".join(map(partial(self.run, look=look, place=place), listed, (None, *listed)))

    def marked_runs(
        self, inlines: Iterable[Inline], look: RunFormat, place: str, line: int, shape: Shape = "text"
    ) -> str:
        """The running text of a paragraph, marked with where it stands in the content; what is derived has no place."""
        listed = tuple(inlines)
        written = self.runs(listed, look, place)
        if self.marks is None or not place:
            return written
        location = SourceLocation(place, look.language or self.language, line, shape)
        return self.marks.around(written, plain_text(listed), location)

    def run(self, inline: Inline, before: Inline | None, look: RunFormat, place: str) -> str:
        match inline:
            case Text(value):
                return f"<w:r>{self.properties(look)}{PRESERVED}{run_text(value)}</w:t></w:r>"
            case HardBreak():
                return "<w:r><w:br/></w:r>"
            case Emphasis() | Strong() | Span():
                return self.runs(inline.children, add_mark(look, inline), place)
            case Reference():
                return self.reference(inline, before, look, place)
            case Link():
                return self.link(inline, look, place)
            case Footnote():
                return self.call(inline, look, place)

    def properties(self, look: RunFormat) -> str:
        """A run has one character style; what it cannot say stands beside it."""
        style = "Hyperlink" if look.link else "Strong" if look.strong else "Emphasis" if look.emphasis else ""
        marks = f'<w:rStyle w:val="{self.styles[style]}"/>' if style else ""
        if look.strong and style != "Strong":
            marks += "<w:b/><w:bCs/>"
        if look.emphasis and style != "Emphasis":
            marks += "<w:i/><w:iCs/>"
        if look.language:
            marks += f'<w:lang w:val="{locale_tag(look.language)}"/>'
        return marks and f"<w:rPr>{marks}</w:rPr>"

    def link(self, link: Link, look: RunFormat, place: str) -> str:
        if link.destination.startswith("#"):
            target = f'w:anchor="{record_bookmark(link.destination[1:])}"'
        else:
            target = f'xmlns:r="{RELATIONSHIP}" r:id="{self.relationships.to_address(link.destination)}"'
        return self.hyperlink(target, link.title or link.destination, link.children, look, place)

    def hyperlink(self, target: str, tooltip: str, children: Iterable[Inline], look: RunFormat, place: str) -> str:
        return (
            f'<w:hyperlink {target} w:tooltip="{attribute_text(tooltip)}">'
            f"{self.runs(children, look._replace(link=True), place)}</w:hyperlink>"
        )

    def reference(self, reference: Reference, before: Inline | None, look: RunFormat, place: str) -> str:
        """A reference to a caption: its number, or the writer's own words as a link."""
        kind, identifier = reference.kind, reference.identifier
        if reference.children:
            target = f'w:anchor="{caption_target(kind, identifier)}"'
            return self.hyperlink(target, plain_text(reference.children), reference.children, look, place)
        small = language_data(look.language or self.language).captions == "lower"
        return reference_xml(kind, identifier, small and not begins_sentence(before), self.properties(look))

    def call(self, note: Footnote, look: RunFormat, place: str) -> str:
        if self.calls is None:
            raise TagError("template-footnote", label=note.label)
        self.calls.append(Call(note, RunFormat(look.language), place))
        return (
            f'<w:r><w:rPr><w:rStyle w:val="{self.styles["FootnoteReference"]}"/></w:rPr>'
            f'<w:footnoteReference w:id="{len(self.calls)}"/></w:r>'
        )


def add_mark(look: RunFormat, inline: Emphasis | Strong | Span) -> RunFormat:
    match inline:
        case Emphasis():
            return look._replace(emphasis=True)
        case Strong():
            return look._replace(strong=True)
        case Span():
            return look._replace(language=inline.language)


def begins_sentence(before: Inline | None) -> bool:
    """Whether what follows `before` is the first word of a sentence."""
    return before is None or (isinstance(before, Text) and before.value.rstrip().endswith((".", "!", "?")))
