"""Which problems a change brings to content that may have others."""

from collections import Counter
from collections.abc import Iterable

from safecomm.diagnostic import Diagnostic


def new_problems(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those that there were not, though they may have stood on another line."""
    known = Counter(map(identity, before))
    found = []
    for fault in after:
        known[identity(fault)] -= 1
        found += [fault] if known[identity(fault)] < 0 else []
    return tuple(found)


def identity(fault: Diagnostic) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return fault.code, fault.location.path, tuple(sorted(fault.values.items()))
