"""
Inner joins in FROM of a live view: one relation of what both sides have, and how what comes and goes with a
snapshot is made of theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.views import refusals, relations
from pggate.views.compiled import SEQ, Role
from pggate.views.expressions import all_of, column, conjuncts, equal
from pggate.views.linear import check_of_one_row
from pggate.views.parts import Part
from pggate.views.relations import Source
from pggate.views.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node
    from pggate.views.compiled import Term

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


def joined(join: Node, left: Source, right: Source, name: str) -> Source:
    """
    Args:
        name: Of the relation that is made of them.

    Raises:
        FeatureNotSupported: The condition cannot be held, or there are too many sides.

    """
    terms = _terms(left.terms, right.terms)
    if len(terms) > MOST:
        raise refusals.refusal("a join of more than four tables", join["right"])
    before, after = left.scope.parts, right.scope.parts
    for part in after:
        if part.name.lower() in {each.name.lower() for each in before}:
            raise refusals.refusal("tables of one name", join["right"], part.name)
    merged = _merged(join, left.scope, right.scope)
    parts = (
        *before,
        *(Part(part.name, part.columns, part.merged | {each.lower() for each in merged}) for part in after),
    )
    condition = _condition(join, merged, left.scope, right.scope, Scope("", (), named=parts))
    listed, placed = _placed(parts, name)
    rows = {
        **nodes.select(column(left.scope.relation, SEQ))["node"],
        "select_list": [*listed, column(left.scope.relation, SEQ)],
        "from_table": {
            **join,
            "alias": "",
            "left": left.node,
            "right": right.node,
            "condition": condition,
            "ref_type": "CROSS" if condition is None else "REGULAR",
            "using_columns": [],
        },
    }
    columns = tuple(own for part in placed for own, _ in part.shown())
    return Source(relations.subquery(name, rows), Scope(name, columns, named=placed), terms)


def _terms(left: Sequence[Term], right: Sequence[Term]) -> tuple[Term, ...]:
    """What comes to the left side meets the right one as it was; what comes to that, the left one as is."""
    is_before = dict.fromkeys((name for term in right for name in term), Role.BEFORE)
    is_after = dict.fromkeys((name for term in left for name in term), Role.AFTER)
    return (*({**term, **is_before} for term in left), *({**is_after, **term} for term in right))


def _merged(join: Node, left: Scope, right: Scope) -> list[str]:
    """The columns of USING; those of NATURAL are the ones that both sides have."""
    if join["ref_type"] != "NATURAL":
        return list(join["using_columns"])
    known = {own.lower() for own in left.columns}
    return [own for own in right.columns if own.lower() in known]


def _condition(join: Node, merged: Sequence[str], left: Scope, right: Scope, both: Scope) -> Node | None:
    if merged:
        columns = list(map(nodes.column, merged))
        return all_of([equal(left.understood(each), right.understood(each)) for each in columns])
    if join["condition"] is None:
        return None
    condition = both.understood(join["condition"])
    for each in conjuncts(condition):
        check_of_one_row(each, "an aggregate here")
    return condition


def _placed(parts: Sequence[Part], relation: str) -> tuple[list[Node], tuple[Part, ...]]:
    """All columns of both sides, each under a name of its own; and where they are then."""
    taken: set[str] = {SEQ}
    listed: list[Node] = []
    placed: list[Part] = []
    for part in parts:
        columns = []
        for own, place in part.columns:
            name = own
            while name.lower() in taken:
                name = f"{part.name} {name}"
            taken.add(name.lower())
            listed.append({**column(*place), "alias": name})
            columns.append((own, (relation, name)))
        placed.append(Part(part.name, tuple(columns), part.merged))
    return listed, tuple(placed)
