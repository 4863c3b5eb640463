"""Items of lists, one after the other, as content's lists within lists."""

from collections.abc import Iterator, Sequence

from safecomm.markdown.blocks import Inline, List, ListItem, Paragraph
from safecomm.ooxml.list_nesting import ListedItem, NestedList, nest


def build_lists(items: Sequence[ListedItem[tuple[Inline, ...]]]) -> Iterator[List]:
    return map(to_list, nest(items))


def to_list(nested: NestedList[tuple[Inline, ...]]) -> List:
    items = (ListItem((Paragraph(item.content, 0), *map(to_list, item.below))) for item in nested.items)
    return List(nested.start, tuple(items), 0)
