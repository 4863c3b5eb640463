"""What somebody fills in: one value of a record, with the values inside it, as a page shows it."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from safecomm.content.content import Language
from safecomm.content.placeholder import PERIOD, is_placeholder
from safecomm.content.yaml_data import Key, Value


class Widget(StrEnum):
    """How a value is filled in."""

    LINE = "line"
    NUMBER = "number"
    DATE = "date"
    PERIOD = "period"
    PROSE = "prose"
    SWITCH = "switch"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXTS = "texts"
    RECORD = "record"
    LIST = "list"
    TABLE = "table"


class FormInput(NamedTuple):
    """`id` is its name on the page; `value` is as it is written, None where nothing is.

    `parts` are what is inside: the texts by language, the fields of a record, the entries of a list, the values of a
    table by their names. `blank` is what another entry would be, `choices` the values or names that may be chosen, with
    what they are called. `language` is that of what is typed here, if it is a text.
    """

    id: str
    key: Key
    widget: Widget
    label: str
    explanation: str
    value: Value
    is_required: bool = False
    language: Language | None = None
    choices: Mapping[str, str] = {}
    parts: tuple["FormInput", ...] = ()
    blank: tuple["FormInput", ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether what is written says that it is to be filled in, and nothing else."""
        is_period = self.widget is Widget.PERIOD and self.value == str(PERIOD.start)
        return isinstance(self.value, str) and (is_period or is_placeholder(self.value))

    def all_inputs(self) -> Iterator["FormInput"]:
        yield self
        for part in self.parts:
            yield from part.all_inputs()


class FormField(NamedTuple):
    """A field with an input for each file that it stands in: that of the source, and those of the translations.

    `is_seldom` where few records have it, and this one does not.
    """

    name: str
    inputs: tuple[FormInput, ...]
    is_seldom: bool
