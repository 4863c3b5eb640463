"""What can be wrong in the room `markdown`."""

from collections.abc import Mapping

from safecomm.messages.message import Message, error

MESSAGES: Mapping[str, Message] = {
    "markdown-code": error(
        "text mellan grava accenter (`) eller under ``` kan inte visas i dokumentet",
        "ta bort tecknen, eller skriv \\` där tecknet ska synas",
        "text between backticks (`) or below ``` cannot be shown in the document",
        "remove the marks, or write \\` where the mark itself is to be seen",
    ),
    "markdown-indented": error(
        "stycket börjar med minst fyra blanksteg eller en tabb och räknas då inte som vanlig text",
        "ta bort blankstegen i början av raden",
        "the paragraph begins with at least four spaces or a tab and so does not count as ordinary text",
        "remove the spaces at the beginning of the line",
    ),
    "markdown-image": error(
        "bilder i texten kan inte visas än",
        "ta bort bilden, eller ta bort utropstecknet så att det blir en länk",
        "pictures in the text cannot be shown yet",
        "remove the picture, or remove the exclamation mark to make it a link",
    ),
    "markdown-rule": error(
        "en avdelande linje kan inte visas i dokumentet",
        "ta bort raden, eller skriv en rubrik i stället",
        "a dividing line cannot be shown in the document",
        "remove the line, or write a heading instead",
    ),
    "markdown-empty": error(
        "rubriken, punkten, citatet eller fotnoten är tom",
        "skriv texten, eller ta bort raden",
        "the heading, list item, quotation or footnote is empty",
        "write its text, or remove the line",
    ),
    "markdown-depth": error(
        "för många nivåer av listor, citat eller betoningar i varandra",
        "skriv med färre nivåer; åtta räcker alltid",
        "too many levels of lists, quotations or emphasis inside each other",
        "use fewer levels; eight always work",
    ),
    "character-forbidden": error(
        "tecknet {character} är osynligt eller spår av ett tecken som gått förlorat, och kan inte stå i ett dokument",
        "ta bort det, eller skriv tecknet som skulle ha stått där",
        "the character {character} is invisible or the trace of a lost character, and cannot stand in a document",
        "remove it, or write the character that should have been there",
    ),
    "list-number": error(
        "punkten har nummer {number}, men skulle få nummer {expected} i dokumentet",
        "numrera punkterna i följd, eller börja en ny lista efter ett stycke text",
        "the item has number {number} but would get number {expected} in the document",
        "number the items in sequence, or begin a new list after a paragraph of text",
    ),
    "table-row": error(
        "antalet celler i raden är {found}, men tabellens rubrikrad har {width}",
        "rätta raden; skriv \\| där ett lodstreck ska synas, och en tom rad efter tabellen",
        "the row's number of cells is {found}, but the table's header has {width}",
        "mend the row; write \\| where a vertical bar is to be seen, and an empty line after the table",
    ),
    "table-broken": error(
        "det här ser ut som en tabell, men rubrikraden och strecken under den har inte lika många kolumner",
        "skriv lika många kolumner i båda raderna, med en tom rad före tabellen",
        "this looks like a table, but the header and the dashes below it do not have the same number of columns",
        "write as many columns in both lines, with an empty line before the table",
    ),
    "footnote-undefined": error(
        "fotnoten ”{label}” har ingen text",
        "skriv ”[^{label}]: ” och fotnotens text på en egen rad efter en tom rad",
        "the footnote “{label}” has no text",
        "write “[^{label}]: ” and the text of the note on a line of its own after an empty line",
    ),
    "footnote-unused": error(
        "ingen text hänvisar till fotnoten ”{label}”",
        "skriv ”[^{label}]” i texten där fotnoten hör hemma, eller ta bort den",
        "no text refers to the footnote “{label}”",
        "write “[^{label}]” in the text where the note belongs, or remove it",
    ),
    "footnote-duplicate": error(
        "fotnoten ”{label}” har redan en text på rad {first}",
        "ge den ena ett annat namn, eller ta bort den",
        "the footnote “{label}” already has a text in line {first}",
        "give one of them another name, or remove it",
    ),
    "footnote-nested": error(
        "fotnoten ”{label}” står inne i en annan fotnot",
        "flytta den till den löpande texten, eller skriv samman de två",
        "the footnote “{label}” stands inside another footnote",
        "move it to the running text, or make the two into one",
    ),
    "footnote-label": error(
        "”[^” börjar en fotnot, men dess namn saknas eller har ett blanksteg i sig",
        "skriv ett namn i ett ord, till exempel [^scb], eller \\[^ där tecknen ska synas",
        "“[^” begins a footnote, but its name is missing or has a space in it",
        "write a name of one word, for example [^scb], or \\[^ where the characters are to be seen",
    ),
    "footnote-inline": error(
        "fotnotens text kan inte stå inne i stycket",
        "skriv till exempel [^1] här och ”[^1]: ” med texten på en egen rad efter en tom rad",
        "the text of a footnote cannot stand inside the paragraph",
        "write for example [^1] here, and “[^1]: ” with the text on a line of its own after an empty line",
    ),
    "definition-misplaced": error(
        "”[{label}]: ” blir vanlig text här, eftersom raden sitter ihop med texten före eller har mer än en adress",
        "skriv en tom rad före, och bara adressen eller fotnotens text efter",
        "“[{label}]: ” becomes ordinary text here: it is joined to the text before it or has more than an address",
        "write an empty line before it, and after it only the address or the text of the note",
    ),
    "link-undefined": error(
        "länken ”{label}” har ingen adress",
        "skriv ”[{label}]: https://…” på en egen rad efter en tom rad, eller \\[ där klammern ska synas",
        "the link “{label}” has no address",
        "write “[{label}]: https://…” on a line of its own after an empty line, or \\[ where the bracket is to be seen",
    ),
    "link-unused": error(
        "ingen text använder länken ”{label}”",
        "skriv ”[länkens text][{label}]” där den hör hemma, eller ta bort raden",
        "no text uses the link “{label}”",
        "write “[text of the link][{label}]” where it belongs, or remove the line",
    ),
    "link-duplicate": error(
        "länken ”{label}” har redan en adress på rad {first}",
        "ge den ena ett annat namn, eller ta bort den",
        "the link “{label}” already has an address in line {first}",
        "give one of them another name, or remove it",
    ),
    "link-destination": error(
        "dokumentet kan inte länka till ”{destination}”",
        "skriv en hel adress som börjar med https://, http://, mailto: eller tel:, eller \\< där tecknet < ska synas",
        "the document cannot link to “{destination}”",
        "write a whole address that begins with https://, http://, mailto: or tel:, or \\< where a < is to be seen",
    ),
    "link-empty": error(
        "länken har ingen text att klicka på",
        "skriv texten mellan klamrarna: [text](https://…)",
        "the link has no text to click on",
        "write the text between the brackets: [text](https://…)",
    ),
    "link-broken": error(
        "”[{label}](” är ingen hel länk: adressen har blanksteg, slutet ) saknas, eller länk eller fotnot i den",
        "skriv [text](https://…) utan blanksteg i adressen, eller ett blanksteg före ( om det inte är en länk",
        "“[{label}](” is no whole link: its address has spaces, the closing ) is missing, or a link or note inside it",
        "write [text](https://…) without spaces in the address, or a space before ( if it is no link",
    ),
}
