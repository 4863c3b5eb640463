"""A Word file as other programs save it: the same text, with what public files of each program bear.

Shares no code with what is tested: own names, own XML.
"""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from io import BytesIO
from itertools import count
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from random import Random
from unicodedata import normalize
from zipfile import ZipFile

from lxml import etree

from tests.redline.office import AS_IT_IS, resolved

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
STORY = re.compile(r"word/(document|header|footer|footnotes|endnotes)\d*\.xml")
Members = dict[str, bytes]


def as_word(docx: bytes, seed: int = 0) -> bytes:
    """Ids of saves and paragraphs, marks of spelling and pages, runs cut anywhere, smart tags."""
    members, random = read(docx), Random(seed)
    for _, root in stories(members):
        note_saves(root, random)
        for run in list(root.iter(w("r"))):
            cut(run, random)
    settings = etree.fromstring(members["word/settings.xml"])
    etree.SubElement(etree.SubElement(settings, w("rsids")), w("rsidRoot"), {w("val"): save_id(random)})
    return written(members | {"word/settings.xml": as_bytes(settings)})


def as_word_online(docx: bytes, seed: int = 0) -> bytes:
    """The main part under another name, targets from the package's root, other ids of relationships, empty `rPr`."""
    members, random = read(as_word(docx, seed)), Random(seed)
    for name in [name for name in members if name.endswith(".rels")]:
        members[name] = rooted(members[name], dirname(dirname(name)))
    moved = {"word/document.xml": "word/document2.xml", "word/styles.xml": "word/styles2.xml"}
    for old, new in moved.items():
        for name, data in members.items():
            if name.endswith(".rels") or name == "[Content_Types].xml":
                members[name] = data.replace(f'"/{old}"'.encode(), f'"/{new}"'.encode())
    moved["word/_rels/document.xml.rels"] = "word/_rels/document2.xml.rels"
    members = {moved.get(name, name): data for name, data in members.items()}
    rename_relationships(members, "word/document2.xml", random)
    for _, root in stories(members):
        for run in root.iter(w("r")):
            if run.find(w("rPr")) is None:
                run.insert(0, etree.Element(w("rPr")))
    return written(members)


