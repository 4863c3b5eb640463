"""The names that commands are given: of documents, and of people."""

from collections.abc import Sequence

import click

from safecomm.catalogue import DOCUMENTS, Document, documents_matching
from safecomm.cli.usage import wrong_usage


def choose_documents(
    _context: click.Context, _parameter: click.Parameter, names: tuple[str, ...]
) -> Sequence[Document]:
    """The documents that the arguments name, each once, in their usual order; all where none is named."""
    for name in names:
        if not documents_matching(name):
            known = ", ".join(sorted({known for document in DOCUMENTS for known in (document.name, document.stem)}))
            raise wrong_usage("usage-document", name=name, known=known)
    wanted = {document for name in names for document in documents_matching(name)}
    return [document for document in DOCUMENTS if document in wanted or not names]


def check_printable(_context: click.Context, _parameter: click.Parameter, name: str | None) -> str | None:
    """No Word file can hold other characters."""
    if name is not None and not name.isprintable():
        raise wrong_usage("usage-unprintable")
    return name
