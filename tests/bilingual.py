"""The documents of a project in Swedish and English, as most of those are that are tested with."""

from collections.abc import Sequence

from safecomm import catalogue

LANGUAGES = ("sv", "en")
DOCUMENTS = catalogue.documents(LANGUAGES)


def documents_matching(name: str) -> Sequence[catalogue.Document]:
    return catalogue.documents_matching(name, LANGUAGES)
