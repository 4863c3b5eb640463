"""One document in one language: how names, figures and dates are written in it."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from safecomm.content.content import Content, Language, Records
from safecomm.content.fields import COUNCIL, Period, Words
from safecomm.documents.views import Parties

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NBSP = "\u00a0"


class Edition(NamedTuple):
    """What every view is made from."""

    content: Content
    language: Language

    @property
    def records(self) -> Records:
        return self.content.records[self.language]

    def words(self, words: Words) -> str:
        return words.to(self.language)

    def name(self, organisation: str) -> str:
        if organisation == COUNCIL:
            return self.records.council.short_name
        return self.words(self.records.organisations[organisation].name)

    def parties(self, ids: Iterable[str]) -> Parties:
        listed = tuple(ids)
        council = self.name(COUNCIL) if COUNCIL in listed else None
        return Parties(tuple(self.name(each) for each in listed if each != COUNCIL), council)

    def number(self, value: Decimal) -> str:
        """`65 289` and `21,66` in Swedish, `65,289` and `21.66` in English."""
        english = f"{value:,}"
        return english if self.language == "en" else english.replace(",", NBSP).replace(".", ",")

    def date(self, value: datetime.date) -> str:
        """As Swedish authorities write it, 2008-10-13; in English 13 October 2008."""
        if self.language == "sv":
            return value.isoformat()
        return f"{value.day}{NBSP}{MONTHS[value.month - 1]} {value.year}"

    def period(self, value: Period) -> str:
        return str(value.start) if value.start == value.end else f"{value.start}–{value.end}"
