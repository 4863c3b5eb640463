"""The statements of tags: loops, conditions, and the phrases that they call with values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jinja2 import nodes

from safecomm.word.contract.expressions import Expressions
from safecomm.word.contract.kinds import (
    ANYTHING,
    LOOP,
    TEXT,
    Anything,
    Kind,
    Listed,
    Macro,
    Named,
    ViewRecord,
    Word,
    kind_name,
)
from safecomm.word.contract.scope import NOWHERE, Spot, TagScope, path
from safecomm.word.sandbox import CAPTURES

LOADING = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
DEEPEST = 20
"""Phrases that call phrases, further than anyone writes them."""
UNKNOWN = Named(ANYTHING, NOWHERE)
SURPLUS = {"varargs": Named(Listed(ANYTHING), NOWHERE), "kwargs": UNKNOWN, "caller": UNKNOWN}


@dataclass
class Statements(Expressions):
    """Follows the statements of all sources; `lines` are those of the Word parts."""

    lines: Mapping[str, list[str]] = field(default_factory=dict)
    followed: set[object] = field(default_factory=set)

    def check_body(self, statements: Iterable[nodes.Node], scope: TagScope) -> None:
        for statement in statements:
            match statement:
                case nodes.Output(nodes=printed):
                    for value in printed:
                        self.check_output(value, scope)
                case nodes.If():
                    self.check_condition(statement, scope)
                case nodes.For():
                    self.check_loop(statement, scope)
                case nodes.Assign(target=target, node=value):
                    bind(target, self.kind(value, scope), path(value, scope), scope)
                case nodes.Expr():
                    self.kind(statement, scope)
                case _:
                    self.check_statement(statement, scope)

    def check_statement(self, node: nodes.Node, scope: TagScope) -> None:
        if isinstance(node, LOADING):
            self.report("template-forbidden", node, scope)
        elif isinstance(node, CAPTURES) and scope.source in self.lines:
            self.report("template-macro", node, scope)
        elif isinstance(node, nodes.Macro):
            scope.names[node.name] = Named(Macro(node, scope.source, scope.names), node.name)
        else:
            inner = scope.inside()
            if isinstance(node, nodes.With):
                for target, value in zip(node.targets, node.values, strict=True):
                    bind(target, self.kind(value, scope), path(value, scope), inner)
            self.check_body(node.iter_child_nodes(exclude=("targets", "values", "target", "args")), inner)
            if isinstance(node, nodes.AssignBlock):
                bind(node.target, TEXT, NOWHERE, scope)

    def check_output(self, node: nodes.Expr, scope: TagScope) -> None:
        if isinstance(node, nodes.TemplateData):
            return
        kind, part = self.present_kind(node, scope), self.lines.get(scope.source)
        line = part[node.lineno - 1] if part else ""
        if part and isinstance(kind, ViewRecord) and kind.standing:
            if line.startswith("<w:p"):
                self.report("template-standing", node, scope, name=path(node, scope))
        elif line.startswith("{") and isinstance(kind, Word):
            self.report("template-line", node, scope)
        else:
            self.check_word(node, kind, scope)

    def check_condition(self, node: nodes.If, scope: TagScope) -> None:
        self.kind(node.test, scope)
        holding, failing = scope.branches(node.test)
        self.check_body(node.body, holding)
        self.check_body((*node.elif_, *node.else_), failing)

    def check_loop(self, node: nodes.For, scope: TagScope) -> None:
        match self.present_kind(node.iter, scope):
            case Listed(item):
                kind: Kind = item
            case Anything():
                kind = ANYTHING
            case _:
                kind = self.report("template-no-list", node, scope, name=path(node.iter, scope))
        inner = scope.inside()
        inner.names["loop"] = UNKNOWN if node.recursive else Named(LOOP, "loop")
        bind(node.target, kind, f"{path(node.iter, scope)}[]", inner)
        if node.test is not None:
            self.kind(node.test, inner)
            inner = inner.branches(node.test)[0]
        self.check_body(node.body, inner)
        self.check_body(node.else_, scope.inside())

    def check_call(self, node: nodes.Call, macro: Macro, scope: TagScope) -> None:
        """Follows the phrase's body with the kinds of the values that it gets here."""
        wanted = [name.name for name in macro.node.args]
        given = [Named(self.kind(value, scope), path(value, scope)) for value in node.args]
        named = {pair.key: Named(self.kind(pair.value, scope), path(pair.value, scope)) for pair in node.kwargs}
        if node.dyn_args is None and node.dyn_kwargs is None and not can_call(macro.node, len(given), named):
            signature = f"{macro.node.name}({', '.join(wanted)})"
            self.report("template-arguments", node, scope, name=path(node.node, scope), signature=signature)
            return
        spot = Spot(scope.source, node.lineno) if scope.source in self.lines else None
        inner = scope._replace(source=macro.file, call=scope.call or spot, depth=scope.depth + 1)
        self.check_macro(macro, dict(zip(wanted, given, strict=False)) | named, inner)

    def check_macro(self, macro: Macro, values: Mapping[str, Named], scope: TagScope) -> None:
        kinds = tuple((name, kind_name(value.kind), value.path) for name, value in values.items())
        key = (macro.node, kinds, scope.asked)
        if scope.depth > DEEPEST or key in self.followed:
            return
        self.followed.add(key)
        unknown = dict.fromkeys((name.name for name in macro.node.args), UNKNOWN)
        self.check_body(macro.node.body, scope._replace(names={**macro.names, **SURPLUS, **unknown, **values}))


def bind(target: nodes.Node, kind: Kind, value_path: str, scope: TagScope) -> None:
    """Gives the value a name, which leads to it where no path does; of several names at once no kind is known."""
    for name in (target, *target.find_all(nodes.Name)):
        if isinstance(name, nodes.Name):
            known = kind if name is target else ANYTHING
            scope.names[name.name] = Named(known, name.name if value_path == NOWHERE else value_path)


def can_call(macro: nodes.Macro, given: int, named: Mapping[str, object]) -> bool:
    """Whether the macro can be called with so many values and these named ones."""
    wanted = [name.name for name in macro.args]
    used = {name.name for name in macro.find_all(nodes.Name)}
    needed = wanted[given : len(wanted) - len(macro.defaults)]
    surplus = given <= len(wanted) or "varargs" in used
    return surplus and set(needed) <= named.keys() and (named.keys() <= set(wanted) or "kwargs" in used)
