"""How reviewers change what is more than words: notes, links, pictures, charts, fields, pages, the file itself."""

import struct
import zlib
from copy import deepcopy
from random import Random

from lxml import etree
from lxml.etree import _Element as Element

from tests.returned.edits import Made, drop, insert, some_words
from tests.returned.word import (
    CORE,
    ENDNOTES,
    MAIN,
    MATHS,
    NOTES,
    RELATIONS,
    STYLES,
    Copy,
    cut,
    plain_runs,
    put,
    put_first,
    run_of,
    w,
)

DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
CHART, PLACED = f"{DRAWN}/chart", f"{DRAWN}/wordprocessingDrawing"
EMBED = f"{{{RELATIONS}}}embed"
OBJECT = "annan bild eller annat diagram"
FIELD, CONTROL, SECTION, PROPERTIES, CONTENTS, ALL_STYLES, MARGIN = (
    "annat fält",
    "innehållskontroll",
    "annan sida: storlek",
    "andra dokumentegenskaper",
    "annan innehållsförteckning",
    "andra formatmallar i hela dokumentet",
    "ändrat sidhuvud eller sidfot",
)
"""How `review` calls what was changed."""


def equation(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    """Between words, which are changed too."""
    span = some_words(paragraph, random)
    if span is None:
        return None
    maths = etree.Element(f"{{{MATHS}}}oMath", nsmap={"m": MATHS})
    run = etree.SubElement(maths, f"{{{MATHS}}}r")
    etree.SubElement(run, f"{{{MATHS}}}t").text = "x=1"
    word = cut(span)
    word.addprevious(maths)
    if random.random() < 0.5:
        copy.wrap([maths], "ins")
    run = run_of(f"{token} ")
    word.addprevious(run)
    copy.wrap([run], "ins")
    return Made([token])


def equation_alone(copy: Copy, paragraph: Element, _random: Random, token: str) -> Made | None:
    maths = etree.SubElement(etree.SubElement(copy.after(paragraph), f"{{{MATHS}}}oMathPara"), f"{{{MATHS}}}oMath")
    etree.SubElement(etree.SubElement(maths, f"{{{MATHS}}}r"), f"{{{MATHS}}}t").text = token
    return Made([token])


def note(copy: Copy, paragraph: Element, random: Random, token: str, kind: str) -> Made | None:
    part = NOTES if kind == "footnote" else ENDNOTES
    identity = copy.identity()
    element = etree.SubElement(copy.story(part, f"{kind}s"), w(kind), {w("id"): identity})
    etree.SubElement(element, w("p")).append(run_of(f"Ny not {token}"))
    run = etree.Element(w("r"))
    etree.SubElement(run, w(f"{kind}Reference"), {w("id"): identity})
    return Made([token]) if insert(copy, paragraph, random, run, tracked=random.random() < 0.5) else None


def endnote(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    return note(copy, paragraph, random, token, "endnote")


def footnote(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    return note(copy, paragraph, random, token, "footnote")


def footnote_deleted(copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    """With its body, as Word does, or tracked, when the body stays."""
    call = next(paragraph.iter(w("footnoteReference")), None)
    if call is None or (run := call.getparent()) is None:
        return None
    if random.random() < 0.5:
        copy.wrap([run], "del")
        return Made([])
    for body in list(copy.root(NOTES)):
        if body.get(w("id")) == call.get(w("id")):
            drop(body)
    drop(run)
    return Made([])


def link_of(paragraph: Element) -> Element | None:
    return next((link for link in paragraph.iter(w("hyperlink")) if link.get(f"{{{RELATIONS}}}id")), None)


def link_removed(_copy: Copy, paragraph: Element, _random: Random, _token: str) -> Made | None:
    link = link_of(paragraph)
    if link is None:
        return None
    for run in list(link):
        link.addprevious(run)
    drop(link)
    return Made([])


def link_changed(copy: Copy, paragraph: Element, _random: Random, token: str) -> Made | None:
    link = link_of(paragraph)
    if link is None:
        return None
    link.set(f"{{{RELATIONS}}}id", copy.relate("hyperlink", f"https://{token}.example/", external=True))
    return Made([token])


def words_linked(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    span = some_words(paragraph, random)
    if span is None:
        return None
    address = copy.relate("hyperlink", f"https://{token}.example/", external=True)
    run = cut(span)
    link = etree.Element(w("hyperlink"), {f"{{{RELATIONS}}}id": address})
    run.addprevious(link)
    link.append(run)
    return Made([token])


def tab(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    run = run_of(token)
    put(run, "tab")
    return Made([token]) if insert(copy, paragraph, random, run, tracked=random.random() < 0.5) else None


def tab_at_end(_copy: Copy, paragraph: Element, _random: Random, _token: str) -> Made | None:
    put(etree.SubElement(paragraph, w("r")), "tab")
    return Made([])


def text_box(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    run = etree.Element(w("r"))
    box = etree.SubElement(etree.SubElement(run, w("pict")), w("txbxContent"))
    etree.SubElement(box, w("p")).append(run_of(f"Ruta {token}"))
    return Made([token]) if insert(copy, paragraph, random, run, tracked=random.random() < 0.5) else None


def shape(copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    """An arrow without a word."""
    run = etree.Element(w("r"))
    etree.SubElement(run, w("pict"))
    return Made([]) if insert(copy, paragraph, random, run, tracked=random.random() < 0.5) else None


def png(random: Random, side: int = 200) -> bytes:
    """A picture in one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = bytes([0, *random.randbytes(3) * side]) * side
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def picture_run(copy: Copy, random: Random, description: str) -> Element:
    name = f"media/returned{copy.identity()}.png"
    copy.parts[f"word/{name}"] = png(random)
    run = etree.Element(w("r"))
    inline = etree.SubElement(etree.SubElement(run, w("drawing")), f"{{{PLACED}}}inline")
    etree.SubElement(inline, f"{{{PLACED}}}extent", cx="900000", cy="900000")
    etree.SubElement(inline, f"{{{PLACED}}}docPr", id=copy.identity(), name="Bild", descr=description)
    etree.SubElement(inline, f"{{{DRAWN}/main}}blip", {EMBED: copy.relate("image", name)})
    return run


def picture_inserted(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    """Between words, or in a paragraph of its own, with a description or none."""
    run = picture_run(copy, random, token if random.random() < 0.5 else "")
    if random.random() < 0.5:
        return Made([token]) if insert(copy, paragraph, random, run, tracked=random.random() < 0.5) else None
    copy.after(paragraph).append(run)
    return Made([token], label="nytt stycke")


def drawing_of(paragraph: Element) -> Element | None:
    return next(paragraph.iter(w("drawing")), None)


def picture_deleted(copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    drawing = drawing_of(paragraph)
    run = None if drawing is None else drawing.getparent()
    if run is None:
        return None
    if random.random() < 0.5:
        copy.wrap([run], "del")
    else:
        drop(run)
    return Made([], label="borttaget stycke")


def picture_replaced(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    """By another file, or by other data."""
    blip = next((blip for blip in paragraph.iter() if blip.get(EMBED)), None)
    if blip is None:
        return None
    name = f"media/{token}.png"
    copy.parts[f"word/{name}"] = png(random)
    blip.set(EMBED, copy.relate("image", name))
    return Made([], label=OBJECT)


def picture_resized(_copy: Copy, paragraph: Element, _random: Random, _token: str) -> Made | None:
    extent = next(paragraph.iter(f"{{{PLACED}}}extent"), None)
    if extent is None:
        return None
    extent.set("cx", str(int(extent.get("cx", "0")) // 2))
    return Made([], label=OBJECT)


def alternative_text(_copy: Copy, paragraph: Element, _random: Random, token: str) -> Made | None:
    described = next(paragraph.iter(f"{{{PLACED}}}docPr"), None)
    if described is None:
        return None
    described.set("descr", f"{described.get('descr', '')} {token}")
    return Made([token])


def chart_data(copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    drawn = next(paragraph.iter(f"{{{CHART}}}chart"), None)
    if drawn is None:
        return None
    root = copy.root(copy.target(drawn.get(f"{{{RELATIONS}}}id", "")))
    random.choice([text for text in root.iter(f"{{{CHART}}}v") if text.text]).text = random.choice(("99", "#N/A"))
    return Made([], label=OBJECT)


def field_inserted(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    field = etree.Element(w("fldSimple"), {w("instr"): " AUTHOR "})
    field.append(run_of(token))
    return Made([]) if insert(copy, paragraph, random, field, tracked=False) else None


def field_changed(_copy: Copy, paragraph: Element, _random: Random, _token: str) -> Made | None:
    """A number that Word counts becomes one of another kind."""
    for instruction in paragraph.iter(w("instrText")):
        if "SEQ" in (instruction.text or ""):
            instruction.text = " PAGE "
            return Made([], label=FIELD)
    return None


def control(_copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    """Around some words or around the paragraph."""
    around = paragraph
    if random.random() < 0.5:
        span = some_words(paragraph, random)
        if span is None:
            return None
        around = cut(span)
    wrapper = etree.Element(w("sdt"))
    etree.SubElement(wrapper, w("sdtPr"))
    around.addprevious(wrapper)
    etree.SubElement(wrapper, w("sdtContent")).append(around)
    return Made([], label=CONTROL)


def header_words(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    runs = plain_runs(paragraph)
    if not runs:
        return None
    run = run_of(f" {token}")
    runs[0].addnext(run)
    if random.random() < 0.5:
        copy.wrap([run], "ins")
    return Made([token])


def header_paragraph(_copy: Copy, paragraph: Element, _random: Random, token: str) -> Made | None:
    new = etree.Element(w("p"))
    new.append(run_of(f"Rad {token}"))
    paragraph.addnext(new)
    return Made([token])


def header_deleted(_copy: Copy, paragraph: Element, _random: Random, _token: str) -> Made | None:
    if not plain_runs(paragraph):
        return None
    for run in list(paragraph.iterfind(w("r"))):
        drop(run)
    return Made([], label=MARGIN)


def header_picture(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    paragraph.append(picture_run(copy, random, token))
    return Made([token])


def page_changed(_copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    (*_others, section) = paragraph.getroottree().getroot().iter(w("sectPr"))
    if random.random() < 0.5:
        size = section.find(w("pgSz"))
        assert size is not None
        size.set(w("w"), str(int(size.get(w("w"), "0")) + 1000))
    else:
        margins = section.find(w("pgMar"))
        assert margins is not None
        margins.set(w("left"), "2600")
    return Made([], label=SECTION, whole=section)


def title_changed(copy: Copy, _paragraph: Element, _random: Random, token: str) -> Made | None:
    for element in copy.root(CORE):
        if etree.QName(element).localname == "title":
            element.text = f"{element.text} {token}"
            return Made([token])
    return None


def style_defined(copy: Copy, _paragraph: Element, random: Random, _token: str) -> Made | None:
    """A style is changed for the whole document."""
    wanted = random.choice(("BodyText", "Heading2", "Caption", "TableText"))
    for style in copy.root(STYLES).iter(w("style")):
        if style.get(w("styleId")) == wanted:
            look = style.find(w("rPr"))
            put_first(put(style, "rPr") if look is None else look, random.choice(("strike", "vanish")))
            return Made([], label=ALL_STYLES, whole=copy.root(STYLES))
    return None


def contents_typed(copy: Copy, paragraph: Element, _random: Random, token: str) -> Made | None:
    paragraph.append(run_of(f" {token}"))
    return Made([], label=CONTENTS, whole=copy.root(MAIN))


def table_inserted(copy: Copy, paragraph: Element, _random: Random, token: str) -> Made | None:
    table = etree.Element(w("tbl"))
    for row in range(2):
        cells = etree.SubElement(table, w("tr"))
        for column in range(2):
            cell = etree.SubElement(cells, w("tc"))
            etree.SubElement(cell, w("p")).append(run_of(f"{token}r{row}k{column}"))
    copy.after(paragraph).addprevious(table)
    return Made([f"{token}r1k1"])


def copied(_copy: Copy, paragraph: Element, _random: Random, token: str) -> Made | None:
    """Pasted once more, with another word."""
    there = deepcopy(paragraph)
    for mark in [*there.iter(w("bookmarkStart"), w("bookmarkEnd"), w("footnoteReference"))]:
        drop(mark)
    there.append(run_of(f" {token}"))
    paragraph.addnext(there)
    return Made([token])
