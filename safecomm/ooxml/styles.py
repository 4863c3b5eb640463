"""What the styles make of the paragraphs that have them: headings, items of lists, bold text."""

import re
from collections.abc import Iterator, Mapping, Set
from functools import cached_property

from lxml import etree

from safecomm.ooxml.wordml import is_on, value, w

HEADING = re.compile(r"heading([1-9])(,|$)")
# Word allows fewer; a circle of styles must end too.
DEEPEST = 12
LEVELS = {str(outline): outline + 1 for outline in range(9)}


def level_of(outline: str | None) -> int | None:
    """Of a heading; Word counts outline levels from 0, and 9 is body text (ISO/IEC 29500-1, 17.3.1.20)."""
    return LEVELS.get(outline or "")


def style_names(styles: etree._Element) -> dict[str, str]:
    """Every style's id with its name in one form: `heading 1` is `heading1`."""
    return {style.get(w("styleId"), ""): plain_name(value(style, "name") or "") for style in styles.iter(w("style"))}


def plain_name(name: str) -> str:
    return name.replace(" ", "").lower()


class Styles:
    """By their ids; Word in another language renames these, but not the names of its own styles."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.names = style_names(root)
        self.elements = {style.get(w("styleId"), ""): style for style in root.iter(w("style"))}
        self.default = self.default_of("paragraph")

    @cached_property
    def heading_levels(self) -> Mapping[str, int]:
        """The levels of those that make headings."""
        return {style: level for style in self.elements if (level := self._level(style)) is not None}

    @cached_property
    def bold_styles(self) -> Set[str]:
        return {style for style in self.elements if self._is_bold(style)}

    @cached_property
    def list_styles(self) -> Set[str]:
        """Those whose paragraphs are items of a list."""
        return {style for style in self.elements if self._first_value(style, "pPr/numPr/numId") not in (None, "0")}

    def default_of(self, kind: str) -> str:
        """The style of what names none; `kind` is `paragraph`, `character` or `table`."""
        defaults = (style for style in self.elements.values() if style.get(w("default")) in ("1", "true", "on"))
        return next((style.get(w("styleId"), "") for style in defaults if style.get(w("type")) == kind), "")

    def chain(self, style: str) -> Iterator[etree._Element]:
        """The style, the one that it is based on, and so on."""
        for _ in range(DEEPEST):
            if (element := self.elements.get(style)) is None:
                return
            yield element
            style = value(element, "basedOn") or ""

    def _level(self, style: str) -> int | None:
        for element in self.chain(style):
            name = self.names[element.get(w("styleId"), "")]
            if name == "title":
                return None
            if (outline := value(element, "pPr/outlineLvl")) is not None:
                return level_of(outline)
            if match := HEADING.match(name):
                return int(match[1])
        return None

    def _first_value(self, style: str, path: str) -> str | None:
        return next((said for element in self.chain(style) if (said := value(element, path)) is not None), None)

    def _is_bold(self, style: str) -> bool:
        said = (element for element in self.chain(style) if element.find(w("rPr/b")) is not None)
        return is_on(next(said, None), "rPr/b")
