"""A box of a form: a content control in which people who have Word and nothing else write, or choose."""

from typing import NamedTuple

from safecomm.ooxml.escape import PRESERVED, attribute_text, run_text

PALE = '<w:rPr><w:color w:val="595959"/></w:rPr>'


class AnswerBox(NamedTuple):
    """`name` is what screen readers call it; without a `text` it shows the `prompt`. It may hold one of `choices`."""

    name: str
    text: str
    prompt: str
    choices: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        return self.text or self.prompt


class PlacedBox(NamedTuple):
    """A box and the id of the style of its paragraph."""

    box: AnswerBox
    style: str


def box_paragraph(placed: PlacedBox, number: int) -> str:
    """`number` tells the box from all others in the document."""
    box, style = placed
    items = "".join(
        f'<w:listItem w:displayText="{attribute_text(choice)}" w:value="{attribute_text(choice)}"/>'
        for choice in box.choices
    )
    kind = f"<w:dropDownList>{items}</w:dropDownList>" if items else '<w:text w:multiLine="1"/>'
    empty, look = ("", "") if box.text else ("<w:showingPlcHdr/>", PALE)
    name = attribute_text(box.name)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/>{empty}<w:id w:val="{number}"/>{kind}</w:sdtPr><w:sdtContent>'
        f"<w:r>{look}{PRESERVED}{run_text(box.shown)}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
