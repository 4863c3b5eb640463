"""Why two drafts cannot be compared."""

from collections.abc import Mapping

from safecomm.explanations.explanation import Explanation, why

EXPLANATIONS: Mapping[str, Explanation] = {
    "draft-not-word": why(
        "Bara två Wordfiler kan bli en som visar vad som har ändrats mellan dem.",
        "Only two Word files can become one that shows what has changed between them.",
    ),
    "draft-too-big": why(
        "Filen läses i sin helhet, och en som är större än så är knappast ett utkast härifrån.",
        "The whole file is read, and a larger one is hardly a draft from here.",
    ),
}
