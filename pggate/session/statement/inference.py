"""
The types of a statement's parameters where the client left them open.

duckdb 1.5.5 infers many of them itself and fails on the rest with an internal error that costs 13 ms, so
PostgreSQL's own rules are asked first (translate/inference), and the plan for what they leave open.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.names import qualified
from pggate.engine.unbindable import NotBindable, ParameterTypeUnknown
from pggate.errors import PgError
from pggate.session.statement.placing import placed_within
from pggate.translate import retyping
from pggate.translate.trees import probes
from pggate.translate.untyped import parameters
from pggate.translate.untyped.inference import infer
from pggate.translate.writing import queries
from pggate.types.table import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.engine.binding import BinderCursor
    from pggate.engine.bound import Bound
    from pggate.translate.texts.statements import Statement
    from pggate.translate.trees.nodes import Tree
    from pggate.translate.writing.queries import Equivalent

TEXT: Final = "VARCHAR"
"""What PostgreSQL, too, takes a parameter for that nothing tells the type of."""


def parameter_types(binder: BinderCursor, statement: Statement, known: Mapping[int, str]) -> dict[int, str]:
    """
    `known`, and for the others the type that the text casts them to or else the rules find.
    """
    known = {**_cast_types(statement.text), **known}
    if not statement.parameters - known.keys():
        return dict(known)
    equivalent = queries.equivalent(statement)
    if equivalent is None:
        return dict(known)
    try:
        tree = binder.tree(equivalent.query)
    except NotBindable:
        return dict(known)
    found = infer(
        tree,
        lambda part: _retyped_type_of(binder, part),
        targets=target_types(binder, equivalent),
        known=known,
    )
    return {**known, **found}


def _cast_types(text: str) -> dict[int, str]:
    """As in PostgreSQL a cast of $n anywhere decides what $n is everywhere."""
    named = parameters.named_types(text)
    return {number: BY_NAME[name].duckdb for number, name in named.items() if name in BY_NAME}


def bind(binder: BinderCursor, text: str, types: Mapping[int, str]) -> Bound:
    """
    Bind with these types written in; what is still open the plan tells.

    Raises:
        ParameterTypeUnknown: The plan does not either.
        PgError: The statement does not bind.

    """
    cast = parameters.bindable_parameters(text, types)
    with placed_within(cast):
        return binder.bind(cast.text)


def bind_typed(binder: BinderCursor, text: str, types: Mapping[int, str]) -> Bound:
    """
    Bind with a type for every $n.

    duckdb 1.5.5 cannot serialise the plan of some functions with a parameter among their arguments
    (json_object, string_agg): there something of its type stands in for it.
    """
    try:
        return bind(binder, text, types)
    except ParameterTypeUnknown:
        *attempts, last = parameters.described_parameters(text, types)
    for attempt in attempts:
        with suppress(PgError):
            return binder.bind(attempt.text)
    with placed_within(last):
        return binder.bind(last.text)


def plans(binder: BinderCursor, text: str, types: Mapping[int, str]) -> Sequence[Mapping[str, Any]]:
    """
    The plans of a query whose parameters are cast; where it has none for them, with NULLs of their types.

    Raises:
        PgError: The query does not bind.

    """
    try:
        return binder.plans(parameters.with_series(text, types))
    except ParameterTypeUnknown:
        return binder.plans(parameters.described_parameters(text, types)[0].text)


def _retyped_type_of(binder: BinderCursor, part: Tree) -> str | None:
    """The same, of a function of another type in PostgreSQL that one: avg(x) is numeric."""
    try:
        retyping.edit(part, binder.text(part), lambda probe: probes.answers(binder.plans(binder.text(probe))))
    except PgError:
        return None
    return type_of(binder, part)


def type_of(binder: BinderCursor, part: Tree) -> str | None:
    """The type of a query's columns, None if they have none by themselves: COLUMNS(*) makes several."""
    try:
        types = {column.duckdb_type for column in binder.columns(binder.text(part))}
    except PgError:
        return None
    return types.pop() if len(types) == 1 else None


def target_types(binder: BinderCursor, equivalent: Equivalent) -> tuple[str | None, ...]:
    """The types of the columns that an INSERT or UPDATE writes, in the order of its select items."""
    if not equivalent.target:
        return ()
    relation = binder.columns(f"SELECT * FROM {qualified(*equivalent.target)}")
    types: dict[str, str | None] = {column.name: column.duckdb_type for column in relation}
    if equivalent.columns is None:
        return tuple(types.values())
    return tuple(types.get(name) for name in equivalent.columns)
