"""The proof of a redline, layer by layer, for people and for programs."""

from typing import NamedTuple

from safecomm.changes.change_lines import taken_lines
from safecomm.content.content import Language
from safecomm.messages.texts import texts_of
from safecomm.redline.proof import LayerProof, Proof
from safecomm.report.data_formats import to_json
from safecomm.report.terminal_text import visible


class ProvenFiles(NamedTuple):
    """What the three files are called."""

    old: str
    new: str
    redline: str


def as_text(proof: Proof, files: ProvenFiles, language: Language) -> str:
    says = texts_of("layers", language)
    lines = [says["heading"].format_map({name: visible(file) for name, file in files._asdict().items()}), ""]
    lines += [_layer_line(layer, language) for layer in proof.layers]
    lines += ["", says["changes"].format(number=proof.changes)]
    lines += [says[f"fault-{fault.kind}"].format(number=fault.number, example=fault.example) for fault in proof.faults]
    if proof.taken_over:
        lines += taken_lines(proof.taken_over, visible(files.new), language)
    return "\n".join([*lines, "", says["holds" if proof.holds else "fails"]]) + "\n"


def _layer_line(layer: LayerProof, language: Language) -> str:
    says = texts_of("layers", language)
    accepted, rejected = (
        says["untracked"] if equal is None else says["right" if equal else "wrong"]
        for equal in (layer.accepted, layer.rejected)
    )
    return f"    {says[layer.layer]}: {says['accepted']} {accepted}, {says['rejected']} {rejected}"


def as_json(proof: Proof, files: ProvenFiles) -> str:
    return to_json(
        {
            **files._asdict(),
            "proven": proof.holds,
            "changes": proof.changes,
            "layers": [layer._asdict() for layer in proof.layers],
            "faults": [fault._asdict() for fault in proof.faults],
            "untracked": list(proof.taken_over),
        }
    )
