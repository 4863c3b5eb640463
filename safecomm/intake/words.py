"""The words of files, in Swedish and English, that say what stands in a column or a row."""

import re

from safecomm.content.records import FigureColumn
from safecomm.content.vocabulary import Age, Sex

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Soft hyphens and what else does not show, or would tell a terminal to do something."""
ROLES = {
    FigureColumn.YEAR: "år|årtal|year|tid|time|period|ar",
    FigureColumn.PLACE: "region|kommun|kommunnamn|municipality|län|lan|county|område|omrade|area|plats",
    FigureColumn.SEX: "kön|kon|sex|gender",
    FigureColumn.AGE: "ålder|alder|åldersgrupp|åldersgrupper|age|age group",
    FigureColumn.CAUSE: "orsak|yttre orsak|cause|dödsorsak|skadeorsak",
    FigureColumn.VALUE: "värde|value|antal|andel",
    FigureColumn.LOWER: r".*\b(?:nedre|undre|lower)\b.*",
    FigureColumn.UPPER: r".*\b(?:övre|upper)\b.*",
}
MEASURE = re.compile(
    r"tabellinnehåll|observations|contents(?:code)?|statistical unit|kpi|nyckeltal|(?:statistiskt )?mått"
    r"|.*\b(?:konfidensintervall|confidence intervals?)\b.*",
    re.IGNORECASE,
)
"""A dimension whose values are several measures of the same."""
MEASURE_HEAD = re.compile(r"(?:antal|andel|per \d[\d ]*|procent|%|number|percent|rate)\b.*", re.IGNORECASE)
"""How the heading of a column of values begins."""
PERSONAL_HEAD = re.compile(
    r"(?:person|olycks|patient|journal)[- ]?(?:nummer|nr|id)|(?:för|efter|person)namn|(?:bostads)?adress|fritext"
    r"|(?:födelse|olycks|skade)(?:datum|dag|tid|tidpunkt)"
    r"|händelse(?:förlopp|beskrivning)|personal (?:number|id)|(?:first|last) name|date of birth|address|free text",
    re.IGNORECASE,
)
"""The heading of what a list says of each one, and a table of figures of nobody."""
SEXES = {
    Sex.FEMALE: {"kvinnor", "kvinna", "flickor", "flicka", "female", "females", "women", "k", "2"},
    Sex.MALE: {"män", "man", "pojkar", "pojke", "male", "males", "men", "m", "1"},
}
TOTAL = re.compile(
    r"(?:tot(?:alt?)?|samtliga|alla|all)(?:,? (?:all |samtliga )?(?:ålder|åldrar|kön|diagnoser|orsaker"
    r"|ages|sexes|causes|men and women))?|båda könen|both sexes|1\+2|män och kvinnor|kvinnor och män|women and men"
    r"|men and women|flickor och pojkar|pojkar och flickor|girls and boys|boys and girls",
    re.IGNORECASE,
)
PRELIMINARY = re.compile(r"\s*\(?\b(?:prel\.|preliminär(?:a|t)?|preliminary)\)?", re.IGNORECASE)
UNKNOWN = {"uppgift saknas", "okänt", "okänd", "unknown"}
AGES = re.compile(
    r"(\d{0,3}) ?[-–] ?(\d{1,3})(?: (?:år|years?))?"
    r"|(\d{1,3})(?: ?(?:\+|[-–]w?)(?: (?:år|years))?|(?: (?:år|years))? (?:och äldre|and over|or older|and older))"
    r"|(\d{1,3}) (?:år|years?)",
    re.IGNORECASE,
)
"""`5-9 år`, `85+` and `34 years`, and what a code leaves out of `-4`."""
AGE_GROUPS = {
    "0–6": Age.YOUNGER_CHILDREN,
    "6–14": Age.SCHOOL_CHILDREN,
    "0–14": Age.CHILDREN,
    "15–24": Age.YOUTH,
    "25–64": Age.ADULTS,
    "65+": Age.OLDER,
}
YEARS = r"(?:1[789]|20)\d\d(?:\s?[-–]\s?(?:1[789]|20)\d\d)?"
"""A year, or several of which there is one figure: `2019-2022`."""
YEAR_HEAD = re.compile(rf"(?:(.*?)\s)??({YEARS})|({YEARS})\s(.+)")
"""`Antal 2019`, or `2019 Antal` where whoever fetched the table put the years first."""
CODED = re.compile(r"(\d{2}|\d{4})(?: (.+))?")
"""A place as SCB writes it: the code, and perhaps the name."""
KIND_OF_PLACE = re.compile(r" (?:kommun|stad|municipality|city)$", re.IGNORECASE)
GENITIVE = re.compile(r"s (?:kommun|stad)$", re.IGNORECASE)
"""`Exempelbys kommun` is that of Exempelby; of Borås the s belongs to the name."""


def clean(text: str) -> str:
    """On one line, without what does not show, and with plain spaces."""
    return " ".join(INVISIBLE.sub("", text).split())


def role_of(name: str) -> FigureColumn | None:
    return next((role for role, words in ROLES.items() if re.fullmatch(words, name, re.IGNORECASE)), None)


def sex_of(label: str) -> Sex | None:
    """None for a word that means none of the two."""
    return next((sex for sex, words in SEXES.items() if label.casefold() in words), None)


def is_both(label: str) -> bool:
    return label.casefold() == "t" or is_total(label)


def is_total(label: str) -> bool:
    return not label or TOTAL.fullmatch(label) is not None


def ages_in(label: str) -> str:
    """Alike in all sources, so that figures find their inhabitants; any other label as it is."""
    match = AGES.fullmatch(label)
    if match is None:
        return label
    first, last, oldest, single = match.groups()
    ages = f"{oldest}+" if oldest else single or f"{first or 0}–{last}"
    return str(AGE_GROUPS.get(ages, ages))


def years_in(label: str) -> str | None:
    """As our tables have them; None for a label that is no year."""
    if not re.fullmatch(YEARS, label):
        return None
    first, last = label[:4], label[-4:]
    return None if last < first else first if last == first else f"{first}-{last}"


def measure_and_years(heading: str) -> tuple[str, str] | None:
    """Of a column of values that has its years in the heading."""
    match = YEAR_HEAD.fullmatch(heading)
    return (match[1] or match[4] or "", match[2] or match[3]) if match else None


def without_preliminary(name: str) -> tuple[str, bool]:
    """`Antal (prel.)` is `Antal`, and preliminary."""
    plain, found = PRELIMINARY.subn("", name)
    return plain.strip(), bool(found)


def place_name(label: str) -> str:
    """Without the code, and without what kind of place it is."""
    match = CODED.fullmatch(label)
    return KIND_OF_PLACE.sub("", (match[2] or label) if match else label)


def same_place(label: str, place: str) -> bool:
    """Whether a word of the file is that place, by its code or its name."""
    code, wanted = CODED.fullmatch(label), CODED.fullmatch(place)
    if code and wanted:
        return code[1] == wanted[1]
    return not names_of_place(label).isdisjoint(names_of_place(place))


def names_of_place(label: str) -> set[str]:
    name = place_name(label)
    return {name.casefold(), (name[:-1] if GENITIVE.search(label) else name).casefold()}
