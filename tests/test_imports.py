"""Imports run one way, and each library lives in one room."""

import ast
import sys
from collections import Counter
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "safecomm"

ALLOWED = {
    "messages": set(),
    "codes": {"messages"},
    "diagnostic": {"codes", "messages"},
    "markdown": {"device_names", "diagnostic", "language", "record_kinds"},
    "language": {"catalogue"},
    "content": {
        "bounded_read",
        "catalogue",
        "diagnostic",
        "language",
        "markdown",
        "pictures",
        "record_kinds",
        "stray_files",
        "user_cache",
    },
    "rules": {"content", "diagnostic", "diffing", "figures", "history", "language", "markdown", "record_kinds"},
    "figures": {"content"},
    "documents": {
        "charts",
        "content",
        "diagnostic",
        "figures",
        "labels",
        "language",
        "markdown",
        "record_kinds",
        "rules",
    },
    "phrases": {"catalogue", "codes", "content", "diagnostic", "rules", "word"},
    "intake": {
        "bounded_read",
        "content",
        "diagnostic",
        "editing",
        "journal",
        "labels",
        "markdown",
        "messages",
        "ooxml",
        "readiness",
        "record_kinds",
        "word",
    },
    "forms": {
        "audit",
        "catalogue",
        "content",
        "diagnostic",
        "documents",
        "drafts",
        "editing",
        "intake",
        "journal",
        "labels",
        "language",
        "markdown",
        "rules",
        "twin",
        "word",
    },
    "old_documents": {
        "charts",
        "content",
        "diagnostic",
        "diffing",
        "editing",
        "journal",
        "labels",
        "markdown",
        "messages",
        "ooxml",
        "pictures",
        "review",
        "twin",
    },
    "labels": {"catalogue", "content", "word"},
    "readiness": {"content", "diagnostic", "documents", "html", "labels", "markdown", "messages", "report", "rules"},
    "ooxml": {"bounded_read", "diagnostic"},
    "charts": {"language", "ooxml", "user_cache"},
    "word": {"bytecode", "charts", "language", "ooxml", "markdown", "pictures", "diagnostic"},
    "twin": {"charts", "ooxml", "diagnostic"},
    "audit": {"markdown", "ooxml", "diagnostic"},
    "pdf": {"bounded_read", "diagnostic", "pictures"},
    "pdf_export": {"pdf", "word"},
    "watch": {"catalogue", "stray_files"},
    "git": set(),
    "history": {"device_names", "git"},
    "redline": {"diffing", "ooxml"},
    "changes": {
        "catalogue",
        "content",
        "diagnostic",
        "diffing",
        "documents",
        "html",
        "labels",
        "markdown",
        "messages",
        "redline",
        "report",
        "rules",
    },
    "comparison": {
        "catalogue",
        "changes",
        "content",
        "diagnostic",
        "git",
        "history",
        "labels",
        "stray_files",
    },
    "document_pairs": {
        "build",
        "build_id",
        "catalogue",
        "changes",
        "comparison",
        "content",
        "diagnostic",
        "documents",
        "messages",
        "ooxml",
        "redline",
        "twin",
    },
    "copies": {"content", "diagnostic", "output", "state"},
    "journal": {"content", "copies", "diagnostic", "lock", "output", "state"},
    "lock": {"diagnostic", "output", "state"},
    "drafts": {"bounded_read", "catalogue", "diagnostic", "lock", "ooxml", "output", "state", "word"},
    "review": {
        "language",
        "build",
        "build_id",
        "catalogue",
        "changes",
        "content",
        "drafts",
        "ooxml",
        "record_kinds",
        "word",
        "markdown",
        "git",
        "history",
        "journal",
        "diagnostic",
        "diffing",
        "messages",
        "report",
    },
    "answers": {"catalogue", "diagnostic", "diffing", "drafts", "labels", "ooxml", "redline", "review", "word"},
    "build_id": {"catalogue", "stray_files"},
    "catalogue": set(),
    "record_kinds": set(),
    "bounded_read": set(),
    "diffing": set(),
    "stray_files": set(),
    "device_names": set(),
    "html": {"bytecode"},
    "program": set(),
    "user_cache": {"diagnostic", "output", "program"},
    "bytecode": {"user_cache"},
    "last_build": {"bounded_read", "catalogue", "diagnostic", "output", "pdf", "program", "state", "stray_files"},
    "pictures": {"bounded_read"},
    "output": {"diagnostic"},
    "state": {"diagnostic"},
    "report": {"bounded_read", "codes", "messages", "diagnostic"},
    "build": {
        "audit",
        "build_id",
        "catalogue",
        "drafts",
        "output",
        "pdf",
        "pdf_export",
        "rules",
        "documents",
        "twin",
        "word",
        "content",
        "diagnostic",
    },
    "package": {"build", "catalogue", "content", "diagnostic", "journal", "messages", "output", "pdf", "stray_files"},
    "decide": {"build", "catalogue", "content", "diagnostic", "documents", "editing", "journal"},
    "template_contract": {"build", "catalogue", "documents", "word", "content", "diagnostic"},
    "cli": {
        "audit",
        "changes",
        "comparison",
        "document_pairs",
        "drafts",
        "output",
        "state",
        "twin",
        "review",
        "watch",
        "decide",
        "desk",
        "package",
        "intake",
        "forms",
        "language",
        "old_documents",
        "labels",
        "last_build",
        "phrases",
        "build",
        "template_contract",
        "catalogue",
        "record_kinds",
        "readiness",
        "report",
        "codes",
        "messages",
        "rules",
        "editing",
        "journal",
        "content",
        "diagnostic",
    },
    "desk": {
        "build_id",
        "content",
        "diagnostic",
        "html",
        "messages",
        "output",
        "report",
        "watch",
    },
    "editing": {
        "catalogue",
        "codes",
        "content",
        "diagnostic",
        "git",
        "journal",
        "labels",
        "lock",
        "markdown",
        "messages",
        "output",
        "record_kinds",
        "rules",
        "state",
        "stray_files",
    },
    "__main__": {"cli"},
    "__init__": set(),
}
"""What each room may import of the others; `cli` imports types of content only."""

