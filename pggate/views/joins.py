"""
Inner joins in FROM of a live view: what names mean behind them, and how what comes and goes with a snapshot
is made of what comes to both sides and goes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.views import refusals
from pggate.views.compiled import Role
from pggate.views.expressions import all_of, conjuncts, equal
from pggate.views.linear import check_of_one_row
from pggate.views.relations import Source
from pggate.views.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node
    from pggate.views.compiled import Term
    from pggate.views.written import Written

MOST: Final = 4
"""Of joined relations: each has a term of its own, which reads all rows of the others."""

_HELD: Final = frozenset({"REGULAR", "CROSS", "NATURAL"})


def check_kind(join: Node) -> None:
    """
    Raises FeatureNotSupported where rows of one side alone decide what there is of it, or their order.
    """
    if join["join_type"] != "INNER" or join["ref_type"] not in _HELD:
        kind = join["join_type"] if join["ref_type"] in _HELD else join["ref_type"]
        raise refusals.refusal("a join", join["right"], f"{kind} JOIN")


def joined(join: Node, left: Source, right: Source, written: Written | None) -> Source:
    """
    Args:
        written: Is told what the text leaves to the columns that there are.

    Raises:
        FeatureNotSupported: The condition cannot be held, or there are too many sides.

    """
    terms = _terms(left.terms, right.terms)
    if len(terms) > MOST:
        raise refusals.refusal("a join of more than four tables", join["right"])
    known = {part.name.lower() for part in left.scope.parts}
    for part in right.scope.parts:
        if part.name.lower() in known:
            raise refusals.refusal("tables of one name", join["right"], part.name)
    using = merged(join, left.scope, right.scope)
    hidden = frozenset(map(str.lower, using))
    parts = (
        *left.scope.parts,
        *(replace(part, merged=part.merged | hidden) for part in right.scope.parts),
    )
    columns = tuple(own for part in parts for own in part.shown())
    scope = Scope(left.scope.relation, columns, named=parts, written=written)
    condition = _condition(join, using, left.scope, right.scope, scope)
    node = {
        **join,
        "left": left.node,
        "right": right.node,
        "condition": condition,
        "ref_type": "CROSS" if condition is None else "REGULAR",
        "using_columns": [],
    }
    return Source(node, scope, terms)


def _terms(left: Sequence[Term], right: Sequence[Term]) -> tuple[Term, ...]:
    """What comes to the left side meets the right one as it was; what comes to that, the left one as is."""
    is_before = dict.fromkeys((name for term in right for name in term), Role.BEFORE)
    is_after = dict.fromkeys((name for term in left for name in term), Role.AFTER)
    return (*({**term, **is_before} for term in left), *({**is_after, **term} for term in right))


def merged(join: Node, left: Scope, right: Scope) -> list[str]:
    """
    The columns of USING; those of NATURAL are the ones that both sides have.
    """
    if join["ref_type"] != "NATURAL":
        return list(join["using_columns"])
    known = {own.lower() for own in left.columns}
    return [own for own in right.columns if own.lower() in known]


def _condition(join: Node, using: Sequence[str], left: Scope, right: Scope, both: Scope) -> Node | None:
    if using:
        columns = list(map(nodes.column, using))
        return all_of([equal(left.understood(each), right.understood(each)) for each in columns])
    if join["condition"] is None:
        return None
    condition = both.understood(join["condition"])
    for each in conjuncts(condition):
        check_of_one_row(each, "an aggregate here")
    return condition
