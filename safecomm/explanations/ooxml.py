"""Why a Word file must be whole, open and no larger than a document is."""

from collections.abc import Mapping

from safecomm.explanations.explanation import Explanation, why

READ = (
    "Bara ett helt och öppet Word-dokument (.docx) säger vad som står i det. Andra filer läses inte på ett ungefär.",
    "Only a whole and open Word document (.docx) tells what stands in it. Other files are not guessed at.",
)

EXPLANATIONS: Mapping[str, Explanation] = {
    "docx-missing": why(*READ),
    "docx-folder": why(*READ),
    "docx-lock-file": why(
        "I den står bara vem som har dokumentet öppet, och Word tar bort den när dokumentet stängs.",
        "It holds only who has the document open, and Word removes it when the document is closed.",
    ),
    "docx-not-word": why(*READ),
    "docx-other-format": why(*READ),
    "docx-protected": why(
        "Ett lösenord gömmer texten för alla program som inte har det.",
        "A password hides the text from all programs that do not have it.",
    ),
    "docx-strict": why(
        "Formatet ger allt andra namn; nästan bara Word kan läsa det.",
        "The format gives everything other names; hardly any program but Word can read it.",
    ),
    "docx-too-big": why(
        "En så stor fil är skadad, eller gjord för att fylla datorns minne.",
        "A file that large is damaged, or made to fill the computer's memory.",
    ),
    "docx-damaged": why(
        "Word visar ett fel, lagar filen på sitt eget sätt eller vägrar öppna den.",
        "Word shows an error, mends the file in its own way or refuses to open it.",
    ),
}
