"""The parts of the document that no template decides: its properties, content types, relationships and settings."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from safecomm.language import locale_tag
from safecomm.ooxml.escape import attribute_text
from safecomm.ooxml.package import MAIN, SETTINGS, Package
from safecomm.ooxml.wordml import PACKAGE, RELATIONSHIP, VAL, XML_DECLARATION, parse_xml, to_bytes, w

CUSTOM = "docProps/custom.xml"
TRACKING = w("trackRevisions")
PACKAGE_CORE = f"{PACKAGE}/metadata/core-properties"
CORE, CREATOR = "docProps/core.xml", "{http://purl.org/dc/elements/1.1/}creator"
TYPES = "application/vnd.openxmlformats-"
DOCUMENT_TYPE = f"{TYPES}officedocument.wordprocessingml.document.main+xml"
OWN_TYPES = {
    CORE: f"{TYPES}package.core-properties+xml",
    "docProps/app.xml": f"{TYPES}officedocument.extended-properties+xml",
    CUSTOM: f"{TYPES}officedocument.custom-properties+xml",
}
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006"
VARIANT = f"{PROPERTIES}/docPropsVTypes"
ROOT_RELATIONSHIPS = (
    f'{XML_DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONSHIP}/officeDocument" Target="{MAIN}"/>'
    f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{RELATIONSHIP}/extended-properties" Target="docProps/app.xml"/>'
    f'<Relationship Id="rId4" Type="{RELATIONSHIP}/custom-properties" Target="{CUSTOM}"/></Relationships>'
)
APPLICATION = (
    f'{XML_DECLARATION}<Properties xmlns="{PROPERTIES}/extended-properties">'
    "<Application>Safecomm</Application></Properties>"
)
# The settings that stand before change tracking in the order that the schema asks for.
BEFORE_TRACKING = {
    w(name)
    for line in (
        "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries",
        "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData",
        "embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges",
        "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors",
        "activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter",
        "stylePaneSortMethod documentType mailMerge revisionView",
    )
    for name in line.split()
}


class Properties(NamedTuple):
    """What the file says about itself; `title` may have tags as a template has, `language` is `sv` or another.

    `origin` says what it was made from, so that a reviewer's copy can be compared with it;
    `words` are what the community calls itself and its bodies where the phrases would say something else.
    """

    title: str
    creator: str
    language: str
    origin: Mapping[str, str] = MappingProxyType({})
    words: Mapping[str, str] = MappingProxyType({})


def own_parts(properties: Properties, title: str) -> dict[str, bytes]:
    """The parts that are the same for every template."""
    core = (
        f'{XML_DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE_CORE}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{attribute_text(title)}</dc:title>"
        f"<dc:creator>{attribute_text(properties.creator)}</dc:creator>"
        f"<dc:language>{locale_tag(properties.language)}</dc:language></cp:coreProperties>"
    )
    texts = {
        "_rels/.rels": ROOT_RELATIONSHIPS,
        CORE: core,
        "docProps/app.xml": APPLICATION,
        CUSTOM: custom_properties(properties.origin),
    }
    return {name: text.encode() for name, text in texts.items()}


def custom_properties(origin: Mapping[str, str]) -> str:
    """The custom properties, which other programs keep; their numbers begin with two."""
    listed = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{attribute_text(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(origin.items(), start=2)
    )
    spaces = f'xmlns="{PROPERTIES}/custom-properties" xmlns:vt="{VARIANT}"'
    return f"{XML_DECLARATION}<Properties {spaces}>{listed}</Properties>"


def origin_in(properties: etree._Element) -> dict[str, str]:
    """What `custom_properties` wrote, by name."""
    return {entry.get("name", ""): "".join(map(str, entry.itertext())) for entry in properties}


def content_types(template: bytes, parts: Iterable[str], added: Mapping[str, str]) -> bytes:
    """The template's content types without those of parts that are not passed on, with our own and the added ones."""
    root = parse_xml(template)
    kept = {f"/{part}" for part in parts}
    for override in root.findall(f"{{{PACKAGE}/content-types}}Override"):
        part = override.get("PartName", "")
        if part not in kept or part.startswith("/docProps/"):
            root.remove(override)
        elif part == f"/{MAIN}":
            # A template may have been saved as one (.dotx); what is made from it is a document.
            override.set("ContentType", DOCUMENT_TYPE)
    for part, content_type in {**OWN_TYPES, **added}.items():
        etree.SubElement(root, f"{{{PACKAGE}/content-types}}Override", PartName=f"/{part}", ContentType=content_type)
    return to_bytes(root)


def set_language(styles: etree._Element, language: str) -> None:
    """Makes the document's language that of all text."""
    for element in styles.iter(w("lang")):
        element.set(VAL, locale_tag(language))


def with_tracking(settings: bytes) -> bytes:
    """The settings of a draft: Word tracks every change, so that no reviewer's edit is silent."""
    root = parse_xml(settings)
    position = sum(child.tag in BEFORE_TRACKING for child in root)
    root.insert(position, etree.Element(TRACKING))
    return to_bytes(root)


def is_tracking(package: Package) -> bool:
    """Whether the document is a draft as `with_tracking` makes one; raises etree.XMLSyntaxError."""
    tracking = package.root(SETTINGS).find(TRACKING)
    return tracking is not None and tracking.get(VAL, "true") in ("1", "true", "on")
