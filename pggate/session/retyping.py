"""
A bound statement whose functions have other types in PostgreSQL, worded so that they have those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import PgError
from pggate.logs import Log
from pggate.session.parameter_types import castable
from pggate.translate import parameters, probes, queries, retyping
from pggate.translate.bare_numerics import SPELLING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.binding import BinderCursor
    from pggate.engine.bound import Bound
    from pggate.translate.kinds import Kind
    from pggate.translate.nodes import Node, Tree

log = Log("session")


def _known(types: Mapping[int, str]) -> dict[int, str]:
    """
    What the parameters are cast to: a numeric's value, whose scale an edit has to know, gets a wide one.
    """
    wide = {number: SPELLING for number, of_type in types.items() if of_type.startswith("DECIMAL")}
    return castable(types) | wide


def retyped(
    binder: BinderCursor, text: str, kind: Kind, bound: Bound | None, types: Mapping[int, str]
) -> tuple[str, bool] | None:
    """
    The statement's text with its query edited, and whether its columns have to be looked at anew, since a
    cast is gone, or a text is a document; None where nothing is to be edited.

    Args:
        text: As it binds.
        bound: What the binder said of it.
        types: DuckDB's types of its parameters, which the edited text casts them to.

    """
    if bound is None or not bound.asks_types:
        return None
    inner = queries.inner(parameters.cast_parameters(text, _known(types)).text, kind)
    if inner is None:
        return None

    def ask(probe: Tree) -> Mapping[int, Node]:
        return probes.answers(binder.plans(binder.text(probe)))

    try:
        tree = binder.tree(inner.query)
        edited = retyping.edit(tree, inner.query, ask)
        is_new = "CAST" in edited or "||" in inner.query
        return (inner.replaced(binder.text(tree)), is_new) if edited else None
    except PgError as error:
        log.warning("types_not_told", sqlstate=error.code)
        return None
