"""What the commands themselves say to the editor, apart from diagnostics."""

from collections.abc import Mapping

INTERFACE: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "error": "fel",
        "warning": "lucka",
        "hint": "tips",
        "wrote": "skrev {docx} och {twin}",
        "makes-pdf": "gör {name}.pdf …",
        "wrote-pdf": "skrev {pdf}",
        "kept-pdf": "{pdf} är oförändrad",
        "no-numbers": "{what}: innehållsförteckningen fick inga sidnummer; i Word sätts de med Ctrl+A och F9",
        "clean": "inga fel och inga luckor",
        "errors": "fel",
        "warnings": "luckor",
        "gaps-more": "”safecomm check” visar var de finns och vad som fattas",
        "not-built": "inget dokument skrevs",
        "stopped": "körningen avbröts",
        "no-pdf": "Word-dokumenten skrevs, men ingen PDF; en tidigare PDF ligger kvar och kan vara för gammal",
        "not-final": "--final bygger inte så länge en lucka finns kvar; inget dokument skrevs",
    },
    "en": {
        "error": "error",
        "warning": "gap",
        "hint": "hint",
        "wrote": "wrote {docx} and {twin}",
        "makes-pdf": "making {name}.pdf …",
        "wrote-pdf": "wrote {pdf}",
        "kept-pdf": "{pdf} is unchanged",
        "no-numbers": "{what}: the contents got no page numbers; in Word, Ctrl+A and F9 put them in",
        "clean": "no errors and no gaps",
        "errors": "errors",
        "warnings": "gaps",
        "gaps-more": "“safecomm check” shows where they are and what is missing",
        "not-built": "no document was written",
        "stopped": "the run was stopped",
        "no-pdf": "the Word files were written, but no PDF; an earlier PDF is still there and may be out of date",
        "not-final": "--final does not build while a gap remains; no document was written",
    },
}
