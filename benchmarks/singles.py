"""The files of which a generated project has one each: what stands in their front matter and which texts they hold."""

Texts = dict[str, tuple[str, str]]
"""Fields with their text in Swedish and in English."""

CRITERIA = ("infrastructure", "programmes", "risk_groups", "injury_documentation", "evaluation", "networks")
YEARS = range(2000, 2009)
THEMES = ("levande", "barn", "aldre")

COMMUNITY = """\
code: "0999"
languages: [sv, en]
inhabitants: inhabitants
area:
  - name: {sv: Landareal, en: Land area}
    value: 41.7
    unit: {sv: km², en: km²}
    date: 2014-01-01
    source: {sv: Lantmäteriet, en: The land survey}
"""
PROGRAMME = """\
period: 2008-2011
registry_number: KS 2008-282
date: 2008-10-13
adopted_by: organisation-0
unit: organisation-1
officer: Kim Ek
status: adopted
"""
APPLICATION = """\
criteria_set: sc6-2002
date: 2009-05-04
version: "1"
contact: {name: Kim Ek, address: Torget 1, postcode: 999 99, city: Almnäs, phone: 08-000 00 00, email: kim@example.org}
"""

SINGLES: dict[str, tuple[str, Texts, tuple[str, ...]]] = {
    "community": (
        COMMUNITY,
        {
            "name": ("Almnäs kommun", "Almnäs Municipality"),
            "country": ("Sverige", "Sweden"),
            "county": ("Ekens län", "Eken County"),
        },
        ("overview", "history"),
    ),
    "council": (
        "",
        {
            "name": ("Almnäs trygghetsråd", "Almnäs Safety Council"),
            "short_name": ("Trygghetsrådet", "Safety Council"),
            "city_members": ("förtroendevalda och tjänstemän", "elected representatives and officials"),
        },
        ("tasks", "participation"),
    ),
    "programme": (
        PROGRAMME,
        {
            "title": ("Trygghetsprogram för Almnäs", "Safety Programme for Almnäs"),
            "officer_title": ("Utredare", "Officer"),
        },
        ("motto", "introduction", "direction", "purposes", "priorities", "followup"),
    ),
    "application": (APPLICATION, {}, ("letter", "strengths", "further_work")),
}
"""By file: what only the Swedish one says, what both say, and their texts."""

STATISTICS = {
    "inhabitants.yaml": "title: {sv: Invånare, en: Inhabitants}\nunit: {sv: invånare, en: inhabitants}\n"
    "source: {sv: SCB, en: Statistics Sweden}\n",
    "inhabitants.csv": "year,value\n" + "".join(f"{year},{57000 + 731 * (year - 2000)}\n" for year in YEARS),
    "injuries.yaml": "title: {sv: Skador, en: Injuries}\nunit: {sv: skador, en: injuries}\n"
    "source: {sv: Regionen, en: The region}\ncriteria: [injury_documentation]\n",
    "injuries.csv": "year,value\n" + "".join(f"{year},{900 - 13 * (year - 2000)}\n" for year in YEARS),
}


def themes(criterion: str) -> str:
    """The front matter that only the second criterion has."""
    if criterion != "programmes":
        return ""
    return "themes:\n" + "".join(f"  {theme}: Tema {theme}\n" for theme in THEMES)
