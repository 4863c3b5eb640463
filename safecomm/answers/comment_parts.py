"""The parts in which a Word file keeps its comments, and which of them answers which."""

from safecomm.ooxml.archive import CONTENT_TYPES, write_parts
from safecomm.ooxml.package import MAIN, Package, relationships_part
from safecomm.ooxml.wordml import COMPATIBILITY, PACKAGE, RELATIONSHIP, W14, WORDML
from safecomm.redline.part_importer import with_part_of
from safecomm.redline.plain_form import with_vocabularies
from safecomm.review.comments import W15_NAMESPACE

COMMENTS, EXTENDED = "comments", "commentsExtended"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = (
    f'xmlns:w="{WORDML}" xmlns:w14="{W14}" xmlns:w15="{W15_NAMESPACE}" '
    f'xmlns:mc="{COMPATIBILITY}" mc:Ignorable="w14 w15"'
)
EMPTY_PARTS = {
    COMMENTS: (f"<w:comments {SPACES}/>", f"{RELATIONSHIP}/comments"),
    EXTENDED: (
        f"<w15:commentsEx {SPACES}/>",
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    ),
}


def with_comment_parts(package: Package) -> Package:
    """The same file with both parts, in which programs may pass over what they do not know."""
    empty = empty_parts()
    for kind in EMPTY_PARTS:
        package = with_part_of(package, empty, kind)
        part = package.related_part(kind)
        package.roots[part] = with_vocabularies(package.root(part), empty.related_root(kind))
    return package


def empty_parts() -> Package:
    """A file that has nothing but the two; it is used up when they are taken over."""
    leads = "".join(
        f'<Relationship Id="{kind}" Type="{type_}" Target="{kind}.xml"/>' for kind, (_, type_) in EMPTY_PARTS.items()
    )
    main = f'<Relationship Id="main" Type="{RELATIONSHIP}/officeDocument" Target="{MAIN}"/>'
    types = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{TYPE}.{kind}+xml"/>' for kind in EMPTY_PARTS)
    parts = {
        CONTENT_TYPES: f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
        relationships_part(""): f'<Relationships xmlns="{PACKAGE}/relationships">{main}</Relationships>',
        relationships_part(MAIN): f'<Relationships xmlns="{PACKAGE}/relationships">{leads}</Relationships>',
        MAIN: f"<w:document {SPACES}/>",
        **{f"word/{kind}.xml": xml for kind, (xml, _) in EMPTY_PARTS.items()},
    }
    return Package(write_parts({part: xml.encode() for part, xml in parts.items()}))
