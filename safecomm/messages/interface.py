"""What the commands themselves say to the editor, apart from diagnostics."""

from collections.abc import Mapping

INTERFACE: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "error": "fel",
        "warning": "lucka",
        "hint": "tips",
        "wrote": "skrev {docx} och {twin}",
        "wrote-schemas": "skrev scheman i {folder}",
        "wrote-new": "skrev {id} i {file}; fyll i det som står där, ”safecomm check” visar vad som är kvar",
        "renamed": "bytte {old} mot {new} överallt",
        "made": "gjorde ett projekt i {folder}; luckorna ovan är det som är kvar att skriva",
        "clean": "inga fel och inga luckor",
        "errors": "fel",
        "warnings": "luckor",
        "gaps-more": "”safecomm check” visar var de finns och vad som fattas",
        "not-built": "inget dokument skrevs",
        "stopped": "körningen avbröts",
        "not-final": "--final bygger inte så länge en lucka finns kvar; inget dokument skrevs",
    },
    "en": {
        "error": "error",
        "warning": "gap",
        "hint": "hint",
        "wrote": "wrote {docx} and {twin}",
        "wrote-schemas": "wrote schemas in {folder}",
        "wrote-new": "wrote {id} in {file}; fill in what stands there, “safecomm check” shows what is left",
        "renamed": "changed {old} to {new} everywhere",
        "made": "made a project in {folder}; the gaps above are what is left to write",
        "clean": "no errors and no gaps",
        "errors": "errors",
        "warnings": "gaps",
        "gaps-more": "“safecomm check” shows where they are and what is missing",
        "not-built": "no document was written",
        "stopped": "the run was stopped",
        "not-final": "--final does not build while a gap remains; no document was written",
    },
}
