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
        "en tidigare version av safecomm avbröts mitt i ett namnbyte; en del av innehållet kan ha det nya id:t",
        "journal.json i mappen säger vilka id:n det gäller: sätt tillbaka content/ ur Git eller byt resten för hand,"
        " och ta sedan bort mappen",
        "an earlier version of safecomm was interrupted while it changed an id; part of content/ may have the new one",
        "journal.json in the folder says which ids: restore content/ from Git or change the rest by hand, and then"
        " remove the folder",
    ),
    "journal-damaged": error(
        "det som programmet har sparat om en ändring är inte helt, och används därför inte",
        "jämför content/ med en tidigare version, för ändringen kan vara halv; ta sedan bort mappen som filen ligger i",
        "what the program kept of a change is not whole, and is therefore not used",
        "compare content/ with an earlier version, for the change may be half done; then remove this file’s folder",
    ),
    "not-in-content": error(
        "filen skrivs inte, eftersom den är en länk eller ligger utanför content/",
        "lägg en vanlig fil i stället för länken",
        "the file is not written, because it is a link or lies outside content/",
        "put a plain file in the place of the link",
    ),
    "changed-meanwhile": error(
        "filen har ändrats medan kommandot arbetade; inget har skrivits över",
        "kör kommandot igen",
        "the file was changed while the command was at work; nothing was written over",
        "run the command again",
    ),
    "not-finished": error(
        "ett avbrutet kommando är nu slutfört, men inte i den här filen: den har ändrats sedan dess",
        "läs igenom filen, och kör kommandot igen",
        "an interrupted command has now been finished, but not in this file: it has been changed since",
        "look the file through, and run the command again",
    ),
    "nothing-to-undo": error(
        "det finns inget att ta tillbaka",
        "bara det som ”safecomm review --apply” senast skrev kan tas tillbaka, och bara en gång",
        "there is nothing to take back",
        "only what “safecomm review --apply” wrote last can be taken back, and only once",
    ),
    "undo-changed": error(
        "filen har ändrats sedan ”safecomm review --apply” skrev den; inget tas tillbaka",
        "ändra för hand, eller hämta en tidigare version ur Git",
        "the file has been changed since “safecomm review --apply” wrote it; nothing is taken back",
        "change it by hand, or get an earlier version from Git",
    ),
    "folder-taken": error(
        "mappen är inte tom",
        "välj en mapp som inte finns än",
        "the folder is not empty",
        "choose a folder that does not exist yet",
    ),
    "cannot-confirm": error(
        "det går inte att skriva in vilken version översättningen följer",
        "skriv ”{line}” för hand ovanför den andra raden med streck, på en egen rad utan indrag",
        "the version that the translation follows cannot be written in",
        "write “{line}” by hand above the second line of dashes, on a line of its own and not indented",
    ),
    "cannot-append": error(
        "det går inte att lägga till något sist i filen",
        "skriv varje post på egna rader, ”id:” och dess uppgifter indragna under, utan klamrar och utan ”...” sist",
        "nothing can be added at the end of the file",
        "write each entry on lines of its own, “id:” with its fields indented below, without braces and a final “...”",
    ),
}
