"""Captions of tables and pictures: their numbers, and the references that show them."""

from collections import Counter
from collections.abc import Iterable, Set

from lxml import etree

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.ooxml.bookmarks import END, NAME, START, bookmark_name, end_xml, start_xml
from safecomm.ooxml.escape import PRESERVED, run_text
from safecomm.ooxml.fields import Field, field_xml
from safecomm.ooxml.wordml import ID, T

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


def number_captions(body: etree._Element, body_fields: Iterable[Field], template: str) -> None:
    """Counts the captions and shows each reference what it refers to; raises ContentError where that is not there."""
    counted: Counter[str] = Counter()
    references = []
    for field in body_fields:
        if field.name == "SEQ" and len(field.words) > 1:
            counted[field.words[1]] += 1
            field.show(str(counted[field.words[1]]))
        elif field.name == "REF" and len(field.words) > 1:
            references.append(field)
    marked = _bookmarked_texts(body, {field.words[1] for field in references})
    for field in references:
        name = field.words[1]
        if name not in marked:
            raise ContentError([problem("reference-lost", Location(template), name=name)])
        field.show(marked[name].lower() if "Lower" in field.words else marked[name])


def _bookmarked_texts(body: etree._Element, names: Set[str]) -> dict[str, str]:
    """The text of each of these bookmarks that ends."""
    opened: dict[str, tuple[str, list[str]]] = {}
    texts: dict[str, str] = {}
    for element in body.iter(START, END, T) if names else ():
        if element.tag == T:
            for _, pieces in opened.values():
                pieces.append(element.text or "")
        elif element.tag == START and element.get(NAME) in names:
            opened[element.get(ID, "")] = (element.get(NAME, ""), [])
        elif element.tag == END and element.get(ID, "") in opened:
            name, pieces = opened.pop(element.get(ID, ""))
            texts[name] = "".join(pieces)
    return texts
