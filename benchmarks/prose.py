"""Markdown prose from a seed: the same seed gives the same text in Swedish and in English."""

from collections.abc import Callable
from random import Random

from benchmarks.words import DO, WHAT, WHEN, WHERE, WHO, WHY, Pairs

LANGUAGES = ("sv", "en")
STYLES = ("{}", "{}", "{}", "*{}*", "{}", "**{}**", "{}", "{}", "[{}](https://example.org/safe?q=1&page={n})", "{}")


class Writer:
    """Draws the same phrases in the same order for each language."""

    def __init__(self, seed: str, language: str) -> None:
        self.random = Random(seed)
        self.language = LANGUAGES.index(language)
        self.extras: tuple[Callable[[], str], ...] = (
            self.line,
            self.bullets,
            self.line,
            self.noted,
            self.line,
            self.quote,
            self.line,
            self.table,
            self.numbers,
            self.line,
        )

    def phrase(self, pairs: Pairs) -> str:
        return self.random.choice(pairs)[self.language]

    def title(self) -> str:
        what, where, when = self.phrase(WHAT), self.phrase(WHERE), self.phrase(WHEN)
        return f"{what[0].upper()}{what[1:]} {where} {when}"

    def line(self) -> str:
        """A sentence of about 15 words, one in three with emphasis or a link."""
        return f"{self.sentence(self.random.choice(STYLES))}."

    def sentence(self, style: str = "{}") -> str:
        what = style.format(self.phrase(WHAT), n=self.random.randrange(1000))
        who, do, where, when, why = (self.phrase(pairs) for pairs in (WHO, DO, WHERE, WHEN, WHY))
        comma = ", " if self.language == 0 and not why.startswith("och") else " "
        return f"{who} {do} {what} {where} {when}{comma}{why}"

    def paragraph(self) -> str:
        return f"{self.line()}\n{self.line()}"

    def bullets(self) -> str:
        return "\n".join(f"- {self.phrase(WHAT)} {self.phrase(WHERE)}" for _ in range(4))

    def numbers(self) -> str:
        return "\n".join(f"{number}. {self.line()}" for number in (1, 2))

    def quote(self) -> str:
        return f"> {self.line()}"

    def noted(self) -> str:
        return f"{self.line()}[^1]\n\n[^1]: {self.line()}"

    def table(self) -> str:
        head = (("Vad", "What"), ("Var", "Where"), ("Antal", "Number"))
        names = " | ".join(title[self.language] for title in head)
        rows = (f"| {self.phrase(WHAT)} | {self.phrase(WHERE)} | {self.random.randrange(900)} |" for _ in range(4))
        return "\n".join((f"| {names} |", "|---|---|--:|", *rows))

    def text(self, number: int) -> str:
        """A paragraph and, by turns with `number`, a line, a list, a table, a quote or a note."""
        extra = self.extras[number % len(self.extras)]
        return f"{self.paragraph()}\n\n{extra()}\n"
