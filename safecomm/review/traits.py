"""What is to say of a paragraph beside its words, kind by kind, so that each can be compared."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Literal

from lxml import etree

from safecomm.ooxml.numbering import ListCounter
from safecomm.ooxml.package import Package, uses_of_relationships
from safecomm.ooxml.styles import plain_name
from safecomm.ooxml.walk import without_fallbacks
from safecomm.ooxml.wordml import (
    CHART,
    DRAWING,
    HYPERLINK,
    PARAGRAPH_PROPERTIES,
    PARAGRAPH_STYLE,
    PLACED,
    is_on,
    own_properties,
    paragraph_style,
    value,
    w,
)

Trait = Literal[
    "style",
    "list",
    "layout",
    "page",
    "kept",
    "object",
    "table",
    "control",
    "field",
    "blank",
    "styles",
    "section",
    "properties",
    "contents",
]
Traits = Mapping[Trait, str]
"""Equal where nobody changed anything; only what stands there has an entry."""
CONTROL, SECTION = w("sdt"), w("sectPr")
PAGE, KEEPING = "pageBreakBefore", ("keepNext", "keepLines")
CHART_SPACE, EXTENT = f"{{{CHART}}}chartSpace", f"{{{PLACED}}}extent"
OBJECTS = (CONTROL, *map(w, ("drawing", "pict", "object")))
ELSEWHERE = HYPERLINK, *map(w, ("headerReference", "footerReference"))
"""What names a part that is told of by itself."""
TWIPS, EMU = 100, 50_000
"""Less than two millimetres, which programs round in other ways."""
ALIGNMENTS = {"start": "left", "end": "right", "": "left"}
BORDERS = ("top", "left", "bottom", "right")
CHIP = "goog_rdk"
"""So begin the tags of controls that Google Docs puts around what has a comment."""


class TraitReader:
    """Reads those of the paragraphs of one part."""

    def __init__(self, package: Package, part: str) -> None:
        self.package, self.styles = package, package.styles
        self.lists = ListCounter(package.related_root("numbering"), self.styles)
        self.relationships = package.relationships(part)
        self.known: dict[str, dict[Trait, str]] = {}

    def read(self, paragraph: etree._Element) -> dict[Trait, str]:
        properties = own_properties(paragraph)
        style = paragraph_style(paragraph) or self.styles.default
        traits = self.styled(properties, style)
        if next(paragraph.iter(*OBJECTS), None) is not None:
            traits["object"] = self.objects(paragraph)
            traits["control"] = "□" * count_controls(paragraph.iter(CONTROL))
        return {kind: said for kind, said in traits.items() if said}

    def styled(self, properties: etree._Element | None, style: str) -> dict[Trait, str]:
        """What comes from the properties and the style; most paragraphs have nothing but that."""
        plain = properties is None or [found.tag for found in properties] in ([], [PARAGRAPH_STYLE])
        if not plain or style not in self.known:
            traits: dict[Trait, str] = {
                "style": self.style_name(style),
                "list": self.list_of(properties, style),
                "layout": self.layout(properties, style),
                "page": "¶" if first_says(self.sources(properties, style), PAGE) else "",
                "kept": self.kept(properties, style),
            }
            if not plain:
                return traits
            self.known[style] = traits
        return dict(self.known[style])

    def style_name(self, style: str) -> str:
        element = self.styles.elements.get(style)
        return "" if element is None else plain_name(value(element, "name") or "")

    def list_of(self, properties: etree._Element | None, style: str) -> str:
        item = self.lists.item(properties, style)
        return "" if item is None else f"{'•' if item.number is None else '1.'} {item.level + 1}"

    def layout(self, properties: etree._Element | None, style: str) -> str:
        """What the paragraph itself says otherwise than its style."""
        own, chain = self.sources(properties, style), self.sources(None, style)
        looks = (
            *(look(own) for look in (alignment, indentation) if look(own) != look(chain)),
            fill(properties) if fill(properties) not in map(fill, chain) else "",
            "□" if has_border(properties) and not any(map(has_border, chain)) else "",
        )
        return " ".join(filter(None, looks))

    def kept(self, properties: etree._Element | None, style: str) -> str:
        """What the paragraph says otherwise than its style of staying with the next one, and whole."""
        own, chain = self.sources(properties, style), self.sources(None, style)
        other = {name: first_says(own, name) for name in KEEPING if first_says(own, name) != first_says(chain, name)}
        return " ".join(f"{name}={kept:d}" for name, kept in other.items())

    def sources(self, properties: etree._Element | None, style: str) -> list[etree._Element]:
        """The paragraph's properties, and behind them those of its style and of the styles on which it is based."""
        chain = (element.find(PARAGRAPH_PROPERTIES) for element in self.styles.chain(style))
        return [found for found in (properties, *chain) if found is not None]

    def objects(self, paragraph: etree._Element) -> str:
        """Pictures by their bytes, charts by what they show, each with its size."""
        digests = []
        for element, attribute in uses_of_relationships(without_fallbacks(paragraph)):
            lead = self.relationships.get(element.get(attribute, ""))
            if element.tag not in ELSEWHERE and lead is not None and not lead.external:
                digests.append(self.digest(lead.target))
        sizes = [f"{to_steps(size, 'cx', EMU)}×{to_steps(size, 'cy', EMU)}" for size in paragraph.iter(EXTENT)]
        return " ".join((*digests, *sizes))

    def digest(self, part: str) -> str:
        data = self.package.read(part)
        if part.endswith(".xml") and (root := self.package.root(part)).tag == CHART_SPACE:
            data = "\n".join(chart_words(root)).encode()
        return sha256(data).hexdigest()[:12]


