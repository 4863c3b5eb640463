"""Why a Word file is audited: who could not read it otherwise; docs/audit.md names the standards."""

from safecomm.explanations.explanation import why

WHOLE = (
    "Word visar ett fel, lagar filen på sitt eget sätt eller vägrar öppna den.",
    "Word shows an error, mends the file in its own way or refuses to open it.",
)
HEADINGS = (
    "Den som lyssnar hoppar mellan rubriker, och Word gör innehållsförteckningen av dem.",
    "A listener jumps from heading to heading, and Word makes the table of contents of them.",
)
TABLES = (
    "En skärmläsare läser cell för cell och säger vilken rubrik som gäller; det kräver en enkel tabell med rubrikrad.",
    "A screen reader reads cell by cell and tells which heading applies; that needs a plain table with a header row.",
)
LINKS = (
    "Den som lyssnar hör länkarna var för sig och väljer bland dem.",
    "A listener hears the links by themselves and chooses among them.",
)
UNIQUE = (
    "Två saker med samma namn eller nummer förväxlas: Word visar den ena i stället för den andra, eller lagar filen.",
    "Two things of one name or number are mixed up: Word shows one for the other, or repairs the file.",
)

EXPLANATIONS = {
    "audit-more": why(
        "Samma fel på hundra ställen har oftast en enda orsak; de första räcker för att hitta den.",
        "The same fault in a hundred places mostly has a single cause; the first are enough to find it.",
    ),
    "audit-title": why(
        "Titeln är det första som läses upp, och det som skiljer öppna dokument åt.",
        "The title is read aloud first, and tells open documents apart.",
    ),
    "audit-language": why(
        "Språket avgör med vilken röst och vilket uttal texten läses upp.",
        "The language decides with which voice and pronunciation the text is read aloud.",
    ),
    "audit-protected": why(
        "Ett skyddat dokument kan inte anpassas av den som behöver större text eller andra färger.",
        "A protected document cannot be adapted by those who need larger text or other colours.",
    ),
    "audit-relationship": why(*WHOLE),
    "audit-part": why(*WHOLE),
    "audit-note": why(*WHOLE),
    "audit-note-id": why(*UNIQUE),
    "audit-drawing-id": why(*UNIQUE),
    "audit-control-id": why(*UNIQUE),
    "audit-no-headings": why(*HEADINGS),
    "audit-heading-empty": why(*HEADINGS),
    "audit-heading-jump": why(*HEADINGS),
    "audit-heading-bold": why(*HEADINGS),
    "audit-list-typed": why(
        "Bara en riktig lista hörs som en lista, med antalet punkter.",
        "Only a real list is heard as a list, with the number of its items.",
    ),
    "audit-empty-paragraph": why(
        "En skärmläsare läser upp varje tomt stycke.",
        "A screen reader reads every empty paragraph aloud.",
    ),
    "audit-table-header": why(*TABLES),
    "audit-table-merged": why(*TABLES),
    "audit-table-nested": why(*TABLES),
    "audit-cell-end": why(*WHOLE),
    "audit-picture": why(
        "Den som inte ser bilden får höra alternativtexten i stället.",
        "Those who cannot see the picture hear the alternative text instead.",
    ),
    "audit-link-empty": why(*LINKS),
    "audit-link-text": why(*LINKS),
    "audit-link-address": why(*LINKS),
    "audit-link-place": why(
        "Läsaren som klickar på länken kommer ingenstans.",
        "A reader who clicks on the link gets nowhere.",
    ),
    "audit-contrast": why(
        "Många ser inte svag text, och ingen ser den i solljus eller på en dålig utskrift.",
        "Many cannot see faint text, and nobody can in sunlight or on a bad print.",
    ),
    "audit-field-open": why(*WHOLE),
    "audit-field-empty": why(
        "Läsaren ser en tom plats tills någon uppdaterar fälten, och den som får en PDF ser den alltid.",
        "A reader sees an empty place until someone updates the fields, and in a PDF always.",
    ),
    "audit-bookmark-open": why(*WHOLE),
    "audit-bookmark-id": why(*UNIQUE),
    "audit-bookmark-name": why(*UNIQUE),
    "audit-tag": why(
        "Något ur mallen har blivit kvar i stället för innehållet.",
        "Something of the template has been left in place of the content.",
    ),
}
