"""What can be wrong with a Word file as a file, whatever it is read for."""

from collections.abc import Mapping

from safecomm.messages.message import Message, error

MESSAGES: Mapping[str, Message] = {
    "docx-missing": error(
        "filen finns inte",
        "rätta filens namn eller sökväg",
        "the file does not exist",
        "correct its name or path",
    ),
    "docx-folder": error(
        "detta är en mapp, ingen Word-fil",
        "ange en .docx-fil",
        "this is a folder, no Word file",
        "name a .docx file",
    ),
    "docx-lock-file": error(
        "detta är den dolda fil som Word lägger bredvid ett öppet dokument",
        "ange dokumentet självt, vars namn inte börjar med ~$",
        "this is the hidden file that Word puts beside an open document",
        "name the document itself, whose name does not begin with ~$",
    ),
    "docx-not-word": error(
        "filen är inget Word-dokument (.docx), eller så är den skadad",
        "öppna den i Word och spara den som Word-dokument (.docx)",
        "the file is no Word document (.docx), or is damaged",
        "open it in Word and save it as a Word document (.docx)",
    ),
    "docx-other-format": error(
        "filen är inget Word-dokument (.docx) utan har formatet {format}",
        "öppna den i programmet som hör till och spara den som Word-dokument (.docx)",
        "the file is no Word document (.docx): its format is {format}",
        "open it in the program that it belongs to and save it as a Word document (.docx)",
    ),
    "docx-protected": error(
        "filen är låst med ett lösenord",
        "öppna den i Word, ta bort lösenordet under Arkiv, Info, Skydda dokument och spara den igen",
        "the file is locked with a password",
        "open it in Word, remove the password under File, Info, Protect Document and save it again",
    ),
    "docx-strict": error(
        "filen är sparad som Strikt Open XML-dokument, som inte kan läsas här",
        "öppna den i Word och spara den som Word-dokument (.docx)",
        "the file is saved as a Strict Open XML Document, which cannot be read here",
        "open it in Word and save it as a Word Document (.docx)",
    ),
    "docx-too-big": error(
        "filen är för stor att läsa säkert: mer än {limit} MB uppackad, eller fler än tusen sidor",
        "dela upp dokumentet eller förminska bilderna",
        "the file is too big to be read safely: more than {limit} MB when unpacked, or more than a thousand pages",
        "divide the document, or make its pictures smaller",
    ),
    "docx-damaged": error(
        "delen {part} i filen är skadad",
        "öppna filen i Word, låt Word reparera den och spara den igen",
        "the part {part} of the file is damaged",
        "open the file in Word, let Word repair it and save it again",
    ),
}
