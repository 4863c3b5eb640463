"""What can be wrong when a command changes the content files."""

from collections.abc import Mapping

from safecomm.messages.message import Message, error

MESSAGES: Mapping[str, Message] = {
    "id-taken": error(
        "det finns redan något med id ”{id}”",
        "välj ett annat id, eller ändra i den fil som finns",
        "there is something with the id “{id}” already",
        "choose another id, or change the file that is there",
    ),
    "folder-taken": error(
        "mappen är inte tom",
        "välj en mapp som inte finns än",
        "the folder is not empty",
        "choose a folder that does not exist yet",
    ),
    "cannot-append": error(
        "det går inte att lägga till något sist i filen",
        "skriv varje post på egna rader, ”id:” och dess uppgifter indragna under, utan klamrar och utan ”...” sist",
        "nothing can be added at the end of the file",
        "write each entry on lines of its own, “id:” with its fields indented below, without braces and a final “...”",
    ),
}
