"""What the documentation lists is what there is."""

import re
from pathlib import Path

from safecomm.content.folder import KINDS
from safecomm.documents import views
from safecomm.messages import audit
from safecomm.word.styles import NEEDED

DOCS = Path(__file__).parents[1] / "docs"


def test_the_fields_of_every_view_are_listed() -> None:
    rows = re.findall(r"^\| (\w+) \| (`.*) \|$", (DOCS / "templates.md").read_text(encoding="utf-8"), re.MULTILINE)
    listed = {name: re.findall(r"`(\w+)`", fields) for name, fields in rows}
    made = {name: list(each._fields) for name, each in vars(views).items() if hasattr(each, "_fields")}
    assert len(made) > 20
    assert listed == made


def test_the_styles_are_listed() -> None:
    text = (DOCS / "templates.md").read_text(encoding="utf-8").replace(" ", "")
    assert [style for style in NEEDED if style not in text and not style.startswith("Heading")] == []


def test_the_content_files_are_listed() -> None:
    text = (DOCS / "content.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"`{kind}" not in text] == []


def test_the_findings_of_the_audit_are_listed() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \|", (DOCS / "audit.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(audit.MESSAGES)
