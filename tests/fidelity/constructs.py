"""What a reviewer may put into a Word file or take out of it, one thing at a time, group by group."""

import re
from collections.abc import Callable
from unicodedata import normalize

from tests.redline.word_files import DECLARED
from tests.review.reviewer import OFFICE, TYPE, Reviewer, run
from tests.review.test_nothing_unsaid import (
    BEGIN,
    END,
    HEADER,
    MAIN,
    REFERENCE,
    STYLES,
    TEXT,
    comments,
    edit_part,
    new_paragraph,
    note,
    paragraph,
    with_property,
)
from tests.word.test_pictures import PNG

Edit = Callable[[Reviewer], None]
BEFORE, WORD_OF_IT, AFTER = "Inriktningen är ", "fast", "."
NEXT = "öka tryggheten"
"""The first of a list."""
CELL, DRAWING, ROW = (rf"<w:{name}>.*?</w:{name}>" for name in ("tc", "drawing", "tr"))
OTHERS = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)


def declared(xml: str) -> str:
    """With all prefixes, which the draft need not know."""
    return re.sub(r"^<[\w:]+", rf"\g<0> {DECLARED} {OTHERS}", xml)


def typed(inside: str, *, tracked: bool = False) -> Edit:
    """Something more within the text."""

    def edit(reviewer: Reviewer) -> None:
        held = reviewer.mark("ins", declared(inside)) if tracked else declared(inside)
        reviewer.replace(run(TEXT), run(BEFORE) + held + run(WORD_OF_IT + AFTER))

    return edit


def words(text: str) -> Edit:
    """The text with other words, tracked."""
    return lambda reviewer: reviewer.tracked(WORD_OF_IT, text)


def looks(properties: str) -> Edit:
    """A word of the text, looking otherwise."""
    look = f"<w:r><w:rPr>{properties}</w:rPr>"
    return lambda reviewer: reviewer.replace(
        run(TEXT), run(BEFORE) + run(WORD_OF_IT).replace("<w:r>", look) + run(AFTER)
    )


def stands(properties: str, text: str = TEXT) -> Edit:
    def edit(reviewer: Reviewer) -> None:
        old = paragraph(reviewer, text)
        reviewer.replace(old, with_property(old, properties))

    return edit


def block(xml: str) -> Edit:
    """After the paragraph."""

    def edit(reviewer: Reviewer) -> None:
        old = paragraph(reviewer, TEXT)
        reviewer.replace(old, old + declared(xml))

    return edit


def wrapped(before: str, after: str) -> Edit:
    """Something around the paragraph."""

    def edit(reviewer: Reviewer) -> None:
        old = paragraph(reviewer, TEXT)
        reviewer.replace(old, before + old + after)

    return edit


def added_paragraph(*, tracked: bool) -> Edit:
    def edit(reviewer: Reviewer) -> None:
        old = paragraph(reviewer, TEXT)
        reviewer.replace(old, old + new_paragraph(reviewer, "Ett nytt stycke.", tracked=tracked))

    return edit


def deleted_paragraph(reviewer: Reviewer) -> None:
    reviewer.replace(paragraph(reviewer, TEXT), "")


def moved_paragraph(reviewer: Reviewer) -> None:
    """As Word tracks it: the place it leaves, and the place it comes to."""
    old, there = paragraph(reviewer, TEXT), paragraph(reviewer, NEXT)
    marks = ("From", "To")
    left, come = (
        f'<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:rPr>{reviewer.mark(f"move{end}", "")}</w:rPr></w:pPr>'
        f'<w:move{end}RangeStart w:id="{number}" w:name="flytt" w:author="Anna"/>'
        f"{reviewer.mark(f'move{end}', run(TEXT))}"
        f'<w:move{end}RangeEnd w:id="{number}"/></w:p>'
        for number, end in enumerate(marks, start=50)
    )
    reviewer.replace(there, there + come)
    reviewer.replace(old, left)


def split_paragraph(reviewer: Reviewer) -> None:
    reviewer.replace(run(TEXT), f"{run(BEFORE)}</w:p><w:p>{run(WORD_OF_IT + AFTER)}")


def joined_paragraphs(reviewer: Reviewer) -> None:
    first, second = paragraph(reviewer, NEXT), paragraph(reviewer, "minska skadorna")
    reviewer.replace(first + second, first.replace("</w:p>", second.partition("</w:pPr>")[2], 1))


