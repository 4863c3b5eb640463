"""Why a file cannot be read or written."""

from safecomm.explanations.explanation import why

KEPT = (
    "Dokumenten skrivs alla eller inga, och var och ett i ett steg. Det som fanns är kvar tills det nya är färdigt.",
    "The documents are written all or none, and each in one step. What was there stays until the new one is complete.",
)

EXPLANATIONS = {
    "cannot-write": why(*KEPT),
    "disk-full": why(*KEPT),
    "read-only": why(*KEPT),
    "file-locked": why(
        "Word låser ett dokument så länge det är öppet. Den tidigare filen är kvar tills den kan bytas ut.",
        "Word locks a document while it is open. The earlier file stays until it can be replaced.",
    ),
    "not-put-back": why(*KEPT),
    "machine": why(
        "Datorn vägrade en åtgärd av ett skäl som inte beror på innehållet: en mapp som försvunnit, en rättighet, en"
        " disk.",
        "The computer refused for a reason that is not in the content: a folder that is gone, a permission, a disk.",
    ),
    "project-busy": why(
        "Två kommandon som skriver samtidigt skulle kunna skriva över varandra. Därför väntar det ena en kort stund på"
        " det andra. Avbryts ett kommando är projektet genast fritt igen.",
        "Two commands that write at the same time could write over each other. So the one waits a little for the other."
        " When a command is interrupted, the project is free again at once.",
    ),
    "state-link": why(
        "I mappen .safecomm skriver programmet det som är dess eget, och tar bort det igen. Genom en länk skulle det"
        " ske någon annanstans, bland någon annans filer.",
        "In the folder .safecomm the program writes what is its own, and removes it again. Through a link that would"
        " happen somewhere else, among somebody else's files.",
    ),
}
