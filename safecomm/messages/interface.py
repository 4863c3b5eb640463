"""What the commands themselves say to the editor, apart from diagnostics."""

from collections.abc import Mapping

INTERFACE: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "error": "fel",
        "warning": "lucka",
        "note": "känd lucka",
        "hint": "tips",
        "wrote": "skrev {docx} och {twin}",
        "clean": "inga fel och inga luckor",
        "errors": "fel",
        "warnings": "luckor",
        "notes": "kända luckor",
        "gaps-more": "”safecomm check” visar var de finns och vad som fattas",
        "not-built": "inget dokument skrevs",
        "stopped": "körningen avbröts",
        "not-final": "--final bygger inte så länge en lucka finns kvar; inget dokument skrevs",
    },
    "en": {
        "error": "error",
        "warning": "gap",
        "note": "known gap",
        "hint": "hint",
        "wrote": "wrote {docx} and {twin}",
        "clean": "no errors and no gaps",
        "errors": "errors",
        "warnings": "gaps",
        "notes": "known gaps",
        "gaps-more": "“safecomm check” shows where they are and what is missing",
        "not-built": "no document was written",
        "stopped": "the run was stopped",
        "not-final": "--final does not build while a gap remains; no document was written",
    },
}
