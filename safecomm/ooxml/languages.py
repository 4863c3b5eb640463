"""How Word and Excel name the languages of the documents."""

LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
LOCALES = {"sv": "[$-41D]", "en": "[$-809]"}
"""In a number format: Microsoft's numbers of the languages."""
