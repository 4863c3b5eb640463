"""Picture files: what is read of them, and that nothing else than a refusal comes of a bad one."""

import re
from base64 import b64decode, b64encode
from contextlib import suppress
from io import BytesIO
from itertools import product
from pathlib import Path
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from safecomm.pictures import LARGEST, read
from safecomm.pictures.drawing import clean_drawing
from safecomm.pictures.picture import PictureError
from safecomm.pictures.raster import MOST, ORIENTATION, SCREEN, decode

HERE = Path("karta.png")
SECRET = b"c/o Anna"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" xmlns:i="i">{}</svg>'


def image(form: str, **options: object) -> bytes:
    data = BytesIO()
    Image.new("RGB", (40, 30), "red").save(data, form, **options)
    return data.getvalue()


PNG, JPEG = image("PNG"), image("JPEG")
EMBEDDED = f"data:image/png;base64,{b64encode(PNG).decode()}"
EXAMPLES = {
    "plain": '<rect width="4" fill="url(#a)"/><use x:href="#b"/>',
    "embedded": f'<image href="{EMBEDDED}"/>',
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
    "picture that is not embedded as such": '<image href="data:image/png;charset=utf-8,%89PNG"/>',
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
    assert round(decode(image("PNG", dpi=written), HERE).density) == density


def test_an_svg_has_the_size_of_the_png_beside_it(tmp_path: Path) -> None:
    drawing = SVG.format('<path d="M0 0"></path>').encode()
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
    clean_drawing((doctype + DRAWN.format(EXAMPLES[name])).encode(), HERE)


@pytest.mark.parametrize("name", ACTIVE)
def test_active_drawings(name: str) -> None:
    with pytest.raises(PictureError, match="picture-active"):
        clean_drawing(DRAWN.format(ACTIVE[name]).encode(), HERE)


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
        clean_drawing((head + SVG.format("")).encode(), HERE)


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
        assert decode(data, HERE).data


def scene() -> Image.Image:
    """Upright, with another colour in each quarter."""
    picture = Image.new("RGB", (48, 32), "red")
    picture.paste("lime", (24, 0, 48, 16))
    picture.paste("blue", (0, 16, 24, 32))
    picture.paste("white", (24, 16, 48, 32))
    return picture


CORNERS = {(2, 2): (255, 0, 0), (45, 2): (0, 255, 0), (2, 29): (0, 0, 255), (45, 29): (255, 255, 255)}
STORED = {
    1: lambda row, column: (column, row),
    2: lambda row, column: (47 - column, row),
    3: lambda row, column: (47 - column, 31 - row),
    4: lambda row, column: (column, 31 - row),
    5: lambda row, column: (row, column),
    6: lambda row, column: (47 - row, column),
    7: lambda row, column: (47 - row, 31 - column),
    8: lambda row, column: (row, 31 - column),
}
"""By EXIF's orientation, where in the scene a camera saw what it stored in a row and column."""


def taken(orientation: int, form: str, **options: object) -> bytes:
    """The scene as a camera stores it, with what it notes beside."""
    seen, stored, exif, data = (
        scene(),
        Image.new("RGB", (48, 32) if orientation < 5 else (32, 48)),
        Image.Exif(),
        BytesIO(),
    )
    for column, row in product(range(stored.width), range(stored.height)):
        stored.putpixel((column, row), colour(seen, STORED[orientation](row, column)))
    exif[ORIENTATION], exif[0x010F] = orientation, SECRET.decode()
    exif.get_ifd(0x8825)[2] = (59.0, 22.0, 11.0)
    stored.save(data, form, exif=exif, **options)
    return data.getvalue()


def colour(picture: Image.Image, place: tuple[int, int]) -> tuple[int, ...]:
    found = picture.getpixel(place)
    assert isinstance(found, tuple)
    return found


def pixels(data: bytes) -> tuple[tuple[int, int], bytes]:
    with Image.open(BytesIO(data)) as image:
        return image.size, image.convert("RGBA").tobytes()


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
@pytest.mark.parametrize("orientation", STORED)
def test_pictures_are_published_upright(orientation: int, form: str) -> None:
    data = taken(orientation, form)
    picture = decode(data, HERE)
    assert (picture.width, picture.height) == (48, 32)
    with Image.open(BytesIO(picture.data)) as image:
        assert (image.size, dict(image.getexif()), image.info.get("comment")) == ((48, 32), {}, None)
        for place, expected in CORNERS.items():
            assert colour(image, place) == pytest.approx(expected, abs=12)
    assert SECRET not in picture.data
    assert decode(data, HERE) == picture


def photograph(**options: object) -> bytes:
    """With all that programs note in a JPEG, before, beside and after the image."""
    data = taken(1, "JPEG", comment=SECRET, icc_profile=b"ICC" * 9, dpi=(300, 300), **options)
    adobe = ((0xE1, b"http://ns.adobe.com/xap/1.0/\0"), (0xED, b"Photoshop 3.0\0"))
    notes = (*adobe, (0xE2, b"FPXR\0"), (0xE0, b"JFXX\0"))
    segments = (bytes((0xFF, kind)) + pack(">H", len(name + SECRET) + 2) + name + SECRET for kind, name in notes)
    return data[:20] + b"".join(segments) + data[20:] + data + SECRET


def drawing(**options: object) -> bytes:
    """With all that programs note in a PNG."""
    info = PngInfo()
    info.add_text("Author", SECRET.decode())
    info.add_itxt("XML:com.adobe.xmp", SECRET.decode(), zip=False)
    info.add(b"prVT", SECRET)
    return taken(1, "PNG", pnginfo=info, icc_profile=b"ICC" * 9, dpi=(300, 300), **options) + SECRET


@pytest.mark.parametrize(
    "data",
    [photograph(), photograph(progressive=True), photograph(restart_marker_rows=1, subsampling="4:2:2"), drawing()],
    ids=["baseline", "progressive", "restarts", "png"],
)
def test_only_what_is_seen_is_published(data: bytes) -> None:
    picture = decode(data, HERE)
    assert SECRET in data
    assert SECRET not in picture.data
    assert pixels(picture.data) == pixels(data)
    with Image.open(BytesIO(picture.data)) as image:
        assert image.info["icc_profile"] == b"ICC" * 9
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)
        assert dict(image.getexif()) == {}
    assert decode(picture.data, HERE) == picture


