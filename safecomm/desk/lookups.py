"""What was looked up while something was worked out: as long as the answers are the same, so is what came of it."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, Generic, TypeVar

Source = TypeVar("Source", covariant=True)
Key = TypeVar("Key", bound=Hashable)
Answer = TypeVar("Answer")
Answers = Mapping[tuple[Callable[[Any, Any], Any], Hashable], Any]
"""By the table that was asked, which is a method of its source, and what it was asked for."""


class Lookups(Generic[Source]):
    """Asks the tables of one source, each for the same but once, and keeps the answers."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.answers: dict[tuple[Callable[[Any, Any], Any], Hashable], Any] = {}

    def ask(self, table: Callable[[Source, Key], Answer], key: Key) -> Answer:
        if (table, key) not in self.answers:
            self.answers[table, key] = table(self.source, key)
        answer: Answer = self.answers[table, key]
        return answer


def hold(answers: Answers, source: object) -> bool:
    """Whether this source would answer the same."""
    return all(table(source, key) == answer for (table, key), answer in answers.items())
