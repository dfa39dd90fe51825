"""
Values of char(n) with their blanks where a query shows them inside of something else, and without those of
what they are compared with (translate/characters/padded_values.py, compared_values.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.catalog.made_types import made_type
from pggate.engine.marked_characters import marked_characters
from pggate.errors import PgError
from pggate.logs import Log
from pggate.session.columns.declared_columns import declared_types
from pggate.session.queries import change_queries, merge_queries
from pggate.session.queries.char_comparisons import compared_as_declared
from pggate.session.statement.inference import plans
from pggate.session.statement.parameter_types import castable
from pggate.translate.characters import combined_values, compared_values, padded_values
from pggate.translate.characters.character_types import MARK
from pggate.translate.characters.combined_values import Measured
from pggate.translate.characters.padded_values import Width
from pggate.translate.characters.written_kinds import TextKind, Written
from pggate.translate.columns import names
from pggate.translate.texts.kinds import Kind
from pggate.translate.trees import nodes
from pggate.translate.untyped import parameters
from pggate.translate.writing import merges, queries
from pggate.types.padding import VARHDRSZ
from pggate.types.table import BPCHAR, TEXT, VARCHAR

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pggate.catalog.made_types import MadeType
    from pggate.engine.binding import BinderCursor
    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Relation
    from pggate.engine.marked_characters import Marked
    from pggate.session.cursors.cursors import Cursors
    from pggate.translate.trees.nodes import Node, Tree

log = Log("session")

_CAST: Final = f"{MARK}bpchar"
_DECLARED: Final = {
    **dict.fromkeys((TEXT.oid, TEXT.array_oid), TextKind.OTHER),
    **dict.fromkeys((VARCHAR.oid, VARCHAR.array_oid), TextKind.VARYING),
    **dict.fromkeys((BPCHAR.oid, BPCHAR.array_oid), TextKind.BLANK),
}
"""What parameters are that a client has declared."""
_FIXED: Final = frozenset({BPCHAR.oid, BPCHAR.array_oid})
_VARYING: Final = frozenset({VARCHAR.oid, VARCHAR.array_oid})


class _Editable(NamedTuple):
    """
    Args:
        query: The statement's, or one with its expressions.
        written: The statement with what an edited tree of that query has.

    """

    query: str
    written: Callable[[Tree], str]


def shown_with_blanks(
    cursors: Cursors,
    text: str,
    kind: Kind,
    bound: Bound | None,
    types: Mapping[int, str],
    declared: Sequence[int] = (),
) -> str | None:
    """
    The text that shows and compares them so; None where nothing has to change.  A statement without any
    char(n) pays nothing.

    Args:
        types: DuckDB's types of its parameters, which the edited text casts them to.
        declared: The OIDs that the client gave for them; 0 for none.

    """
    if bound is None or not (_CAST in text or _reads_any(cursors, bound, kind)):
        return None
    editable = _editable(cursors.binder, parameters.cast_parameters(text, castable(types)).text, kind)
    if editable is None:
        compared = compared_as_declared(cursors, text, bound)
        return None if compared == text else compared
    try:
        written = Written(editable.query.encode(), _kinds(declared))
        tree = _edited(cursors, editable.query, written, types, is_result=kind is Kind.SELECT)
    except PgError as error:
        log.warning("widths_not_told", sqlstate=error.code)
        return None
    return None if tree is None else editable.written(tree)


_CHANGES: Final = frozenset({Kind.UPDATE, Kind.DELETE, Kind.MERGE})


def _editable(binder: BinderCursor, text: str, kind: Kind) -> _Editable | None:
    """None of what has no tree."""
    match kind:
        case Kind.MERGE:
            merge = merges.parse(text)
            if merge is None:
                return None
            return _Editable(
                merge_queries.query(merge), lambda tree: merge_queries.written(binder, merge, tree)
            )
        case Kind.UPDATE | Kind.DELETE:
            change = change_queries.editable(text, kind)
            if change is None:
                return None
            return _Editable(
                change_queries.query(change), lambda tree: change_queries.written(binder, change, tree)
            )
        case _:
            inner = queries.inner(text, kind)
            if inner is None:
                return None
            return _Editable(inner.query, lambda tree: inner.replaced(binder.text(tree)))


def _kinds(declared: Sequence[int]) -> dict[int, TextKind]:
    """Arrays of several dimensions have types that were found out (dimensions.py)."""
    return {number: _DECLARED[oid] for number, oid in enumerate(declared, start=1) if oid in _DECLARED}


def _edited(
    cursors: Cursors, query: str, written: Written, types: Mapping[int, str], *, is_result: bool
) -> Tree | None:
    """The tree of the query; None where nothing has to change."""

    def ask(probe: Tree) -> Mapping[int, Marked]:
        return marked_characters(plans(cursors.binder, cursors.binder.text(probe), types))

    def ask_widths(probe: Tree) -> Mapping[int, Width]:
        return {number: _width(one, cursors) for number, one in ask(probe).items()}

    def ask_kinds(probe: Tree) -> Mapping[int, TextKind]:
        return {number: one.kind for number, one in ask_both(probe).items()}

    def ask_both(probe: Tree) -> Mapping[int, Measured]:
        return {number: _measured(one, cursors) for number, one in ask(probe).items()}

    def columns_of(relation: Node) -> Sequence[str]:
        source = {"cte_map": {"map": []}, "from_table": {**relation, "at_clause": None}}
        every = cursors.binder.text(nodes.select(nodes.star(), source))
        try:
            return [column.name for column in cursors.binder.columns(every)]
        except PgError:  # a query of WITH
            return []

    tree = cursors.binder.tree(query)
    names.name_parameters(tree)
    names.name_columns(tree, query, outermost=True)
    is_compared = compared_values.edit(tree, written, ask_kinds)
    is_padded = padded_values.edit(tree, ask_widths, is_result=is_result)
    is_combined = is_result and combined_values.edit(tree, ask_both, columns_of)
    return tree if is_compared or is_padded or is_combined else None


def _reads_any(cursors: Cursors, bound: Bound, kind: Kind) -> bool:
    """Has a relation that is read a column of char(n)?  The one that INSERT writes to is not read."""
    changed = bound.targets if kind in _CHANGES else ()
    relations = {*bound.relations, *(target.relation for target in changed)}
    types = (declared_types(cursors, relation).values() for relation in relations)
    return any(oid in _FIXED for known in types for oid, _ in known)


def _width(marked: Marked, cursors: Cursors) -> Width:
    if marked.fields:
        return Width(fields={name: _width(one, cursors) for name, one in marked.fields})
    found = _type(marked, cursors)
    if found is None or found.oid not in _FIXED:
        return Width()
    return Width(_characters(found), marked.dimensions)


def _measured(marked: Marked, cursors: Cursors) -> Measured:
    """Of a text, or of the items of an array."""
    found = None if marked.fields else _type(marked, cursors)
    if found is None or found.oid not in {*_FIXED, *_VARYING}:
        return Measured(TextKind.OTHER)
    if found.oid in _VARYING:
        return Measured(TextKind.VARYING)
    length = _characters(found)
    return Measured(TextKind.FIXED if length else TextKind.BLANK, length)


def _type(marked: Marked, cursors: Cursors) -> MadeType | None:
    def declared(relation: Relation, name: str) -> tuple[int, int] | None:
        return declared_types(cursors, relation).get(name)

    return made_type(marked.made, "VARCHAR" + "[]" * marked.dimensions, declared)


def _characters(of_type: MadeType) -> int:
    return max(of_type.typmod - VARHDRSZ, of_type.width, 0)
