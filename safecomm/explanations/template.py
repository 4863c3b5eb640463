"""Why templates are as they are, where a check sees it without any content."""

from safecomm.explanations.explanation import why

HALVES = (
    "En tagg börjar och slutar på samma slags plats. Annars skulle halva stycken bli kvar, och Word vägra öppna"
    " dokumentet.",
    "A tag begins and ends in the same kind of place. Else halves of paragraphs would be left, and Word would refuse to"
    " open the document.",
)
PHRASE = (
    "Fraserna är de ord på varje språk som står i dokumentet utan att stå i innehållet.",
    "The phrases are the words of each language that stand in the document without standing in the content.",
)
PLACE = (
    "En text med egna stycken kan inte stå inne i ett stycke, och en enda rad behöver ett stycke att stå i.",
    "A text with paragraphs of its own cannot stand inside a paragraph, and a single line needs one to stand in.",
)
LIST = (
    "En lista visas post för post; ur hela listan går inget enskilt att skriva ut.",
    "A list is shown record by record; nothing single can be printed of the whole.",
)

EXPLANATIONS = {
    "template-torn": why(*HALVES),
    "template-unclosed": why(*HALVES),
    "template-stray": why(*HALVES),
    "template-across": why(*HALVES),
    "template-in-list": why(*LIST),
    "template-no-list": why(*LIST),
    "template-optional": why(
        "Uppgiften saknas kanske en dag, och då skulle bygget stanna. Mallen säger vad som ska stå i så fall.",
        "The field may be missing one day, and the build would stop. The template says what stands there then.",
    ),
    "template-standing": why(*PLACE),
    "template-line": why(*PLACE),
    "template-phrase": why(*PHRASE),
    "template-own-phrase": why(*PHRASE),
    "template-arguments": why(*PHRASE),
}
