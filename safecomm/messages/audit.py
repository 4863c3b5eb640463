"""What `safecomm audit` can find in a Word file; docs/audit.md says which rule asks for it."""

from collections.abc import Mapping

from safecomm.messages.message import Message, error

MESSAGES: Mapping[str, Message] = {
    "audit-more": error(
        "det finns fler fynd av slaget {kind} än de som visas",
        "rätta dem som visas och granska filen igen",
        "there are more findings of the kind {kind} than are shown",
        "mend those that are shown, and audit the file again",
    ),
    "audit-title": error(
        "dokumentet har ingen titel",
        "skriv titeln under Arkiv, Info, Egenskaper, Titel; den läses upp när dokumentet öppnas",
        "the document has no title",
        "write the title under File, Info, Properties, Title; it is read aloud when the document is opened",
    ),
    "audit-language": error(
        "dokumentet säger inte vilket språk texten har",
        "välj språk i Word: Granska, Språk, Ange språk, Använd som standard",
        "the document does not say in which language the text is",
        "choose one in Word: Review, Language, Set Proofing Language, Set As Default",
    ),
    "audit-protected": error(
        "dokumentet är skyddat mot redigering",
        "ta bort skyddet: Granska, Begränsa redigering, Stoppa skydd, och Spara som, Verktyg, Allmänna alternativ",
        "the document is protected against editing",
        "remove the protection: Review, Restrict Editing, Stop Protection, and Save As, Tools, General Options",
    ),
    "audit-relationship": error(
        "något i dokumentet leder till ”{id}”, som inte finns: ”{text}” (del: {part})",
        "ta bort bilden, länken eller sidhuvudet där och infoga det på nytt",
        "something in the document leads to “{id}”, which does not exist: “{text}” (part: {part})",
        "remove the picture, link or header there and insert it anew",
    ),
    "audit-part": error(
        "dokumentet leder till {target}, som inte finns i filen (del: {part})",
        "ta bort bilden eller objektet som inte visas och infoga det på nytt",
        "the document leads to {target}, which is not in the file (part: {part})",
        "remove the picture or object that does not show and insert it anew",
    ),
    "audit-note": error(
        "en hänvisning leder till not {id}, som inte finns: ”{text}” (del: {part})",
        "ta bort hänvisningen och infoga noten på nytt: Referenser, Infoga fotnot",
        "a reference leads to note {id}, which does not exist: “{text}” (part: {part})",
        "remove the reference and insert the note anew: References, Insert Footnote",
    ),
    "audit-note-id": error(
        "två noter har samma nummer i filen, {id}: ”{text}” (del: {part})",
        "ta bort den andra noten och infoga den på nytt: Referenser, Infoga fotnot",
        "two notes have the same number in the file, {id}: “{text}” (part: {part})",
        "remove the second note and insert it anew: References, Insert Footnote",
    ),
    "audit-drawing-id": error(
        "två bilder eller diagram har samma nummer i filen, {id}: ”{text}” (del: {part})",
        "klipp ut den andra bilden och klistra in den igen, så ger Word den ett eget nummer",
        "two pictures or charts have the same number in the file, {id}: “{text}” (part: {part})",
        "cut the second one and paste it again, so that Word gives it a number of its own",
    ),
    "audit-control-id": error(
        "två innehållskontroller har samma nummer i filen, {id}: ”{text}” (del: {part})",
        "klipp ut den andra innehållskontrollen och klistra in den igen",
        "two content controls have the same number in the file, {id}: “{text}” (part: {part})",
        "cut the second content control and paste it again",
    ),
    "audit-no-headings": error(
        "dokumentet har inga rubriker",
        "ge rubrikerna formatmallarna Rubrik 1, Rubrik 2 och så vidare; med dem hittar en skärmläsare i texten",
        "the document has no headings",
        "give the headings the styles Heading 1, Heading 2 and so on; by them a screen reader finds its way",
    ),
    "audit-heading-empty": error(
        "en rubrik är tom, efter ”{text}” (del: {part})",
        "skriv rubriken, eller ta bort stycket",
        "a heading is empty, after “{text}” (part: {part})",
        "write the heading, or delete the paragraph",
    ),
    "audit-heading-jump": error(
        "rubriken ”{text}” har nivå {level}, men nivå {wanted} saknas före den (del: {part})",
        "ge den formatmallen Rubrik {wanted}, eller sätt in den rubrik som fattas",
        "the heading “{text}” is of level {level}, but level {wanted} is missing before it (part: {part})",
        "give it the style Heading {wanted}, or insert the heading that is missing",
    ),
    "audit-heading-bold": error(
        "stycket ser ut som en rubrik men är bara fet text: ”{text}” (del: {part})",
        "ge det en av formatmallarna Rubrik 1–6, eller skriv ut meningen med punkt",
        "the paragraph looks like a heading but is only bold text: “{text}” (part: {part})",
        "give it one of the styles Heading 1–6, or write it as a sentence with a full stop",
    ),
    "audit-list-typed": error(
        "en lista är gjord med tecken: ”{text}” (del: {part})",
        "ta bort tecknet eller siffran och välj Punktlista eller Numrering i Word",
        "a list is made of characters: “{text}” (part: {part})",
        "delete the character or number and choose Bullets or Numbering in Word",
    ),
    "audit-empty-paragraph": error(
        "tomma stycken används som mellanrum, efter ”{text}” (del: {part})",
        "ta bort dem och öka formatmallens avstånd före eller efter stycket",
        "empty paragraphs are used as spacing, after “{text}” (part: {part})",
        "delete them and give the style more space before or after the paragraph",
    ),
    "audit-table-header": error(
        "tabellen som börjar med ”{text}” saknar rubrikrad (del: {part})",
        "markera första raden och välj Tabelldesign, Layout, Upprepa rubrikrader",
        "the table that begins with “{text}” has no header row (part: {part})",
        "select the first row and choose Table Design, Layout, Repeat Header Rows",
    ),
    "audit-table-merged": error(
        "tabellen som börjar med ”{text}” har sammanfogade celler (del: {part})",
        "dela cellerna: Layout, Dela celler; en skärmläsare vet annars inte vilken rubrik som gäller",
        "the table that begins with “{text}” has merged cells (part: {part})",
        "split the cells: Layout, Split Cells; otherwise a screen reader cannot tell which heading applies",
    ),
    "audit-table-nested": error(
        "tabellen som börjar med ”{text}” står inuti en annan tabell (del: {part})",
        "flytta ut den och ställ den efter den andra tabellen",
        "the table that begins with “{text}” stands inside another table (part: {part})",
        "move it out and put it after the other table",
    ),
    "audit-cell-end": error(
        "en tabellcell slutar inte med ett stycke, och Word kan inte öppna filen: ”{text}” (del: {part})",
        "gör om filen: varje cell måste sluta med ett stycke, om än ett tomt",
        "a table cell does not end in a paragraph, and Word cannot open the file: “{text}” (part: {part})",
        "make the file anew: each cell must end in a paragraph, if only an empty one",
    ),
    "audit-picture": error(
        "bilden eller diagrammet ”{name}” saknar alternativtext, vid ”{text}” (del: {part})",
        "högerklicka på bilden, välj Visa alternativtext och skriv vad den visar, eller markera den som dekorativ",
        "the picture or chart “{name}” has no alternative text, near “{text}” (part: {part})",
        "right-click the picture, choose View Alt Text and write what it shows, or mark it as decorative",
    ),
    "audit-link-empty": error(
        "en länk har ingen text: ”{text}” (del: {part})",
        "skriv vart länken leder, eller ta bort den",
        "a link has no text: “{text}” (part: {part})",
        "write where the link leads, or remove it",
    ),
    "audit-link-text": error(
        "länktexten ”{link}” säger inte vart länken leder: ”{text}” (del: {part})",
        "skriv namnet på sidan eller dokumentet som länken leder till",
        "the link text “{link}” does not say where the link leads: “{text}” (part: {part})",
        "write the name of the page or document that the link leads to",
    ),
    "audit-link-address": error(
        "länktexten är en lång adress: ”{link}” (del: {part})",
        "skriv namnet på sidan i stället; en skärmläsare läser adressen tecken för tecken",
        "the link text is a long address: “{link}” (part: {part})",
        "write the name of the page instead; a screen reader reads the address out by the character",
    ),
    "audit-link-place": error(
        "en länk leder till bokmärket ”{place}”, som inte finns: ”{text}” (del: {part})",
        "högerklicka på länken, välj Redigera länk och peka ut platsen på nytt",
        "a link leads to the bookmark “{place}”, which does not exist: “{text}” (part: {part})",
        "right-click the link, choose Edit Link and point out the place anew",
    ),
    "audit-contrast": error(
        "text i färgen {colour} på bakgrunden {background} är svår att läsa, kontrast {ratio}:1:"
        " ”{text}” (del: {part})",
        "välj en mörkare eller ljusare färg i formatmallen, så att kontrasten blir minst {least}:1",
        "text in the colour {colour} on the background {background} is hard to read, contrast {ratio}:1:"
        " “{text}” (part: {part})",
        "choose a darker or lighter colour in the style, so that the contrast is at least {least}:1",
    ),
    "audit-field-open": error(
        "ett fält har ingen början eller inget slut: ”{text}” (del: {part})",
        "ta bort fältet och infoga det på nytt: Infoga, Snabbdelar, Fält",
        "a field has no beginning or no end: “{text}” (part: {part})",
        "remove the field and insert it anew: Insert, Quick Parts, Field",
    ),
    "audit-field-empty": error(
        "fältet {field} visar ingenting: ”{text}” (del: {part})",
        "uppdatera fälten i Word (Ctrl+A, F9) och spara filen",
        "the field {field} shows nothing: “{text}” (part: {part})",
        "update the fields in Word (Ctrl+A, F9) and save the file",
    ),
    "audit-bookmark-open": error(
        "bokmärket ”{bookmark}” har ingen början eller inget slut: ”{text}” (del: {part})",
        "ta bort bokmärket och infoga det på nytt: Infoga, Bokmärke",
        "the bookmark “{bookmark}” has no beginning or no end: “{text}” (part: {part})",
        "remove the bookmark and insert it anew: Insert, Bookmark",
    ),
    "audit-bookmark-id": error(
        "bokmärket ”{bookmark}” har samma nummer i filen som ett annat: ”{text}” (del: {part})",
        "ta bort bokmärket och infoga det på nytt: Infoga, Bokmärke",
        "the bookmark “{bookmark}” has the same number in the file as another one: “{text}” (part: {part})",
        "remove the bookmark and insert it anew: Insert, Bookmark",
    ),
    "audit-bookmark-name": error(
        "två bokmärken heter ”{bookmark}”: ”{text}” (del: {part})",
        "ta bort det ena, eller ge det ett annat namn: Infoga, Bokmärke",
        "two bookmarks are called “{bookmark}”: “{text}” (part: {part})",
        "remove one of them, or give it another name: Insert, Bookmark",
    ),
    "audit-tag": error(
        "en tagg ur en mall står kvar: {tag} i ”{text}” (del: {part})",
        "skriv det som skulle ha stått där, eller rätta mallen och gör om dokumentet",
        "a tag of a template is left: {tag} in “{text}” (part: {part})",
        "write what should have stood there, or correct the template and make the document anew",
    ),
}
