"""A PDF for the archive: the same bytes for the same content, and a mark of what it was made from."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, PdfError, Stream, String

from safecomm.diagnostic import ContentError, Location, problem

EDITION = 2
"""Of this room: one more whenever it makes another PDF of the same Word file, so that older ones are made anew."""
ICC_DATE = slice(24, 36)
"""Where the header of a colour profile (ICC.1:2010, 7.2) says when it was made."""
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
"""PDF/A allows the PDF/UA mark only where its schema is described; LibreOffice 7.4 does not describe it."""


def origin(docx: bytes, office: str, attached: Iterable[bytes] = ()) -> bytes:
    """Sixteen bytes that tell one Word file, one converter and what follows it from another."""
    sha = hashlib.sha256(f"{EDITION} {office}\n".encode() + docx)
    for data in attached:
        sha.update(hashlib.sha256(data).digest())
    return sha.digest()[:16]


def origin_of(pdf: bytes) -> bytes:
    """From what a PDF of ours was made; empty for any other file."""
    try:
        with Pdf.open(BytesIO(pdf), attempt_recovery=False) as document:
            identity = document.trailer.get(Name.ID)
            return bytes(identity[0]) if isinstance(identity, Array) and len(identity) else b""
    except PdfError:
        return b""


def archival(pdf: bytes, origin: bytes, name: str, descriptions: Sequence[str]) -> bytes:
    """The PDF without what differs from run to run; raises ContentError when LibreOffice wrote no PDF.

    Its permanent identifier (ISO 32000-1, 14.4) is the origin; `descriptions` are the alternative texts of its figures.
    """
    try:
        with Pdf.open(BytesIO(pdf), attempt_recovery=False) as document:
            describe(document)
            forget_dates(document)
            mend_tabs(document)
            describe_figures(document, descriptions)
            document.trailer.ID = Array([String(origin), String(origin)])
            output = BytesIO()
            document.save(output, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    except PdfError:
        raise ContentError([problem("pdf-broken", Location(f"{name}.pdf"))]) from None
    return output.getvalue()


def describe(document: Pdf) -> None:
    """Writes the metadata anew, in both places where a PDF has them."""
    known = document.docinfo
    texts = {key: str(known.get(f"/{key}", "")) for key in ("Title", "Author", "Producer")}
    del document.docinfo
    for key, text in texts.items():
        document.docinfo[f"/{key}"] = String(text)
    xmp = XMP.format(
        title=escape(texts["Title"]),
        author=escape(texts["Author"]),
        producer=escape(texts["Producer"]),
        language=escape(str(document.Root.get(Name.Lang, ""))),
    )
    document.Root.Metadata = Stream(document, xmp.encode(), Dictionary(Type=Name.Metadata, Subtype=Name.XML))


def forget_dates(document: Pdf) -> None:
    """The day in the colour profiles, and LibreOffice's checksum of the file as it was."""
    for intent in document.Root.get(Name.OutputIntents, Array()):
        profile = bytearray(intent.DestOutputProfile.read_bytes())
        profile[ICC_DATE] = bytes(12)
        intent.DestOutputProfile.write(bytes(profile))
    if "/DocChecksum" in document.trailer:
        del document.trailer["/DocChecksum"]


def mend_tabs(document: Pdf) -> None:
    """The order in which the tab key visits links: LibreOffice 7.4 writes it as text, which no reader understands."""
    for page in document.pages:
        if Name.Annots in page:
            page.Tabs = Name.S


def describe_figures(document: Pdf, texts: Sequence[str]) -> None:
    """Gives those figures that have no text theirs; `texts` are those of all, in the order of the document."""
    figures = list(figures_below(document.Root.get(Name.StructTreeRoot)))
    # With other figures than expected a text could come to the wrong one.
    if len(figures) == len(texts):
        for figure, text in zip(figures, texts, strict=True):
            if text and Name.Alt not in figure:
                figure.Alt = String(text)


def figures_below(element: Object | None) -> Iterator[Object]:
    """The figures among the structure elements below one, in reading order."""
    if isinstance(element, Array):
        for child in element:
            yield from figures_below(child)
    elif isinstance(element, Dictionary):
        if element.get(Name.S) == Name.Figure:
            yield element
        yield from figures_below(element.get(Name.K))
