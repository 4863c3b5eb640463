"""The Markdown twin of a finished document."""

from pathlib import Path

import pytest

from safecomm.markdown.blocks import Paragraph, Text
from safecomm.ooxml.package import Package
from safecomm.twin.twin import to_text
from tests.word.sample import View, make, paragraph, prose, prose_of, row

BODY = paragraph("{{p text }}")


def twin(folder: Path, markdown: str) -> str:
    return to_text(Package(make(folder, BODY, View(prose(markdown)))))


@pytest.mark.parametrize(
    "markdown",
    [
        "Ett stycke.\n\nEtt till.\n",
        "## Rubrik *kursiv*\n\nText med **fet**, *kursiv* och ***båda***.\n",
        "- ett\n- två\n    - under\n        - djupare\n- tre\n",
        "- ett\n\n    mer\n\n- två\n",
        "3. tre\n4. fyra\n    1. ett\n    2. två\n5. fem\n\ntext\n\n1. ett\n",
        "> citat\n\ntext\n",
        "[en länk](https://example.org/) och [**fet** länk](https://example.org/)\n",
        "| A | B |\n| --- | --- |\n| a | b\\|c |\n\ntext\n",
        "| A<br>B | C |\n| --- | --- |\n| a<br>b<br>c | **d**<br>e |\n",
        "Text[^1] och[^2].\n\n[^1]: Noten.\n\n    Mer.\n\n[^2]: *Två*.\n",
        "\\_\\_init\\_\\_ och snake_case är text.\n",
        "R&D < 5\u00a0%, a * b, 2_000, 1.5, C# och [sic] är text.\n",
        "1\\. ingen lista\n\n\\# ingen rubrik\n\n\\> inget citat\n",
        "\\*inte kursiv\\* \\_inte heller\\_ \\<b> \\&amp; \\[^1] \\[a](b) \\`c\\` \\\\d\n",
    ],
)
def test_the_twin_of_a_text_reads_as_it_was_written(tmp_path: Path, markdown: str) -> None:
    assert twin(tmp_path, markdown) == markdown


def test_a_dash_at_the_beginning_is_no_bullet(tmp_path: Path) -> None:
    text = prose_of(Paragraph((Text("- ingen punkt"),), 1))
    assert to_text(Package(make(tmp_path, BODY, View(text)))) == "\\- ingen punkt\n"


def test_hard_breaks_stay_in_the_line(tmp_path: Path) -> None:
    assert twin(tmp_path, "ett\\\ntvå") == "ett<br>två\n"


def test_headers_come_first_once_and_without_the_build_id(tmp_path: Path) -> None:
    page = "".join(
        f"<w:r>{each}</w:r>"
        for each in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText> PAGE </w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>7</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    build = '<w:r><w:rPr><w:rStyle w:val="BuildId"/></w:rPr><w:t xml:space="preserve"> {{ build_id }}</w:t></w:r>'
    simple = '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple>'
    header = f"<w:p><w:r><w:t>Utkast</w:t></w:r>{build}<w:r><w:tab/></w:r>{page}{simple}</w:p>{paragraph('Solna') * 2}"
    docx = make(tmp_path, BODY, View(prose("Text")), header=header, build_id="abc")
    assert to_text(Package(docx)) == "> header: Utkast {PAGE}{NUMPAGES}\n> header: Solna\n\nText\n"


def test_a_reviewed_document_reads_as_if_accepted(tmp_path: Path) -> None:
    changed = "<w:p><w:ins><w:r><w:t>nytt</w:t></w:r></w:ins><w:del><w:r><w:t>gammalt</w:t></w:r></w:del></w:p>"
    docx = make(tmp_path, changed + BODY, View(prose("x")))
    assert to_text(Package(docx)) == "nytt\n\nx\n"


def test_a_table_without_header_has_no_line(tmp_path: Path) -> None:
    table = f"<w:tbl>{row(paragraph('a') + paragraph('b', 'ListBullet'), paragraph('c'))}</w:tbl>"
    assert to_text(Package(make(tmp_path, table + BODY, View(prose("x"))))) == "| a<br>b | c |\n\nx\n"
