"""Characters that Word writes by their number in a symbol font, such as the arrow that it makes of `-->`."""

from collections.abc import Mapping

STRANGE = "\ufffd"
"""Stands in a text beside what no text of the content can hold; a file that holds it is refused."""

SYMBOLS: Mapping[str, Mapping[int, str]] = {
    "wingdings": dict(
        zip(bytes.fromhex("4A4B4C6C6E6FA7A8DFE0E1E2E7E8EFF0F3FBFCFDFE"), "☺😐☹●■□▪◻←→↑↓⬅➔⇦⇨⬄✗✓☒☑", strict=True)
    ),
    "symbol": dict(zip(bytes.fromhex("A3A5B0B1B3B4B7B8B9BBABACADAEAFDBDCDE"), "≤∞°±≥×•÷≠≈↔←↑→↓⇔⇐⇒", strict=True)),
    **{font: {} for font in ("wingdings 2", "wingdings 3", "webdings", "zapfdingbats")},
}
"""What each font shows for a number, where that is certain."""


def symbol(font: str, number: str) -> str:
    """`number` is a hexadecimal one, which Word raises by F000."""
    try:
        return SYMBOLS[font.lower()][int(number, 16) & 0xFF]
    except (KeyError, ValueError):
        return STRANGE


def in_font(text: str, font: str) -> str:
    """Letters that the font shows as symbols; without one, those that only such a font has."""
    if font.lower() in SYMBOLS:
        return "".join(letter if letter.isspace() else symbol(font, f"{ord(letter):X}") for letter in text)
    return "".join(STRANGE if "\uf000" <= letter <= "\uf0ff" else letter for letter in text)
