"""What is attached to a document, as pages behind its own."""

from collections.abc import Sequence
from io import BytesIO

from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf, Stream

from safecomm.pdf.attached import AttachedFile
from safecomm.pictures import PictureFile
from safecomm.pictures.paper import on_paper

CLAIMS = (
    b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n",
    b"<pdfuaid:part>1</pdfuaid:part>\n",
)
"""That a file is PDF/A and PDF/UA, which nobody knows of attached pages."""
A4 = (595.28, 841.89)
"""Width and height of a page in points; an inch has 72."""
COLOUR_SPACES = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB}


def followed_by(pdf: bytes, attached: Sequence[AttachedFile]) -> bytes:
    """Our PDF with the pages of what is attached behind its own; it then claims no more to be an archive's."""
    if not attached:
        return pdf
    with Pdf.open(BytesIO(pdf)) as document:
        identity = document.trailer.ID
        for file in attached:
            add_pages(document, file)
        xmp = document.Root.Metadata.read_bytes()
        for claim in CLAIMS:
            xmp = xmp.replace(claim, b"")
        document.Root.Metadata.write(xmp)
        document.trailer.ID = identity
        output = BytesIO()
        document.save(output, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return output.getvalue()


def add_pages(document: Pdf, file: AttachedFile) -> None:
    if file.picture:
        add_picture(document, file.picture)
        return
    with Pdf.open(BytesIO(file.data)) as more:
        document.pages.extend(more.pages)


def add_picture(document: Pdf, picture: PictureFile) -> None:
    """A page of its own, upright or lying as the picture is: as large as the file says, and no larger than the page."""
    page = document.add_blank_page(page_size=A4 if picture.width <= picture.height else A4[::-1])
    room = [float(side) for side in page.mediabox[2:]]
    scale = min(72 / picture.density, room[0] / picture.width, room[1] / picture.height)
    width, height = picture.width * scale, picture.height * scale
    left, bottom = (room[0] - width) / 2, (room[1] - height) / 2
    page.Resources = Dictionary(XObject=Dictionary(Picture=image_stream(document, picture)))
    drawing = f"q {width:.2f} 0 0 {height:.2f} {left:.2f} {bottom:.2f} cm /Picture Do Q"
    page.Contents = Stream(document, drawing.encode())


def image_stream(document: Pdf, picture: PictureFile) -> Stream:
    image = on_paper(picture)
    stream = Stream(document, image.data, Dictionary(Type=Name.XObject, Subtype=Name.Image))
    if image.kind == "jpeg":
        stream.Filter = Name.DCTDecode
    stream.Width, stream.Height, stream.BitsPerComponent = picture.width, picture.height, 8
    stream.ColorSpace = COLOUR_SPACES[image.colours]
    return stream
