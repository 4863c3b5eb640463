"""Why the fields and texts of a file are as they are."""

from safecomm.explanations.explanation import in_fields, in_file, in_text, why

EXPLANATIONS = {
    "missing-key": in_fields(
        "Dokumenten visar uppgiften för varje post av det här slaget, och programmet hittar inte på något.",
        "The documents show the field for every record of this kind, and the program invents nothing.",
        "status: planned",
        "status: planned\ntitle: Belysning",
    ),
    "missing-text": in_file(
        "Dokumenten visar texten för varje post av det här slaget; utan den skulle en rubrik stå ensam.",
        "The documents show the text for every record of this kind; without it a heading would stand alone.",
        "council.md",
        "---\nname: Rådet\nshort_name: Rådet\ncity_members: direktörer\n---",
        "---\nname: Rådet\nshort_name: Rådet\ncity_members: direktörer\n---\n\n# tasks\n\nRådet leder arbetet.",
    ),
    "unknown-key": in_fields(
        "En felstavad nyckel skulle annars läsas förbi, och uppgiften skulle tyst saknas i dokumenten.",
        "A misspelt key would be passed over, and the fact would silently be missing from the documents.",
        "responsable: polisen",
        "responsible: polisen",
    ),
    "unknown-value": in_fields(
        "Tabellerna räknar värdena, och de översätts till ord på båda språken. Därför kommer de från en fast lista.",
        "The tables count the values, and they become words in both languages. So they come from a fixed list.",
        "status: planerad",
        "status: planned",
    ),
    "empty-value": in_fields(
        "Ett tomt värde är varken en uppgift eller en lucka. En uppgift som inte är känd lämnas bort.",
        "An empty value is neither a fact nor a gap. A fact that is not known is left out.",
        "theme: ''",
        "theme: ute",
    ),
    "line-break": in_fields(
        "Värdet står i en rubrik eller i en cell i en tabell och behöver vara en enda rad.",
        "The value stands in a heading or a cell of a table and needs to be a single line.",
        "title: |\n  Belysning\n  i parken",
        "title: Belysning i parken",
    ),
    "not-text": in_fields(
        "Uppgiften är ett enda värde i dokumenten; av en lista vet ingen vilket värde som ska visas.",
        "The field is a single value in the documents; of a list nobody knows which value to show.",
        "title: [Belysning, ljus]",
        "title: Belysning och ljus",
    ),
    "not-a-number": in_file(
        "Dokumenten skriver tal på sitt eget språks vis och räknar med dem. Enheten är en egen uppgift.",
        "The documents write numbers in the way of their language and calculate with them. The unit is its own field.",
        "statistics/injuries.csv",
        "year;value\n2008;21 fall",
        "year;value\n2008;21",
    ),
    "number-ambiguous": in_file(
        "I en svensk tabell är komma decimaltecken, i en engelsk skiljer det tusental, och punkten gör tvärtom. Med tre"
        " siffror efter går det inte att se vad som menas, och felet blir tusenfalt.",
        "In a Swedish table a comma begins the decimals, in an English one it parts the thousands, and the point does"
        " the reverse. Before three digits nobody can see which is meant, and the mistake is a thousandfold.",
        "statistics/injuries.csv",
        "year;value\n2008;65,289",
        "year;value\n2008;65289",
    ),
    "number-missing": in_file(
        "Tabeller från SCB skriver två punkter för uppgift som saknas och ett streck för noll. Här är en tom cell ingen"
        " siffra.",
        "Statistical tables write two points for a figure that is missing and a dash for zero. Here an empty cell is no"
        " figure.",
        "statistics/injuries.csv",
        "year;value\n2007;..\n2008;21",
        "year;value\n2007;\n2008;21",
    ),
    "not-a-whole-number": in_fields(
        "Talet ger platsen i en följd: först 10, sedan 20.",
        "The number gives the place in a sequence: first 10, then 20.",
        "order: först",
        "order: 10",
    ),
    "not-true-or-false": in_fields(
        "Uppgiften är ett ja eller ett nej; ett annat ord kan läsas på båda sätten.",
        "The field is a yes or a no; another word could be read either way.",
        "polisen:\n  name: {sv: Polisen, en: Police}\n  kind: police\n  council: kanske",
        "polisen:\n  name: {sv: Polisen, en: Police}\n  kind: police\n  council: true",
        "organisations.yaml",
    ),
    "not-a-date": in_fields(
        "13/10 och 10/13 läses olika i olika länder. År-månad-dag har bara en betydelse, och dokumenten skriver"
        " datumet på sitt eget språk.",
        "13/10 and 10/13 are read differently in different countries. Year-month-day has one meaning, and the documents"
        " write the date in their own language.",
        "date: 13/10/2008",
        "date: 2008-10-13",
        "application.md",
    ),
    "not-a-year": in_file(
        "Med två siffror vet ingen vilket århundrade som menas.",
        "With two digits nobody knows which century is meant.",
        "statistics/injuries.csv",
        "year;value\n08;21",
        "year;value\n2008;21",
    ),
    "not-a-period": in_fields(
        "En period är hela år, de båda med: först det första, sedan det sista.",
        "A period is whole years, both included: first the first, then the last.",
        "period: 08-11",
        "period: 2008-2011",
    ),
    "not-a-list": in_fields(
        "Uppgiften kan ha flera värden, och hakparenteser och kommatecken visar var det ena slutar.",
        "The field can have several values, and brackets and commas show where one of them ends.",
        "partners: polisen, styrelsen",
        "partners: [polisen, styrelsen]",
    ),
    "not-a-mapping": in_fields(
        "Uppgiften har delar med egna nycklar, till exempel ett namn på svenska (sv) och ett på engelska (en).",
        "The field has parts with keys of their own, such as a name in Swedish (sv) and one in English (en).",
        "polisen:\n  name: Polisen\n  kind: police",
        "polisen:\n  name: {sv: Polisen, en: Police}\n  kind: police",
        "organisations.yaml",
    ),
    "wrong-value": why(
        "Värdet har inte den form som uppgiften har i andra filer.",
        "The value does not have the form that the field has in other files.",
    ),
    "text-in-front-matter": in_fields(
        "Löpande text står under uppgifterna, där den kan ha stycken, listor och fotnoter.",
        "Running text stands below the fields, where it can have paragraphs, lists and footnotes.",
        "text: Gatorna får ljus.",
        "title: Belysning",
    ),
    "field-html": in_fields(
        "En uppgift visas som den är skriven, tecken för tecken.",
        "A field is shown as it is written, character by character.",
        "title: <b>Belysning</b>",
        "title: Belysning",
    ),
    "not-translated": in_fields(
        "En uppgift skrivs en gång, i den svenska filen. Stod den i båda kunde de säga olika saker.",
        "A fact is written once, in the Swedish file. If it stood in both, they could say different things.",
        "title: Lighting\nstatus: planned",
        "title: Lighting",
        "measures/lighting.en.md",
    ),
    "duplicate-section": in_text(
        "En text står på ett ställe; av två vet ingen vilken som kommer först.",
        "A text stands in one place; of two nobody knows which comes first.",
        "# overview\n\nKommunen är liten.\n\n# overview\n\nDen ligger vid en sjö.",
        "# overview\n\nKommunen är liten. Den ligger vid en sjö.",
        "community.md",
    ),
    "unknown-section": in_text(
        "Rubriker med ett # säger vilken text i dokumentet som följer. En okänd skulle inte visas någonstans.",
        "Headings with one # say which text of the document follows. An unknown one would be shown nowhere.",
        "# histroy\n\nArbetet började 2003.",
        "# history\n\nArbetet började 2003.",
        "community.md",
    ),
    "section-level": in_text(
        "Ett # börjar en av filens texter, två eller fler en rubrik inne i den. Med ett för mycket skulle texten"
        " hamna i den föregående.",
        "One # begins one of the file's texts, two or more a heading inside it. With one too many the text would end up"
        " in the one before it.",
        "# overview\n\nKommunen är liten.\n\n## history\n\nArbetet började 2003.",
        "# overview\n\nKommunen är liten.\n\n# history\n\nArbetet började 2003.",
        "community.md",
    ),
    "heading-too-high": in_text(
        "Dokumentets egna rubriker har högsta nivån. En sådan inne i en text skulle se ut som ett nytt kapitel.",
        "The document's own headings have the highest level. One inside a text would look like a new chapter.",
        "# Så gör vi\n\nGatorna får ljus.",
        "## Så gör vi\n\nGatorna får ljus.",
    ),
    "text-outside-section": in_text(
        "Filen har flera texter, och rubriken säger vilken det är. Utan rubrik hör texten inte hemma någonstans.",
        "The file has several texts, and the heading says which one it is. Without it the text belongs nowhere.",
        "Kommunen är liten.",
        "# overview\n\nKommunen är liten.",
        "community.md",
    ),
    "unknown-reference": in_fields(
        "Namn, listor och tabeller hämtas från den post som id:t pekar på. Leder det ingenstans kan inget visas.",
        "Names, lists and tables come from the record that the id points at. If it leads nowhere, nothing can be"
        " shown.",
        "responsible: poliisen",
        "responsible: polisen",
    ),
    "unknown-theme": in_fields(
        "Insatserna visas under sina teman, som kriteriets fil räknar upp i rätt ordning. Utan tema där finns ingen"
        " plats.",
        "Measures are shown below their themes, which the criterion's file lists in order. Without one there is no"
        " place.",
        "theme: inne",
        "theme: ute",
    ),
    "unknown-criteria-set": in_fields(
        "Kriteriernas nummer och ordalydelse kommer från den version av Safe Community-kriterierna som ansökan gäller.",
        "The numbers and wordings of the criteria come from the version of the Safe Community criteria applied under.",
        "criteria_set: sc6-2012",
        "criteria_set: sc6-2002",
        "application.md",
    ),
    "missing-criterion": why(
        "Ansökan svarar på alla kriterier i uppsättningen, i ordning; inget av dem kan hoppas över.",
        "The application answers all criteria of the set, in order; none can be passed over.",
    ),
    "unknown-criterion": why(
        "Filens namn säger vilket kriterium den beskriver; ett annat namn skulle inte visas någonstans.",
        "The file's name says which criterion it describes; under another name it would be shown nowhere.",
    ),
}
