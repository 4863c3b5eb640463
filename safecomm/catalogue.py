"""Which documents there are and what they are called; imports nothing, so that the command line knows them at once."""

from typing import Literal, NamedTuple


class Document(NamedTuple):
    """One Word file, `build/<name>.<language>.docx`, made with `templates/<name>.docx`; `title` may have tags too."""

    name: str
    language: Literal["sv", "en"]
    title: str

    @property
    def stem(self) -> str:
        return f"{self.name}.{self.language}"


APPLICATION = "{{ t.application_title }}: {{ community.name }}"
DOCUMENTS = (
    Document("programme", "sv", "{{ facts.title }}"),
    Document("application", "en", APPLICATION),
    Document("application", "sv", APPLICATION),
)


def named(name: str) -> tuple[Document, ...]:
    """`application` names both languages, `application.en` one; empty for an unknown name."""
    return tuple(each for each in DOCUMENTS if name in (each.name, each.stem))