@pytest.mark.parametrize(
    ("mode", "form"), [*product(("L", "CMYK"), ("JPEG",)), *product(("1", "L", "LA", "P", "RGBA", "I;16"), ("PNG",))]
)
def test_colours_of_all_kinds_stay(mode: str, form: str) -> None:
    data = BytesIO()
    scene().convert("L" if mode == "I;16" else mode).convert(mode).save(
        data, form, **({"transparency": 0} if mode == "P" else {})
    )
    assert decode(data.getvalue(), HERE).data == data.getvalue()


def test_of_the_pictures_of_a_telephone_the_first_is_published() -> None:
    data = BytesIO()
    scene().save(data, "MPO", save_all=True, append_images=[Image.new("RGB", (48, 32))])
    picture = decode(data.getvalue(), HERE)
    assert picture.kind == "jpeg"
    assert len(picture.data) < len(data.getvalue()) / 2 + 100
    assert pixels(picture.data) == pixels(data.getvalue())


def test_a_thumbnail_is_not_published() -> None:
    size, thumbnail = JPEG[4:20], SECRET + bytes(3 * 9 - len(SECRET))
    data = JPEG[:2] + b"\xff\xe0" + pack(">H", 16 + len(thumbnail)) + JPEG[6:18] + b"\3\3" + thumbnail + JPEG[20:]
    assert len(size) == 16
    assert decode(data, HERE).data == JPEG


def test_a_picture_that_the_camera_described_badly() -> None:
    data = taken(6, "JPEG").replace(b"Exif\0\0MM", b"Exif\0\0XX").replace(b"Exif\0\0II", b"Exif\0\0XX")
    assert (decode(data, HERE).width, decode(data, HERE).height) == (32, 48)


def test_of_a_drawing_only_what_is_drawn_is_published() -> None:
    photo = f"data:image/jpeg;base64,{b64encode(taken(6, 'JPEG')).decode()}"
    name = SECRET.decode()
    notes = f"<title>{name}</title><desc>{name}</desc><metadata><i:by>{name}</i:by></metadata><!-- {name} -->"
    notes += '<i:view x:href="#a"/><i:a><path/></i:a>'
    shapes = f"""<g i:label="{name}" data-name="{name}" id="a"><text xml:space="preserve">a &lt; b &amp; "c"</text></g>
    <style>a {{ fill: url({photo}) }}</style><use x:href="#a"/><image x:href="{photo}"/>"""
    published = clean_drawing(DRAWN.format(notes + shapes).encode("utf-8"), HERE).decode()
    assert name not in published
    first, second = (b64decode(each) for each in re.findall(r"base64,([^)\"]*)", published))
    assert first == second == decode(taken(6, "JPEG"), HERE).data
    bare = re.sub(r"data:[^)\"]*", "…", published)
    assert bare == SVG.format(
        '<g id="a"><text xml:space="preserve">a &lt; b &amp; "c"</text></g>\n'
        '    <style>a { fill: url(…) }</style><use xlink:href="#a"></use><image xlink:href="…"></image>'
    )
    assert clean_drawing(published.encode(), HERE).decode() == published


def test_pictures_in_a_drawing_are_bounded_together() -> None:
    data = BytesIO()
    Image.new("1", (MOST // 8_000, 4_000)).save(data, "PNG")
    image = f'<image href="data:image/png;base64,{b64encode(data.getvalue()).decode()}"/>'
    clean_drawing(SVG.format(image * 2).encode(), HERE)
    with pytest.raises(PictureError, match="picture-too-large"):
        clean_drawing(SVG.format(image * 3).encode(), HERE)


def refusal(file: Path) -> str:
    with pytest.raises(PictureError) as caught:
        read(file)
    return caught.value.code
