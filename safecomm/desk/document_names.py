"""Documents by the stems of their files, and what they are called on the desk, in the language of its messages."""

from safecomm.catalogue import Document, documents_matching
from safecomm.content.content import Language
from safecomm.desk.desk import Desk
from safecomm.language import language_name
from safecomm.messages.texts import texts_of


def document_name(document: Document, language: Language) -> str:
    """`Application (English)`."""
    kind = texts_of("desk", language)[f"document-{document.name}"]
    return f"{kind} ({language_name(document.language, language)})"


def name_of_stem(desk: Desk, stem: str) -> str:
    """The stem itself where no document of the project has it."""
    return next((document_name(document, desk.language) for document in documents_named(desk, stem)), stem)


def documents_named(desk: Desk, stem: str) -> tuple[Document, ...]:
    """One, or all editions of a kind; none while nothing can be read."""
    content = desk.state().content
    return documents_matching(stem, content.languages) if content else ()
