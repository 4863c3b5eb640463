"""What a rule says: a diagnostic, and the criterion of the application that it concerns."""

from collections.abc import Iterator
from typing import NamedTuple

from safecomm.diagnostic import Diagnostic


class Finding(NamedTuple):
    """`criterion` is None for what concerns the application as a whole."""

    criterion: str | None
    diagnostic: Diagnostic


Findings = Iterator[Finding]
