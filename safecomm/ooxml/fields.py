"""Fields of a Word part: what each asks for (`SEQ`, `REF`, `TOC`), and the result shown until Word renews it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from lxml import etree

from safecomm.ooxml.escape import PRESERVED, run_text
from safecomm.ooxml.wordml import SPACE, R, T, w

SIMPLE, CHARACTER, INSTRUCTION = map(w, ("fldSimple", "fldChar", "instrText"))
DELETED_INSTRUCTION = w("delInstrText")
INSTRUCTIONS = INSTRUCTION, DELETED_INSTRUCTION
KIND = w("fldCharType")
LINK = re.compile(r'\s*HYPERLINK\s+(\\l\s+)?"?([^"\s]*)')
COMPUTED = {"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "DATE", "TIME", "SAVEDATE", "PRINTDATE", "FILENAME"}
"""Fields whose result Word works out when it shows or prints the page."""


@dataclass
class Field:
    """A field with its cached result; for a simple field `runs` are its children, else those behind the separator."""

    instruction: str = ""
    begin: etree._Element | None = None
    separate: etree._Element | None = None
    end: etree._Element | None = None
    runs: list[etree._Element] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """`SEQ Table \\* ARABIC` in its parts; never empty."""
        return self.instruction.split() or [""]

    @property
    def name(self) -> str:
        """What it asks for: `SEQ`, `PAGE`."""
        return self.words[0].upper()

    @property
    def has_result(self) -> bool:
        """Whether what follows now is its result; a simple field has nothing else."""
        return self.separate is not None or self.begin is None

    @property
    def is_computed(self) -> bool:
        return self.name in COMPUTED

    @property
    def address(self) -> str:
        """Where it leads; empty where it is no link."""
        match = LINK.match(self.instruction)
        return match[2] if match else ""

    @property
    def place(self) -> str:
        """The bookmark that it leads to; behind an address `\\l` is that of the other document."""
        match = LINK.match(self.instruction)
        return match[2] if match and match[1] else ""

    def add(self, element: etree._Element) -> None:
        """Takes in what stands between the beginning and the end."""
        if element.tag in INSTRUCTIONS:
            self.instruction += element.text or ""
        elif element.tag == CHARACTER:
            self.separate = element
            # A result may stand in the same run.
            self.runs += takewhile(lambda sibling: sibling.tag != CHARACTER, element.itersiblings())
        elif self.separate is not None:
            self.runs.append(element)

    def show(self, text: str) -> None:
        """Makes `text` the result, in the look of its first run."""
        first, *rest = (text_of for run in self.runs for text_of in run.iter(T))
        first.text = text
        first.set(SPACE, "preserve")
        for text_of_run in rest:
            text_of_run.text = ""


def fields(root: etree._Element) -> Iterator[Field]:
    """Every field, at its end; one within another comes before it. What is not closed is no field."""
    return (found for found in scan_fields(root) if isinstance(found, Field))


def scan_fields(root: etree._Element) -> Iterator[Field | etree._Element]:
    """The fields, and the characters that begin, divide or end one without the others."""
    opened: list[Field] = []
    for element in root.iter(SIMPLE, CHARACTER, *INSTRUCTIONS, R):
        kind = element.get(KIND)
        if element.tag == SIMPLE:
            yield Field(element.get(w("instr"), ""), runs=list(element.iter(R)))
        elif kind == "begin":
            opened.append(Field(begin=element))
        elif element.tag == CHARACTER and (not opened or (kind == "separate" and opened[-1].separate is not None)):
            yield element
        elif opened and kind == "end":
            opened[-1].end = element
            yield opened.pop()
        elif opened:
            opened[-1].add(element)
    yield from (field.begin for field in opened if field.begin is not None)


def field_xml(instruction: str, result: str, properties: str = "") -> str:
    """The runs of a field; `properties` is the `w:rPr` of each."""
    return "".join(
        f"<w:r>{properties}{inside}</w:r>"
        for inside in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            f"{PRESERVED}{run_text(result)}</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
