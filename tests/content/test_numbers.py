"""Numbers as spreadsheets write them: understood, or refused with what to write."""

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from safecomm.content.field_types import Number

READ = {
    "65289": "65289",
    " 65 289 ": "65289",
    "65\u00a0289": "65289",
    "65\u202f289": "65289",
    "65\u2009289": "65289",
    "1 234 567,8": "1234567.8",
    "1 234,567": "1234.567",
    "21,66": "21.66",
    "21.66": "21.66",
    "0,123": "0.123",
    "-0.123": "-0.123",
    "1234,567": "1234.567",
    "65,2890": "65.2890",
    "\u22121234": "-1234",
}
AMBIGUOUS = {
    "65,289": ("65289", "65 289", "65.2890"),
    "65.289": ("65289", "65 289", "65.2890"),
    "-1,234": ("-1234", "-1 234", "-1.2340"),
    "\u22121.234": ("-1234", "-1 234", "-1.2340"),
}
REFUSED = {
    "1,234,567": "1234567",
    "1.234.567": "1234567",
    "1.234,5": "1234.5",
    "1,234.5": "1234.5",
    "1,234,567.89": "1234567.89",
    "1'234": "1234",
    "1’234,5": "1234.5",
    "1  234": "1234",
    **dict.fromkeys(
        ["1e3", "٣", "１２", "5 %", "5%", "+5", "1.", ".5", "1,2,3", "NaN", "", "1" * 16, "1.23,4", "1\u00a0kr"]
    ),
}


def refusal(text: str) -> tuple[str, dict[str, object]]:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Number).validate_python(text)
    (error,) = caught.value.errors()
    return error["type"], error.get("ctx", {})


@pytest.mark.parametrize("text", READ)
def test_read(text: str) -> None:
    assert str(TypeAdapter(Number).validate_python(text)) == str(Decimal(READ[text]))


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_thousands_or_decimals(text: str) -> None:
    whole, spaced, decimals = AMBIGUOUS[text]
    assert refusal(text) == ("ambiguous", {"whole": whole, "spaced": spaced, "decimals": decimals})
    for written in AMBIGUOUS[text]:
        TypeAdapter(Number).validate_python(written)


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    assert refusal(text) == ("number", {"nearest": REFUSED[text]})


@pytest.mark.parametrize("text", ["..", ".", "-", "–", "…"])
def test_what_stands_for_no_figure(text: str) -> None:
    assert refusal(text)[0] == "missing_number"
