"""Names that no file of an identifier or of an earlier version may have."""

DEVICES = "con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]"
"""What Windows keeps for its devices, in whatever case and with whatever ending: as a pattern in small letters."""