def chart_words(root: etree._Element) -> Iterator[str]:
    """What kind of chart it is, and all its names and values: how they look, each program writes anew."""
    plot = root.iterfind(f"{{{CHART}}}chart/{{{CHART}}}plotArea/*")
    yield from (kind.tag for kind in plot if kind.tag.endswith("Chart"))
    yield from (element.text or "" for element in root.iter(f"{{{CHART}}}v", f"{{{DRAWING}}}t"))


def count_controls(controls: Iterable[etree._Element]) -> int:
    return sum(not (value(control, "sdtPr/tag") or "").startswith(CHIP) for control in controls)


def first_says(sources: list[etree._Element], name: str) -> bool:
    """Whether the first of the properties that says anything of it says that it is so."""
    return is_on(next((source for source in sources if source.find(w(name)) is not None), None), name)


def alignment(sources: list[etree._Element]) -> str:
    """Where the first of the properties that says so sets the lines."""
    said = next((said for source in sources if (said := value(source, "jc"))), "")
    return ALIGNMENTS.get(said, said)


def indentation(sources: list[etree._Element]) -> str:
    """In steps; that of items is their list's."""
    if any(source.find(w("numPr")) is not None for source in sources):
        return ""
    found = next((ind for source in sources if (ind := source.find(w("ind"))) is not None), None)
    return "" if found is None else "⇥" * (to_steps(found, w("left"), TWIPS) or to_steps(found, w("start"), TWIPS))


def to_steps(element: etree._Element, attribute: str, step: int) -> int:
    """A measure in rough steps; 0 where it is none."""
    said = element.get(attribute, "0")
    return min(int(said) // step, 9_999) if said.isdecimal() and len(said) < 9 else 0


def fill(properties: etree._Element | None) -> str:
    """The colour behind a paragraph or a cell."""
    shading = None if properties is None else properties.find(w("shd"))
    said = "" if shading is None else shading.get(w("fill"), "").upper()
    return "" if said in ("AUTO", "FFFFFF") else said


def has_border(properties: etree._Element | None) -> bool:
    sides = ("" if properties is None else value(properties, f"pBdr/{side}") for side in BORDERS)
    return any(side not in (None, "", "none", "nil") for side in sides)


def table_shape(rows: list[list[etree._Element]]) -> str:
    """`5 × 3`; behind it the rows that have another number of cells, and how many reach over others."""
    counts = [len(row) for row in rows]
    ((columns, _),) = Counter(counts).most_common(1) or [(0, 0)]
    others = [f"{number}: {count}" for number, count in enumerate(counts, start=1) if count != columns]
    merged = sum(
        (value(cell, "tcPr/gridSpan") or "1") != "1" or cell.find(w("tcPr/vMerge")) is not None
        for row in rows
        for cell in row
    )
    beside = ", ".join((*others, *([f"+{merged}"] if merged else [])))
    return f"{len(rows)} × {columns}" + (f" ({beside})" if beside else "")
