"""What a reader sees of a part or paragraph, without marks."""

from lxml import etree

from safecomm.ooxml.wordml import BREAK, SPACE, TAB, P, R, T

# Stands between texts; no text can hold it, for XML cannot.
BOUNDARY = "\x1e"


def visible_text(root: etree._Element) -> str:
    """What the paragraphs show, each after a BOUNDARY."""
    pieces = []
    for element in root.iter(T, P, TAB, BREAK):
        if element.tag == P:
            pieces.append(BOUNDARY)
        elif element.tag == T:
            text = element.text or ""
            pieces.append(text if element.get(SPACE) == "preserve" else text.strip())
        elif (parent := element.getparent()) is not None and parent.tag == R:
            pieces.append("\t" if element.tag == TAB else "\n")
    return "".join(pieces)


def paragraph_text(paragraph: etree._Element) -> str:
    """The text of one paragraph or of a part of it."""
    return visible_text(paragraph).removeprefix(BOUNDARY)
