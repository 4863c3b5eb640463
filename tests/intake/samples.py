"""Made-up files in the shapes that the sources hand out, and a project to import them into."""

import json
import os
import shutil
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import xlsxwriter
from click.testing import CliRunner, Result

from safecomm.cli.main import cli
from tests.test_broken import HERE

FETCHED = 1_236_000_000
"""2009-03-02, when every file of these tests was fetched."""

WIDE = """"region","kön","2007","2008"
"0001 Exempelby","män","1 234","12"
"0001 Exempelby","kvinnor","..","-"
"00 Riket","män","5","6.5"
"00 Riket","kvinnor",".","7"
"""
CROSSED = """"Anmälda fall efter region, kön och år"

"region","män 2007","män 2008","kvinnor 2007","kvinnor 2008"
"0001 Exempelby","1","2","3","4"
"""
SEMICOLONS = """"Döda i Exempelby efter region, dödsorsak, kön och år"

"region";"dödsorsak";"kön";"2007";"2008"
"0001 Exempelby";"fall";"total, all men and women";"..";4
"0001 Exempelby";"brand";"män";-;2.5
"""
"""As PxWeb writes it to be opened in a Swedish Excel."""
CSV2 = """"region","kön","år","tabellinnehåll","Hälsa"
"0001 Exempelby","män","2007","Andel","12.5"
"0001 Exempelby","män","2007","Andel, nedre konfidensgräns","10.1"
"0001 Exempelby","män","2007","Andel, övre konfidensgräns","14.9"
"0001 Exempelby","män","2008","Andel",".."
"0001 Exempelby","män","2008","Andel, nedre konfidensgräns",".."
"0001 Exempelby","män","2008","Andel, övre konfidensgräns",".."
"""
PERIODS = """"region","kön","2018-2021","2019 – 2022"
"0001 Exempelby","totalt","21","19"
"0001 Exempelby","kvinnor","20","18.5"
"""
"""As the regional tables of the national survey of public health: means of four years."""
CSV3 = """"Region","Kon","Tid","BE0101N1"
"0001","1","2007","11"
"0001","2","2007","12"
"0001","1+2","2007","23"
"""
BRA = """Kommun;Antal (prel.);Per 100 000 inv. (prel.)
Exempelby;1 234;1890,5
Grannby;..;-
"""
SOCIALSTYRELSEN = """Skador vårdade på sjukhus, antal
År;Region;Ålder;Kön;Antal
2007;Exempelby;0\u00ad–4;Män;12
2007;Exempelby;5\u00ad–9;Kvinnor;X
2008;Exempelby;0\u00ad–4;Män;1\u00a0200
2008;Exempelby;5\u00ad–9;Kvinnor;3,5
"""
NTU = """Nationella trygghetsundersökningen, utsatthet i procent
Kommun;2007;2008
Exempelby;12;XX
"""
OTHER = """Olyckor i hemmet

Period;Vad;Hur många
2007;Fall;1\u00a0200,5
2008;Fall;:
2007;Brand;3
2008;Brand;0

Källa: räddningstjänsten
"""
JSON_STAT = {
    "version": "2.0",
    "class": "dataset",
    "label": "Anmälda fall",
    "source": "Statistikmyndigheten",
    "id": ["Region", "Kon", "ContentsCode", "Tid"],
    "size": [2, 1, 1, 2],
    "role": {"time": ["Tid"], "geo": ["Region"], "metric": ["ContentsCode"]},
    "dimension": {
        "Region": {
            "label": "region",
            "category": {"index": {"00": 1, "0001": 0}, "label": {"0001": "Exempelby", "00": "Riket"}},
        },
        "Kon": {"label": "kön", "category": {"index": ["1"], "label": {"1": "män"}}},
        "ContentsCode": {"label": "tabellinnehåll", "category": {"label": {"A1": "Antal"}}},
        "Tid": {"label": "år", "category": {"index": {"2007": 0, "2008": 1}}},
    },
    "value": [12, None, 5.25, 7],
    "status": {"1": "..", "3": "p"},
}
JSON_STAT_1 = {
    "dataset": {
        **{key: JSON_STAT[key] for key in ("label", "source", "value", "status")},
        "dimension": {
            **JSON_STAT["dimension"],  # type: ignore[dict-item]
            **{key: JSON_STAT[key] for key in ("id", "size", "role")},
        },
    }
}
KOLADA = {
    "count": 2,
    "values": [
        {
            "kpi": "N00001",
            "municipality": "0001",
            "period": 2007,
            "values": [
                {"gender": "T", "count": 1, "status": "", "value": 3.2},
                {"gender": "K", "count": 1, "status": "Missing", "value": None},
            ],
        },
        {
            "kpi": "N00001",
            "municipality": "0000",
            "period": 2007,
            "values": [{"gender": "T", "count": 9, "status": "", "value": 4}],
        },
    ],
}
PXWEB_SHEET = (
    ("Folkmängd efter region, kön och år",),
    (),
    ("", "", "2008"),
    ("0001 Exempelby", "män", 12),
    ("", "kvinnor", 11),
    ("00 Riket", "män", 500),
    ("", "kvinnor", 510),
    (),
    ("Uppgifterna avser den 31 december.",),
    ("Källa:",),
)
"""What stands in several rows is said once."""
BRA_SHEET = (
    ("Anmälda brott, preliminär statistik",),
    ("", "", 2007, 2008),
    ("", "Misshandel", 12, ".."),
    ("", "Stöld", "-", 1234.5),
    (),
    ("Källa: Brå",),
)


def windows(text: str) -> bytes:
    """As PxWeb writes it unless told otherwise."""
    return text.replace("\n", "\r\n").encode("cp1252")


def marked(text: str) -> bytes:
    """As Excel and Brå write UTF-8."""
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def plain(text: str) -> bytes:
    return text.encode()


def as_json(data: object) -> bytes:
    return json.dumps(data, indent=1).encode()


def sheets(**named: Sequence[Sequence[object]]) -> bytes:
    """A workbook with these sheets."""
    data = BytesIO()
    with xlsxwriter.Workbook(data) as book:
        for name, rows in named.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return data.getvalue()


def make_project(folder: Path) -> Path:
    shutil.copytree(HERE / "good" / "content", folder / "content")
    return folder


def import_file(project: Path, name: str, data: bytes, *options: str, answers: str = "") -> Result:
    """`safecomm import` of a file that lies beside the project; without answers it does not ask."""
    file = project.parent / name
    file.write_bytes(data)
    os.utime(file, (FETCHED, FETCHED))
    asked = () if answers else ("--yes",)
    arguments = ["import", str(file), "--project", str(project), *asked, *options]
    return CliRunner().invoke(cli, arguments, input=answers, catch_exceptions=False)


def table(project: Path, id_: str) -> str:
    return (project / "content" / "statistics" / f"{id_}.csv").read_text(encoding="utf-8")


def record(project: Path, id_: str) -> str:
    return (project / "content" / "statistics" / f"{id_}.yaml").read_text(encoding="utf-8")


def snapshot(folder: Path) -> dict[str, bytes]:
    """All that a folder holds, but for the file that is imported."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