def as_google_docs(docx: bytes, seed: int = 0) -> bytes:
    """No bookmarks, no properties, styles of its own, content controls of its own around words."""
    members, random = read(docx), Random(seed)
    members = {name: data for name, data in members.items() if not name.startswith("docProps/")}
    drop_leads(members, "docProps/")
    for name, root in stories(members):
        for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            remove(mark)
        note_paragraphs(root, random)
        for run in random.sample(words := list(root.iter(w("r"))), len(words) // 10):
            wrap(run, control(random), skip=("hyperlink", "ins", "del", "moveFrom", "moveTo", "fldSimple"))
        members[name] = as_bytes(root)
    rename_styles(members, "a{}")
    return written(members)


def as_pages(docx: bytes, seed: int = 0) -> bytes:
    """Letters decomposed, as macOS has them, styles of its own, the language at every run, no properties."""
    members, random = read(docx), Random(seed)
    members = {name: data for name, data in members.items() if not name.startswith("docProps/")}
    drop_leads(members, "docProps/")
    for name, root in stories(members):
        for text in root.iter(w("t"), w("delText")):
            text.text = normalize("NFD", text.text or "")
        for run in root.iter(w("r")):
            properties = run.find(w("rPr"))
            if properties is None:
                run.insert(0, properties := etree.Element(w("rPr")))
            etree.SubElement(properties, w("rtl"), {w("val"): "0"})
            etree.SubElement(properties, w("lang"), {w("val"): random.choice(("sv-SE", "en-US"))})
        members[name] = as_bytes(root)
    rename_styles(members, "Style{}")
    return written(members)


PROGRAMS: dict[str, Callable[[bytes, int], bytes]] = {
    "Word": as_word,
    "Word Online": as_word_online,
    "Google Docs": as_google_docs,
    "Pages": as_pages,
}


def as_libre_office(folder: Path, docx: bytes) -> bytes:
    """Really saved by it."""
    return resolved(folder, {"saved": (docx, AS_IT_IS)})["saved"]


def read(docx: bytes) -> Members:
    with ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written(members: Members) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def as_bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def stories(members: Members) -> Iterator[tuple[str, etree._Element]]:
    """Each part with text, whose tree is written back once it has been changed."""
    for name in list(members):
        if STORY.fullmatch(name):
            root = etree.fromstring(members[name])
            yield name, root
            members[name] = as_bytes(root)


def save_id(random: Random) -> str:
    return f"00{random.randrange(1 << 24):06X}"


def note_saves(root: etree._Element, random: Random) -> None:
    saves = [save_id(random) for _ in range(5)]
    for element in root.iter(w("p"), w("r"), w("tr"), w("sectPr")):
        element.set(w("rsidR"), random.choice(saves))
        if element.tag == w("p"):
            element.set(w("rsidRDefault"), random.choice(saves))
        elif element.tag == w("r"):
            element.set(w("rsidRPr"), random.choice(saves))
    note_paragraphs(root, random)


def note_paragraphs(root: etree._Element, random: Random) -> None:
    for paragraph in root.iter(w("p")):
        paragraph.set(f"{{{W14}}}paraId", f"{random.randrange(1, 1 << 31):08X}")
        paragraph.set(f"{{{W14}}}textId", "77777777")


def cut(run: etree._Element, random: Random) -> None:
    """A run of one text in two, with a mark of spelling, of grammar or of a page between them, or in a smart tag."""
    texts = [element for element in run if element.tag == w("t")]
    others = [element for element in run if element.tag not in (w("t"), w("rPr"))]
    text = (texts[0].text or "") if len(texts) == 1 and not others else ""
    if len(text) < 2 or texts[0].get(XML_SPACE) != "preserve":
        return
    kind = random.choice(("spelling", "grammar", "page", "tag", "nothing", "nothing"))
    if kind == "nothing":
        return
    second, at = deepcopy(run), random.randrange(1, len(text))
    texts[0].text, second_text = text[:at], second.find(w("t"))
    assert second_text is not None
    second_text.text = text[at:]
    run.addnext(second)
    if kind == "page":
        second_text.addprevious(etree.Element(w("lastRenderedPageBreak")))
    elif kind == "tag":
        wrap(second, etree.Element(w("smartTag"), {w("element"): "place"}), skip=())
    else:
        start, end = ("spellStart", "spellEnd") if kind == "spelling" else ("gramStart", "gramEnd")
        second.addprevious(etree.Element(w("proofErr"), {w("type"): start}))
        second.addnext(etree.Element(w("proofErr"), {w("type"): end}))


def wrap(run: etree._Element, wrapper: etree._Element, skip: tuple[str, ...]) -> None:
    """Puts the run into the innermost element of the wrapper; not within the elements to skip."""
    parent = run.getparent()
    if parent is None or parent.tag in map(w, skip):
        return
    *_, inner = wrapper.iter()
    parent.replace(run, wrapper)
    inner.append(run)


def control(random: Random) -> etree._Element:
    outer = etree.Element(w("sdt"))
    properties = etree.SubElement(outer, w("sdtPr"))
    etree.SubElement(properties, w("id"), {w("val"): str(random.randrange(1 << 31))})
    etree.SubElement(properties, w("tag"), {w("val"): f"goog_rdk_{random.randrange(1000)}"})
    etree.SubElement(outer, w("sdtContent"))
    return outer


def remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def rooted(relationships: bytes, folder: str) -> bytes:
    """Every part named from the root of the package, as `/word/styles.xml`."""
    root = etree.fromstring(relationships)
    for lead in root:
        if lead.get("TargetMode") != "External":
            lead.set("Target", normpath(join("/", folder, lead.get("Target", ""))))
    return as_bytes(root)


def drop_leads(members: Members, folder: str) -> None:
    """What leads to parts that are gone."""
    root = etree.fromstring(members["_rels/.rels"])
    for lead in list(root):
        if relpath(normpath(join("/", lead.get("Target", ""))), "/").startswith(folder):
            root.remove(lead)
    members["_rels/.rels"] = as_bytes(root)
    types = etree.fromstring(members["[Content_Types].xml"])
    for override in list(types):
        if override.get("PartName", "").startswith(f"/{folder}"):
            types.remove(override)
    members["[Content_Types].xml"] = as_bytes(types)


def rename_relationships(members: Members, part: str, random: Random) -> None:
    name = f"{dirname(part)}/_rels/{part.rpartition('/')[2]}.rels"
    leads, root = etree.fromstring(members[name]), etree.fromstring(members[part])
    renamed = {lead.get("Id", ""): f"R{random.randrange(1 << 60):016x}" for lead in leads}
    for lead in leads:
        lead.set("Id", renamed[lead.get("Id", "")])
    for element in root.iter():
        for attribute, value in element.attrib.items():
            if "officeDocument/2006/relationships}" in str(attribute) and value in renamed:
                element.set(attribute, renamed[str(value)])
    members |= {name: as_bytes(leads), part: as_bytes(root)}


def rename_styles(members: Members, form: str) -> None:
    """Other ids for all styles, and other names for those that are not Word's own."""
    styles, number = etree.fromstring(members["word/styles.xml"]), count()
    renamed = {}
    for style in styles.iter(w("style")):
        renamed[style.get(w("styleId"), "")] = form.format(next(number))
        name = style.find(w("name"))
        if name is not None and style.get(w("customStyle")):
            name.set(w("val"), renamed[style.get(w("styleId"), "")])
    for part in [name for name in members if name.startswith("word/") and name.endswith(".xml")]:
        root = styles if part == "word/styles.xml" else etree.fromstring(members[part])
        for element in root.iter(*map(w, ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "style"))):
            attribute = w("styleId") if element.tag == w("style") else w("val")
            element.set(attribute, renamed.get(element.get(attribute, ""), element.get(attribute, "")))
        members[part] = as_bytes(root)