ROOMS = {
    "yaml": {"content"},
    "pydantic": {"content"},
    "pydantic_core": {"content"},
    "csv": {"content", "intake"},
    "markdown_it": {"markdown"},
    "mdit_py_plugins": {"markdown"},
    "jinja2": {"bytecode", "html", "word"},
    "docxtpl": {"word"},
    "docx": set(),
    "lxml": {"answers", "audit", "charts", "intake", "old_documents", "ooxml", "redline", "review", "twin", "word"},
    "xlsxwriter": {"charts"},
    "zipfile": {"charts", "intake", "ooxml"},
    "python_calamine": {"intake"},
    "pikepdf": {"pdf"},
    "subprocess": {"git", "intake", "pdf"},
    "click": {"cli", "report"},
    "watchfiles": {"watch"},
    "PIL": {"pictures"},
    "babel": {"language"},
    "starlette": {"desk"},
    "uvicorn": {"desk"},
}


def room(file: Path) -> str:
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


def imports() -> set[tuple[str, str]]:
    """(room, imported module) of every import statement of the package."""
    found = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module] if node.module != "safecomm" else [f"safecomm.{each.name}" for each in node.names]
            elif isinstance(node, ast.Import):
                names = [each.name for each in node.names]
            else:
                continue
            found |= {(room(file), name) for name in names}
    return found


def test_imports_run_one_way() -> None:
    seen = {(here, name.split(".")[1]) for here, name in imports() if name.startswith("safecomm.")}
    assert len(seen) > 20
    backward = {(here, there) for here, there in seen if there != here and there not in ALLOWED[here] | {"__version__"}}
    assert backward == set()


def test_every_library_lives_in_its_room() -> None:
    seen = {(here, name.split(".")[0]) for here, name in imports()}
    foreign = {(here, name) for here, name in seen if name not in sys.stdlib_module_names and name != "safecomm"}
    assert len(foreign) > 5
    assert {(here, name) for here, name in seen if name in ROOMS and here not in ROOMS[name]} == set()
    assert {name for _, name in foreign} <= ROOMS.keys()


def test_every_room_is_listed() -> None:
    assert {room(file) for file in PACKAGE.rglob("*.py")} == ALLOWED.keys()


def test_no_class_has_the_name_of_another() -> None:
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in PACKAGE.rglob("*.py"))
    names = Counter(node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert len(names) > 100
    assert [name for name, count in names.items() if count > 1] == []
