"""The table of contents: until it has linked entries it lists no heading, and takes no page numbers."""

from collections.abc import Iterable


def headings(_docx: bytes) -> list[tuple[int, str]]:
    """Level and text of every entry in the document's tables of contents, in order."""
    return []


def with_page_numbers(docx: bytes, _pages: Iterable[int]) -> bytes:
    """The document with a page number behind each entry of `headings`."""
    return docx
