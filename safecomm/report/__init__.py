"""Diagnostics for a person, for programs and for code hosts."""

from safecomm.report.annotations import as_json, as_object, github
from safecomm.report.plain import Terminal, counted, gaps, text
from safecomm.report.sarif import sarif

FORMATS = {"json": as_json, "github": github, "sarif": sarif}

__all__ = ["FORMATS", "Terminal", "as_object", "counted", "gaps", "text"]
