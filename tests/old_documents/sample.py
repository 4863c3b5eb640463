"""Word files with what people put into them, and the project that they are taken into."""

import re
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from click.testing import CliRunner
from lxml import etree
from PIL import Image

from safecomm.cli.main import cli
from safecomm.editing.init import Answers, init
from tests.audit.sample import LEADS, LINK, NAMESPACES, parts
from tests.word.sample import RELATIONSHIPS, R, W

WHO = 'w:author="Anna" w:date="2026-01-01T00:00:00Z"'
COMMENTS = f'<Relationship Id="rId9" Type="{R}/comments" Target="comments.xml"/>'
NUMBERING = f'<Relationship Id="rId10" Type="{R}/numbering" Target="numbering.xml"/>'
LISTS = "".join(
    f'<w:abstractNum w:abstractNumId="{number}">'
    + "".join(f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/></w:lvl>' for level in range(3))
    + "</w:abstractNum>"
    for number, kind in ((1, "bullet"), (2, "decimal"))
) + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))


P, T, DELETED = (f"{{{W}}}{name}" for name in ("p", "t", "delText"))


def png(width: int = 4) -> bytes:
    data = BytesIO()
    Image.new("RGB", (width, 3), "green").save(data, "PNG")
    return data.getvalue()


def word_file(file: Path, body: str, comments: str = "", picture: bytes = b"") -> Path:
    """Written with a picture, two kinds of list and styles of headings."""
    members: dict[str, str | bytes] = {**parts()}
    members["word/document.xml"] = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    members["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{RELATIONSHIPS}">{LEADS}{LINK}{COMMENTS}{NUMBERING}</Relationships>'
    )
    members["word/numbering.xml"] = f"<w:numbering {NAMESPACES}>{LISTS}</w:numbering>"
    members["word/comments.xml"] = f"<w:comments {NAMESPACES}>{comments}</w:comments>"
    members["word/media/image1.png"] = picture or png()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file


def heading(level: int, text: str) -> str:
    return f'<w:p><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def item(kind: int, level: int, text: str) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{kind}"/></w:numPr>'
    return f"<w:p><w:pPr>{numbered}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def take_in(project: Path, file: Path, answers: str | None = None, lang: str = "sv") -> str:
    arguments = [
        "take-in",
        str(file),
        "--project",
        str(project),
        "--lang",
        lang,
        *(["--yes"] if answers is None else []),
    ]
    result = CliRunner().invoke(cli, arguments, input=answers, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def new_project(folder: Path, languages: tuple[str, ...] = ("sv", "en")) -> Path:
    """As `safecomm init` makes it."""
    init(folder, Answers("Solna stad", "Sverige", "Stockholms län", "0184", languages, "sc6-2002"), "sv")
    return folder


def contents(project: Path) -> dict[str, str]:
    """Each text file below content/."""
    files = sorted((project / "content").rglob("*"))
    return {
        file.relative_to(project / "content").as_posix(): file.read_text(encoding="utf-8")
        for file in files
        if file.suffix in (".md", ".yaml") and not file.is_dir()
    }


def letters(text: str) -> str:
    """What marks of Markdown, and the signs that print sets anew, leave of a text; calls of notes are none."""
    return re.sub(r"[\W_]+", "", re.sub(r"\[\^\d+\]", "", text)).casefold()


def paragraphs(file: Path) -> Iterator[str]:
    """The text of every paragraph of a Word file, and what was deleted; shares no code with what reads it.

    Without headers and footers, which number the pages.
    """
    with ZipFile(file) as archive:
        for part in archive.namelist():
            if re.fullmatch(r"word/(document|footnotes)\.xml", part):
                for paragraph in etree.fromstring(archive.read(part)).iter(P):
                    yield "".join(text.text or "" for text in paragraph.iter(T) if home(text) is paragraph)
                    yield "".join(text.text or "" for text in paragraph.iter(DELETED))


def home(text: etree._Element) -> etree._Element:
    """The paragraph that it stands in, which may stand in a text box of another."""
    return next(text.iterancestors(P))


def lost(file: Path, project: Path, printed: Collection[str] = ()) -> list[str]:
    """The texts of paragraphs that stand nowhere in the content, but for what documents print, or count, anew."""
    found = letters("\n".join(contents(project).values()))
    numberless = (re.sub(r"^\d\. ", "", text) for text in paragraphs(file))
    texts = dict.fromkeys(text for text in numberless if letters(text) not in found)
    return [text for text in texts if text.partition(":")[0] not in printed and text not in printed]
