"""Why a file that came back from a reviewer cannot be read, or not compared with its draft."""

from safecomm.explanations.explanation import why

DRAFT = (
    "Ändringarna hittas genom att filen jämförs med det utkast som den är en kopia av. Filen säger vilket det är.",
    "The changes are found by comparing the file with the draft of which it is a copy. The file says which that is.",
)

EXPLANATIONS = {
    "review-too-big": why(
        "Inget utkast är så stort, och att läsa filen skulle ta hela datorns minne.",
        "No draft is that big, and to read the file would take all of the computer's memory.",
    ),
    "review-not-ours": why(*DRAFT),
    "review-foreign": why(*DRAFT),
    "review-other-draft": why(*DRAFT),
    "review-draft-changed": why(*DRAFT),
    "review-draft-lost": why(
        "Utan utkastet vet ingen om en skillnad är granskarens eller om innehållet har ändrats sedan dess. Då skrivs"
        " bara det in som Word har spårat, och bara där texten står kvar som granskaren läste den.",
        "Without the draft nobody knows whether a difference is the reviewer’s, or whether the content has changed"
        " since. Then nothing is written but what Word has tracked, where the text still is as the reviewer read it.",
    ),
}
