"""What one cell says: a number or the meaning of a sign, and words that are safe in a table."""

import re
from collections.abc import Mapping

from safecomm.content.field_types import THOUSANDS_OR_DECIMALS
from safecomm.content.vocabulary import ZERO, FigureSign, FigureStatus
from safecomm.diagnostic import brief
from safecomm.intake.figure_text import parse_figure
from safecomm.intake.figures import Choices, Dialect, FigureCell
from safecomm.intake.words import is_both, is_total, sex_of

EMPTY = "empty"
"""How an option names the sign that is nothing at all."""
LONGEST_SIGN = 10
FORMULA = re.compile(r"[=@].*|[+-].*[(|!].*")
"""A word that Excel would compute when somebody opens our table in it."""
OF_VALUES = {FigureStatus.PRELIMINARY, FigureStatus.ESTIMATED}


class RefusedCellError(Exception):
    """A cell that says nothing that we know: the code, and what its message names."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def meanings(dialect: Dialect, choices: Choices) -> Mapping[str, FigureSign]:
    """Of each sign; what the source may not show is never said to be anything else."""
    hidden = {sign: meaning for sign, meaning in dialect.signs.items() if meaning is FigureStatus.SUPPRESSED}
    return {**dialect.signs, **choices.signs, **hidden}


def sex(label: str) -> str:
    found = sex_of(label)
    if found is None and not is_both(label):
        raise RefusedCellError("import-sex", label=brief(label))
    return str(found or "")


def word(label: str) -> str:
    """Empty for all."""
    return "" if is_total(label) else harmless(label)


def harmless(label: str) -> str:
    """Nothing that a spreadsheet would compute."""
    if FORMULA.fullmatch(label):
        raise RefusedCellError("import-formula", label=brief(label))
    return label


def figure(cell: FigureCell, signs: Mapping[str, FigureSign], mark: str) -> tuple[str, str]:
    """The value and the status of a cell."""
    sign = signs.get(cell.text or EMPTY, signs.get(cell.text))
    if sign == ZERO:
        return "0", preliminary(cell)
    if sign is not None and sign not in OF_VALUES:
        return "", str(sign)
    number, flag = number_text(cell.text, mark), signs.get(cell.flag)
    known = not cell.flag or flag in OF_VALUES or (flag == ZERO and number == "0")
    if number is None or not known:
        raise RefusedCellError("import-sign", sign=shown(cell.text if number is None else cell.flag))
    return number, str(flag) if flag in OF_VALUES else preliminary(cell)


def preliminary(cell: FigureCell) -> str:
    return FigureStatus.PRELIMINARY.value if cell.preliminary else ""


def shown(sign: str) -> str:
    """A sign as a message names it; a text may be anybody's and is not quoted."""
    return (sign if len(sign) <= LONGEST_SIGN else "…") or EMPTY


def limit(cell: FigureCell | None, signs: Mapping[str, FigureSign], mark: str) -> str:
    """Empty where there is none, as of a value that is suppressed."""
    return figure(cell, signs, mark)[0] if cell else ""


def number_text(text: str, mark: str) -> str | None:
    """The number as our tables have it: with a point, and never as what could be thousands."""
    number = parse_figure(text, mark)
    if number is None:
        return None
    written = f"{number:f}"
    return f"{written}0" if THOUSANDS_OR_DECIMALS.fullmatch(written) else written
