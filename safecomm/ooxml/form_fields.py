"""What a form field of old shows that has no result: a box with or without a cross, the choice from a list."""

from safecomm.ooxml.fields import Field
from safecomm.ooxml.wordml import is_on, value, w

BOX, LIST = w("ffData/checkBox"), w("ffData/ddList")


def control_text(field: Field) -> str:
    """ISO/IEC 29500-1, 17.16.7 checkBox and 17.16.9 ddList; empty of any other field."""
    if field.begin is None:
        return ""
    if (box := field.begin.find(BOX)) is not None:
        return "☒" if is_on(box, "checked" if box.find(w("checked")) is not None else "default") else "☐"
    if (choices := field.begin.find(LIST)) is not None:
        chosen, entries = value(choices, "result") or "0", choices.findall(w("listEntry"))
        return entries[int(chosen)].get(w("val"), "") if chosen.isdecimal() and int(chosen) < len(entries) else ""
    return ""
