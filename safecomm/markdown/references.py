"""What a reference may lead to: `measure:hearings` is the record, `table:beds` the caption with that identifier."""

import re

from safecomm.record_kinds import linked_kinds

CAPTIONS = ("table", "figure")
KINDS = (*linked_kinds(), *CAPTIONS)

IDENTIFIER = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
"""Of a record as of a caption."""
