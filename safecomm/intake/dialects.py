"""What the sources mean by the signs in their tables, and how a table of each is known."""

import re
from collections.abc import Mapping, Sequence

from safecomm.content.vocabulary import ZERO, FigureSign, FigureStatus
from safecomm.intake.figures import Dialect, Shape

SUPPRESSED = FigureStatus.SUPPRESSED
PX_SIGNS: Mapping[str, FigureSign] = {
    "-": ZERO,
    ".": FigureStatus.NOT_APPLICABLE,
    **{"." * number: FigureStatus.NOT_AVAILABLE for number in range(2, 7)},
}
"""Those of Statistics Sweden; others who use the same program may mean something else, so that it is shown."""
PXWEB = Dialect(Shape.PXWEB, PX_SIGNS)
BRA = Dialect(Shape.BRA, {"..": SUPPRESSED, "-": ZERO}, mark=",")
SOCIALSTYRELSEN = Dialect(Shape.SOCIALSTYRELSEN, {"X": SUPPRESSED, "..": SUPPRESSED}, mark=",")
NTU = Dialect(Shape.NTU, {"XX": SUPPRESSED}, mark=",")
"""The program defines no sign of any other file: whoever imports it says what they mean."""
WITHOUT_ZEROS = re.compile(r"skad|dödsorsak|avlidna|döda\b|injur|causes of death", re.IGNORECASE)
"""What the title of a table says in which the authority leaves out the rows where there is nothing to count."""
CRIMES = re.compile(r"\bbrå\b|brott", re.IGNORECASE)
"""What the title of Brå's sheets says, whose labels stand in the second column."""
SURVEY = re.compile(r"\bNTU\b|nationella trygghetsundersökningen", re.IGNORECASE)


def dialect_of(above: Sequence[str], heading: Sequence[str], separator: str, is_quoted: bool) -> Dialect:
    """Of a table with this heading and these lines above it; `separator` is empty for a sheet."""
    title, first = " ".join(above), heading[0].casefold() if heading else ""
    if SURVEY.search(f"{title} {' '.join(heading)}"):
        return NTU
    if first == "kommun" and any(re.match(r"antal|per 100 000 inv", name, re.IGNORECASE) for name in heading[1:]):
        return BRA
    if not separator and not first and CRIMES.search(title):
        return BRA
    if is_quoted:
        return PXWEB
    if separator == ";" and len(above) == 1 and {"år", "region"} & {name.casefold() for name in heading}:
        return SOCIALSTYRELSEN._replace(absent_is_zero=WITHOUT_ZEROS.search(title) is not None)
    return Dialect(Shape.OTHER, mark="," if separator == ";" else ".")
