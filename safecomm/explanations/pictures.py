"""Why pictures, captions and references are as they are."""

from safecomm.explanations.explanation import in_text, why

TABLE = "| År | Antal |\n|---|--:|\n| 2008 | 40 |"
PICTURE = "![Karta över parkerna](karta.png)"
TRAVELS = (
    "Bilden följer med i dokumentet. Därför ska den ligga bland innehållet och se likadan ut på alla datorer.",
    "The picture travels in the document. So it has to lie among the content and look the same on all computers.",
)
NOWHERE = (
    "Läsaren som följer hänvisningen skulle inte komma någonstans.",
    "A reader who follows the reference would get nowhere.",
)

EXPLANATIONS = {
    "picture-missing": why(*TRAVELS),
    "picture-outside": why(*TRAVELS),
    "picture-unsupported": why(
        "Word visar PNG, JPEG och SVG på alla datorer; andra slags bilder bara på några.",
        "Word shows PNG, JPEG and SVG on all computers; other kinds of pictures on some only.",
    ),
    "picture-broken": why(
        "Word skulle visa ett rött kryss, eller vägra öppna dokumentet.",
        "Word would show a red cross, or refuse to open the document.",
    ),
    "picture-too-large": why(
        "Ett så stort dokument går inte att skicka, och bilden blir inte skarpare på papper.",
        "So large a document cannot be sent, and the picture would not be sharper on paper.",
    ),
    "picture-fallback": why(
        "Äldre program kan inte visa SVG. De visar den andra bilden i stället för en tom ruta.",
        "Older programs cannot show SVG. They show the other picture instead of an empty box.",
    ),
    "picture-active": why(
        "En bild ska visas och inget annat: skript och länkar kan hämta saker från nätet när dokumentet öppnas.",
        "A picture is to be shown and nothing else: scripts and links can fetch things when the document is opened.",
    ),
    "picture-without-description": in_text(
        "Den som inte ser bilden får höra beskrivningen i stället.",
        "Those who cannot see the picture hear the description instead.",
        "![](karta.png)",
        PICTURE,
    ),
    "picture-description": in_text(
        "Beskrivningen läses upp, och då finns varken fetstil eller länkar.",
        "The description is read aloud, where there is neither bold text nor a link.",
        "![Karta över **parkerna**](karta.png)",
        PICTURE,
    ),
    "picture-title": in_text(
        "En rubrik efter sökvägen syns inte i dokumentet. En bildtext under bilden gör det.",
        "A title after the path does not show in the document. A caption below the picture does.",
        '![Karta över parkerna](karta.png "Parker")',
        f"{PICTURE}\n: Parker",
    ),
    "picture-address": in_text(
        *TRAVELS,
        "![Karta över parkerna](https://example.org/karta.png)",
        PICTURE,
    ),
    "markdown-image": in_text(
        "En bild mitt i en mening, en tabell eller en fotnot har ingen plats på sidan.",
        "A picture inside a sentence, a table or a note has no place on the page.",
        f"Här är kartan: {PICTURE}",
        f"Här är kartan:\n\n{PICTURE}",
    ),
    "caption-misplaced": in_text(
        "En bildtext hör till tabellen eller bilden ovanför och numreras med den.",
        "A caption belongs to the table or picture above it and is numbered with it.",
        f": Lampor per år\n\n{TABLE}",
        f"{TABLE}\n: Lampor per år",
    ),
    "caption-identifier": in_text(
        "Namnet skrivs i hänvisningar, och därför ska det gå att skriva likadant på alla datorer.",
        "References name it, so it must be written the same on all computers.",
        f"{TABLE}\n: Lampor per år {{#Lampor i år}}",
        f"{TABLE}\n: Lampor per år {{#lampor}}",
    ),
    "caption-footnote": in_text(
        "Bildtexter kan samlas i en förteckning, och där skulle fotnoten stå en gång till.",
        "Captions may be gathered in a list, where the note would stand a second time.",
        f"{TABLE}\n: Lampor per år[^1]\n\n[^1]: Preliminärt.",
        f"{TABLE}\n: Lampor per år (preliminärt)",
    ),
    "caption-duplicate": in_text(
        "En hänvisning leder till en enda bildtext.",
        "A reference leads to a single caption.",
        f"{TABLE}\n: Lampor {{#lampor}}\n\nOch parker:\n\n{TABLE}\n: Parker {{#lampor}}",
        f"{TABLE}\n: Lampor {{#lampor}}\n\nOch parker:\n\n{TABLE}\n: Parker {{#parker}}",
    ),
    "dead-reference": in_text(*NOWHERE, "Se [](measure:lightning).", "Se [](measure:lighting)."),
    "dead-caption": in_text(
        *NOWHERE,
        f"Se [](table:lampar).\n\n{TABLE}\n: Lampor {{#lampor}}",
        f"Se [](table:lampor).\n\n{TABLE}\n: Lampor {{#lampor}}",
    ),
    "reference-malformed": in_text(
        "En hänvisning är slag, kolon och id. Något annat skulle bli en adress som inte finns.",
        "A reference is kind, colon and id. Anything else would become an address that does not exist.",
        "Se [](measure:Belysning).",
        "Se [](measure:lighting).",
    ),
}
