"""What a reference may lead to: `measure:hearings` is the record, `table:beds` the caption with that identifier."""

import re

RECORDS = ("measure", "project", "activity", "criterion", "evidence", "organisation")
CAPTIONS = ("table", "figure")
KINDS = (*RECORDS, *CAPTIONS)

IDENTIFIER = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
"""Of a record as of a caption."""
