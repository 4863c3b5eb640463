"""Files that other programs have saved: what of them is content, how it is tracked, and what is taken over."""

import re
from collections.abc import Callable
from unicodedata import normalize

import pytest

from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.package import MAIN, Package
from safecomm.redline.layers import seen_differences
from tests.foreign.programs import as_google_docs, as_pages, as_word, as_word_online
from tests.redline.sample import root, tracked
from tests.redline.word_files import (
    MARGIN,
    STYLES,
    commented,
    compared,
    control,
    equation,
    note,
    paragraph,
    picture,
    run,
    table,
    text_box,
    word_file,
)
from tests.word.sample import unzip
from tests.word.test_pictures import PNG

BOLD = "<w:b/>"
END = paragraph("Slut.")
SAVED = (
    '<w:p w:rsidR="00A1" w:rsidRDefault="00A2" w14:paraId="1A2B" w14:textId="77777777"><w:bookmarkStart w:id="0" '
    'w:name="_GoBack"/><w:proofErr w:type="spellStart"/><w:smartTag w:uri="a" w:element="b"><w:smartTagPr/>'
    '<w:r w:rsidRPr="00A3"><w:rPr><w:lang w:val="sv-SE"/></w:rPr><w:t>Try</w:t></w:r></w:smartTag>'
    '<w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve">gghet är </w:t></w:r><w:r><w:t>viktigt.</w:t></w:r>'
    '<w:bookmarkEnd w:id="0"/></w:p>'
)


def test_what_word_notes_at_every_save_is_no_change() -> None:
    old, new = word_file(paragraph("Trygghet är viktigt.") + END), word_file(SAVED + END)
    assert compared(old, new).proof.changes == 0
    assert compared(new, old).proof.changes == 0
    assert seen_differences(Package(old), Package(new)) == []


def test_one_word_in_a_saved_file_is_one_tracked_word() -> None:
    old = word_file(paragraph("Trygghet är bra.") + END)
    redlined = compared(old, word_file(SAVED + END)).data
    assert tracked(redlined) == [("del", "bra"), ("ins", "viktigt")]


def test_letters_in_two_forms_are_the_same_letters() -> None:
    texts = [normalize(form, "Hålla höga mål.") for form in ("NFC", "NFD")]
    old, new = (word_file(paragraph(text) + END) for text in texts)
    assert compared(old, new).proof.changes == 0
    assert tracked(compared(old, word_file(paragraph(texts[1].replace("la", "ra")) + END)).data) == [
        ("del", "Hålla"),
        ("ins", "Hålra"),
    ]


