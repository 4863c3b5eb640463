"""One document in one language: how names, titles, figures and dates are written in it, and where its texts lead."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import NamedTuple, TypeVar

from safecomm.content.content import Content, Language, Records
from safecomm.content.field_types import COUNCIL, LocalizedText, OpenPeriod, Period
from safecomm.content.followups import followed
from safecomm.content.placeholder import placeholder_in
from safecomm.content.references import RECORDS
from safecomm.documents.links import Linker
from safecomm.documents.work_views import Parties
from safecomm.language import language_data, write_date, write_number
from safecomm.markdown.blocks import CAPTIONS, Prose, Title, replace
from safecomm.markdown.traversal import references
from safecomm.markdown.typography import typeset
from safecomm.record_kinds import RECORD_KINDS, Storage

P = TypeVar("P", Prose, Prose | None)


class Edition(NamedTuple):
    """What every view is made from; `figures` are the ids of the statistics that the document shows.

    `final` where the document is no draft, `decided` where it is the one that is being decided, `part` where it is one
    part of the document alone.
    """

    content: Content
    language: Language
    figures: frozenset[str] = frozenset()
    final: bool = False
    decided: bool = False
    part: str = ""

    @property
    def records(self) -> Records:
        return self.content.records[self.language]

    def words(self, words: LocalizedText) -> str:
        return words.to(self.language)

    def title(self, kind: str, id_: str) -> Title:
        """What a reference of this kind shows, and where it leads."""
        return Title(self.title_of(RECORDS[kind], id_), f"{kind}:{id_}")

    def title_of(self, kind: str, id_: str) -> str:
        """What readers know a record by, a follow-up by its work and the year; empty where it has no title."""
        if RECORD_KINDS[kind].storage is Storage.YEARLY:
            work = followed(id_)
            return f"{self.title_of(work.kind, work.id)}, {work.year}"
        field = RECORD_KINDS[kind].title
        text = getattr(self.records.kinds[kind][id_], field) if field else ""
        return self.words(text) if isinstance(text, LocalizedText) else text

    def prose(self, prose: P) -> P:
        """The text with a link in the place of each reference to a record."""
        if prose is None or all(reference.kind in CAPTIONS for reference in prose.references):
            return prose
        blocks = Linker(self.title, self.figures).blocks(prose.blocks)
        return replace(prose, blocks=blocks, references=tuple(references(blocks)))

    def community_words(self) -> dict[str, str]:
        """What the sentences of the document call the community; what is not translated has the phrases' own words.

        Those depend on its `kind`.
        """
        community = self.records.community
        kind = {"kind": community.kind.value} if community.kind else {}
        if self.language not in self.content.languages:
            return kind
        lacking = {
            text.language for text in self.content.untranslated if (text.kind, text.field) == ("community", "words")
        }
        own = community.words
        originals = self.content.records[self.content.source].community.words if self.language in lacking else {}
        return kind | {word.value: text for word, text in own.items() if text != originals.get(word)}

    def name(self, organisation: str) -> str:
        if organisation == COUNCIL:
            return self.records.council.short_name
        return self.words(self.records.organisations[organisation].name)

    def value(self, value: str) -> str:
        """A value of a closed list, whose label stands in the phrases; of the project's own the label itself."""
        return value if isinstance(value, Enum) else self.title_of("values", value)

    def name_in_text(self, organisation: str) -> str:
        """The name as it stands inside a sentence."""
        in_text = None if organisation == COUNCIL else self.records.organisations[organisation].in_text
        return self.words(in_text) if in_text else self.name(organisation)

    def parties(self, ids: Iterable[str], *, in_text: bool = False) -> Parties:
        listed, name = tuple(ids), self.name_in_text if in_text else self.name
        council = self.name(COUNCIL) if COUNCIL in listed else None
        return Parties(tuple(name(id_) for id_ in listed if id_ != COUNCIL), council)

    def number(self, value: Decimal) -> str:
        return write_number(value, self.language)

    def typed(self, text: str) -> str:
        """A text of one line as prose would show it, for what has figures that a line's end would part."""
        return typeset(text, self.language)

    def date(self, value: datetime.date) -> str:
        return self.when(value)

    def period(self, value: OpenPeriod) -> str:
        return self.when(value)

    def when(self, value: datetime.date | int | OpenPeriod) -> str:
        """A date, or only a year or years."""
        return self.unfilled(value) or self.when_counted(value)

    def when_counted(self, value: datetime.date | int | OpenPeriod) -> str:
        """That of a figure, for which no year stands as long as nobody has written one."""
        if isinstance(value, OpenPeriod):
            since = "" if isinstance(value, Period) else language_data(self.language).since
            return since.replace("{year}", str(value.start)) or value.write("–")
        return str(value) if isinstance(value, int) else self.typed(write_date(value, self.language))

    def unfilled(self, value: datetime.date | int | OpenPeriod) -> str:
        """What a reader is shown for a date or years that nobody has written yet; empty where somebody has."""
        return language_data(self.language).placeholder if placeholder_in(value) else ""
