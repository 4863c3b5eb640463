"""What the pictures and charts of a document say to those who do not see them."""

from safecomm.word.archive import MAIN, read_members
from safecomm.word.text_runs import DESCRIBED
from safecomm.word.wordml import parse_xml


def descriptions(docx: bytes) -> list[str]:
    """The alternative text of each drawing of the body, in order; empty where it has none."""
    return [each.get("descr", "") for each in parse_xml(read_members(docx)[MAIN]).iter(DESCRIBED)]
