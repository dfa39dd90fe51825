"""
A bound statement whose functions have other types in PostgreSQL, worded so that they have those.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pggate.engine.types import type_text
from pggate.errors import InvalidTextRepresentation, PgError
from pggate.logs import Log
from pggate.session.queries import change_queries, merge_queries
from pggate.session.statement.inference import plans, target_types
from pggate.session.statement.parameter_types import castable
from pggate.translate import retyping
from pggate.translate.arrays.nested_arrays import depth
from pggate.translate.columns import names, set_operations
from pggate.translate.numbers import exact_floats, own_scales
from pggate.translate.results import document_types
from pggate.translate.texts.kinds import Kind
from pggate.translate.trees import nodes, probes
from pggate.translate.types.bare_numerics import SPELLING
from pggate.translate.untyped import parameters
from pggate.translate.writing import insert, merges, queries
from pggate.translate.writing.queries import Equivalent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pggate.engine.binding import BinderCursor
    from pggate.engine.bound import Bound
    from pggate.translate.trees.nodes import Node, Tree
    from pggate.translate.writing.changes import Change

    Ask = Callable[[Tree], Mapping[int, Node]]

log = Log("session")

_ANEW: Final = ("||", "overlay")
"""Of these the columns are looked at anew, since what they make may be no text then."""


def with_parameters(text: str, types: Mapping[int, str]) -> str:
    """
    The text with its parameters cast: a numeric's value, whose scale an edit has to know, gets a wide one.
    """
    wide = {
        number: SPELLING + "[]" * depth(of_type)
        for number, of_type in types.items()
        if of_type.startswith("DECIMAL")
    }
    return parameters.cast_parameters(text, castable(types) | wide).text


def retyped(
    binder: BinderCursor,
    text: str,
    kind: Kind,
    bound: Bound | None,
    types: Mapping[int, str],
    is_composite: Callable[[str], bool] = lambda _: False,
) -> tuple[str, bool] | None:
    """
    The statement's text with its query edited, or its expressions, and whether its columns have to be looked
    at anew, since a cast is gone, or a text is a document; None where nothing is to be edited.

    Args:
        text: As it binds.
        bound: What the binder said of it.
        types: DuckDB's types of its parameters, which the edited text casts them to.
        is_composite: Is DuckDB's text of a STRUCT that of a composite type?

    """
    if bound is None or not (bound.asks_types or _loses_casts(text, types)):
        return None
    ask = asking(binder, is_composite, types)
    known = with_parameters(text, types)
    try:
        if kind in (Kind.UPDATE, Kind.DELETE):
            return _retyped_change(binder, known, kind, ask)
        if kind is Kind.MERGE:
            return _retyped_merge(binder, known, ask)
        return _retyped_query(binder, known, kind, ask)
    except InvalidTextRepresentation:
        raise  # a literal that is not what PostgreSQL takes it for
    except PgError as error:
        log.warning("types_not_told", sqlstate=error.code)
        return None


def _loses_casts(text: str, types: Mapping[int, str]) -> bool:
    """
    May a parameter be cast to an array or a row that is an array of other dimensions, or a text?

    duckdb 1.5.5: of a parameter that is cast the plan says what the cast makes of it alone.
    """
    is_cast = "[]" in text or "STRUCT(" in text
    return is_cast and any(of_type == "VARCHAR" or depth(of_type) > 1 for of_type in types.values())


def _retyped_query(binder: BinderCursor, text: str, kind: Kind, ask: Ask) -> tuple[str, bool] | None:
    inner = queries.inner(text, kind)
    if inner is None:
        return None
    tree = binder.tree(inner.query)
    names.name_parameters(tree)
    if kind is Kind.INSERT:
        exact_floats.assign(tree, _written_types(binder, text))
    edited = retyping.edit(tree, inner.query, ask)
    is_typed = set_operations.edit(tree, inner.query, ask)
    own_scales.edit(tree)
    is_new = "CAST" in edited or any(word in inner.query for word in _ANEW)
    return (inner.replaced(binder.text(tree)), is_new) if edited or is_typed else None


def _retyped_change(binder: BinderCursor, text: str, kind: Kind, ask: Ask) -> tuple[str, bool] | None:
    change = change_queries.editable(text, kind)
    if change is None:
        return None
    query = change_queries.query(change)
    tree = binder.tree(query)
    if change.assignments:
        exact_floats.assign(tree, _updated_types(binder, change))
    if not retyping.edit(tree, query, ask):
        return None
    return change_queries.written(binder, change, tree), False


def _retyped_merge(binder: BinderCursor, text: str, ask: Ask) -> tuple[str, bool] | None:
    merge = merges.parse(text)
    if merge is None:
        return None
    query = merge_queries.query(merge)
    tree = binder.tree(query)
    if not retyping.edit(tree, query, ask):
        return None
    return merge_queries.written(binder, merge, tree), False


def _written_types(binder: BinderCursor, text: str) -> tuple[str | None, ...]:
    parsed = insert.parse(text)
    return target_types(binder, Equivalent("", parsed.names, () if parsed.by_name else parsed.columns))


def _updated_types(binder: BinderCursor, change: Change) -> tuple[str | None, ...]:
    columns = tuple(each.columns[0] for each in change.assignments)
    return target_types(binder, Equivalent("", change.names, columns))


def _innermost(of_type: Node) -> Node:
    element = nodes.element_type(of_type)
    return of_type if element is None else _innermost(element)


def asking(
    binder: BinderCursor,
    is_composite: Callable[[str], bool],
    types: Mapping[int, str] = MappingProxyType({}),
) -> Ask:
    """
    Has a probe bound, and tells which STRUCTs are composites.

    Args:
        types: DuckDB's, of the parameters that it has.

    """

    def ask(probe: Tree) -> Mapping[int, Node]:
        answers = probes.answers(plans(binder, binder.text(probe), types))
        return {
            number: document_types.composite(of_type)
            if _innermost(of_type)["id"] == "STRUCT" and is_composite(type_text(_innermost(of_type)))
            else of_type
            for number, of_type in answers.items()
        }

    return ask