CHANGES = {
    "footnote": (paragraph("Text", note(1)), paragraph("Text", note(1)), "notes"),
    "text box": (paragraph("Före", text_box("Ett")), paragraph("Före", text_box("Två", 9)), "text"),
    "equation": (paragraph("Se ", equation("x=1")), paragraph("Se ", equation("x=2")), "text"),
    "symbol": (paragraph("Se "), paragraph("Se ", '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'), "text"),
    "tab": (paragraph("Ett", "två"), paragraph("Ett", "<w:r><w:tab/></w:r>", "två"), "text"),
    "page break": (paragraph("Ett"), paragraph("Ett", '<w:r><w:br w:type="page"/></w:r>'), "structure"),
    "picture": (paragraph("Ett"), paragraph("Ett", picture()), "pictures"),
    "alternative text": (paragraph(picture()), paragraph(picture(description="En park")), "pictures"),
    "bold": (paragraph("Ett ord."), paragraph("Ett ", run("ord", BOLD), "."), "formatting"),
    "style": (paragraph("Ett"), paragraph("Ett", properties='<w:pStyle w:val="Rubrik"/>'), "formatting"),
    "alignment": (paragraph("Ett"), paragraph("Ett", properties='<w:jc w:val="center"/>'), "formatting"),
    "address": (
        paragraph(f'<w:hyperlink w:anchor="a">{run("Ett")}</w:hyperlink>'),
        paragraph(f'<w:hyperlink r:id="rIdLink">{run("Ett")}</w:hyperlink>'),
        "links",
    ),
    "control in a line": (paragraph("Val: ", control(run("ja"))), paragraph("Val: ", control(run("nej"))), "text"),
    "control around blocks": (control(paragraph("Ett.")), control(paragraph("Ett.") + paragraph("Två.")), "text"),
    "control gone": (control(paragraph("Ett.")) + paragraph("Två."), paragraph("Två."), "text"),
    "row": (table(("a", "b")), table(("a", "b"), ("c", "d")), "text"),
    "cell": (table(("a", "b"), ("e", "f")), table(("a", "b"), ("e", "g")), "text"),
    "nested table": (
        f"<w:tbl><w:tblPr/><w:tr><w:tc>{table(('a',))}<w:p/></w:tc></w:tr></w:tbl>",
        f"<w:tbl><w:tblPr/><w:tr><w:tc>{table(('a',), ('b',))}<w:p/></w:tc></w:tr></w:tbl>",
        "text",
    ),
    "row in a control": (
        "<w:tbl><w:tblPr/>" + control(f"<w:tr><w:tc>{paragraph('a')}</w:tc></w:tr>") + "</w:tbl>",
        "<w:tbl><w:tblPr/>" + control(f"<w:tr><w:tc>{paragraph('b')}</w:tc></w:tr>") + "</w:tbl>",
        "text",
    ),
    "cell in a control": (
        "<w:tbl><w:tblPr/><w:tr>" + control(f"<w:tc>{paragraph('a')}</w:tc>") + "</w:tr></w:tbl>",
        "<w:tbl><w:tblPr/><w:tr>" + control(f"<w:tc>{paragraph('b')}</w:tc>") + "</w:tr></w:tbl>",
        "text",
    ),
    "empty paragraphs": (paragraph("Ett."), paragraph("Ett.") + "<w:p/><w:p/>", "structure"),
    "section": (paragraph("Ett."), paragraph("Ett.", properties=f"<w:sectPr>{MARGIN}</w:sectPr>"), "structure"),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_what_a_reader_sees_is_tracked_and_told(kind: str) -> None:
    before, after, layer = CHANGES[kind]
    old, new = (
        word_file(body + END, footnotes=(f"Not {number}.",)) for number, body in enumerate((before, after), start=1)
    )
    for one, other in ((old, new), (new, old)):
        proof = compared(one, other).proof
        assert proof.holds
        assert proof.changes
    assert layer in seen_differences(Package(old), Package(new))


def test_endnotes_are_tracked_in_their_own_part() -> None:
    body = paragraph("Text", note(1, "endnote"))
    old, new = (word_file(body + END, endnotes=(f"Källa: {name}.",)) for name in ("SCB", "BRÅ"))
    written = unzip(compared(old, new).data)["word/endnotes.xml"].decode()
    assert re.findall(r"<w:(t|delText) [^>]*>([^<]*)<", written) == [
        ("t", "Källa: "),
        ("delText", "SCB"),
        ("t", "BRÅ"),
        ("t", "."),
    ]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_the_only_note_of_a_kind_goes_and_comes(kind: str) -> None:
    """The other file has no part for such notes."""
    noted = word_file(paragraph("Text", note(1, kind)) + END, **{f"{kind}s": ("En källa.",)})  # type: ignore[arg-type]
    plain = word_file(paragraph("Text") + END)
    assert "En källa." in unzip(compared(noted, plain).data)[f"word/{kind}s.xml"].decode()
    assert compared(plain, noted).proof.holds


def test_comments_stay_where_they_are_and_are_no_change() -> None:
    old = word_file(paragraph("Före ", commented("ordet"), " efter.") + END, comments=("Gammal.",))
    new = word_file(paragraph("Först ", commented("ordet"), " efter.") + END, comments=("Ny.",))
    redlined = compared(old, new)
    assert redlined.proof.taken_over == ("comments",)
    anchors = root(redlined.data).iter("{*}commentRangeStart", "{*}commentReference")
    assert [str(each.tag).rpartition("}")[2] for each in anchors] == ["commentRangeStart", "commentReference"]


def test_earlier_changes_count_as_made_and_are_not_mixed_with_ours() -> None:
    earlier = '<w:ins w:id="1" w:author="Anna"><w:r><w:t xml:space="preserve">mycket </w:t></w:r></w:ins>'
    old = word_file(paragraph("Trygghet är ", earlier, "bra.") + END)
    new = word_file(paragraph("Trygghet är ", earlier, "viktigt.") + END)
    redlined = compared(old, new).data
    assert tracked(redlined) == [("del", "bra"), ("ins", "viktigt")]
    assert "Anna" not in unzip(redlined)["word/document.xml"].decode()


def test_no_number_of_a_change_is_that_of_another_annotation() -> None:
    marks = '<w:bookmarkStart w:id="1" w:name="här"/><w:bookmarkEnd w:id="1"/>'
    old = word_file(paragraph("Före ", commented("ordet", 0), " efter.") + END, comments=("A.",), header="Ett")
    new = word_file(
        paragraph("Nu ", marks, commented("ordet", 1), " sist.", properties='<w:jc w:val="left"/>') + END,
        comments=("A.", "B."),
        header="Två",
    )
    parts = unzip(compared(old, new).data)
    texts = [parts[part].decode() for part in ("word/document.xml", "word/header.xml")]
    changes = [each for text in texts for each in re.findall(r'<w:(?:ins|del|pPrChange) w:id="(\d+)"', text)]
    others = {each for text in texts for each in re.findall(r'<w:(?:bookmark|commentRange)Start w:id="(\d+)"', text)}
    assert len(changes) == len(set(changes))
    assert len(changes) > 5
    assert not others & set(changes)


def test_old_drawings_get_numbers_of_their_own() -> None:
    old = word_file(paragraph("Ett", picture(description="Ett torg")) + END)
    new = word_file(paragraph("Ett", picture(description="En park")) + END)
    assert sorted(re.findall(r'<wp:docPr id="(\d+)"', body_of(compared(old, new).data))) == ["1", "2"]


def body_of(docx: bytes) -> str:
    return unzip(docx)["word/document.xml"].decode()


def with_background(docx: bytes) -> bytes:
    parts, coloured = unzip(docx), b'<w:background w:color="FFFF00"/><w:body>'
    return write_parts({**parts, "word/document.xml": parts["word/document.xml"].replace(b"<w:body>", coloured)})


@pytest.mark.parametrize(
    ("layer", "old", "new"),
    [
        ("tables", word_file(table(("a",)) + END), word_file(table(("a",), properties="<w:tblW w:w='5'/>") + END)),
        ("pages", word_file(END), word_file(END, page=MARGIN.replace("1440", "1000"))),
        ("pages", word_file(END), with_background(word_file(END))),
        ("keeping", word_file(END), word_file(END.replace("<w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr>"))),
        ("styles", word_file(END), word_file(END, styles=STYLES.replace("heading 1", "heading 2"))),
        ("properties", word_file(END), word_file(END, title="En annan plan")),
        ("lone-headers", word_file(END), word_file(END, header="Solna")),
        ("comments", word_file(paragraph("Ett")), word_file(paragraph(commented("Ett")), comments=("Hm.",))),
        ("controls", word_file(END), word_file(control(END))),
    ],
)
def test_what_is_not_tracked_is_told(layer: str, old: bytes, new: bytes) -> None:
    proof = compared(old, new).proof
    assert layer in proof.taken_over
    assert proof.changes == 0 or layer == "controls"


@pytest.mark.parametrize(
    "body",
    [
        table(("a",)),
        table(("a",)).replace("<w:p>", "<w:p>\n ").replace("</w:p>", "</w:p>\n"),
        paragraph("Ett") + '<w:bookmarkStart w:id="7" w:name="x"/><w:bookmarkEnd w:id="7"/>',
        "<w:p>\n</w:p>" + table(("a",)),
    ],
)
def test_a_text_may_end_in_what_word_does_not_let_it_end_in(body: str) -> None:
    """Tables, the ends of bookmarks: as other programs write it, and each way round."""
    files = word_file(body), word_file(paragraph("Två") + END)
    assert all(compared(*pair).proof.holds for pair in (files, files[::-1]))


def test_lists_of_a_file_are_tracked_where_the_other_has_none() -> None:
    listed = word_file(paragraph("Ett", properties='<w:numPr><w:numId w:val="1"/></w:numPr>') + END)
    files = listed, word_file(paragraph("Två") + END, numbering="")
    assert all(compared(*pair).proof.holds for pair in (files, files[::-1]))


def test_a_changed_picture_of_the_same_name_is_a_change() -> None:
    old, new = (word_file(paragraph(picture()) + END, image=image) for image in (PNG, PNG + b"other"))
    assert tracked(compared(old, new).data) == [("del", ""), ("ins", "")]


def test_a_long_field_that_does_not_stand_alone_keeps_what_stands_beside_it() -> None:
    begin, between, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    asked = "<w:r><w:instrText>TOC</w:instrText></w:r>"
    body = paragraph("Före ", begin, asked, between, "a") + paragraph("b", end, '<w:r><w:br w:type="page"/></w:r>')
    old, new = word_file(body + END), word_file(body.replace(">b<", ">c<") + END)
    assert compared(old, new).proof.holds


def test_a_file_laid_out_with_indents_says_the_same() -> None:
    body = paragraph("Trygghet") + table(("a", "b")) + END
    assert compared(word_file(body), word_file(body.replace("><", ">\n  <"))).proof.changes == 0


PROGRAMS: dict[str, Callable[[bytes, int], bytes]] = {
    "Word": as_word,
    "Word Online": as_word_online,
    "Google Docs": as_google_docs,
    "Pages": as_pages,
}


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_draft_that_another_program_has_saved_is_compared(program: str, real: dict[str, bytes]) -> None:
    """With the draft itself both ways, and with what it makes of the next draft."""
    save, old = PROGRAMS[program], real["programme.sv"]
    new = write_parts(unzip(old) | {MAIN: unzip(old)[MAIN].replace(b"hearings", b"samtal", 1)})
    for one, other in ((old, save(new, 1)), (save(old, 1), new), (save(old, 1), save(new, 2))):
        assert compared(one, other).proof.changes


def style(identity: str, name: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/></w:style>'


def styled(*styles: str, heading: str, quotation: str) -> bytes:
    texts = (("En rubrik", heading), ("Ett citat", quotation))
    body = "".join(paragraph(text, properties=f'<w:pStyle w:val="{named}"/>') for text, named in texts)
    return word_file(body + END, styles="".join(styles))


def test_a_style_under_another_id_is_no_change() -> None:
    """Nor is it where one program's id is another style's of the other program."""
    old = styled(style("Rubrik", "heading 1"), style("a1", "Quote"), heading="Rubrik", quotation="a1")
    new = styled(style("a1", "Heading 1"), style("a2", "quote"), heading="a1", quotation="a2")
    other = styled(style("a1", "Heading 1"), style("a2", "quote"), heading="a1", quotation="a1")
    assert compared(old, new).proof.changes == 0
    assert compared(new, old).proof.changes == 0
    assert compared(old, other).proof.changes == 1
    assert "formatting" not in seen_differences(Package(old), Package(new))


def test_what_programs_may_pass_over_stays_so_in_the_redline() -> None:
    """Else Word takes the file for damaged."""
    ignorable = 'xmlns:x="urn:x" mc:Ignorable="x w14"'
    old = word_file(paragraph("Ett", picture().replace("<wp:inline>", '<wp:inline x:note="1">')) + END)
    old = write_parts(
        unzip(old) | {MAIN: unzip(old)[MAIN].replace(b"<w:document", f"<w:document {ignorable}".encode(), 1)}
    )
    redlined = root(compared(old, word_file(paragraph("Ett") + END)).data)
    assert redlined.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable") == "x w14"
    assert redlined.nsmap["x"] == "urn:x"
