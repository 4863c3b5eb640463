"""Why a command does not change the content files."""

from safecomm.explanations.explanation import why

ONE = (
    "Ett id står för en enda post, och alla hänvisningar leder till den.",
    "An id stands for a single record, and all references lead to it.",
)
EVERYWHERE = (
    "Ett id byts överallt eller ingenstans, så att ingen hänvisning blir utan mål.",
    "An id changes everywhere or nowhere, so that no reference is left without its aim.",
)

EXPLANATIONS = {
    "id-taken": why(*ONE),
    "unknown-id": why(*ONE),
    "ambiguous-id": why(*ONE),
    "fixed-id": why(
        "Kriterierna och filerna med bara en post har namn som programmet känner igen dem på.",
        "The criteria and the files of a single record have names by which the program knows them.",
    ),
    "id-spelled-oddly": why(*EVERYWHERE),
    "rename-unfinished": why(*EVERYWHERE),
    "rename-journal": why(
        "Mappen .safecomm/rename finns bara medan ett id byts. Något annat har skrivit i den.",
        "The folder .safecomm/rename exists only while an id is changed. Something else has written in it.",
    ),
    "folder-taken": why(
        "Det som redan finns i mappen skulle annars blandas med det nya projektet.",
        "What is in the folder already would be mixed with the new project.",
    ),
    "cannot-append": why(
        "Nya poster skrivs sist i filen, och allt annat lämnas som det är.",
        "New records are written at the end of the file, and all else is left as it is.",
    ),
}
