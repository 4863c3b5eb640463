"""Each kind of block as the WordprocessingML that a template's `{{p text }}` becomes."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from safecomm.markdown.blocks import Prose
from safecomm.ooxml.numbering import LARGEST
from safecomm.word.lists import ListKind, Numbering
from safecomm.word.tag_filters import TagError
from tests.conftest import Golden
from tests.word.sample import View, body_xml, make, paragraph, prose, unzip

HERE = Path(__file__).parent
CASES = sorted((HERE / "blocks").glob("*.md"))


class Two(NamedTuple):
    first: Prose
    second: Prose


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_block(case: Path, tmp_path: Path, golden: Golden) -> None:
    docx = make(tmp_path, paragraph("{{p text }}"), View(prose(case.read_text(encoding="utf-8"))))
    members = unzip(docx)
    found = [body_xml(docx), *(_added(members, part) for part in ("word/footnotes.xml", "word/numbering.xml"))]
    golden(case.with_suffix(".xml"), "\n".join(filter(None, found)) + "\n")


def _added(members: dict[str, bytes], part: str) -> str:
    """What follows the template's own last note or list."""
    text = members[part].decode()
    last = {"word/footnotes.xml": 'w:id="0"><w:p/></w:footnote>', "word/numbering.xml": 'w:val="1"/></w:num>'}[part]
    added = text.partition(last)[2].rpartition("</w:")[0]
    return added.replace("><w:num ", ">\n<w:num ").replace("><w:footnote ", ">\n<w:footnote ")


def test_cases_were_seen() -> None:
    assert len(CASES) > 8


@pytest.mark.parametrize(
    ("follows", "text", "kept"), [("true", "kort", 1), ("false", "kort", 0), ("true", "lång " * 400, 0)]
)
def test_a_short_text_stays_with_what_follows(tmp_path: Path, follows: str, text: str, kept: int) -> None:
    docx = make(tmp_path, paragraph(f"{{{{p text|below(2)|kept({follows}) }}}}"), View(prose(text)))
    assert unzip(docx)["word/document.xml"].count(b"<w:keepNext/>") == kept


@pytest.mark.parametrize("text", ["| a |\n| - |\n| b |\n\nEtt\n\nTvå", "Två\n\n| a |\n| - |\n| b |"])
def test_a_paragraph_stands_apart_from_the_table_above_it(tmp_path: Path, text: str) -> None:
    body = paragraph("{{p text }}") + paragraph("Ett")
    lines = body_xml(make(tmp_path, body, View(prose(text)))).split("<w:p>")
    apart = {word: "w:before" in line for line in reversed(lines) for word in ("Ett", "Två") if word in line}
    assert apart == {"Ett": True, "Två": False}


def test_headings_stand_below_the_level_that_the_template_names(tmp_path: Path) -> None:
    view = View(prose("## Två\n\n### Tre\n\n#### Fyra\n\n##### Fem"))
    docx = make(tmp_path, paragraph("{{p text|below(3) }}"), view)
    assert [f'"Heading{level}"' in body_xml(docx) for level in range(1, 7)] == [False, False, False, True, True, True]


def test_a_text_takes_the_style_of_its_tag(tmp_path: Path) -> None:
    docx = make(tmp_path, paragraph("{{p text|below(2) }}", "Meta"), View(prose("Ett\n\n## Två\n\n> tre\n\n- fyra")))
    assert [line.split('"')[1] for line in body_xml(docx).splitlines()] == ["Meta", "Heading3", "Quote", "ListBullet"]


def keeping(docx: bytes) -> list[str]:
    """Of each paragraph: N where it stays with the next, L where its lines stay together."""
    return ["N" * ("keepNext" in line) + "L" * ("keepLines" in line) for line in body_xml(docx).splitlines()]


def test_no_page_tears_a_short_text(tmp_path: Path) -> None:
    docx = make(tmp_path, paragraph("{{p text }}"), View(prose("Ett\n\nTvå:\n\n- tre\n- fyra\n\n  fem")))
    assert keeping(docx) == ["NL", "NL", "NL", "NL", "L"]


def test_a_lead_in_stays_with_its_list(tmp_path: Path) -> None:
    long = "Ett ord till. " * 60
    docx = make(tmp_path, paragraph("{{p text }}"), View(prose(f"{long}\n\nTvå:\n\n- tre\n- fyra\n\nFem")))
    assert keeping(docx) == ["", "N", "N", "", ""]


def test_no_page_has_a_lone_item_of_a_list(tmp_path: Path) -> None:
    items = "\n".join(f"- {'ord ' * 40}" for _ in range(5))
    docx = make(tmp_path, paragraph("{{p text }}"), View(prose(items)))
    assert keeping(docx) == ["N", "", "", "N", ""]


def test_a_text_in_another_language_says_so(tmp_path: Path) -> None:
    phrases = "{% set untranslated = 'Ännu bara på engelska & så' %}"
    docx = make(tmp_path, paragraph("{{p text }}"), View(prose("One *two*[^n]\n\n[^n]: three", "en")), phrases=phrases)
    notice, text = body_xml(docx).splitlines()
    assert '"Untranslated"' in notice
    assert "Ännu bara på engelska &amp; så" in notice
    assert "w:lang" not in notice
    assert text.count('<w:lang w:val="en-GB"/>') == 2
    assert (
        '<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">three' in unzip(docx)["word/footnotes.xml"].decode()
    )


def test_an_inserted_list_leaves_the_numbers_of_the_others(tmp_path: Path) -> None:
    body = "".join(paragraph(f"{{{{p {name} }}}}") for name in ("first", "second"))
    short = make(tmp_path, body, Two(prose("1. a", name="a.text"), prose("1. b", name="b.text")))
    longer = make(tmp_path, body, Two(prose("1. a\n\ntext\n\n1. c", name="a.text"), prose("1. b", name="b.text")))
    assert set(short_numbers := numbers(short)) < set(numbers(longer))
    assert len(short_numbers) == 2


def test_a_text_that_is_printed_twice_counts_anew(tmp_path: Path) -> None:
    docx = make(tmp_path, paragraph("{{p text }}") * 2, View(prose("1. a")))
    assert len(set(numbers(docx))) == 2


def numbers(docx: bytes) -> list[str]:
    return re.findall('<w:numId w:val="(\\d+)"', body_xml(docx))


def test_list_numbers_that_collide_move_on() -> None:
    numbering = Numbering({"ListNumber": ListKind("1", "2", ("400",))}, set(range(1, LARGEST)))
    assert numbering.ordered("measures/hearings.text#0", 0, 1) == str(LARGEST)


def test_lists_without_end_are_refused() -> None:
    numbering = Numbering({"ListNumber": ListKind("1", "2", ("400",))}, set(range(1, LARGEST + 1)))
    with pytest.raises(TagError) as caught:
        numbering.ordered("measures/hearings.text#0", 0, 1)
    assert caught.value.code == "too-many-lists"