def decomposed(reviewer: Reviewer) -> None:
    reviewer.replace(run(TEXT), run(normalize("NFD", TEXT)))


def noted(kind: str) -> Edit:
    return lambda reviewer: note(reviewer, kind, "Se protokollet.")


def commented(*listed: tuple[str, str], answers: str = "") -> Edit:
    def edit(reviewer: Reviewer) -> None:
        reviewer.replace(run(TEXT), BEGIN + run(TEXT) + END + REFERENCE)
        comments(reviewer, *listed, answers=answers)

    return edit


def comment_on_chart(reviewer: Reviewer) -> None:
    edit_part(MAIN, f"<w:r>{DRAWING}</w:r>", rf"{BEGIN}\g<0>{END}{REFERENCE}")(reviewer)
    comments(reviewer, ("A", "Fel år?"))


def with_picture(inside: str) -> Edit:
    """The picture lies in the file."""

    def edit(reviewer: Reviewer) -> None:
        reviewer.parts["word/media/new.png"] = PNG.decode(errors="surrogateescape")
        lead = f'<Relationship Id="new" Type="{OFFICE}/relationships/image" Target="media/new.png"/></Relationships>'
        reviewer.replace("</Relationships>", lead, "word/_rels/document.xml.rels")
        reviewer.replace(
            "</Types>", '<Default Extension="png" ContentType="image/png"/></Types>', "[Content_Types].xml"
        )
        typed(inside)(reviewer)

    return edit


def with_part(name: str, relation: str, content: str, edit: Edit) -> Edit:
    def with_it(reviewer: Reviewer) -> None:
        reviewer.parts[f"word/{name}.xml"] = declared(content)
        reviewer.declare(name, relation, f"{TYPE}.{name}+xml")
        edit(reviewer)

    return with_it


def tracked_around(pattern: str, kind: str) -> Edit:
    """The first that fits is marked."""

    def edit(reviewer: Reviewer) -> None:
        found = re.search(pattern, reviewer.parts[MAIN])
        assert found
        reviewer.parts[MAIN] = reviewer.parts[MAIN].replace(found[0], reviewer.mark(kind, found[0]), 1)

    return edit


def field(instruction: str, shown: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} ">{run(shown)}</w:fldSimple>'


