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
    "unknown-id": error(
        "det finns inget med id ”{id}”",
        "id:t är filens namn utan .md, eller det som står framför kolon i organisations.yaml och evidence.yaml",
        "there is nothing with the id “{id}”",
        "the id is the file's name without .md, or what stands before a colon in organisations.yaml or evidence.yaml",
    ),
    "ambiguous-id": error(
        "”{id}” finns i {kinds}",
        "skriv vilken som menas, till exempel {kind}/{id}",
        "“{id}” stands in {kinds}",
        "write which one is meant, such as {kind}/{id}",
    ),
    "fixed-id": error(
        "”{id}” kan inte byta namn",
        "namnet kommer från kriterierna eller från safecomm; rubriken ändras i filen",
        "“{id}” cannot be renamed",
        "the name comes from the criteria or from safecomm; the title is changed in the file",
    ),
    "id-spelled-oddly": error(
        "”{id}” är skrivet så att det inte går att byta ut",
        "skriv bara {id}, på samma rad som nyckeln",
        "“{id}” is written in a way that cannot be replaced",
        "write just {id}, on the line of its key",
    ),
    "rename-unfinished": error(
        "ett namnbyte från ”{old}” till ”{new}” avbröts och kunde inte slutföras",
        "åtgärda det andra felet och kör safecomm igen; då slutförs namnbytet först",
        "a renaming of “{old}” to “{new}” was interrupted and could not be finished",
        "mend the other error and run safecomm again; the renaming is then finished first",
    ),
    "rename-journal": error(
        "filen beskriver inget namnbyte",
        "ta bort mappen .safecomm/rename",
        "the file describes no renaming",
        "remove the folder .safecomm/rename",
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
