"""What can be wrong with the machine: the disk, permissions, a file open elsewhere."""

from collections.abc import Mapping

from safecomm.messages.message import Message, error

MESSAGES: Mapping[str, Message] = {
    "cannot-write": error(
        "filen kan inte skrivas här",
        "kontrollera sökvägen: kanske står en mapp eller en fil i vägen; det som fanns är kvar",
        "the file cannot be written here",
        "check the path: perhaps a folder or a file is in the way; what was there still is",
    ),
    "disk-full": error(
        "filen får inte plats på disken",
        "ta bort något eller skriv någon annanstans med --output; det som fanns är kvar",
        "there is no room for the file on the disk",
        "remove something, or write elsewhere with --output; what was there still is",
    ),
    "read-only": error(
        "filen ligger på en skrivskyddad disk",
        "skriv någon annanstans med --output",
        "the file lies on a read-only disk",
        "write elsewhere with --output",
    ),
    "file-locked": error(
        "filen kunde inte skrivas eftersom ett annat program har den öppen, eller för att du saknar rättighet",
        "stäng dokumentet i Word och bygg igen; den tidigare filen är kvar",
        "the file could not be written because another program has it open, or for want of permission",
        "close the document in Word and build again; the earlier file is still there",
    ),
    "not-put-back": error(
        "filen kunde inte få tillbaka det som stod där: den är ny, medan andra är som förut",
        "stäng filen i andra program och kör kommandot igen",
        "the file could not be given back what it held: it is new, while others are as before",
        "close the file in other programs and run the command again",
    ),
    "machine": error(
        "datorn kunde inte läsa eller skriva ({reason})",
        "kontrollera att mappen finns kvar, att du har rätt till den och att disken inte är full",
        "the machine could not read or write ({reason})",
        "check that the folder is still there, that you may use it, and that the disk is not full",
    ),
    "project-busy": error(
        "”{command}” arbetar redan i projektet",
        "vänta tills det är klart och kör kommandot igen",
        "“{command}” is already at work in the project",
        "wait until it has ended and run the command again",
    ),
    "state-link": error(
        "här ska programmets egen mapp ligga, men det är en länk till något annat",
        "ta bort länken; programmet gör mappen själv när den behövs",
        "the program’s own folder belongs here, but this is a link to something else",
        "remove the link; the program makes the folder itself when it is needed",
    ),
}
