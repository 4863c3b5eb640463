"""Diagnostics for a person, for programs and for code hosts."""

from safecomm.report.data_formats import as_json, as_object, github, sarif, to_json
from safecomm.report.plain import Terminal, count_by_code, count_by_severity, group_by_code, overview, text

FORMATS = {"json": as_json, "github": github, "sarif": sarif}

__all__ = [
    "FORMATS",
    "Terminal",
    "as_object",
    "count_by_code",
    "count_by_severity",
    "group_by_code",
    "overview",
    "text",
    "to_json",
]
