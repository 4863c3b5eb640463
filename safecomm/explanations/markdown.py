"""Why texts are written as they are: everything in them shows in the document, or is refused."""

from safecomm.explanations.explanation import in_text, why

NOTE = "Gatorna får ljus.[^1]\n\n[^1]: Enligt planen."
LINK = "Se [planen][plan].\n\n[plan]: https://example.org/plan"

EXPLANATIONS = {
    "markdown-code": in_text(
        "Grava accenter betyder datorkod, som de här dokumenten inte har någon form för.",
        "Backticks mean computer code, for which these documents have no form.",
        "Se `planen`.",
        "Se *planen*.",
    ),
    "markdown-comment": in_text(
        "En anteckning till er själva ska inte stå i den färdiga ansökan. Bland uppgifterna läses en rad som börjar med"
        " # av ingen annan än er.",
        "A note to yourselves is not meant for the finished application. Among the fields, a line that begins with # is"
        " read by nobody but you.",
        "Gatorna får ljus. <!-- fråga Anna om parken -->",
        "Gatorna får ljus.",
    ),
    "markdown-html": in_text(
        "Dokumenten är inga webbsidor: allt som står inom < och > skulle synas i dem.",
        "The documents are no web pages: whatever stands between < and > would show in them.",
        "Gatorna får <b>ljus</b>.",
        "Gatorna får **ljus**.",
    ),
    "markdown-break": in_text(
        "I en tabells cell finns inget annat sätt att bryta raden, men i ett stycke gör \\ sist på raden det.",
        "In the cell of a table there is no other way to break the line, but in a paragraph \\ at its end does.",
        "Stadshuset<br>Torget 1",
        "Stadshuset\\\nTorget 1",
    ),
    "markdown-task": in_text(
        "En lista att pricka av är för den som arbetar. I ett beslutat dokument ska det stå vad som gäller.",
        "A list to tick off is for those who work. An adopted document is to say what holds.",
        "- [x] Gatorna får ljus\n- [ ] Parken får ljus",
        "- Gatorna har fått ljus\n- Parken får ljus",
    ),
    "markdown-foreign": in_text(
        "Program har egna tecken för överstruket (~~), markerat (==), nedsänkt (H~2~O), formler ($$), rutor (:::) och"
        " länkar ([[sida]]). Dokumenten har ingen form för dem, och tecknen skulle stå kvar.",
        "Programs have marks of their own for what is struck out (~~), highlighted (==), lowered (H~2~O), for formulas"
        " ($$), boxes (:::) and links ([[page]]). The documents have no form for them, and the marks would remain.",
        "Gatorna får ~~inte~~ ljus.",
        "Gatorna får ljus.",
    ),
    "markdown-indented": in_text(
        "Fyra blanksteg eller en tabb betyder datorkod. Oftast är de kvar från en text som klistrats in.",
        "Four spaces or a tab mean computer code. Mostly they are left from a text that was pasted.",
        "Gatorna får ljus.\n\n    Parken också.",
        "Gatorna får ljus.\n\nParken också.",
    ),
    "markdown-rule": in_text(
        "Dokumenten delas in med rubriker; en linje säger inte vad som börjar.",
        "The documents are divided by headings; a line does not say what begins.",
        "Gatorna får ljus.\n\n***\n\nParken också.",
        "Gatorna får ljus.\n\n## Parken\n\nParken också.",
    ),
    "markdown-empty": in_text(
        "En rubrik eller punkt utan text skulle bli en tom rad i dokumentet; oftast är något bortglömt.",
        "A heading or list item without text would be an empty line in the document; mostly something is forgotten.",
        "- Gator\n-\n- Parker",
        "- Gator\n- Parker",
    ),
    "markdown-depth": why(
        "Word kan inte visa hur många nivåer som helst, och ingen läsare kan följa dem.",
        "Word cannot show any number of levels, and no reader can follow them.",
    ),
    "character-forbidden": in_text(
        "Osynliga tecken kommer med när text klistras in. Word kan inte öppna ett dokument som har dem.",
        "Invisible characters come along when text is pasted. Word cannot open a document that holds them.",
        "Gatorna&#7; får ljus.",
        "Gatorna får ljus.",
    ),
    "list-number": in_text(
        "Word numrerar listan själv. Ett annat nummer i texten skulle ändras, och hänvisningar till det bli fel.",
        "Word numbers the list itself. Another number in the text would change, and references to it would be wrong.",
        "1. Gator\n2. Parker\n4. Skolor",
        "1. Gator\n2. Parker\n3. Skolor",
    ),
    "table-row": in_text(
        "En cell för mycket eller för lite flyttar värdena till fel kolumn.",
        "A cell too many or too few moves the values to the wrong column.",
        "| Plats | Antal |\n|---|---|\n| Gator | 3 | 4 |",
        "| Plats | Antal |\n|---|---|\n| Gator | 3 |",
    ),
    "table-broken": in_text(
        "Strecken under rubrikraden gör den till en tabell, ett för varje kolumn. Annars blir allt löpande text.",
        "The dashes below the header make it a table, one for each column. Else everything becomes running text.",
        "| Plats | Antal |\n|---|\n| Gator | 3 |",
        "| Plats | Antal |\n|---|---|\n| Gator | 3 |",
    ),
    "footnote-undefined": in_text(
        "Läsaren skulle få en siffra som inte leder till något.",
        "The reader would get a number that leads to nothing.",
        "Gatorna får ljus.[^1]",
        NOTE,
    ),
    "footnote-unused": in_text(
        "En fotnot som ingen text hänvisar till skulle inte stå på någon sida.",
        "A footnote that no text refers to would stand on no page.",
        "Gatorna får ljus.\n\n[^1]: Enligt planen.",
        NOTE,
    ),
    "footnote-duplicate": in_text(
        "Två texter för samma fotnot: den ena skulle försvinna.",
        "Two texts for one footnote: one of them would vanish.",
        f"{NOTE}\n\n[^1]: Enligt beslutet.",
        "Gatorna får ljus.[^1] Parken också.[^2]\n\n[^1]: Enligt planen.\n\n[^2]: Enligt beslutet.",
    ),
    "footnote-nested": in_text(
        "Word kan inte visa en fotnot i en fotnot.",
        "Word cannot show a footnote inside a footnote.",
        "Gatorna får ljus.[^1]\n\n[^1]: Enligt planen.[^2]\n\n[^2]: Från 2008.",
        "Gatorna får ljus.[^1]\n\n[^1]: Enligt planen från 2008.",
    ),
    "footnote-label": in_text(
        "Namnet binder ihop siffran i texten med fotnoten; det behöver vara ett ord.",
        "The name ties the number in the text to the note; it needs to be one word.",
        "Gatorna får ljus.[^planen 2008]",
        "Gatorna får ljus.[^plan]\n\n[^plan]: Planen 2008.",
    ),
    "footnote-inline": in_text(
        "Fotnotens text står för sig, så att stycket går att läsa också i filen.",
        "The text of a note stands by itself, so that the paragraph can be read in the file too.",
        "Gatorna får ljus.^[Enligt planen.]",
        NOTE,
    ),
    "definition-misplaced": in_text(
        "Utan tom rad före hör raden till stycket ovanför, och adressen skulle stå i texten.",
        "Without an empty line before it the line belongs to the paragraph above, and the address would show in the"
        " text.",
        "Se planen.\n[plan]: https://example.org/plan",
        LINK,
    ),
    "link-undefined": in_text(
        "En länk utan adress leder ingenstans, och klamrarna skulle synas i dokumentet.",
        "A link without an address leads nowhere, and the brackets would show in the document.",
        "Se [planen][plan].",
        LINK,
    ),
    "link-unused": in_text(
        "En adress som ingen länk använder syns inte; antingen är länken glömd eller felstavad.",
        "An address that no link uses does not show; the link is forgotten or misspelt.",
        "Se planen.\n\n[plan]: https://example.org/plan",
        LINK,
    ),
    "link-duplicate": in_text(
        "Två adresser för samma länk: den ena skulle försvinna.",
        "Two addresses for one link: one of them would vanish.",
        f"{LINK}\n[plan]: https://example.org/annan",
        LINK,
    ),
    "link-destination": in_text(
        "Dokumentet skickas vidare utan sina filer, så en länk behöver en hel adress som fungerar överallt.",
        "The document travels without its files, so a link needs a whole address that works everywhere.",
        "Se [planen](../plan.pdf).",
        "Se [planen](https://example.org/plan.pdf).",
    ),
    "link-empty": in_text(
        "En länk utan text syns inte och går inte att klicka på.",
        "A link without text does not show and cannot be clicked.",
        "Se [](https://example.org/plan).",
        "Se [planen](https://example.org/plan).",
    ),
    "link-broken": in_text(
        "Klamrar och adress skulle synas som text i dokumentet.",
        "Brackets and address would show as text in the document.",
        "Se [planen](https://example.org/en plan).",
        "Se [planen](https://example.org/en-plan).",
    ),
    "list-typed": in_text(
        "Bara en riktig lista får punkter och indrag i Word, och bara den hörs som en lista.",
        "Only a real list gets bullets and indentation in Word, and only that is heard as a list.",
        "Vi ska\n• tända lampor\n• klippa häckar.",
        "Vi ska\n\n- tända lampor\n- klippa häckar.",
    ),
    "heading-bold": in_text(
        "En riktig rubrik står i innehållsförteckningen, och den som lyssnar kan hoppa till den.",
        "A real heading stands in the table of contents, and a listener can jump to it.",
        "**Mer ljus**\n\nLamporna byts ut.",
        "## Mer ljus\n\nLamporna byts ut.",
    ),
    "heading-skipped": in_text(
        "Nivåerna visar vad som hör till vad. Saknas en tror den som lyssnar att något har fallit bort.",
        "The levels show what belongs to what. Where one is missing a listener thinks that something was lost.",
        "## Ljus\n\nLamporna byts ut.\n\n#### Parker\n\nParken först.",
        "## Ljus\n\nLamporna byts ut.\n\n### Parker\n\nParken först.",
    ),
    "attributes-unknown": in_text(
        "Språket styr stavning och uppläsning. Med två bokstäver vet Word vilket det är.",
        "The language governs spelling and reading aloud. By two letters Word knows which it is.",
        "Staden följer [Safe Community]{lang=engelska}.",
        "Staden följer [Safe Community]{lang=en}.",
    ),
    "attributes-misplaced": in_text(
        "Klammern skulle synas i dokumentet som vanlig text.",
        "The brace would show in the document as ordinary text.",
        "## Belysning {#belysning}\n\nLamporna byts ut.",
        "## Belysning\n\nLamporna byts ut.",
    ),
    "link-text": in_text(
        "Den som lyssnar hör länkarna var för sig; ”här” säger då inget om vart de leder.",
        "A listener hears the links by themselves, and then “here” does not tell where they lead.",
        "Planen finns [här](https://example.org/plan).",
        "Läs [planen för belysning](https://example.org/plan).",
    ),
    "link-address": in_text(
        "En lång adress läses upp tecken för tecken och säger inget om vart den leder.",
        "A long address is read aloud character by character and does not tell where it leads.",
        "Se <https://www.example.org/kommun/trygghet/2008/belysning/plan-for-belysning.pdf>.",
        "Se [planen](https://www.example.org/kommun/trygghet/2008/belysning/plan-for-belysning.pdf).",
    ),
}
