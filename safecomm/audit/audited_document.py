"""The Word file that is audited: its stories with their paragraphs, its styles and its relationships."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from lxml import etree

from safecomm.diagnostic import Diagnostic, Location, problem
from safecomm.ooxml.escape import beginning
from safecomm.ooxml.fields import Field, fields
from safecomm.ooxml.package import Package, Relationship
from safecomm.ooxml.styles import Styles, level_of
from safecomm.ooxml.walk import paragraph_text, without_fallbacks
from safecomm.ooxml.wordml import PARAGRAPH_PROPERTIES, PARAGRAPH_STYLE, VAL, P, value, w

STORIES = ("header", "footer", "footnotes", "endnotes")
OUTLINE, LIST = w("outlineLvl"), w("numPr")
# The elements, and the characters of a paragraph, in which a text to find an element by is looked for.
NEAR, LONGEST = 300, 200
PROPERTIES = (PARAGRAPH_STYLE, OUTLINE, LIST)


class AuditedParagraph(NamedTuple):
    """`level` is that of a heading (from 1), `listed` says that Word itself sets its bullet or number."""

    element: etree._Element
    text: str
    style: str
    level: int | None
    listed: bool


@dataclass(frozen=True)
class AuditedStory:
    """One part with running text: the body, a header, the footnotes. `name` is the file's in messages."""

    name: str
    part: str
    root: etree._Element
    relationships: Mapping[str, Relationship]
    styles: Styles

    @cached_property
    def texts(self) -> Mapping[etree._Element, str]:
        """What each paragraph shows, without the text boxes that hang on it."""
        return {paragraph: paragraph_text(paragraph) for paragraph in self.root.iter(P)}

    @cached_property
    def paragraphs(self) -> list[AuditedParagraph]:
        return [self._paragraph(element, text) for element, text in self.texts.items()]

    def _paragraph(self, element: etree._Element, text: str) -> AuditedParagraph:
        all_properties = element.iterchildren(PARAGRAPH_PROPERTIES)
        found = {each.tag: each for properties in all_properties for each in properties.iterchildren(*PROPERTIES)}
        named = found.get(PARAGRAPH_STYLE)
        style = self.styles.default if named is None else named.get(VAL, "")
        level = level_of(found[OUTLINE].get(VAL)) if OUTLINE in found else self.styles.levels.get(style)
        listed = value(found[LIST], "numId") != "0" if LIST in found else style in self.styles.listed
        return AuditedParagraph(element, text, style, level, listed)

    def text(self, element: etree._Element) -> str:
        """By which to find it in Word: the text of its paragraph, of the first that it holds or of one before it."""
        owner = next(element.iterancestors(P), element)
        near = (*islice(owner.iter(), NEAR), *islice(owner.itersiblings(preceding=True), NEAR))
        return next(filter(None, (self.texts.get(each, "")[:LONGEST].strip() for each in near)), "")

    @cached_property
    def fields(self) -> list[Field]:
        return list(fields(self.root))

    def problem(self, code: str, element: etree._Element, **values: str) -> Diagnostic:
        part = self.part.removeprefix("word/").removesuffix(".xml")
        return problem(code, Location(self.name), part=part, text=beginning(self.text(element)), **values)


@dataclass(frozen=True)
class AuditedDocument:
    """`allowed` are texts in which what looks like a template's tag is meant."""

    name: str
    package: Package
    allowed: Collection[str]

    @cached_property
    def styles(self) -> Styles:
        return Styles(self.part("styles"))

    @cached_property
    def stories(self) -> tuple[AuditedStory, ...]:
        """The body first."""
        main = self.package.main
        parts = [main, *self.package.related(main, *STORIES)]
        return tuple(map(self._story, dict.fromkeys(parts)))

    def _story(self, part: str) -> AuditedStory:
        root = without_fallbacks(self.package.root(part))
        return AuditedStory(self.name, part, root, self.package.relationships(part), self.styles)

    def elements(self, *tags: str) -> Iterator[tuple[AuditedStory, etree._Element]]:
        """Those of all stories."""
        return ((story, element) for story in self.stories for element in story.root.iter(*tags))

    @property
    def body(self) -> AuditedStory:
        return self.stories[0]

    def part(self, kind: str) -> etree._Element:
        """The root of the part that the body names so, an empty element where there is none."""
        return self.package.related_root(kind)

    def problem(self, code: str) -> Diagnostic:
        return problem(code, Location(self.name))
