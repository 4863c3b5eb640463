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
NOTHING_LOST = (
    "Det som någon annan har skrivit i en fil skrivs aldrig över.",
    "What somebody else has written in a file is never written over.",
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
    "journal-damaged": why(
        "I mappen .safecomm sparar programmet vad filerna höll och ska hålla, så att en avbruten ändring kan slutföras"
        " och den senaste granskningen tas tillbaka. Saknas något där, eller har något ändrats, kan det inte litas på.",
        "In the folder .safecomm the program keeps what the files held and are to hold, so that an interrupted change"
        " can be finished and the last review taken back. What is missing or changed there cannot be trusted.",
    ),
    "not-in-content": why(
        "Genom en länk skulle programmet ändra en fil som kanske hör till något annat.",
        "Through a link the program would change a file that may belong to something else.",
    ),
    "changed-meanwhile": why(*NOTHING_LOST),
    "not-finished": why(*NOTHING_LOST),
    "nothing-to-undo": why(
        "Programmet sparar hur filerna såg ut före den senaste ändringen som ”safecomm review --apply” skrev in.",
        "The program keeps what the files were like before the last change that “safecomm review --apply” wrote.",
    ),
    "undo-changed": why(*NOTHING_LOST),
    "folder-taken": why(
        "Det som redan finns i mappen skulle annars blandas med det nya projektet.",
        "What is in the folder already would be mixed with the new project.",
    ),
    "cannot-confirm": why(
        "Bara versionen skrivs in, och allt annat i filen lämnas som det är. Som uppgifterna är skrivna går det inte.",
        "Only the version is written, and all else in the file is left as it is. The way in "
        "which the fields are written does not allow it.",
    ),
    "cannot-append": why(
        "Nya poster skrivs sist i filen, och allt annat lämnas som det är.",
        "New records are written at the end of the file, and all else is left as it is.",
    ),
}
