"""Captions of tables and pictures: their numbers, and the references that show them."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.ooxml.bookmarks import END, ID, NAME, START, bookmark_name, end_xml, start_xml
from safecomm.ooxml.escape import PRESERVED, run_text
from safecomm.ooxml.fields import field_xml, fields
from safecomm.ooxml.wordml import T

KINDS = {"table": "Table", "figure": "Figure"}
"""The kinds of references, and the sequences in which Word counts their captions."""
UNKNOWN = "0"


def caption_target(kind: str, identifier: str) -> str:
    """The bookmark around label and number."""
    return bookmark_name("Ref", f"{kind}:{identifier}")


def label_xml(kind: str, label: str, identifier: str) -> str:
    """`Table 3`: a label and a number that Word counts, with a bookmark where there is something to refer to it by."""
    counted = field_xml(f"SEQ {KINDS[kind]} \\* ARABIC", UNKNOWN)
    runs = f"<w:r>{PRESERVED}{run_text(label)}\u00a0</w:t></w:r>{counted}"
    name = identifier and caption_target(kind, identifier)
    return f"{start_xml(name)}{runs}{end_xml(name)}" if name else runs


def reference_xml(kind: str, identifier: str, lower: bool, properties: str) -> str:
    """A field that shows a caption's label and number, as `table 3` where `lower`."""
    switches = "\\* Lower \\h" if lower else "\\h"
    return field_xml(f"REF {caption_target(kind, identifier)} {switches}", UNKNOWN, properties)


def number_captions(root: etree._Element, template: str) -> None:
    """Counts the captions and shows each reference what it refers to; raises ContentError where that is not there."""
    counted: Counter[str] = Counter()
    named = [field for field in fields(root) if len(field.words) > 1]
    for field in named:
        if field.name == "SEQ":
            counted[field.words[1]] += 1
            field.show(str(counted[field.words[1]]))
    marked = dict(_marked(root))
    for field in named:
        if field.name == "REF":
            if field.words[1] not in marked:
                raise ContentError([problem("reference-lost", Location(template), name=field.words[1])])
            text = marked[field.words[1]]
            field.show(text.lower() if "Lower" in field.words else text)


def _marked(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The name and the text of every bookmark that ends."""
    opened: dict[str, tuple[str, list[str]]] = {}
    for element in root.iter(START, END, T):
        identity = element.get(ID, "")
        if element.tag == START:
            opened[identity] = (element.get(NAME, ""), [])
        elif element.tag == END and identity in opened:
            name, texts = opened.pop(identity)
            yield name, "".join(texts)
        elif element.tag == T:
            for _, texts in opened.values():
                texts.append(element.text or "")
