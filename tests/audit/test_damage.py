"""A damage for every code: exactly that code is found, and in the good document nothing."""

from pathlib import Path

import pytest

from safecomm.audit.audit import MOST
from safecomm.codes.codes import load_group
from tests.audit.sample import audit, codes, drawing, holding, parts, run, zipped
from tests.word.sample import paragraph, row

BODY, HEADER, STYLES, NOTES = (f"word/{name}.xml" for name in ("document", "header1", "styles", "footnotes"))
LAST = paragraph("Slut.")
NESTED = f"{paragraph('0–14')}<w:tbl>{row(paragraph('inuti'))}</w:tbl><w:p/>"
LONG = f"https://www.example.org/{'en-mycket-lang-adress/' * 2}"

DAMAGES: dict[str, tuple[str, str, str]] = {
    "audit-title": ("docProps/core.xml", "Trygghetsprogram", " "),
    "audit-language": (STYLES, '<w:lang w:val="sv-SE"/>', ""),
    "audit-protected": ("word/settings.xml", "></", '><w:documentProtection w:enforcement="1"/></'),
    "audit-relationship": (BODY, 'r:id="rId4"', 'r:id="rId99"'),
    "audit-part": ("word/_rels/document.xml.rels", "image1.png", "image2.png"),
    "audit-note": (BODY, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="9"/>'),
    "audit-note-id": (NOTES, 'w:id="2"', 'w:id="1"'),
    "audit-drawing-id": (BODY, '<wp:docPr id="2"', '<wp:docPr id="1"'),
    "audit-control-id": (BODY, '<w:id w:val="12"/>', '<w:id w:val="11"/>'),
    "audit-no-headings": (BODY, '<w:pStyle w:val="heading', '<w:pStyle w:val="h'),
    "audit-heading-empty": (BODY, LAST, '<w:p><w:pPr><w:pStyle w:val="heading1"/></w:pPr></w:p>' + LAST),
    "audit-heading-jump": (BODY, LAST, holding(run("För djupt"), '<w:outlineLvl w:val="3"/>') + LAST),
    "audit-heading-bold": (BODY, LAST, holding(run("Vem gör vad", "<w:b/>")) + LAST),
    "audit-list-typed": (BODY, LAST, paragraph("• en sak") + LAST),
    "audit-empty-paragraph": (BODY, LAST, "<w:p/>" + LAST),
    "audit-table-header": (BODY, "<w:tblHeader/>", '<w:tblHeader w:val="0"/>'),
    "audit-table-merged": (BODY, "<w:tc><w:p>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>'),
    "audit-table-nested": (BODY, paragraph("0–14"), NESTED),
    "audit-table-columns": (BODY, LAST, f"<w:tbl>{row(*[paragraph('1')] * 64)}</w:tbl>" + LAST),
    "audit-cell-end": (BODY, paragraph("7"), ""),
    "audit-picture": (BODY, LAST, holding(drawing(3, 'descr=" "')) + LAST),
    "audit-link-empty": (BODY, "stadens webbplats", " "),
    "audit-link-text": (BODY, "stadens webbplats", "Läs mer »"),
    "audit-link-address": (BODY, "stadens webbplats", LONG),
    "audit-link-place": (BODY, 'w:anchor="_Toc1"', 'w:anchor="_Toc9"'),
    "audit-contrast": (BODY, '<w:color w:val="1F3864"/>', '<w:color w:val="8A8A8A"/>'),
    "audit-field-open": (HEADER, '<w:fldChar w:fldCharType="end"/>', ""),
    "audit-field-empty": (HEADER, run("1"), ""),
    "audit-bookmark-open": (BODY, '<w:bookmarkEnd w:id="2"/>', ""),
    "audit-bookmark-id": (BODY, 'w:id="2"', 'w:id="1"'),
    "audit-bookmark-name": (BODY, '"_Toc2"', '"_toc1"'),
    "audit-tag": (BODY, "Alla ska vara trygga", "Alla ska {{ verb }} trygga"),
}
"""The part that is damaged, what is replaced there, and by what."""
ELSEWHERE = {
    "audit-more": "test_damage.py",
}


def damaged(code: str) -> dict[str, str]:
    part, old, new = DAMAGES[code]
    members = parts()
    assert old in members[part]
    return members | {part: members[part].replace(old, new)}


def test_nothing_is_wrong_with_the_good_document() -> None:
    assert codes(parts()) == []


@pytest.mark.parametrize("code", DAMAGES)
def test_damage(code: str) -> None:
    assert codes(damaged(code)) == [code]


@pytest.mark.parametrize("code", DAMAGES)
def test_messages_name_the_place(code: str) -> None:
    (found,) = audit(zipped(damaged(code)), "build/x.docx")
    assert str(found.location) == "build/x.docx"
    for language in ("sv", "en"):
        assert "{" not in found.message(language).replace("{{ verb }}", "")
        assert found.hint(language)


def test_every_code_has_a_damage() -> None:
    assert load_group("audit").codes.keys() == DAMAGES.keys() | ELSEWHERE.keys()
    for code, file in ELSEWHERE.items():
        assert f'"{code}"' in (Path(__file__).parent / file).read_text(encoding="utf-8").partition("def ")[2]


def test_many_findings_of_a_kind_are_cut_short() -> None:
    members = parts()
    members[BODY] = members[BODY].replace(LAST, paragraph("• en sak") * (MOST + 1) + LAST)
    *shown, more = audit(zipped(members), "x.docx")
    assert [each.code for each in shown] == ["audit-list-typed"] * MOST
    assert (more.code, more.values["kind"]) == ("audit-more", "audit-list-typed")


def test_a_message_reads_well() -> None:
    (found,) = audit(zipped(damaged("audit-contrast")), "x.docx")
    assert found.message("sv") == (
        "text i färgen #8A8A8A på bakgrunden #FFFFFF är svår att läsa, kontrast 3.4:1:"
        " ”Brott och skador” (del: document)"
    )
    assert found.hint("en") == "choose a darker or lighter colour in the style, so that the contrast is at least 4.5:1"
