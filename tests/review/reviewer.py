"""A reviewer who has nothing but the Word file: edits its XML as Word would."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from safecomm.build import Run, build, keep, save
from safecomm.build_id import build_id
from tests.bilingual import documents_matching

GOOD = Path(__file__).parents[1] / "good" / "content"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DATE = "2008-02-03T10:00:00Z"
RUNS: dict[tuple[str, str], Run] = {}
"""The same content makes the same document, and most tests send out that of the good project."""


def project(folder: Path) -> Path:
    shutil.copytree(GOOD, folder / "content")
    return folder


def sent(project: Path, name: str = "programme.sv", kept: bool = False) -> Path:
    """The document as it is sent out; `kept` as the command `build` keeps it."""
    wanted = build_id(project), name
    if wanted not in RUNS:
        RUNS[wanted] = build(project, documents_matching(name), False, None)
    if kept:
        assert keep(project, RUNS[wanted]) == []
    (files,) = save(RUNS[wanted].built, project / "build")
    return files.docx


def members(docx: Path) -> dict[str, str]:
    with ZipFile(docx) as archive:
        return {name: archive.read(name).decode(errors="surrogateescape") for name in archive.namelist()}


def saved(file: Path, parts: Mapping[str, str]) -> Path:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text.encode(errors="surrogateescape"))
    file.write_bytes(buffer.getvalue())
    return file


class Reviewer:
    """Edits one copy; `write` saves it under the reviewer's name."""

    def __init__(self, docx: Path, author: str = "Anna") -> None:
        self.parts, self.author, self.folder = members(docx), author, docx.parent

    def replace(self, old: str, new: str, part: str = "word/document.xml", count: int = 1) -> None:
        assert self.parts[part].count(old) == count, (old, self.parts[part].count(old))
        self.parts[part] = self.parts[part].replace(old, new)

    def silently(self, old: str, new: str, part: str = "word/document.xml") -> None:
        self.replace(old, new, part)

    def tracked(self, old: str, new: str, part: str = "word/document.xml") -> None:
        """The words `old`, which stand in one run without a look of its own, become `new`."""
        deleted = self.mark("del", f'<w:r><w:delText xml:space="preserve">{old}</w:delText></w:r>') if old else ""
        inserted = self.mark("ins", run(new)) if new else ""
        pattern = re.compile(rf'<w:r>(<w:t xml:space="preserve">)([^<]*?){re.escape(old)}([^<]*)</w:t></w:r>')
        text, count = pattern.subn(lambda match: run(match[2]) + deleted + inserted + run(match[3]), self.parts[part])
        assert count == 1, (old, count)
        self.parts[part] = text

    def mark(self, kind: str, runs: str) -> str:
        return f'<w:{kind} w:id="1" w:author="{self.author}" w:date="{DATE}">{runs}</w:{kind}>'

    def comment(self, words: str, text: str) -> None:
        """About `words`, which stand in one run."""
        begin, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
        about = f'{begin}{run(words)}{end}<w:r><w:commentReference w:id="0"/></w:r>'
        pattern = re.compile(rf'<w:r><w:t xml:space="preserve">([^<]*?){re.escape(words)}([^<]*)</w:t></w:r>')
        main, count = pattern.subn(lambda match: run(match[1]) + about + run(match[2]), self.parts["word/document.xml"])
        assert count == 1, (words, count)
        self.parts["word/document.xml"] = main
        w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
        w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
        listed = (("0", "A1", self.author, text), ("1", "B2", "Bo", "Håller med."))
        self.parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{WORD}" xmlns:w14="{w14}">'
            + "".join(
                f'<w:comment w:id="{id_}" w:author="{who}" w:date="{DATE}">'
                f'<w:p w14:paraId="{key}"><w:r><w:t>{said}</w:t></w:r></w:p></w:comment>'
                for id_, key, who, said in listed
            )
            + "</w:comments>"
        )
        self.parts["word/commentsExtended.xml"] = (
            f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="A1" w15:done="1"/>'
            f'<w15:commentEx w15:paraId="B2" w15:paraIdParent="A1" w15:done="1"/></w15:commentsEx>'
        )

        self.declare("comments", f"{OFFICE}/relationships/comments", f"{TYPE}.comments+xml")
        extended = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
        self.declare("commentsExtended", extended, f"{TYPE}.commentsExtended+xml")

    def declare(self, name: str, relation: str, content_type: str) -> None:
        added = f'<Relationship Id="{name}" Type="{relation}" Target="{name}.xml"/></Relationships>'
        self.replace("</Relationships>", added, "word/_rels/document.xml.rels")
        added = f'<Override PartName="/word/{name}.xml" ContentType="{content_type}"/></Types>'
        self.replace("</Types>", added, "[Content_Types].xml")

    def write(self) -> Path:
        return saved(self.folder / f"{self.author}.docx", self.parts)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)
