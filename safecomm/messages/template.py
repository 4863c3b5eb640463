"""Problems that `safecomm template check` sees in a Word template without content."""

from collections.abc import Mapping

from safecomm.messages.message import Message, error

MESSAGES: Mapping[str, Message] = {
    "template-torn": error(
        "bara den ena halvan av en tagg, ”{tag}”, finns i stycket: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "skriv hela taggen i ett och samma stycke, från {{{{ till }}}} eller från {{% till %}}",
        "only one half of a tag, “{tag}”, stands in the paragraph: “{paragraph}” (heading: {heading}; part: {part})",
        "write the whole tag in one paragraph, from {{{{ to }}}} or from {{% to %}}",
    ),
    "template-unclosed": error(
        "taggen {tag} har inget slut: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "skriv {end} där det slutar, i en tagg av samma slag (med eller utan p, tr)",
        "the tag {tag} has no end: “{paragraph}” (heading: {heading}; part: {part})",
        "write {end} where it ends, in a tag of the same kind (with or without p, tr)",
    ),
    "template-stray": error(
        "taggen {tag} har ingen början ({start}) före sig: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "ta bort taggen, eller skriv dess början",
        "the tag {tag} has no beginning ({start}) before it: “{paragraph}” (heading: {heading}; part: {part})",
        "remove the tag, or write its beginning",
    ),
    "template-across": error(
        "av taggarna {tag} och {other} står bara den ena för sig själv: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "skriv båda med p, ensamma i var sitt stycke, eller båda i samma stycke",
        "of the tags {tag} and {other} only one stands by itself: “{paragraph}” (heading: {heading}; part: {part})",
        "write both with p, each alone in a paragraph, or both in the same paragraph",
    ),
    "template-in-list": error(
        "”{name}” är en lista, och ”{field}” finns i var och en av dess poster: ”{paragraph}”"
        " (rubrik: {heading}; del: {part})",
        "gå igenom listan med {{%p for post in … %}} och {{%p endfor %}}, och skriv {{{{ post.{field} }}}} däremellan",
        "“{name}” is a list, and “{field}” belongs to each of its records: “{paragraph}”"
        " (heading: {heading}; part: {part})",
        "go through the list with {{%p for record in … %}} and {{%p endfor %}}, and write {{{{ record.{field} }}}}"
        " in between",
    ),
    "template-no-list": error(
        "”{name}” är ingen lista som for kan gå igenom: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "ange en lista; ”safecomm template fields” visar listor med []",
        "“{name}” is no list that for can go through: “{paragraph}” (heading: {heading}; part: {part})",
        "name a list; “safecomm template fields” shows lists with []",
    ),
    "template-optional": error(
        "”{name}” kan saknas i innehållet och används utan fråga: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "skriv {{%p if … is not none %}} i ett eget stycke före och {{%p endif %}} efter",
        "the content may lack “{name}”, which is used without asking: “{paragraph}” (heading: {heading}; part: {part})",
        "write {{%p if … is not none %}} in a paragraph of its own before it and {{%p endif %}} after it",
    ),
    "template-standing": error(
        "”{name}” är en text med egna stycken och står mitt i ett stycke: ”{paragraph}”"
        " (rubrik: {heading}; del: {part})",
        "skriv taggen med p, ensam i sitt stycke: {{{{p … }}}}",
        "“{name}” has paragraphs of its own and stands inside a paragraph: “{paragraph}”"
        " (heading: {heading}; part: {part})",
        "write the tag with p, alone in its paragraph: {{{{p … }}}}",
    ),
    "template-line": error(
        "taggen är skriven med p, men värdet är en enda rad utan eget stycke: ”{paragraph}”"
        " (rubrik: {heading}; del: {part})",
        "skriv taggen utan p: {{{{ … }}}}",
        "the tag is written with p, but its value is a single line without a paragraph: “{paragraph}”"
        " (heading: {heading}; part: {part})",
        "write the tag without p: {{{{ … }}}}",
    ),
    "template-phrase": error(
        "”{name}” finns inte i {file}: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "rätta namnet, eller lägg till frasen i {file}",
        "“{name}” is not in {file}: “{paragraph}” (heading: {heading}; part: {part})",
        "correct the name, or add the phrase to {file}",
    ),
    "template-own-phrase": error(
        "frasen ”{name}” saknas, och programmet självt skriver ut den",
        'lägg till {{% set {name} = "…" %}}',
        "the phrase “{name}” is missing, and the program itself prints it",
        'add {{% set {name} = "…" %}}',
    ),
    "template-arguments": error(
        "”{name}” får inte de värden som frasen {signature} vill ha: ”{paragraph}” (rubrik: {heading}; del: {part})",
        "skriv ett värde för varje namn inom parentesen: t.{signature}",
        "“{name}” does not get the values that the phrase {signature} wants: “{paragraph}”"
        " (heading: {heading}; part: {part})",
        "write a value for each name in the parentheses: t.{signature}",
    ),
}
