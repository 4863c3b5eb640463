"""The finished file: the same bytes every time, its properties, what a draft has, and what is not passed on."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from safecomm.word.document import render
from safecomm.word.own_parts import Properties
from safecomm.word.template import read_template
from tests.word.sample import KINDS, SWEDISH, View, body_xml, make, paragraph, parts, prose, row, shown, unzip, write

BODY = paragraph("{{p text }}")
TEXT = "Ett[^1] och [en länk](https://example.org/).\n\n1. två\n\n| A |\n|---|\n| b |\n\n[^1]: Noten, [annan](https://example.org/b)."


def test_same_content_same_bytes(tmp_path: Path) -> None:
    first = make(tmp_path, BODY, View(prose(TEXT)), build_id="abc")
    assert first == make(tmp_path, BODY, View(prose(TEXT)), build_id="abc")
    with ZipFile(BytesIO(first)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert archive.namelist()[1:] == sorted(archive.namelist()[1:])


def test_properties(tmp_path: Path) -> None:
    docx = make(tmp_path, BODY, View(prose("x", "en")), properties=Properties("R&D <1> {{ language }}", "Solna", "en"))
    core = unzip(docx)["docProps/core.xml"].decode()
    assert "<dc:title>R&amp;D &lt;1&gt; en</dc:title>" in core
    assert "<dc:creator>Solna</dc:creator><dc:language>en-GB</dc:language>" in core
    assert "dcterms" not in core


@pytest.mark.parametrize(
    ("language", "written"), [("sv", b'<w:lang w:val="sv-SE"/>'), ("en", b'<w:lang w:val="en-GB"/>')]
)
def test_the_document_has_its_language(tmp_path: Path, language: str, written: bytes) -> None:
    docx = make(tmp_path, BODY, View(prose("x", language)), properties=SWEDISH._replace(language=language))
    assert unzip(docx)["word/styles.xml"].count(b"<w:lang") == 1
    assert written in unzip(docx)["word/styles.xml"]


def test_a_draft_tracks_changes_and_says_so(tmp_path: Path) -> None:
    header = paragraph("{% if draft %}Utkast {{ build_id }}{% endif %}")
    draft = make(tmp_path, BODY, View(prose("x")), header=header, build_id="abc")
    final = make(tmp_path, BODY, View(prose("x")), header=header)
    assert b"<w:zoom/><w:trackRevisions/><w:compat/>" in unzip(draft)["word/settings.xml"]
    assert b"trackRevisions" not in unzip(final)["word/settings.xml"]
    assert shown(draft, "word/header1.xml") == "¶Utkast abc"
    assert shown(final, "word/header1.xml") == "¶"


def test_links_belong_to_their_part(tmp_path: Path) -> None:
    members = unzip(make(tmp_path, BODY, View(prose(TEXT))))
    link = 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="{}"'
    assert link.format("https://example.org/") in members["word/_rels/document.xml.rels"].decode()
    assert link.format("https://example.org/b") in members["word/_rels/footnotes.xml.rels"].decode()
    assert members["word/_rels/document.xml.rels"].count(b"<Relationship ") == len(KINDS) + 1


def test_styles_are_found_by_name(tmp_path: Path) -> None:
    """Word in Swedish renames the ids when it saves, never the names."""
    members = parts(BODY)
    styles = members["word/styles.xml"].replace(
        '"Heading2"><w:name w:val="Heading2"', '"Rubrik2"><w:name w:val="heading 2"'
    )
    styles = styles.replace('"ListBullet"><w:name w:val="ListBullet"', '"Punktlista"><w:name w:val="List Bullet"')
    members["word/styles.xml"] = styles
    members["word/numbering.xml"] = members["word/numbering.xml"].replace('"ListBullet"', '"Punktlista"')
    docx = render(read_template(*write(tmp_path, members)), View(prose("## Två\n\n- a")), SWEDISH, None).data
    assert [line.split('"')[1] for line in body_xml(docx).splitlines()] == ["Rubrik2", "Punktlista"]


def test_nothing_private_is_passed_on(tmp_path: Path) -> None:
    members = parts(
        '<w:p w:rsidR="00AB12CD"><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:proofErr w:type="spellStart"/>'
        '<w:r w:rsidRPr="00AB12CD"><w:rPr><w:lang w:val="fi-FI"/></w:rPr><w:t>{{p text }}</w:t></w:r></w:p>'
    )
    members["word/settings.xml"] = members["word/settings.xml"].replace(
        "<w:compat/>",
        '<w:attachedTemplate r:id="rId1"/><w:trackRevisions/><w:compat/><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids>',
    )
    targets = "".join(f'<Relationship Id="{name}" Type="x" Target="{name}.xml"/>' for name in ("people", "styles"))
    relationships = members["word/_rels/document.xml.rels"].replace("</Relationships>", f"{targets}</Relationships>")
    members["word/_rels/document.xml.rels"] = relationships
    private = ["word/people.xml", "word/_rels/settings.xml.rels", "customXml/item1.xml"]
    for name in (*private, "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"):
        members[name] = "<x>Anna Andersson</x>"
    made = unzip(render(read_template(*write(tmp_path, members)), View(prose("x")), SWEDISH, None).data)
    assert not set(private) & made.keys()
    everything = b"".join(made.values())
    for trace in (
        b"Anna",
        b"rsid",
        b"00AB12CD",
        b"people",
        b"attachedTemplate",
        b"trackRevisions",
        b"proofErr",
        b"fi-FI",
    ):
        assert trace not in everything
    assert b"styles.xml" in made["word/_rels/document.xml.rels"]


def test_a_template_file_becomes_a_document(tmp_path: Path) -> None:
    types = unzip(make(tmp_path, BODY, View(prose("x"))))["[Content_Types].xml"].decode()
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert f'PartName="/word/document.xml" ContentType="{main}"' in types
    assert 'PartName="/docProps/core.xml"' in types


def test_loops_over_rows_and_split_tags(tmp_path: Path) -> None:
    """Word cuts a tag into several runs, and writes curly quotes."""
    table = "".join(
        (
            row(paragraph("{%tr for each in text.blocks %}")),
            row("<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ each.line }} {{ ”a” ~ ’b’ }}</w:t></w:r></w:p>"),
            row(paragraph("{%tr endfor %}")),
        )
    )
    docx = make(tmp_path, BODY + f"<w:tbl>{table}</w:tbl>", View(prose("x\n\ny")))
    assert shown(docx) == "¶x¶y¶1 ab¶3 ab"
