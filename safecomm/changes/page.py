"""Changes as one page for a browser: it needs no network, no other file, and no script to be read."""

import html
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path as File
from typing import NamedTuple

from safecomm.changes.compare import Changes, FieldChange, RecordChange
from safecomm.changes.pieces import Piece, Row
from safecomm.changes.text import TEXT, Document, event, label, named
from safecomm.content.content import TRANSLATION, Language
from safecomm.diagnostic import Diagnostic
from safecomm.messages.changes import WORDS

FOLDER = File(__file__).parent
POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
"""Nothing of what the texts hold can load or run anything, whatever they are."""


class Part(NamedTuple):
    """A record or a document with its changes, ready to be put below a heading; `blocks` are HTML."""

    title: str
    blocks: tuple[str, ...]


def page(changes: Changes, documents: Sequence[Document], old: str, new: str) -> bytes:
    """What changed by record, what follows from it, and what changed in each document's text."""
    says, language = WORDS[changes.language], changes.language
    sections = [(says["records"], [record(each, language) for each in changes.records])]
    if changes.appeared or changes.vanished:
        sections.append((says["follows"], [Part("", tuple(following(changes)))]))
    return whole([*sections, *document_section(documents, language)], old, new, language)


def document_page(found: Document, old: str, new: str, language: Language) -> bytes:
    return whole(document_section([found], language), old, new, language)


def document_section(documents: Sequence[Document], language: Language) -> list[tuple[str, list[Part]]]:
    parts = [Part(each.name, tuple(document_rows(each, language))) for each in documents if each.sections]
    return [(WORDS[language]["documents"], parts)] if parts else []


def whole(sections: Sequence[tuple[str, list[Part]]], old: str, new: str, language: Language) -> bytes:
    says = WORDS[language]
    title = html.escape(says["heading"].format(old=old, new=new))
    numbers = count(1)
    numbered = [(heading, [(next(numbers), part) for part in parts]) for heading, parts in sections]
    body = "\n".join(section(heading, parts) for heading, parts in numbered if parts) or f"<p>{says['nothing']}</p>"
    links = "\n".join(
        f'<li><a href="#part-{number}">{html.escape(part.title)}</a></li>'
        for _, parts in numbered
        for number, part in parts
        if part.title
    )
    text = f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta http-equiv="Content-Security-Policy" content="{POLICY}"/>
<title>{title}</title>
<style>
{read("page.css")}</style>
</head>
<body>
<a class="skip" href="#changes">{says["skip"]}</a>
<header>
<h1>{title}</h1>
<p class="keys">{says["keys"]}</p>
<fieldset>
<legend>{says["view"]}</legend>
<label><input type="radio" name="view" id="inline" checked="checked"/> {says["inline"]}</label>
<label><input type="radio" name="view" id="beside"/> {says["beside"]}</label>
</fieldset>
</header>
<nav aria-label="{says["list"]}">
<details>
<summary>{says["list"]}</summary>
<ul>
{links}
</ul>
</details>
</nav>
<main id="changes" tabindex="-1">
{body}
</main>
<script>
{read("page.js")}</script>
</body>
</html>
"""
    return text.encode()


def read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def section(heading: str, parts: Sequence[tuple[int, Part]]) -> str:
    return "\n".join([f"<section>\n<h2>{heading}</h2>", *(article(*each) for each in parts), "</section>"])


def article(number: int, part: Part) -> str:
    heading = f"<h3>{html.escape(part.title)}</h3>\n" if part.title else ""
    return f'<article id="part-{number}">\n{heading}' + "\n".join(part.blocks) + "\n</article>"


def change(content: str) -> str:
    """What j and k stop at."""
    return f'<div class="change" tabindex="-1">\n{content}\n</div>'


def record(found: RecordChange, language: Language) -> Part:
    title = named(found, language, TEXT)
    fields = [field(found.kind, each, language) for each in found.fields]
    if found.change == "changed" and fields:
        return Part(title, tuple(map(change, fields)))
    happened = event(found, language, TEXT)
    if fields:
        return Part(f"{title} {happened}", (change("\n".join(fields)),))
    return Part(title, (change(f"<p>{html.escape(happened)}</p>"),))


def field(kind: str, found: FieldChange, language: Language) -> str:
    rows = found.rows or (listed(found),)
    spoken = TRANSLATION if found.path[-1] == TRANSLATION else language
    name = html.escape(label(kind, found.path, language))
    return "\n".join([f"<h4>{name}</h4>", *(both(row, language, spoken) for row in rows)])


def listed(found: FieldChange) -> Row:
    """Short values as one line: what stayed, went and came, in that order."""
    kept = [each for each in found.old if each in found.new]
    went = [each for each in found.old if each not in kept]
    came = [each for each in found.new if each not in kept]
    if not went and not came:
        went, came, kept = [*found.old], [*found.new], []
    parts: Row = (Piece("same", ", ".join(kept)), Piece("del", ", ".join(went)), Piece("ins", ", ".join(came)))
    return tuple(piece for part in parts if part.text for piece in (Piece("same", " "), part))[1:]


def document_rows(found: Document, language: Language) -> Iterator[str]:
    spoken = found.name.rpartition(".")[2]
    lang = spoken if spoken in WORDS else ""
    for title, rows in found.sections:
        # No title stands above the first heading.
        heading = [f"<h4{spoken_as(lang, language)}>{html.escape(title)}</h4>"] if title else []
        yield change("\n".join([*heading, *(both(row, language, lang) for row in rows)]))


def both(row: Row, language: Language, spoken: str) -> str:
    """The row in line, and side by side; the page shows one of them."""
    says, lang = WORDS[language], spoken_as(spoken, language)
    sides = "".join(
        f'<p class="side"><strong>{says[name]}</strong><span{lang}>{marked(row, without, language) or "–"}</span></p>'
        for name, without in (("before", "ins"), ("after", "del"))
    )
    return f'<p class="inline"{lang}>{marked(row, "", language)}</p>\n<div class="beside">{sides}</div>'


def spoken_as(spoken: str, language: Language) -> str:
    return f' lang="{spoken}"' if spoken and spoken != language else ""


def marked(row: Row, without: str, language: Language) -> str:
    return "".join(marked_piece(piece, language) for piece in row if piece.tag != without)


def marked_piece(piece: Piece, language: Language) -> str:
    """With the mark as a word for those who hear the page."""
    text = html.escape(piece.text)
    if piece.tag == "same":
        return text
    word = f'<span class="unseen" lang="{language}"> {WORDS[language][piece.tag]}: </span>'
    return f"<{piece.tag}>{word}{text}</{piece.tag}>"


def following(changes: Changes) -> Iterator[str]:
    says, language = WORDS[changes.language], changes.language
    for each in changes.appeared:
        yield change(told(each, says[f"appeared.{each.severity}"], language))
    for each in changes.vanished:
        yield change(told(each, says["vanished"], language))


def told(diagnostic: Diagnostic, word: str, language: Language) -> str:
    return f"<p><strong>{word}:</strong> {html.escape(diagnostic.message(language))}</p>"
