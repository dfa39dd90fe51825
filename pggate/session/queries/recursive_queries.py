"""
A bound statement whose recursive queries give more in their second terms than in their first ones, worded so
that nothing of it is lost.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from pggate.engine import recursive_queries
from pggate.errors import PgError
from pggate.logs import Log
from pggate.session.queries.retyping import asking, with_parameters
from pggate.translate import retyping
from pggate.translate.columns import names, recursive_terms
from pggate.translate.trees import probes
from pggate.translate.writing import queries

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pggate.engine.binding import BinderCursor
    from pggate.engine.bound import Bound
    from pggate.session.queries.retyping import Ask
    from pggate.translate.columns.recursive_terms import Column
    from pggate.translate.texts.kinds import Kind
    from pggate.translate.trees.nodes import Tree

log = Log("session")

_OPERATOR: Final = recursive_terms.OPERATOR


def settled(
    binder: BinderCursor,
    text: str,
    kind: Kind,
    bound: Bound | None,
    types: Mapping[int, str],
    is_composite: Callable[[str], bool] = lambda _: False,
) -> str | None:
    """
    The statement's text with first terms that have room for what second ones give; None where all have.

    Args:
        text: As it binds.
        bound: What the binder said of it.
        types: DuckDB's types of its parameters, which the edited text casts them to.
        is_composite: Is DuckDB's text of a STRUCT that of a composite type?

    Raises:
        DatatypeMismatch: A second term gives another type than the first.

    """
    if bound is None or not bound.asks_types or _OPERATOR not in bound.operators:
        return None
    inner = queries.inner(with_parameters(text, types), kind)
    if inner is None:
        return None
    ask = asking(binder, is_composite, types)
    tree = binder.tree(inner.query)
    names.name_columns(tree, inner.query, outermost=True)
    try:
        found = _columns(binder, tree, inner.query, ask)
    except PgError as error:
        log.warning("types_not_told", sqlstate=error.code)
        return None
    refusal = recursive_queries.refusal(found)
    if refusal is not None:
        raise refusal
    if not recursive_terms.edit(tree, found):
        return None
    return inner.replaced(binder.text(_grown(binder, tree, inner.query, ask)))


def _grown(binder: BinderCursor, tree: Tree, query: str, ask: Ask) -> Tree:
    """The tree with more decimals still, where the second terms give more of the first ones' new ones."""
    found = _columns(binder, tree, query, ask)
    for scale in recursive_terms.GROWING:
        grown = deepcopy(tree)
        if not recursive_terms.edit(grown, found, scale=scale):
            break
        try:
            _columns(binder, grown, query, ask)
        except PgError:
            continue  # 38 digits are too few for what is computed
        return grown
    return tree


def _columns(binder: BinderCursor, tree: Tree, query: str, ask: Ask) -> list[Column]:
    """What the terms give when the functions in them have PostgreSQL's types."""
    edited = deepcopy(tree)
    retyping.edit(edited, query, ask)
    text = binder.text(probes.probe(edited, {}))
    return [column for plan in binder.plans(text) for column in recursive_queries.columns(plan, text)]
