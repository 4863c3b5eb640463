"""What can be wrong with the machine: the disk, permissions, a file open elsewhere."""

from collections.abc import Mapping

from safecomm.messages.message import Message, error

MESSAGES: Mapping[str, Message] = {
    "cannot-write": error(
        "filen kunde inte skrivas ({reason})",
        "kontrollera ledigt utrymme och rättigheter; den tidigare filen är kvar",
        "the file could not be written ({reason})",
        "check free space and permissions; the earlier file is still there",
    ),
    "file-locked": error(
        "filen kunde inte skrivas eftersom ett annat program har den öppen, eller för att du saknar rättighet",
        "stäng dokumentet i Word och bygg igen; den tidigare filen är kvar",
        "the file could not be written because another program has it open, or for want of permission",
        "close the document in Word and build again; the earlier file is still there",
    ),
}
