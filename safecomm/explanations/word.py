"""Why Word templates are as they are."""

from safecomm.explanations.explanation import why

VANISH = (
    "Taggen tar bort hela det stycke, den rad eller den cell som den står i. Annan text där skulle försvinna med den.",
    "The tag takes away the whole paragraph, row or cell that it stands in. Other text there would vanish with it.",
)
READER = (
    "Det som skrivs ut ska vara ord för en läsare.",
    "What is printed must be words for a reader.",
)
WHOLE = (
    "Word vägrar öppna ett dokument vars delar inte är hela.",
    "Word refuses to open a document whose parts are not whole.",
)
PROOF = (
    "Varje text som innehållet har ska synas i dokumentet, på sin plats. Programmet läser det färdiga dokumentet och"
    " kontrollerar det.",
    "Every text of the content must show in the document, in its place. The program reads the finished document and"
    " checks that.",
)

EXPLANATIONS = {
    "template-missing": why(
        "Varje dokument byggs genom sin mall; utan den finns inget utseende.",
        "Each document is built through its template; without it there is no appearance.",
    ),
    "template-part": why(
        "Dokumentet behöver fotnoter, listor och formatmallar; mallen som följde med programmet har delarna.",
        "The document needs footnotes, lists and styles; the template that came with the program has the parts.",
    ),
    "template-style": why(
        "Formatmallen ger texten dess utseende. Utan den skulle Word visa den som vanlig text.",
        "The style gives the text its appearance. Without it Word would show it as ordinary text.",
    ),
    "template-list": why(
        "Punkter och nummer kommer från den lista som formatmallen hör till.",
        "Bullets and numbers come from the list that the style belongs to.",
    ),
    "template-language": why(
        "Språket styr avstavning, stavningskontroll och hur texten läses upp.",
        "The language governs hyphenation, spelling and how the text is read aloud.",
    ),
    "template-reviewed": why(
        "Spårade ändringar och kommentarer skulle följa med i varje dokument, med granskarens namn.",
        "Tracked changes and comments would come along in every document, with the reviewer's name.",
    ),
    "template-crowded-p": why(*VANISH),
    "template-crowded-tr": why(*VANISH),
    "template-crowded-tc": why(*VANISH),
    "template-syntax": why(
        "En tagg som inte går att läsa skulle annars stå kvar som text i dokumentet.",
        "A tag that cannot be read would otherwise stay in the document as text.",
    ),
    "template-unknown-name": why(
        "Ett felstavat namn skulle annars bli en tom plats i dokumentet.",
        "A misspelt name would otherwise become an empty place in the document.",
    ),
    "template-forbidden": why(
        "En mall kan komma från vem som helst. Den får visa innehållet och inget annat på datorn.",
        "A template can come from anyone. It may show the content and nothing else on the computer.",
    ),
    "template-macro": why(
        "Text som sparas undan kan inte följas till sin plats, och då kan ingen visa att den inte gått förlorad.",
        "Text that is put aside cannot be followed to its place, and then nobody can show that it was not lost.",
    ),
    "template-none": why(
        "En uppgift som saknas ska mallen själv ta ställning till: utelämna stycket eller säga vad som fattas.",
        "What is missing the template itself has to decide on: leave the paragraph out, or say what is missing.",
    ),
    "template-vocabulary": why(*READER),
    "template-kind": why(*READER),
    "template-description": why(
        "Den som inte ser diagrammet får höra beskrivningen i stället.",
        "Those who cannot see the chart hear the description instead.",
    ),
    "template-calculation": why(
        "Uttrycket i taggen passar inte det som innehållet har på den platsen.",
        "The expression in the tag does not fit what the content has in that place.",
    ),
    "template-footnote": why(
        "Word har inga fotnoter i sidhuvuden och sidfötter.",
        "Word has no footnotes in headers and footers.",
    ),
    "too-many-lists": why(
        "Word håller isär ett begränsat antal numrerade listor; nästa skulle fortsätta numreringen av en annan.",
        "Word tells a limited number of numbered lists apart; the next would continue the numbers of another.",
    ),
    "template-result": why(*WHOLE),
    "template-inline-prose": why(
        "Ett stycke kan inte innehålla andra stycken; Word vägrar öppna ett sådant dokument.",
        "A paragraph cannot hold other paragraphs; Word refuses to open such a document.",
    ),
    "template-cell": why(*WHOLE),
    "text-character": why(
        "Word vägrar öppna ett dokument som har tecknet.",
        "Word refuses to open a document that has the character.",
    ),
    "reference-lost": why(
        "Läsaren som klickar på hänvisningen skulle inte komma någonstans.",
        "A reader who clicks on the reference would get nowhere.",
    ),
    "text-lost": why(*PROOF),
    "text-unprinted": why(*PROOF),
    "phrases-encoding": why(
        "I UTF-8 betyder filen samma sak på alla datorer, och å, ä och ö förblir å, ä och ö.",
        "In UTF-8 the file means the same on all computers, and å, ä and ö stay what they are.",
    ),
}
