"""What is said of a language at the head of its phrases, and what Babel knows of it: dates, numbers, lists, plurals.

A language is data: `phrases.<language>.jinja`, the program's or the project's own. Babel is imported where it is asked.
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import known_languages, packaged_templates, phrases_file, templates

NBSP = "\u00a0"
ENTRY = re.compile(r'^\{% set (locale|quotes|date_format|captions|since|placeholder) = "([^"\n]*)" %\}', re.MULTILINE)


class LanguageData(NamedTuple):
    """`locale` is `sv-SE`, `quotes` the four marks for straight ones: opening and closing, double and single.

    `date_format` is a pattern of Unicode's, empty for the language's usual long one; `captions` is `lower` where
    “table 3” inside a sentence begins with a small letter; `since` is how it writes `2006-`, a dash where it is empty;
    `placeholder` stands where nobody has written yet.
    """

    locale: str = ""
    quotes: str = ""
    date_format: str = ""
    captions: str = ""
    since: str = ""
    placeholder: str = ""


LEARNT: dict[str, LanguageData] = {}
"""What the project that was read last says of its languages."""


def learn_languages(project: Path, languages: Sequence[str]) -> None:
    folder = templates(project)
    # On the desk another thread may ask meanwhile: no language is ever missing.
    LEARNT.update({language: read_data(phrases_file(folder, language), language) for language in languages})
    for language in LEARNT.keys() - set(languages):
        del LEARNT[language]
    placeholder_words.cache_clear()


def language_data(language: str) -> LanguageData:
    return LEARNT.get(language) or packaged_data(language)


@cache
def placeholder_words() -> tuple[str, ...]:
    """Those of every language that is known: a new record may be copied from another project."""
    languages = dict.fromkeys([*LEARNT, *known_languages()])
    words = (language_data(language).placeholder for language in languages)
    # The longest first: “FYLL INN” begins as “FYLL I” does.
    return tuple(sorted(filter(None, words), key=len, reverse=True))


@cache
def packaged_data(language: str) -> LanguageData:
    """Of a language that the program does not know, nothing is known."""
    return LanguageData(**read_entries(packaged_templates() / f"phrases.{language}.jinja"))


def read_data(file: Path, language: str) -> LanguageData:
    """Older phrases of a project may say nothing of their language."""
    return packaged_data(language)._replace(**read_entries(file))


def read_entries(file: Path) -> Mapping[str, str]:
    # The name of a language is that of a file only if it is one of ours.
    if not file.is_file():
        return {}
    escaped = ENTRY.findall(file.read_text(encoding="utf-8-sig", errors="replace"))
    return {name: value.replace(r"\u00a0", NBSP) for name, value in escaped}


def locale_tag(language: str) -> str:
    """How Word and Excel name it: `sv-SE`."""
    return language_data(language).locale or language


def babel_locale(tag: str) -> str:
    """As Babel names it; English for a language of which it knows nothing."""
    from babel.core import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(tag, sep="-"))
    except (UnknownLocaleError, ValueError):
        return "en"


def write_number(value: Decimal, language: str) -> str:
    """With all its decimals: `65 289` and `21,66` in Swedish, `65,289` and `21.66` in English."""
    from babel.numbers import format_decimal

    decimals = max(-int(value.as_tuple().exponent), 0)
    pattern = f"#,##0{'.' if decimals else ''}{'0' * decimals}"
    return format_decimal(value, pattern, locale=babel_locale(locale_tag(language)))


def write_date(value: datetime.date, language: str) -> str:
    """As Swedish authorities write it, 2008-10-13; in English 13 October 2008."""
    from babel.dates import format_date

    return format_date(value, language_data(language).date_format or "long", babel_locale(locale_tag(language)))


def write_list(names: Sequence[str], tag: str) -> str:
    """`A, B and C`; `tag` names the locale."""
    if len(names) < 2:
        return "".join(names)
    from babel.lists import format_list

    return format_list(names, locale=babel_locale(tag))


def plural_form(number: int, tag: str) -> str:
    """`one`, `few`, `many`, `other` …: which form of a word a number asks for."""
    from babel.core import Locale

    return Locale.parse(babel_locale(tag)).plural_form(number)


def language_name(language: str, spoken: str) -> str:
    """What a language is called in another: `Swedish`, `engelska`."""
    from babel.core import Locale

    names = Locale.parse(babel_locale(locale_tag(spoken))).languages
    return str(names.get(language, language))


def country_name(country: str, language: str) -> str:
    """`Sweden` as the language calls it; what is no country in any language that is known stays as it is."""
    from babel.core import Locale

    for spoken in known_languages():
        names = Locale.parse(babel_locale(locale_tag(spoken))).territories
        code = next((code for code, name in names.items() if str(name).casefold() == country.casefold()), None)
        if code:
            return str(Locale.parse(babel_locale(locale_tag(language))).territories.get(code, country))
    return country
