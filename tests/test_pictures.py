"""Picture files: what is read of them, and that nothing else than a refusal comes of a bad one."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from safecomm.pictures import LARGEST, SCREEN, PictureError, check_svg, decoded, read

HERE = Path("karta.png")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" xmlns:i="i">{}</svg>'


def image(form: str, **options: object) -> bytes:
    data = BytesIO()
    Image.new("RGB", (40, 30), "red").save(data, form, **options)
    return data.getvalue()


PNG, JPEG = image("PNG"), image("JPEG")
EXAMPLES = {
    "plain": '<rect width="4" fill="url(#a)"/><use x:href="#b"/>',
    "embedded": '<image href="data:image/png;base64,AAAA"/>',
    "style": "<style>rect {fill: url('#a')}</style><text>C:\\a @import</text>",
    "paths of the drawing program": '<g i:export="C:\\karta.png" i:absref="karta.svg"/>',
}
ACTIVE = {
    "animation": '<a href="#b"><set attributeName="href" to="javascript:alert(1)"/></a>',
    "link": '<a href="https://example.se"/>',
    "foreign": "<foreignObject/>",
    "escape in CSS": "<style>@\\69mport 'a.css'</style>",
    "style in pieces": "<style>@im<![CDATA[port 'a.css']]></style>",
    "drawing in a drawing": '<image href="data:image/svg+xml;base64,AAAA"/>',
    "address in an attribute": '<rect style="fill: url( &quot;a.svg#b&quot;)"/>',
}


@pytest.mark.parametrize(
    ("name", "data", "kind"), [("a.png", PNG, "png"), ("a.JPG", JPEG, "jpeg"), ("a.png", JPEG, "jpeg")]
)
def test_pictures_are_what_they_hold(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert read(tmp_path / name) == (kind, data, 40, 30, SCREEN, None)


@pytest.mark.parametrize(("written", "density"), [((300, 300), 300), ((1, 1), SCREEN), ((72, 72), 72)])
def test_density(written: tuple[int, int], density: float) -> None:
    assert round(decoded(image("PNG", dpi=written), HERE).density) == density


def test_an_svg_has_the_size_of_the_png_beside_it(tmp_path: Path) -> None:
    drawing = SVG.format("").encode()
    (tmp_path / "a.svg").write_bytes(drawing)
    (tmp_path / "a.png").write_bytes(PNG)
    assert read(tmp_path / "a.svg") == ("svg", drawing, 40, 30, SCREEN, PNG)


def test_the_png_beside_an_svg_may_not_lead_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(""))
    (tmp_path / "b.png").write_bytes(PNG)
    (tmp_path / "a.png").symlink_to(tmp_path / "b.png")
    assert refusal(tmp_path / "a.svg") == "picture-fallback"


@pytest.mark.parametrize("name", EXAMPLES)
def test_drawings(name: str) -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    check_svg((doctype + SVG.format(EXAMPLES[name])).encode(), HERE)


@pytest.mark.parametrize("name", ACTIVE)
def test_active_drawings(name: str) -> None:
    with pytest.raises(PictureError, match="picture-active"):
        check_svg(SVG.format(ACTIVE[name]).encode(), HERE)


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaa">]>',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "a.dtd"> %a;]>',
        '<?xml-stylesheet href="a.css"?>',
    ],
)
def test_drawings_that_bring_more_with_them(head: str) -> None:
    with pytest.raises(PictureError, match="picture-active"):
        check_svg((head + SVG.format("")).encode(), HERE)


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")
    with (tmp_path / "huge.png").open("wb") as stream:
        stream.truncate(LARGEST + 1)
    names = ("folder.png", "loop.png", "none.png", "\0.png", "huge.png")
    assert [refusal(tmp_path / name) for name in names] == [*["picture-missing"] * 4, "picture-too-large"]


@given(st.sampled_from([PNG, JPEG]), st.lists(st.tuples(st.integers(0, 400), st.binary(max_size=8)), max_size=4))
def test_damaged_pictures_are_only_refused(data: bytes, damages: list[tuple[int, bytes]]) -> None:
    for place, damage in damages:
        data = data[:place] + damage + data[place + len(damage) + 1 :]
    with suppress(PictureError):
        assert decoded(data, HERE).data == data


def refusal(file: Path) -> str:
    with pytest.raises(PictureError) as caught:
        read(file)
    return caught.value.code
