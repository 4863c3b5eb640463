"""The status as JSON: the names in `status.py` are the keys, and a gap is as `safecomm check` tells it."""

import json
from typing import Any

from safecomm import report
from safecomm.diagnostic import Diagnostic
from safecomm.readiness.status import Readiness


def as_json(status: Readiness) -> str:
    return json.dumps(plain(status, status.language), ensure_ascii=False, indent=2) + "\n"


def plain(value: Any, language: str) -> Any:
    """Named tuples as objects, other tuples as lists; `acknowledged` is a known gap's reason, else null."""
    if isinstance(value, Diagnostic):
        return {**report.as_object(value, language), "acknowledged": value.acknowledged}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(field, language) for name, field in value._asdict().items()}
    return [plain(item, language) for item in value] if isinstance(value, tuple) else value
