"""The Word file that is audited: its stories, its styles and its properties."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from safecomm.audit.audited_story import AuditedStory
from safecomm.diagnostic import Diagnostic, Location, problem
from safecomm.ooxml.package import Package
from safecomm.ooxml.styles import Styles
from safecomm.ooxml.walk import without_fallbacks

STORIES = ("header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True)
class AuditedDocument:
    """`allowed` are texts in which what looks like a template's tag is meant."""

    name: str
    package: Package
    allowed: Collection[str]

    @cached_property
    def styles(self) -> Styles:
        return self.package.styles

    @cached_property
    def stories(self) -> tuple[AuditedStory, ...]:
        """The body first."""
        main = self.package.main
        parts = [main, *self.package.related_parts(main, *STORIES)]
        return tuple(map(self._story, dict.fromkeys(parts)))

    def _story(self, part: str) -> AuditedStory:
        whole = self.package.root(part)
        root = without_fallbacks(whole)
        texts = self.package.plain_texts(part) if root is whole else {}
        return AuditedStory(self.name, part, root, self.package.relationships(part), self.styles, texts)

    def elements(self, tag: str) -> Iterator[tuple[AuditedStory, etree._Element]]:
        """Those of all stories."""
        return ((story, element) for story in self.stories for element in story.elements(tag))

    @property
    def body(self) -> AuditedStory:
        return self.stories[0]

    def core_property(self, name: str) -> str:
        """One of those in ISO/IEC 29500-2, 11."""
        properties = self.package.root(next(iter(self.package.related_parts("", "core-properties")), ""))
        return properties.findtext(f"{{http://purl.org/dc/elements/1.1/}}{name}", "").strip()

    def problem(self, code: str) -> Diagnostic:
        return problem(code, Location(self.name))
