"""Pictures of the content in the Word file."""

import base64
import re
from pathlib import Path

import pytest
from lxml import etree

from safecomm.markdown.blocks import Caption, Picture, Prose, Text
from safecomm.ooxml.package import Package
from safecomm.pictures.picture import PictureFile
from safecomm.twin.twin import to_text
from safecomm.word.document import render
from safecomm.word.drawings import EMU, fit_to_page, text_area
from safecomm.word.template import read_template
from tests.word.sample import ROOT, SWEDISH, View, paragraph, parts, prose_of, unzip, write

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
PICTURES = {
    "content/a.png": PictureFile("png", PNG, 192, 96, 96.0),
    "content/b.svg": PictureFile("svg", SVG, 10, 10, 96.0, PNG),
}
PHRASES = "{% set caption_figure = 'Figur' %}"


def block(path: str, caption: Caption | None = None) -> Picture:
    return Picture(path, 'Ett torg i "kvällsljus" & regn', 1, caption)


def make(folder: Path, prose: Prose) -> Package:
    template = read_template(*write(folder, parts(paragraph("{{p text }}")), PHRASES))
    return render(template, View(prose), SWEDISH, None, PICTURES)


def test_a_picture_is_a_part_with_a_description(tmp_path: Path) -> None:
    members = unzip(make(tmp_path, prose_of(block("content/a.png"))).data)
    root = etree.fromstring(members["word/document.xml"])
    (properties,) = root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    assert properties.get("descr") == 'Ett torg i "kvällsljus" & regn'
    (media,) = [name for name in members if name.startswith("word/media/")]
    assert members[media] == PNG
    assert f'PartName="/{media}" ContentType="image/png"' in members["[Content_Types].xml"].decode()
    assert media.removeprefix("word/") in members["word/_rels/document.xml.rels"].decode()


def test_one_file_is_one_part_however_often_it_is_shown(tmp_path: Path) -> None:
    members = unzip(make(tmp_path, prose_of(block("content/a.png"), block("content/a.png"))).data)
    assert len([name for name in members if "media" in name]) == 1
    assert re.findall(rb'<wp:docPr id="(\d+)"', members["word/document.xml"]) == [b"1", b"2"]


def test_an_svg_brings_its_png(tmp_path: Path) -> None:
    members = unzip(make(tmp_path, prose_of(block("content/b.svg"))).data)
    assert {data for name, data in members.items() if "media" in name} == {SVG, PNG}


def test_a_caption_stands_below_and_is_counted(tmp_path: Path) -> None:
    caption = Caption((Text("Torget"),), "square", 2)
    twin = to_text(make(tmp_path, prose_of(block("content/a.png", caption))))
    described, captioned = twin.split("\n\n")
    assert re.fullmatch(r'!\[Ett torg i "kvällsljus" & regn]\(media/[0-9a-f]{16}\.png\)', described)
    assert captioned == "Figur\xa01. Torget\n"


@pytest.mark.parametrize(
    ("pixels", "expected"),
    [
        ((96, 48), (EMU, EMU // 2)),
        ((960, 96), (5 * EMU, EMU // 2)),
        ((96, 960), (3 * EMU // 10, 3 * EMU)),
        ((96_000_000, 1), (5 * EMU, 1)),
    ],
)
def test_a_picture_keeps_its_proportions_and_stays_on_the_page(
    pixels: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert fit_to_page(PictureFile("png", b"", *pixels, 96.0), (5 * EMU, 3 * EMU)) == expected


def test_the_room_is_that_of_the_smallest_page() -> None:
    section = '<w:sectPr><w:pgSz w:w="{}" w:h="9000"/><w:pgMar w:left="500" w:right="500"/></w:sectPr>'
    sections = section.format(9000) + section.format(8000)
    assert text_area(etree.fromstring(f"<w:document {ROOT}>{sections}</w:document>"))[0] == 7000 * 635
