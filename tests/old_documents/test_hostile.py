"""Word files that mean harm, or that no program makes: one clear message or all of the text, at once."""

import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm.cli.main import cli
from tests.audit.sample import holding, run
from tests.audit.test_hostile import BOMB
from tests.old_documents.sample import contents, heading, item, lost, new_project, take_in, word_file
from tests.word.sample import paragraph, row

DEEP = "<w:tbl><w:tr><w:tc>" * 60 + paragraph("Innerst") + "</w:tc></w:tr></w:tbl>" * 60
OPEN_FIELD = holding('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("Text")) + paragraph("Efter")
SECONDS = 20
"""Of the processor."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return new_project(tmp_path / "project")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (paragraph("x") * 200_000, "docx-too-big"),
        ("<w:p/>" * 200_000, "take-in-too-long"),
        (paragraph("*a* [b](c) " * 2000), "take-in-too-long"),
        (f"<w:p>{'<w:r/>' * 1_000_001}</w:p>", "docx-too-big"),
        ("<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000, "docx-damaged"),
    ],
    ids=["paragraphs", "empty paragraphs", "a long paragraph", "runs", "nesting"],
)
def test_too_much_is_refused_with_one_message(body: str, code: str, project: Path, tmp_path: Path) -> None:
    before, started = contents(project), time.process_time()
    file = word_file(tmp_path / "x.docx", body)
    result = CliRunner().invoke(cli, ["take-in", str(file), "--yes", "--project", str(project)], catch_exceptions=False)
    assert (result.exit_code, result.output.count(f"[{code}]")) == (1, 1)
    assert contents(project) == before
    assert time.process_time() - started < SECONDS


ODD = {
    "nested tables": DEEP,
    "a field that does not end": OPEN_FIELD,
    "levels of headings": "".join(heading(9, f"Rubrik {number}") for number in range(300)),
    "markup": holding(run("[^1]: x &lt;!-- y --&gt; {#z} ::: [[w]] ~~v~~ $$u$$ | - ")),
    "names of texts": heading(2, "text") + paragraph("Text.") + heading(2, "summary"),
    "markup in a title": heading(1, "Kriterium 1") + heading(2, "&lt;b&gt;Fet&lt;/b&gt; ../../x") + paragraph("Text."),
    "no such criterion": heading(1, "Kriterium 99") + paragraph("Text."),
    "a table of one column": f"<w:tbl>{row(paragraph('|')) * 3}</w:tbl>",
    "a table of many columns": f"<w:tbl>{row(*[paragraph('x')] * 70) * 3}</w:tbl>",
    "typed marks": "".join(map(paragraph, ("1) ett", "3) tre", "# rubrik", "===", ": text", "- ", "•"))),
    "levels of lists": "".join(item(1 + n % 2, n % 9, f"punkt {n}") for n in range(2000)),
}


@pytest.mark.parametrize("name", ODD)
def test_nothing_of_what_is_odd_is_lost(name: str, project: Path, tmp_path: Path) -> None:
    file = word_file(tmp_path / "x.docx", heading(1, "Syfte") + ODD[name])
    take_in(project, file)
    assert lost(file, project, {"Syfte", "Kriterium 1"}) == []


def test_a_bomb_is_refused(project: Path, tmp_path: Path) -> None:
    file = word_file(tmp_path / "x.docx", paragraph("x"), BOMB)
    result = CliRunner().invoke(cli, ["take-in", str(file), "--yes", "--project", str(project)], catch_exceptions=False)
    assert result.exit_code == 1
    assert "[docx-damaged]" in result.output


def test_many_paragraphs_are_taken_in_at_once(project: Path, tmp_path: Path) -> None:
    texts = (paragraph(f"Stycke {n} med *tecken* &amp; {n % 7} %.") for n in range(4_900))
    file = word_file(tmp_path / "x.docx", heading(1, "Inledning") + "".join(texts))
    started = time.process_time()
    take_in(project, file)
    assert time.process_time() - started < SECONDS
    assert "Stycke 4899" in contents(project)["programme.md"]