def form(data: str) -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return begin + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def graphic(inside: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="77" name="Ny" descr="Ett torg"/><a:graphic>'
        f"<a:graphicData>{inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


TRACKED = 'w:id="1" w:author="Anna" w:date="2008-02-03T10:00:00Z"'
MARKED_ROW = rf"\g<0><w:tr><w:trPr><w:ins {TRACKED}/></w:trPr><w:tc><w:p>{run('Ny rad')}</w:p></w:tc></w:tr>"
TABLE = f"<w:tbl><w:tr><w:tc><w:p>{run('Ny cell')}</w:p></w:tc></w:tr></w:tbl>"
BOX = f"<w:txbxContent><w:p>{run('I rutan')}</w:p></w:txbxContent>"
RUBY = f"<w:r><w:ruby><w:rt>{run('wHO')}</w:rt><w:rubyBase>{run('WHO')}</w:rubyBase></w:ruby></w:r>"
DIAGRAM = '<dgm:relIds r:dm="diagram"/>'
POINTS = "<dgm:dataModel><dgm:pt><dgm:t><a:p><a:r><a:t>Råd</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>"
NOTES = "word/footnotes.xml"

WORDS: dict[str, Edit] = {
    "words replaced, tracked": words("tydlig"),
    "words deleted, tracked": words(""),
    "words replaced, not tracked": lambda reviewer: reviewer.silently(run(TEXT), run("Inriktningen är tydlig.")),
    "characters that Markdown would read": words("*mycket* [fast]_"),
    "no-break space": words("fast\u00a0nu"),
    "soft hyphen": words("fa\u00adst"),
    "no-break hyphen": typed("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post </w:t></w:r>", tracked=True),
    "letters and accents apart (macOS)": decomposed,
    "a character that no content may have": words("fast\u2028nu"),
    "tab": typed("<w:r><w:tab/></w:r>", tracked=True),
    "line break": typed("<w:r><w:br/></w:r>", tracked=True),
    "symbol (w:sym), known": typed('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', tracked=True),
    "symbol of an unknown font": typed('<w:r><w:sym w:font="Egen" w:char="F0E0"/></w:r>', tracked=True),
    "reading above letters (ruby)": typed(RUBY, tracked=True),
    "equation": typed("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"),
    "fraction": typed(
        "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>"
    ),
    "link": typed(f'<w:hyperlink w:anchor="_Toc_f814dc70e626">{run("länk ")}</w:hyperlink>'),
    "address of a link": edit_part("word/_rels/footnotes.xml.rels", "https://example.org", "https://example.com"),
    "cross reference (REF)": typed(field("REF _Toc_f814dc70e626", "Inriktning ")),
    "date field": typed(field("DATE", "2008-02-03 ")),
    "form field: a box with a cross": typed(form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')),
    "content control within a line": typed(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('val ')}</w:sdtContent></w:sdt>"),
    "bookmark": typed('<w:bookmarkStart w:id="99" w:name="min"/>' + '<w:bookmarkEnd w:id="99"/>'),
}
LOOKS: dict[str, Edit] = {
    "bold": looks("<w:b/>"),
    "struck through by hand": looks("<w:strike/>"),
    "colour": looks('<w:color w:val="FF0000"/>'),
    "highlighting": looks('<w:highlight w:val="yellow"/>'),
    "font": looks('<w:rFonts w:ascii="Papyrus"/>'),
    "hidden text": looks("<w:vanish/>"),
    "look changed, tracked": looks(f"<w:b/><w:rPrChange {TRACKED}><w:rPr/></w:rPrChange>"),
    "language of a word": looks('<w:lang w:val="en-GB"/>'),
}
PARAGRAPHS: dict[str, Edit] = {
    "new paragraph, tracked": added_paragraph(tracked=True),
    "new paragraph, not tracked": added_paragraph(tracked=False),
    "paragraph deleted": deleted_paragraph,
    "paragraph moved, tracked": moved_paragraph,
    "paragraph split": split_paragraph,
    "paragraphs joined": joined_paragraphs,
    "another style": lambda reviewer: reviewer.replace(
        old := paragraph(reviewer, TEXT), old.replace('"BodyText"', '"Quote"')
    ),
    "list item or level": stands('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'),
    "alignment": stands('<w:jc w:val="center"/>'),
    "frame": stands('<w:pBdr><w:top w:val="single"/></w:pBdr>'),
    "kept with the next paragraph": stands("<w:keepNext/>"),
    "page break": typed('<w:r><w:br w:type="page"/></w:r>'),
    "section break": block('<w:p><w:pPr><w:sectPr><w:pgSz w:w="9" w:h="9"/></w:sectPr></w:pPr></w:p>'),
    "empty line": block("<w:p/>"),
    "content control around a paragraph": wrapped("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"),
}
NOTES_AND_COMMENTS: dict[str, Edit] = {
    "footnote": noted("footnote"),
    "endnote": noted("endnote"),
    "words of a footnote": lambda reviewer: reviewer.tracked("En not med ", "Noten har ", NOTES),
    "footnote deleted": tracked_around(r"<w:r><w:rPr>(?:(?!</w:r>).)*<w:footnoteReference [^>]*/></w:r>", "del"),
    "comment": commented(("A", "Stämmer det?")),
    "thread of answers": commented(
        ("A", "Fråga"),
        ("B", "Svar"),
        ("C", "Svar på svar"),
        answers='<w15:commentEx w15:paraId="B" w15:paraIdParent="A"/>'
        '<w15:commentEx w15:paraId="C" w15:paraIdParent="B"/>',
    ),
    "resolved comment": commented(("A", "Klart"), answers='<w15:commentEx w15:paraId="A" w15:done="1"/>'),
}
TABLES: dict[str, Edit] = {
    "new table": block(TABLE),
    "new row, tracked": edit_part(MAIN, ROW, MARKED_ROW),
    "row deleted": edit_part(MAIN, ROW, ""),
    "cell deleted, tracked": edit_part(MAIN, "(<w:tc>)<w:tcPr>", rf"\1<w:tcPr><w:cellDel {TRACKED}/>"),
    "cells merged": edit_part(MAIN, "(<w:tc>)<w:tcPr>", r'\1<w:tcPr><w:vMerge w:val="restart"/>'),
    "words of a cell": edit_part(MAIN, "(<w:tc>(?:(?!</w:tc>).)*<w:t [^>]*>)", r"\1Nytt "),
    "table within a cell": edit_part(MAIN, "(<w:tc>(?:(?!<w:p>).)*)<w:p>", rf"\1{TABLE}<w:p>"),
    "row within a content control": edit_part(
        MAIN, ROW, r"<w:sdt><w:sdtPr/><w:sdtContent>\g<0></w:sdtContent></w:sdt>"
    ),
    "shading of a cell": edit_part(MAIN, "(<w:tc>)<w:tcPr>", r'\1<w:tcPr><w:shd w:fill="FFFF00"/>'),
}
OBJECTS: dict[str, Edit] = {
    "picture": with_picture(graphic('<pic:pic><pic:blipFill><a:blip r:embed="new"/></pic:blipFill></pic:pic>')),
    "picture of old (VML)": with_picture(
        '<w:r><w:pict><v:shape alt="Karta"><v:imagedata r:id="new"/></v:shape></w:pict></w:r>'
    ),
    "text box": typed(f"<w:r><w:drawing><wp:anchor><wps:txbx>{BOX}</wps:txbx></wp:anchor></w:drawing></w:r>"),
    "text box of old (VML)": typed(f"<w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>"),
    "shape without words": typed("<w:r><w:pict><v:shape/></w:pict></w:r>"),
    "WordArt, watermark": typed('<w:r><w:pict><v:shape><v:textpath string="UTKAST"/></v:shape></w:pict></w:r>'),
    "diagram (SmartArt)": with_part("diagram", f"{OFFICE}/relationships/diagramData", POINTS, typed(graphic(DIAGRAM))),
    "embedded object (OLE)": typed('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'),
    "another file in its place (altChunk)": with_part(
        "chunk", f"{OFFICE}/relationships/aFChunk", "<html/>", block('<w:altChunk r:id="chunk"/>')
    ),
}
CHARTS: dict[str, Edit] = {
    "chart deleted": edit_part(MAIN, f"<w:r>{DRAWING}</w:r>", ""),
    "chart deleted, tracked": tracked_around(f"<w:r>{DRAWING}</w:r>", "del"),
    "figure in a chart": edit_part("word/charts/chart1.xml", "<c:v>[0-9]+<", "<c:v>99<"),
    "size of a picture or chart": edit_part(MAIN, '<wp:extent cx="', '<wp:extent cx="1'),
    "alternative text": edit_part(MAIN, ' descr="', ' descr="Ny '),
    "comment on a chart": comment_on_chart,
}


def colour_pages(reviewer: Reviewer) -> None:
    reviewer.replace("<w:body>", '<w:background w:color="FFF2CC"/><w:body>')
    reviewer.replace("</w:settings>", "<w:displayBackgroundShape/></w:settings>", "word/settings.xml")


DOCUMENT: dict[str, Edit] = {
    "words of a header": edit_part(HEADER, "Trygghetsprogram", "Trygghetsplan"),
    "derived text, silently": edit_part(MAIN, ">Ansvarig: ", ">Huvudansvarig: "),
    "page margins": edit_part(MAIN, r'w:left="\d+"', 'w:left="2600"'),
    "colour of the pages": colour_pages,
    "table of contents": edit_part(MAIN, r'(w:anchor="_Toc_[^>]*><w:r><w:t [^>]*>)', r"\1Min "),
    "style for the whole document": edit_part(STYLES, '(w:styleId="BodyText">.*?)<w:rPr>', r"\1<w:rPr><w:strike/>"),
    "title in the properties": edit_part("docProps/core.xml", "</dc:title>", " ny</dc:title>"),
    "settings": edit_part("word/settings.xml", "</w:settings>", '<w:zoom w:percent="90"/></w:settings>'),
    "theme": edit_part("word/theme/theme1.xml", '<a:srgbClr val="[0-9A-F]+"', '<a:srgbClr val="112233"'),
    "what Word notes for itself": lambda reviewer: reviewer.replace(
        run(TEXT),
        '<w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB"><w:lastRenderedPageBreak/>'
        f'<w:t xml:space="preserve">{TEXT}</w:t></w:r><w:proofErr w:type="spellEnd"/>',
    ),
}
GROUPS = {
    "Words": ("programme.sv", WORDS),
    "Looks": ("programme.sv", LOOKS),
    "Paragraphs": ("programme.sv", PARAGRAPHS),
    "Notes and comments": ("programme.sv", NOTES_AND_COMMENTS),
    "Tables": ("application.sv", TABLES),
    "Pictures, boxes, objects": ("programme.sv", OBJECTS),
    "Charts": ("application.sv", CHARTS),
    "The document": ("programme.sv", DOCUMENT),
}
"""Each group with the document that has what is changed."""
