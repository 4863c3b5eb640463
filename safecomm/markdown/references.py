"""What a reference may lead to: `measure:hearings` is the record, `table:beds` the caption with that identifier."""

import re

RECORDS = ("measure", "project", "activity", "criterion", "evidence", "organisation")
CAPTIONS = ("table", "figure")
KINDS = (*RECORDS, *CAPTIONS)

ID_PATTERN = r"[a-z0-9]+([-_][a-z0-9]+)*"
IDENTIFIER = re.compile(ID_PATTERN)
