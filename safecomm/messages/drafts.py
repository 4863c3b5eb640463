"""What can be wrong with the drafts that are kept, and with noting one as sent."""

from collections.abc import Mapping

from safecomm.messages.message import Message, error, warning

MESSAGES: Mapping[str, Message] = {
    "draft-not-kept": warning(
        "utkastet skrevs men kunde inte läggas undan för granskningen: {reason}",
        "rätta till det och bygg igen innan du skickar utkastet; annars hittar ”safecomm review” det kanske inte",
        "the draft was written but could not be put by for the review: {reason}",
        "mend that and build again before you send the draft; else “safecomm review” may not find it",
    ),
    "draft-damaged": warning(
        "det sparade utkastet är skadat eller är inte det som filens namn säger; det används inte",
        "ta bort filen; ligger samma utkast kvar någon annanstans kan du ge det med --draft",
        "the kept draft is damaged, or is not what the file’s name says; it is not used",
        "remove the file; where the same draft lies elsewhere you can give it with --draft",
    ),
    "draft-newer": warning(
        "det sparade utkastet är lagt undan av en senare version av programmet; det används inte",
        "uppdatera safecomm, eller ge filen som skickades med --draft",
        "the kept draft was put by by a later version of the program; it is not used",
        "update safecomm, or give the file that was sent with --draft",
    ),
    "sent-missing": error(
        "utkastet finns inte",
        "bygg det med ”safecomm build {document}” och skicka den filen",
        "the draft does not exist",
        "build it with “safecomm build {document}” and send that file",
    ),
    "sent-not-ours": error(
        "filen säger inte att den är ett utkast av {document}",
        "bygg utkastet med ”safecomm build {document}” och skicka den filen",
        "the file does not say that it is a draft of {document}",
        "build the draft with “safecomm build {document}” and send that file",
    ),
    "sent-final": error(
        "filen är ett slutligt dokument, eller så har spårningen av ändringar stängts av i den",
        "noteringen gäller utkast: bygg ett med ”safecomm build {document}” och skicka den filen",
        "the file is a final document, or its tracking of changes has been turned off",
        "drafts are what is noted: build one with “safecomm build {document}” and send that file",
    ),
    "sent-not-kept": error(
        "utkast {build} av {document} finns inte kvar bland de sparade utkasten",
        "bygg det igen med ”safecomm build {document}” och skicka den filen; behåll en kopia av det som redan skickats",
        "draft {build} of {document} is no longer among the drafts that are kept",
        "build it anew with “safecomm build {document}” and send that file; keep a copy of what has been sent already",
    ),
    "sent-damaged": error(
        "noteringen om vad som skickats går inte att läsa, och skrivs därför inte över",
        "ta bort filen och notera på nytt, eller hämta tillbaka den från en säkerhetskopia",
        "the note of what was sent cannot be read, and so is not overwritten",
        "remove the file and note again, or fetch it back from a backup",
    ),
}
