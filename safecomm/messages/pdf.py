"""What can be wrong with LibreOffice and the PDFs that it makes."""

from collections.abc import Mapping

from safecomm.messages.message import Message, error

MESSAGES: Mapping[str, Message] = {
    "office-missing": error(
        "LibreOffice finns inte på datorn",
        "installera LibreOffice, eller öppna dokumentet i Word och spara det som PDF",
        "LibreOffice is not on this machine",
        "install LibreOffice, or open the document in Word and save it as PDF",
    ),
    "office-hangs": error(
        "LibreOffice blev inte färdigt på {seconds} sekunder och stoppades",
        "försök igen; bygg ett dokument i taget om det händer igen",
        "LibreOffice was not ready in {seconds} seconds and was stopped",
        "try again; build one document at a time if it happens again",
    ),
    "office-crashed": error(
        "LibreOffice gick inte att köra eller kraschade ({reason})",
        "starta LibreOffice för hand och se att det fungerar; installera annars om det",
        "LibreOffice could not be run, or crashed ({reason})",
        "start LibreOffice by hand and see that it works; else install it again",
    ),
    "pdf-missing": error(
        "LibreOffice skrev ingen PDF av dokumentet",
        "öppna Word-dokumentet i LibreOffice och exportera det som PDF; då syns vad som är fel",
        "LibreOffice wrote no PDF of the document",
        "open the Word file in LibreOffice and export it as PDF, which shows what is wrong",
    ),
    "pdf-broken": error(
        "det som LibreOffice skrev är ingen hel PDF",
        "försök igen, och se efter att disken inte är full; uppdatera annars LibreOffice",
        "what LibreOffice wrote is no whole PDF",
        "try again, and see that the disk is not full; else update LibreOffice",
    ),
}
