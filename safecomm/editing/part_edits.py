"""An edit of a whole value as edits of the smallest parts that it changes, so that all else stays as it is written."""

from collections.abc import Iterator

from safecomm.content.yaml_data import Value
from safecomm.editing.fields import FieldEdit


def part_edits(edit: FieldEdit, now: Value) -> Iterator[FieldEdit]:
    """`now` is what the value says; nothing where it is to say the same."""
    if edit.value == now:
        return
    parts = parts_of(now, edit.value)
    if parts is None:
        yield edit
        return
    for name, old, new in parts:
        yield from part_edits(edit._replace(key=(*edit.key, name), value=new), old)


def parts_of(now: Value, wanted: Value) -> list[tuple[str | int, Value, Value]] | None:
    """By name or number what each part says and is to say; None where one goes, or is to stand in another place."""
    if isinstance(now, dict) and isinstance(wanted, dict) and now and now.keys() <= wanted.keys():
        return [(name, now.get(name), part) for name, part in wanted.items()]
    if isinstance(now, list) and isinstance(wanted, list) and now and len(now) <= len(wanted):
        old = [*now, *[None] * (len(wanted) - len(now))]
        is_same_order = len(now) == len(wanted) or now == wanted[: len(now)]
        return [*zip(range(len(wanted)), old, wanted, strict=True)] if is_same_order else None
    return None
