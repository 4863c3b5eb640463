"""Why a PDF could not be made."""

from safecomm.explanations.explanation import why

PROGRAM = (
    "PDF:en görs av LibreOffice. Word-dokumenten behöver det inte och är redan skrivna.",
    "The PDF is made by LibreOffice. The Word files do not need it and have been written.",
)

EXPLANATIONS = {
    "office-missing": why(*PROGRAM),
    "office-hangs": why(*PROGRAM),
    "office-crashed": why(*PROGRAM),
    "pdf-missing": why(*PROGRAM),
    "pdf-broken": why(
        "En PDF som inte är hel går inte att öppna. Därför ligger den tidigare kvar i stället.",
        "A PDF that is not whole cannot be opened. So the earlier one stays in its place.",
    ),
}
