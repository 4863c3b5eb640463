"""What is attached: the same pages, and nothing else that a PDF or a picture holds."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Object, Pdf, Stream, String
from PIL import Image

from safecomm.diagnostic import ContentError
from safecomm.pdf import attached
from safecomm.pdf.archival import XMP
from safecomm.pdf.attached import AttachedFile, clean, read_attached
from safecomm.pdf.attached_pages import followed_by

SECRET = b"Anna Andersson"


def pdf(change: Callable[[Pdf], object] = lambda _: None, encryption: Encryption | None = None) -> bytes:
    output = BytesIO()
    with Pdf.new() as document:
        document.add_blank_page(page_size=(200, 300))
        document.add_blank_page(page_size=(200, 300))
        change(document)
        document.save(output, encryption=encryption, static_id=encryption is None)
    return output.getvalue()


def annotate(kind: str) -> Callable[[Pdf], None]:
    def change(document: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[0, 0, 9, 9], Contents=String("Nej"))
        document.pages[1].obj.Annots = Array([document.make_indirect(note)])
        if kind == "Widget":
            document.Root.AcroForm = Dictionary(Fields=Array([document.pages[1].obj.Annots[0]]))

    return change


def tell_everything(document: Pdf) -> None:
    document.docinfo[Name.Author] = String(SECRET.decode())
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(SECRET.decode()))
    document.Root.Metadata = Stream(document, SECRET)
    document.attachments["lista.txt"] = SECRET
    page = document.pages[0].obj
    page.Metadata = Stream(document, SECRET)
    page.PieceInfo = Dictionary(Program=Dictionary(Private=String(SECRET.decode())))
    drawing = Stream(
        document, b"q Q", Dictionary(Subtype=Name.Form, BBox=[0, 0, 1, 1], Metadata=Stream(document, SECRET))
    )
    page.Resources = Dictionary(XObject=Dictionary(Fm0=drawing))
    page.Contents = Stream(document, b"/Fm0 Do")


def code(data: bytes) -> str:
    with pytest.raises(ContentError) as caught:
        clean(data, "brev.pdf")
    (fault,) = caught.value.diagnostics
    return fault.code


def test_only_what_the_pages_show_is_sent() -> None:
    cleaned = clean(pdf(tell_everything), "brev.pdf")
    with Pdf.open(BytesIO(cleaned)) as document:
        assert len(document.pages) == 2
        assert document.pages[0].Resources.XObject.Fm0.read_bytes() == b"q Q"
        assert set(document.Root.keys()) == {"/Type", "/Pages"}
        assert Name.Info not in document.trailer
        written = b"".join(part.unparse() for part in document.objects)
        streams = [part.read_bytes() for part in document.objects if isinstance(part, Stream)]
    assert SECRET not in b"".join((cleaned, written, *streams))


def test_the_same_file_gives_the_same_bytes() -> None:
    data = pdf(tell_everything)
    assert clean(data, "a.pdf") == clean(data, "b.pdf")


@pytest.mark.parametrize("kind", ["Text", "Highlight", "FreeText", "Ink", "Stamp", "FileAttachment", "Popup"])
def test_what_somebody_remarked_is_not_sent(kind: str) -> None:
    assert code(pdf(annotate(kind))) == "attachment-comments"


@pytest.mark.parametrize("kind", ["Link", "Widget"])
def test_links_and_signatures_are_no_remarks(kind: str) -> None:
    assert clean(pdf(annotate(kind)), "brev.pdf")


@pytest.mark.parametrize(("user", "owner"), [("hemligt", "hemligt"), ("", "hemligt")])
def test_a_protected_file_is_refused(user: str, owner: str) -> None:
    assert code(pdf(encryption=Encryption(user=user, owner=owner))) == "attachment-encrypted"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"<html>", pdf()[:-200], pdf().replace(b"/Pages", b"/Sidor")])
def test_a_broken_file_is_refused(data: bytes) -> None:
    assert code(data) == "attachment-broken"


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attached, "MOST_PAGES", 1)
    assert code(pdf()) == "attachment-too-large"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("brev.docx", "attachment-kind"), ("borta.pdf", "unreadable-file"), ("trasig.png", "picture-broken")],
)
def test_other_files_are_told(tmp_path: Path, name: str, expected: str) -> None:
    if name != "borta.pdf":
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(ContentError) as caught:
        read_attached(tmp_path, name)
    assert [fault.code for fault in caught.value.diagnostics] == [expected]


def test_a_large_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attached, "LARGEST", 10)
    (tmp_path / "brev.pdf").write_bytes(pdf())
    with pytest.raises(ContentError) as caught:
        read_attached(tmp_path, "brev.pdf")
    assert [fault.code for fault in caught.value.diagnostics] == ["attachment-too-large"]


def own_pdf() -> bytes:
    def claim(document: Pdf) -> None:
        document.Root.Metadata = Stream(
            document, XMP.format(title="T", author="F", producer="P", language="sv").encode()
        )
        document.trailer.ID = Array([String("abc"), String("abc")])

    return pdf(claim)


def test_attached_pages_follow_and_the_archive_is_not_claimed() -> None:
    own = own_pdf()
    whole = followed_by(own, [AttachedFile("brev.pdf", clean(pdf(), "brev.pdf"))])
    with Pdf.open(BytesIO(whole)) as document:
        assert len(document.pages) == 4
        xmp = document.Root.Metadata.read_bytes()
        assert b"pdfaid:part>" not in xmp
        assert b"<pdfuaid:part>" not in xmp
        assert b">T<" in xmp
    assert followed_by(own, []) == own


def followed_by_picture(folder: Path, name: str, picture: Image.Image) -> Pdf:
    """Its last page is a picture of 300 dots per inch."""
    picture.save(folder / name, dpi=(300, 300))
    whole = followed_by(own_pdf(), [read_attached(folder, name)])
    assert whole == followed_by(own_pdf(), [read_attached(folder, name)])
    return Pdf.open(BytesIO(whole))


def last_image(document: Pdf) -> Object:
    return document.pages[-1].obj.Resources.XObject.Picture


@pytest.mark.parametrize(
    ("size", "paper", "drawn"),
    [
        # A scan of a whole page at 300 dots per inch, an odd one, one lying, and a small picture.
        ((2480, 3508), (595.28, 841.89), b"q 595.18 0 0 841.89 0.05 0.00 cm"),
        ((1000, 9000), (595.28, 841.89), b"q 93.54 0 0 841.89 250.87 0.00 cm"),
        ((9000, 1000), (841.89, 595.28), b"q 841.89 0 0 93.54 0.00 250.87 cm"),
        ((300, 150), (841.89, 595.28), b"q 72.00 0 0 36.00 384.94 279.64 cm"),
    ],
)
def test_a_picture_is_a_page_of_its_own(
    tmp_path: Path, size: tuple[int, int], paper: tuple[float, float], drawn: bytes
) -> None:
    with followed_by_picture(tmp_path, "karta.png", Image.new("L", size)) as document:
        page = document.pages[-1]
        assert [round(float(side), 2) for side in page.mediabox] == [0, 0, *paper]
        assert page.Contents.read_bytes().startswith(drawn)


def test_a_photograph_is_not_made_anew(tmp_path: Path) -> None:
    with followed_by_picture(tmp_path, "brev.jpg", Image.linear_gradient("L").convert("RGB")) as document:
        assert last_image(document).read_raw_bytes() == read_attached(tmp_path, "brev.jpg").data


@pytest.mark.parametrize(
    ("picture", "colours", "shown"),
    [
        (Image.new("1", (1, 1), 1), Name.DeviceGray, b"\xff"),
        (Image.new("I;16", (1, 1), 0x8000), Name.DeviceGray, b"\x80"),
        (Image.new("LA", (1, 1), (0, 0)), Name.DeviceRGB, b"\xff\xff\xff"),
        (Image.new("RGBA", (1, 1), (255, 0, 0, 255)), Name.DeviceRGB, b"\xff\x00\x00"),
        (Image.new("RGB", (1, 1), (0, 0, 255)).convert("P"), Name.DeviceRGB, b"\x00\x00\xff"),
    ],
)
def test_colours_are_as_they_were_and_what_is_transparent_is_white(
    tmp_path: Path, picture: Image.Image, colours: Name, shown: bytes
) -> None:
    with followed_by_picture(tmp_path, "skylt.png", picture) as document:
        image = last_image(document)
        assert (image.ColorSpace, image.read_bytes()) == (colours, shown)


def test_colours_for_print_become_those_of_a_screen(tmp_path: Path) -> None:
    with followed_by_picture(tmp_path, "tryck.jpg", Image.new("CMYK", (8, 8), (0, 0, 0, 0))) as document:
        image = last_image(document)
        assert (image.ColorSpace, set(image.read_bytes())) == (Name.DeviceRGB, {255})


def test_a_drawing_is_shown_by_the_picture_beside_it(tmp_path: Path) -> None:
    (tmp_path / "karta.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>')
    Image.new("L", (2, 1), 7).save(tmp_path / "karta.png")
    with Pdf.open(BytesIO(followed_by(own_pdf(), [read_attached(tmp_path, "karta.svg")]))) as document:
        assert last_image(document).read_bytes() == b"\7\7"
