"""Opens a file that may come from anywhere: bounded in time and memory, and every part of it whole."""

import re
from io import BytesIO

from lxml import etree

from safecomm.audit.document import is_xml
from safecomm.audit.relationships import related
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.word.archive import LARGEST, Package, unpack
from safecomm.word.wordml import parse_xml, w

XML = re.compile(r".*\.(xml|rels)", re.DOTALL)
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}document"
# Elements take much more memory and time than their text; a thousand pages have half as many.
MOST_TAGS = 1_000_000


def opened(data: bytes, name: str) -> Package:
    """With all its XML read; raises ContentError for what is no sound package."""
    members = unpack(BytesIO(data), XML, name, "audit")
    if sum(member.count(b"<") for member in members.values()) > MOST_TAGS:
        raise ContentError([problem("audit-too-big", Location(name), limit=LARGEST // 1_000_000)])
    package, damaged = Package(data), []
    for part, member in members.items():
        try:
            package.roots[part] = parse_xml(member)
        except (etree.XMLSyntaxError, ValueError):
            damaged.append(problem("audit-damaged", Location(name), part=part))
    if damaged:
        raise ContentError(damaged)
    return package


def main_part(package: Package, name: str) -> str:
    """The part with the body; raises ContentError where there is none that can be read."""
    part = related(package, "", "officeDocument")
    tag = package.root(part).tag if is_xml(package, part) else ""
    if tag != w("document"):
        raise ContentError([problem("audit-strict" if tag == STRICT else "audit-not-word", Location(name))])
    return part
