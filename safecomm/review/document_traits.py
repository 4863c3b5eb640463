"""What is to say of a document as a whole, so that it can be compared."""

from lxml import etree

from safecomm.ooxml.colours import WHITE, hex_name, theme_colours
from safecomm.ooxml.package import Package
from safecomm.ooxml.page_colour import page_colour
from safecomm.ooxml.styles import Styles
from safecomm.ooxml.wordml import DRAWING, VAL, is_on, value, w
from safecomm.review.traits import BORDERS, SECTION, TWIPS, Trait, to_steps

STYLE_LOOKS = [
    *((f"rPr/{name}", VAL) for name in ("b", "i", "strike", "u", "sz", "color", "vanish")),
    ("rPr/rFonts", w("ascii")),
    *((f"pPr/{name}", VAL) for name in ("jc", "keepNext", "pageBreakBefore")),
    *(
        (f"pPr/{name}", w(side))
        for name, sides in (("spacing", "before after"), ("ind", "left right"))
        for side in sides.split()
    ),
]
"""The properties of a style, each with the attribute that says what it is."""
NOTHING = {"0", "FALSE", "OFF", "NONE", "AUTO", "LEFT", "START"}
TURNED_ON = dict.fromkeys(("TRUE", "ON"), "1")
PROPERTIES = ("title", "subject", "description", "keywords", "category", "contentStatus")


def style_looks(styles: Styles) -> dict[str, str]:
    """How letters look and paragraphs stand in each style of paragraphs or characters."""
    return {
        styles.names[style]: " ".join(first_said(styles, style, *look) for look in STYLE_LOOKS)
        for style, element in styles.elements.items()
        if element.get(w("type")) in ("paragraph", "character")
    }


def theme_looks(theme: etree._Element) -> dict[str, str]:
    """The fonts and colours that styles take from the theme; of no theme none, as some programs save it."""
    fonts = (font.get("typeface", "") for font in theme.iterfind(f".//{{{DRAWING}}}fontScheme/*/{{{DRAWING}}}latin"))
    colours = (f"{name} {hex_name(colour)}" for name, colour in theme_colours(theme).items())
    looks = " ".join((*fonts, *colours))
    return {"theme": looks} if looks else {}


def first_said(styles: Styles, style: str, path: str, attribute: str) -> str:
    """What the style says, one on which it is based, or the document for all; empty where that is nothing special."""
    defaults = styles.root.find(w("docDefaults") + f"/{w(path.partition('/')[0])}Default/{w(path)}")
    own = (found for element in styles.chain(style) if (found := element.find(w(path))) is not None)
    # A property that says no more than its name is turned on.
    unsaid = "1" if attribute == VAL else ""
    said = (found.get(attribute, unsaid).upper() for found in (*own, defaults) if found is not None)
    looks = next(filter(None, said), "")
    return "" if looks in NOTHING else TURNED_ON.get(looks, looks)


def document_traits(package: Package, core: etree._Element) -> dict[Trait, str]:
    sections = [section_trait(section) for section in package.body.iter(SECTION)]
    names = {etree.QName(element).localname: element.text or "" for element in core}
    properties = " · ".join(said for name in PROPERTIES if (said := names.get(name, "").strip()))
    colour = page_colour(package)
    pages = [*([] if colour == WHITE else [hex_name(colour)]), *sections]
    return {"section": " | ".join(pages), "properties": properties}


def number_trait(numbers: etree._Element | None) -> str:
    form, start = ("", "") if numbers is None else (numbers.get(w("fmt"), ""), numbers.get(w("start"), ""))
    return f"{form.replace('decimal', '')}{start}"


def section_trait(section: etree._Element) -> str:
    """The page's size, margins and columns, how it begins and how its number is written."""
    size, margins, columns, numbers = (section.find(w(name)) for name in ("pgSz", "pgMar", "cols", "pgNumType"))
    said = [
        *([] if size is None else [f"{to_steps(size, w('w'), TWIPS)}×{to_steps(size, w('h'), TWIPS)}"]),
        *([] if margins is None else [str(to_steps(margins, w(side), TWIPS)) for side in BORDERS]),
        "1" if columns is None else columns.get(w("num"), "1"),
        value(section, "type") or "nextPage",
        number_trait(numbers),
        "titlePg" if is_on(section, "titlePg") else "",
    ]
    return " ".join(said)
