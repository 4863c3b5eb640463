"""Why `safecomm status` asks what no rule demands."""

from safecomm.explanations.explanation import why

FRESH = (
    "Certifieraren frågar hur aktuellt underlaget är. Det syns av åren eller av hur ofta det kommer.",
    "The certifier asks how recent the evidence is. The years tell, or how often it comes.",
)

EXPLANATIONS = {
    "evidence-undated": why(*FRESH),
    "evidence-old": why(*FRESH),
    "criterion-without-followup": why(
        "Utan underlag som återkommer går det inte att se om arbetet ger resultat.",
        "Without evidence that comes again, nobody can see whether the work has results.",
    ),
    "summary-field-missing": why(
        "Ansökans första blad har en rad för uppgiften.",
        "The first sheet of the application has a line for it.",
    ),
}
