"""What can be wrong in how the fields of a content file are written."""

from safecomm.messages.message import error

YAML = {
    "yaml-syntax": error(
        "raden går inte att tolka",
        "skriv ”nyckel: värde”, och sätt värdet inom citattecken om det innehåller skiljetecken",
        "the line cannot be read",
        "write “key: value”, and put the value in quotation marks if it holds punctuation",
    ),
    "yaml-tab": error(
        "raden börjar med eller innehåller en tabb",
        "gör indrag med mellanslag",
        "the line begins with a tab or holds one",
        "indent with spaces",
    ),
    "yaml-mark": error(
        "värdet börjar med ett tecken som kräver citattecken: @, `, %, >, |, ], }} eller kommatecken",
        "sätt hela värdet inom citattecken",
        "the value begins with a character that needs quotation marks: @, `, %, >, |, ], }} or a comma",
        "put the whole value in quotation marks",
    ),
    "yaml-colon": error(
        "värdet innehåller ett kolon följt av blanksteg",
        'sätt hela värdet inom citattecken: title: "Trygghet: en början"',
        "the value holds a colon with a space after it",
        'put the whole value in quotation marks: title: "Safety: a start"',
    ),
    "yaml-quote": error(
        "ett citattecken avslutas aldrig",
        "avsluta värdet med samma citattecken som det börjar med: \" eller ', inte de runda ” som Word skriver",
        "a quotation mark is never closed",
        "end the value with the quotation mark that it begins with: \" or ', not the round “ ” that Word writes",
    ),
    "yaml-bracket": error(
        "en lista avslutas aldrig",
        "avsluta listan med ] och skilj värdena åt med kommatecken",
        "a list is never closed",
        "close the list with ] and put commas between its values",
    ),
    "yaml-dash": error(
        "listan börjar på samma rad som sin nyckel",
        "skriv varje värde på en egen indragen rad som börjar med ”- ”, eller alla inom hakparenteser: [a, b]",
        "the list begins on the line of its key",
        "write each value on an indented line of its own that begins with “- ”, or all in brackets: [a, b]",
    ),
    "yaml-indent": error(
        "raden är inte indragen som raderna omkring den",
        "låt rader på samma nivå börja i samma kolumn",
        "the line is not indented like those around it",
        "let lines of the same level begin in the same column",
    ),
    "yaml-trailing": error(
        "något står efter det tecken som avslutar värdet",
        "ta bort det, eller sätt hela värdet inom citattecken",
        "something stands after the mark that ends the value",
        "remove it, or put the whole value in quotation marks",
    ),
    "yaml-missing-colon": error(
        "raden saknar kolon och blanksteg efter nyckeln",
        "skriv ”nyckel: värde”; är det här text ska raden --- stå ovanför den",
        "the line has no colon and space after its key",
        "write “key: value”; if this is text, the line --- belongs above it",
    ),
    "yaml-escape": error(
        "ett omvänt snedstreck står inom dubbla citattecken",
        "använd enkla citattecken ('…') när värdet innehåller \\",
        "a backslash stands in double quotation marks",
        "use single quotation marks ('…') when the value holds \\",
    ),
    "yaml-comment": error(
        "det som följer efter # i raden läses inte",
        "sätt hela värdet inom citattecken, eller skriv anmärkningen på en egen rad som börjar med #",
        "what follows # in the line is not read",
        "put the whole value in quotation marks, or write the note on a line of its own that begins with #",
    ),
    "yaml-alias": error(
        "& och * har en särskild betydelse först i ett värde",
        "sätt värdet inom citattecken",
        "& and * have a special meaning at the start of a value",
        "put the value in quotation marks",
    ),
    "yaml-tag": error(
        "! har en särskild betydelse först i ett värde",
        "sätt värdet inom citattecken",
        "! has a special meaning at the start of a value",
        "put the value in quotation marks",
    ),
    "yaml-key": error(
        "här väntades en nyckel",
        "skriv ”nyckel: värde”, och nyckeln utan parenteser eller andra tecken",
        "a key was expected here",
        "write “key: value”, and the key without brackets or other marks",
    ),
    "yaml-no-mapping": error(
        "här väntades uppgifter på formen ”nyckel: värde”",
        "skriv en nyckel, kolon, ett blanksteg och värdet på varje rad",
        "fields of the form “key: value” were expected here",
        "write a key, a colon, a space and the value on each line",
    ),
    "yaml-documents": error(
        "en rad --- eller ... delar uppgifterna i två",
        "ta bort raden",
        "a line --- or ... splits the fields in two",
        "remove the line",
    ),
    "yaml-nesting": error(
        "uppgifterna är inkapslade i mer än {deepest} nivåer",
        "ta bort överflödiga parenteser och indrag",
        "the fields are nested more than {deepest} deep",
        "remove superfluous brackets and indentation",
    ),
    "duplicate-key": error(
        "”{key}” står redan på rad {first}",
        "ta bort den ena raden",
        "“{key}” stands on line {first} already",
        "remove one of the lines",
    ),
}
