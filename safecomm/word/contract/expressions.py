"""The expressions of tags, each followed from the names of the view to the kind of its value."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field

from jinja2 import nodes

from safecomm.diagnostic import nearest_name
from safecomm.word.contract import filters
from safecomm.word.contract.kinds import (
    ANYTHING,
    BOOL,
    METHOD,
    NOTHING,
    TEXT,
    WORDS,
    Anything,
    Choice,
    Kind,
    Listed,
    Macro,
    Maybe,
    Phrases,
    TableKind,
    ViewRecord,
    Word,
    choice_values,
    common_kind,
    member_names,
)
from safecomm.word.contract.scope import ContractFinding, Spot, TagScope, path
from safecomm.word.contract.template_parser import ENVIRONMENT

ASKING = ("defined", "undefined")
DEFAULTS = ("default", "d")


@dataclass
class Expressions(ABC):
    """Finds what is wrong with expressions; `findings` are kept by what they say, without the place of a call."""

    findings: dict[ContractFinding, ContractFinding] = field(default_factory=dict)

    @abstractmethod
    def check_call(self, node: nodes.Call, macro: Macro, scope: TagScope) -> None: ...

    def report(self, code: str, node: nodes.Node, scope: TagScope, nearest: str | None = None, **named: str) -> Kind:
        self.add([ContractFinding(code, Spot(scope.source, node.lineno), tuple(named.items()), nearest, scope.call)])
        return ANYTHING

    def add(self, findings: Iterable[ContractFinding]) -> None:
        for finding in findings:
            self.findings.setdefault(finding._replace(call=None), finding)

    def kind(self, node: nodes.Node, scope: TagScope) -> Kind:
        match node:
            case nodes.Const(value=value):
                return WORDS.get(type(value), ANYTHING)
            case nodes.Name():
                return self.name_kind(node, scope)
            case nodes.Getattr(node=owner, attr=attribute):
                return self.attribute_kind(node, self.present_kind(owner, scope), attribute, scope)
            case nodes.Getitem():
                return self.item_kind(node, scope)
            case nodes.Filter():
                return self.filter_kind(node, scope)
            case nodes.Call(node=called):
                return self.call_kind(node, self.kind(called, scope), scope)
            case _:
                return self.composite_kind(node, scope)

    def composite_kind(self, node: nodes.Node, scope: TagScope) -> Kind:
        match node:
            case nodes.CondExpr(test=test, expr1=one, expr2=other):
                self.kind(test, scope)
                pairs = zip((one, other), scope.branches(test), strict=True)
                return common_kind([self.kind(branch, under) for branch, under in pairs if branch is not None])
            case nodes.Or(left=left, right=right):
                kinds = [self.kind(left, scope), self.kind(right, scope.branches(left)[1])]
                return common_kind([kind.kind if isinstance(kind, Maybe) else kind for kind in kinds])
            case nodes.And(left=left, right=right):
                self.kind(left, scope)
                self.kind(right, scope.branches(left)[0])
                return ANYTHING
            case nodes.Concat(nodes=words):
                for word in words:
                    self.check_word(word, self.present_kind(word, scope), scope)
                return TEXT
            case nodes.List(items=items) | nodes.Tuple(items=items):
                return Listed(common_kind([self.kind(item, scope) for item in items]))
            case nodes.Dict(items=pairs):
                return self.table_kind(pairs, scope)
            case _:
                return self.test_kind(node, scope)

    def test_kind(self, node: nodes.Node, scope: TagScope) -> Kind:
        match node:
            case nodes.Test(name=name) if name in ASKING:
                return BOOL
            case nodes.Test(name=name) if name not in ENVIRONMENT.tests:
                self.report_unknown(node, name, f"is {name}", ENVIRONMENT.tests, scope)
            case nodes.Compare():
                self.check_comparison(node, scope)
        for part in node.iter_child_nodes():
            self.kind(part.expr if isinstance(part, nodes.Operand) else part, scope)
        return BOOL if isinstance(node, nodes.Test | nodes.Compare | nodes.Not) else ANYTHING

    def present_kind(self, node: nodes.Node, scope: TagScope) -> Kind:
        """The kind of what is used as if it were there."""
        return self.check_present(node, self.kind(node, scope), scope)

    def check_present(self, node: nodes.Node, kind: Kind, scope: TagScope) -> Kind:
        if not isinstance(kind, Maybe):
            return kind
        if (name := path(node, scope)) not in scope.asked:
            self.report("template-optional", node, scope, name=name)
        return kind.kind

    def check_word(self, node: nodes.Node, kind: Kind, scope: TagScope) -> None:
        """Something is printed, and so must be a text or a whole number."""
        match kind:
            case Choice():
                self.report("template-vocabulary", node, scope, value=path(node, scope))
            case Anything():
                pass
            case Word() if kind not in (BOOL, NOTHING, METHOD):
                pass
            case _:
                self.report("template-kind", node, scope)

    def name_kind(self, node: nodes.Name, scope: TagScope) -> Kind:
        if node.name in scope.names:
            return scope.names[node.name].kind
        if node.name in ENVIRONMENT.globals:
            return ANYTHING
        return self.report_unknown(node, node.name, node.name, scope.names, scope)

    def report_unknown(self, node: nodes.Node, name: str, full: str, known: Iterable[str], scope: TagScope) -> Kind:
        if isinstance(node, nodes.Getattr | nodes.Getitem) and name.startswith("_"):
            return self.report("template-forbidden", node, scope)
        public = [member for member in known if not member.startswith("_")]
        return self.report("template-unknown-name", node, scope, nearest_name(name, public), name=full)

    def attribute_kind(self, node: nodes.Getattr | nodes.Getitem, owner: Kind, name: str, scope: TagScope) -> Kind:
        match owner:
            case Anything():
                return ANYTHING
            case ViewRecord(_, fields) | Phrases(_, fields) | TableKind(fields) if name in fields:
                return fields[name]
            case Phrases(file, fields):
                near = nearest_name(name, fields)
                return self.report("template-phrase", node, scope, near, name=path(node, scope), file=file)
            case Listed(ViewRecord(_, fields)) if name in fields:
                return self.report("template-in-list", node, scope, name=path(node.node, scope), field=name)
        known = member_names(owner)
        if name in known and not name.startswith("_"):
            return METHOD
        return self.report_unknown(node, name, path(node, scope), known, scope)

    def item_kind(self, node: nodes.Getitem, scope: TagScope) -> Kind:
        owner = self.present_kind(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.attribute_kind(node, owner, node.arg.value, scope)
        key = self.present_kind(node.arg, scope)
        match owner:
            case Listed(item):
                return owner if isinstance(node.arg, nodes.Slice) else item
            case TableKind(labels):
                if isinstance(key, Choice):
                    for value in key.values:
                        if value not in labels:
                            self.report_unknown(node, value, f'{path(node.node, scope)}["{value}"]', labels, scope)
                return common_kind(list(labels.values()))
            case _:
                return ANYTHING

    def filter_kind(self, node: nodes.Filter, scope: TagScope) -> Kind:
        self.check_arguments(node, scope)
        if node.name not in ENVIRONMENT.filters:
            return self.report_unknown(node, node.name, f"|{node.name}", ENVIRONMENT.filters, scope)
        if node.node is None or node.name in DEFAULTS:
            return ANYTHING
        kind = self.kind(node.node, scope)
        if node.name == "join" or node.name in filters.WRITING or node.name in filters.TAKES:
            kind = self.check_present(node.node, kind, scope)
        if not filters.takes(node.name, kind):
            return self.report("template-kind", node, scope)
        if node.name == "join" and isinstance(kind, Listed):
            self.check_word(node, kind.item, scope)
        elif node.name in filters.WRITING:
            self.check_word(node, kind, scope)
        return filters.gives(node.name, kind)

    def check_arguments(self, node: nodes.Filter | nodes.Call, scope: TagScope) -> None:
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self.kind(argument, scope)

    def check_comparison(self, node: nodes.Compare, scope: TagScope) -> None:
        """A value of a closed list is never equal to a word that the list does not have."""
        for operand in node.ops:
            for one, other in ((node.expr, operand.expr), (operand.expr, node.expr)):
                if isinstance(other, nodes.Const) and isinstance(word := other.value, str):
                    closed = choice_values(self.kind(one, scope))
                    if closed and word not in closed:
                        self.report_unknown(node, word, word, closed, scope)

    def call_kind(self, node: nodes.Call, callee: Kind, scope: TagScope) -> Kind:
        if isinstance(callee, Macro):
            self.check_call(node, callee, scope)
            return TEXT
        self.check_arguments(node, scope)
        match callee:
            case Anything() | Word("method"):
                return ANYTHING
            case _:
                return self.report("template-calculation", node, scope)

    def table_kind(self, pairs: list[nodes.Pair], scope: TagScope) -> Kind:
        labels = {}
        for pair in pairs:
            kind = self.kind(pair.value, scope)
            if not isinstance(pair.key, nodes.Const):
                return ANYTHING
            labels[str(pair.key.value)] = kind
        return TableKind(labels)
