"""`safecomm prove`."""

import sys
from pathlib import Path

import click

from safecomm.cli.answer import give_answer, output_option
from safecomm.cli.project import answer_language, language_option
from safecomm.cli.refusal import refuse_on_fault

WORD_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("old", metavar="FÖRE", type=WORD_FILE)
@click.argument("new", metavar="EFTER", type=WORD_FILE)
@click.argument("redline", metavar="SPÅRAD", type=WORD_FILE)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Svarets form.")
@output_option
@language_option
def prove(old: Path, new: Path, redline: Path, form: str, output: Path | None, lang: str | None) -> None:
    """Prövar spårade ändringar: leder de från den ena Word-filen till den andra, och tillbaka?

    Vilket program som helst kan ha gjort den spårade filen. Lager för lager står om allt godtaget ger den nya filen och
    allt avvisat den gamla, och vad som tas över utan att spåras. Avslutar med 0 när allt stämmer, annars med 1.

    \b
    Exempel:
      safecomm prove skickat.docx nytt.docx build/nytt.changes.docx
      safecomm prove skickat.docx nytt.docx jämfört.docx --format json
    """
    from safecomm.changes import proof_text
    from safecomm.document_pairs import prove_files

    language = answer_language(lang)
    with refuse_on_fault(language):
        proof = prove_files(old, new, redline)
        names = proof_text.ProvenFiles(*map(str, (old, new, redline)))
        answer = proof_text.as_json(proof, names) if form == "json" else proof_text.as_text(proof, names, language)
        give_answer(answer, output, language)
    sys.exit(not proof.holds)
