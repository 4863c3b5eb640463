"""What documents are called on the desk, in the language of its messages."""

from safecomm.catalogue import Document
from safecomm.content.content import Language
from safecomm.language import language_name
from safecomm.messages.texts import texts_of


def document_name(document: Document, language: Language) -> str:
    """`Application (English)`."""
    kind = texts_of("desk", language)[f"document-{document.name}"]
    return f"{kind} ({language_name(document.language, language)})"
