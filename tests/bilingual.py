"""The documents of a project in Swedish and English, as most of those are that are tested with."""

from collections.abc import Sequence

from safecomm import catalogue

LANGUAGES = ("sv", "en")
DOCUMENTS = tuple(document for document in catalogue.documents(LANGUAGES) if document.kind.by_default)
"""Those that a bare `build` makes."""


def documents_matching(name: str) -> Sequence[catalogue.Document]:
    return catalogue.documents_matching(name, LANGUAGES)
