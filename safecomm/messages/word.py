"""What can be wrong in the room `word`: templates, phrases, and documents that lost a text."""

from collections.abc import Mapping

from safecomm.messages.message import Message, error

MESSAGES: Mapping[str, Message] = {
    "template-missing": error(
        "filen finns inte",
        "lägg tillbaka filen, eller rätta dess namn",
        "the file does not exist",
        "put the file back, or correct its name",
    ),
    "template-part": error(
        "mallen saknar delen {part}",
        "utgå från den mall som följde med programmet; ett nytt tomt dokument räcker inte",
        "the template lacks the part {part}",
        "begin with the template that came with the program; a new empty document is not enough",
    ),
    "template-style": error(
        "mallen saknar formatmallen ”{style}”",
        "hämta tillbaka formatmallen från den mall som följde med programmet",
        "the template lacks the style “{style}”",
        "bring the style back from the template that came with the program",
    ),
    "template-list": error(
        "formatmallen ”{style}” hör inte till någon lista i mallen",
        "koppla listans första nivå till formatmallen: Definiera ny lista med flera nivåer, Koppla nivå till format",
        "the style “{style}” belongs to no list of the template",
        "link the first level of the list to the style: Define New Multilevel List, Link level to style",
    ),
    "template-language": error(
        "mallen har inget språk för all text",
        "välj språk i Word: Granska, Språk, Ange språk, Använd som standard",
        "the template has no language for all text",
        "choose one in Word: Review, Language, Set Proofing Language, Set As Default",
    ),
    "template-reviewed": error(
        "mallen innehåller spårade ändringar eller kommentarer, med namnet på den som gjorde dem",
        "godkänn eller avvisa alla ändringar, ta bort alla kommentarer och stäng av Spåra ändringar",
        "the template holds tracked changes or comments, with the name of whoever made them",
        "accept or reject all changes, delete all comments and turn Track Changes off",
    ),
    "template-crowded-p": error(
        "bredvid taggen {tag} står annan text, som skulle försvinna: ”{text}” (rubrik: {heading}; del: {part})",
        "låt taggen stå ensam i sitt stycke",
        "beside the tag {tag} there is other text, which would vanish: “{text}” (heading: {heading}; part: {part})",
        "let the tag stand alone in its paragraph",
    ),
    "template-crowded-tr": error(
        "taggen {tag} står inte ensam i en tabellrad, och raden skulle försvinna: ”{text}”"
        " (rubrik: {heading}; del: {part})",
        "låt taggen stå ensam i en tabellrad",
        "the tag {tag} does not stand alone in a table row, and the row would vanish: “{text}”"
        " (heading: {heading}; part: {part})",
        "let the tag stand alone in a table row",
    ),
    "template-crowded-tc": error(
        "taggen {tag} står inte ensam i en tabellcell, och cellen skulle försvinna: ”{text}”"
        " (rubrik: {heading}; del: {part})",
        "låt taggen stå ensam i en tabellcell",
        "the tag {tag} does not stand alone in a table cell, and the cell would vanish: “{text}”"
        " (heading: {heading}; part: {part})",
        "let the tag stand alone in a table cell",
    ),
    "template-syntax": error(
        "en tagg går inte att läsa: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "se efter att klamrarna är hela och att inget är felstavat; ”safecomm template check” säger vilken for eller if"
        " som saknar sitt slut",
        "a tag cannot be read: “{paragraph}” (heading: {heading}; part: {part})",
        "see that the braces are whole and that nothing is misspelt; “safecomm template check” tells which for or if"
        " lacks its end",
    ),
    "template-unknown-name": error(
        "namnet ”{name}” finns inte: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "rätta namnet; ”safecomm template fields” räknar upp vad en mall kan visa",
        "the name “{name}” does not exist: “{paragraph}” (heading: {heading}; part: {part})",
        "correct the name; “safecomm template fields” lists what a template can show",
    ),
    "template-forbidden": error(
        "en mall får inte använda det här: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "ta bort taggen; en mall visar bara det som står i docs/templates.md",
        "a template may not use this: “{paragraph}” (heading: {heading}; part: {part})",
        "remove the tag; a template shows only what docs/templates.md lists",
    ),
    "template-macro": error(
        "en mall kan inte spara utskriven text under ett namn: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "flytta makrot till filen med fraser, och skriv ut det därifrån med t.",
        "a template cannot keep printed text under a name: “{paragraph}” (heading: {heading}; part: {part})",
        "move the macro to the file of phrases, and print it from there with t.",
    ),
    "template-none": error(
        "taggen skriver ut något som innehållet inte anger: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "skriv {{%p if namnet is not none %}} i ett eget stycke före och {{%p endif %}} efter",
        "the tag prints something that the content does not say: “{paragraph}” (heading: {heading}; part: {part})",
        "write {{%p if name is not none %}} in a paragraph of its own before it and {{%p endif %}} after it",
    ),
    "template-vocabulary": error(
        "taggen skriver ut ”{value}”, som är ett värde ur en lista och inget ord för läsaren: ”{paragraph}”"
        " (rubrik: {heading}; del: {part})",
        "skriv ut etiketten ur fraserna, till exempel t.age[group.age]",
        "the tag prints “{value}”, which is a value of a list and no word for a reader: “{paragraph}”"
        " (heading: {heading}; part: {part})",
        "print the label from the phrases, for example t.age[group.age]",
    ),
    "template-kind": error(
        "taggen skriver ut något som varken är text eller ett heltal: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "skriv ut något av det som finns inuti, till exempel area.title, eller gå igenom det med for",
        "the tag prints something that is neither a text nor a whole number: “{paragraph}”"
        " (heading: {heading}; part: {part})",
        "print something inside it, for example area.title, or go through it with for",
    ),
    "template-calculation": error(
        "taggen går inte att räkna ut: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "se efter att det som jämförs, räknas eller gås igenom är av rätt slag och inte saknas",
        "the tag cannot be worked out: “{paragraph}” (heading: {heading}; part: {part})",
        "see that what is compared, counted or gone through is of the right kind and not missing",
    ),
    "template-footnote": error(
        "texten har fotnoten ”{label}”, och ett sidhuvud eller en sidfot kan inte ha fotnoter: ”{paragraph}” ({part})",
        "flytta taggen till dokumentets brödtext",
        "the text has the footnote “{label}”, and a header or footer cannot have footnotes: “{paragraph}” ({part})",
        "move the tag to the body of the document",
    ),
    "too-many-lists": error(
        "dokumentet har fler än {most} numrerade listor, och fler kan Word inte hålla isär",
        "gör punktlistor av några av dem, eller dela upp innehållet",
        "the document has more than {most} numbered lists, and Word cannot tell more apart",
        "make some of them bullet lists, or split the content",
    ),
    "template-result": error(
        "delen {part} blir inget helt dokument, troligen för att en tagg börjar i ett stycke och slutar i ett annat",
        "skriv for, if och deras slut med p, ensamma i var sitt stycke: {{%p if … %}} och {{%p endif %}}",
        "the part {part} does not become a whole document, probably because a tag begins in one paragraph and"
        " ends in another",
        "write for, if and their ends with p, each alone in a paragraph: {{%p if … %}} and {{%p endif %}}",
    ),
    "template-inline-prose": error(
        "en text med egna stycken står mitt i ett stycke: ”{text}” (del: {part})",
        "skriv taggen med p, ensam i sitt stycke: {{{{p … }}}}",
        "a text with paragraphs of its own stands inside a paragraph: “{text}” (part: {part})",
        "write the tag with p, alone in its paragraph: {{{{p … }}}}",
    ),
    "template-cell": error(
        "en tabellcell är tom eller slutar med en tabell; då kan Word inte öppna dokumentet: ”{text}” (del: {part})",
        "låt cellen sluta med ett stycke som alltid finns, till exempel med {{%p else %}} och ett streck",
        "a table cell stays empty, or ends in a table, and then Word cannot open the document: “{text}” (part: {part})",
        "let the cell end in a paragraph that is always there, for example with {{%p else %}} and a dash",
    ),
    "text-character": error(
        "texten ”{text}” har tecknet {character}, som inte kan stå i ett Word-dokument",
        "ta bort tecknet",
        "the text “{text}” has the character {character}, which cannot stand in a Word document",
        "remove the character",
    ),
    "reference-lost": error(
        "en hänvisning leder till bokmärket ”{name}”, som inte finns i dokumentet",
        "låt mallen skriva ut texten med tabellen eller bilden, eller ta bort hänvisningen",
        "a reference leads to the bookmark “{name}”, which is not in the document",
        "let the template print the text with the table or picture, or remove the reference",
    ),
    "text-lost": error(
        "texten ”{text}” skrevs ut men syns inte i det färdiga dokumentet (del: {part})",
        "skriv taggen utan p om värdet är en enda rad, och inte i en bild eller ett fält",
        "the text “{text}” was printed but does not show in the finished document (part: {part})",
        "write the tag without p if the value is a single line, and not in a picture or a field",
    ),
    "template-description": error(
        "diagrammet ”{title}” har ingen beskrivning för den som inte ser det: ”{paragraph}”"
        " (rubrik: {heading}; del: {part})",
        "lägg till |described(…) i taggen, med ett makro ur fraserna som säger vad diagrammet visar",
        "the chart “{title}” has no description for whoever does not see it: “{paragraph}”"
        " (heading: {heading}; part: {part})",
        "add |described(…) to the tag, with a macro of the phrases that says what the chart shows",
    ),
    "text-unprinted": error(
        "mallen skriver aldrig ut ”{path}”, och därmed inte texten ”{text}”",
        "lägg till en tagg som skriver ut det",
        "the template never prints “{path}”, and so not the text “{text}”",
        "add a tag that prints it",
    ),
    "phrases-encoding": error(
        "filen med fraser är inte sparad som UTF-8",
        "spara den igen med kodningen UTF-8",
        "the file of phrases is not saved as UTF-8",
        "save it again with the encoding UTF-8",
    ),
}
