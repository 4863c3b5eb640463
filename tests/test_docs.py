"""What the documentation lists is what there is."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from safecomm.catalogue import DOCUMENT_KINDS
from safecomm.codes.codes import load_group
from safecomm.content.folder import KINDS
from safecomm.messages.texts import texts_of
from safecomm.template_contract import view_type
from safecomm.word.template_check import NEEDED
from tests.test_imports import ALLOWED, PACKAGE, room

DOCS = Path(__file__).parents[1] / "docs"
ARCHITECTURE = (DOCS / "architecture.md").read_text(encoding="utf-8")


def test_the_fields_of_every_view_are_listed() -> None:
    rows = re.findall(r"^\| (\w+) \| (`.*) \|$", (DOCS / "templates.md").read_text(encoding="utf-8"), re.MULTILINE)
    listed = dict(rows)
    made = {
        view.__name__: ", ".join(map(" ".join, fields(view)))
        for kind in DOCUMENT_KINDS
        for view in views_in(view_type(kind))
    }
    assert len(made) > 20
    assert listed == made


def views_in(annotation: Any) -> set[type]:
    """A view and those that its fields lead to."""
    if not hasattr(annotation, "_fields"):
        return {view for part in get_args(annotation) for view in views_in(part)}
    return {annotation}.union(*map(views_in, get_type_hints(annotation).values()))


def fields(view: type) -> Iterator[tuple[str, ...]]:
    """The names of a view and the kind of each, which is left out for text."""
    for name, annotation in get_type_hints(view).items():
        kind = kind_of(annotation)
        yield (f"`{name}`",) if kind == "text" else (f"`{name}`", f"({kind})")


NAMES = {str: "text", Decimal: "number", int: "int"}


def kind_of(annotation: Any) -> str:
    parts = get_args(annotation)
    if get_origin(annotation) is Literal:
        return " or ".join(parts)
    if get_origin(annotation) is tuple:
        return f"list of {kind_of(parts[0])}"
    if parts:
        *present, missing = parts
        assert missing is NoneType
        return f"{' or '.join(map(kind_of, present))}?"
    return NAMES.get(annotation) or str(annotation.__name__)


def test_the_styles_are_listed() -> None:
    text = (DOCS / "templates.md").read_text(encoding="utf-8").replace(" ", "")
    assert [style for style in NEEDED if style not in text and not style.startswith("Heading")] == []


def test_the_content_files_are_listed() -> None:
    text = (DOCS / "content.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"`{kind}" not in text] == []


def test_the_findings_of_the_audit_are_listed() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \|", (DOCS / "audit.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(load_group("audit").codes)


def test_every_room_is_in_the_table_of_rooms_and_no_other() -> None:
    rows = re.findall(r"^\| (`.*?) \|", ARCHITECTURE, re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`(.+?)`", row)]
    rooms = {f"{path.name}{'/' * path.is_dir()}" for path in PACKAGE.iterdir() if room(path) in ALLOWED}
    assert sorted(named) == sorted(rooms - {"__init__.py"})


@pytest.mark.parametrize(("page", "language"), [("desk.md", "en"), ("skrivbordet.md", "sv")])
def test_what_is_bold_on_the_page_of_the_desk_stands_on_the_desk(page: str, language: str) -> None:
    named = re.findall(r"\*\*(.+?)\.?\*\*", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)
    groups = {file.stem for file in (PACKAGE / "messages").glob("desk*.toml")} - {"desk_fields"}
    said = [text.partition(" ({")[0] for group in groups for text in texts_of(group, language).values()]
    assert len(named) > 20
    assert {" ".join(name.split()) for name in named} - {*said} == set()


def test_imports_go_down_the_page() -> None:
    diagram = ARCHITECTURE.split("```")[1].strip().splitlines()
    heights = {name: height for height, line in enumerate(diagram) for name in line.split()}
    above = {here: [there for there in ALLOWED[here] if heights[there] <= heights[here]] for here in heights}
    assert {here: there for here, there in above.items() if there} == {}
    assert ALLOWED.keys() - heights.keys() == {"__init__", "__main__"}


def test_what_the_walks_name_is_there() -> None:
    """`name` (`file`) is a function or class of that file."""
    files = re.findall(r"`((?:[\w.]+/)*\w+\.py)`", ARCHITECTURE)
    assert [
        name
        for name in files
        if not any((base / name).is_file() for base in (PACKAGE, PACKAGE.parent, *PACKAGE.iterdir()))
    ] == []
    named = re.findall(r"`(\w+)`\s+\(`([\w/]+\.py)`\)", ARCHITECTURE)
    assert len(named) > 40
    assert [(name, file) for name, file in named if not defines(PACKAGE / file, name)] == []


def defines(file: Path, name: str) -> bool:
    return (
        re.search(rf"^ *(?:def|class) {name}\b|^{name}\b.* = ", file.read_text(encoding="utf-8"), re.MULTILINE)
        is not None
    )
