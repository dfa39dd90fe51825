"""
Values of char(n) columns with their blanks where a query shows them inside of something else
(translate/characters/padded_values.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.catalog.made_types import made_type
from pggate.engine.marked_characters import marked_characters
from pggate.errors import PgError
from pggate.logs import Log
from pggate.session.columns.declared_columns import declared_types
from pggate.session.queries import change_queries
from pggate.session.statement.parameter_types import castable
from pggate.translate.characters import padded_values
from pggate.translate.characters.character_types import MARK
from pggate.translate.characters.padded_values import Width
from pggate.translate.columns import names
from pggate.translate.texts.kinds import Kind
from pggate.translate.untyped import parameters
from pggate.translate.writing import queries
from pggate.types.padding import VARHDRSZ
from pggate.types.table import BPCHAR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Relation
    from pggate.engine.marked_characters import Marked
    from pggate.session.cursors.cursors import Cursors
    from pggate.translate.trees.nodes import Tree

log = Log("session")

_CAST: Final = f"{MARK}bpchar"
_FIXED: Final = frozenset({BPCHAR.oid, BPCHAR.array_oid})


def shown_with_blanks(
    cursors: Cursors, text: str, kind: Kind, bound: Bound | None, types: Mapping[int, str]
) -> str | None:
    """
    The text that shows them so; None where nothing has to change.  A statement without any char(n) pays
    nothing.

    Args:
        types: DuckDB's types of its parameters, which the edited text casts them to.

    """
    if bound is None or not (_CAST in text or _reads_any(cursors, bound, kind)):
        return None
    text = parameters.cast_parameters(text, castable(types)).text
    try:
        return _changed(cursors, text, kind) if kind in _CHANGES else _queried(cursors, text, kind)
    except PgError as error:
        log.warning("widths_not_told", sqlstate=error.code)
        return None


_CHANGES: Final = frozenset({Kind.UPDATE, Kind.DELETE})


def _queried(cursors: Cursors, text: str, kind: Kind) -> str | None:
    inner = queries.inner(text, kind)
    tree = None if inner is None else _edited(cursors, inner.query, is_result=kind is Kind.SELECT)
    return None if inner is None or tree is None else inner.replaced(cursors.binder.text(tree))


def _changed(cursors: Cursors, text: str, kind: Kind) -> str | None:
    change = change_queries.editable(text, kind)
    tree = None if change is None else _edited(cursors, change_queries.query(change), is_result=False)
    return None if change is None or tree is None else change_queries.written(cursors.binder, change, tree)


def _edited(cursors: Cursors, query: str, *, is_result: bool) -> Tree | None:
    """The tree of the query; None where nothing has to change."""

    def ask(probe: Tree) -> Mapping[int, Width]:
        marked = marked_characters(cursors.binder.plans(cursors.binder.text(probe)))
        return {number: _width(one, cursors) for number, one in marked.items()}

    tree = cursors.binder.tree(query)
    names.name_columns(tree, query, outermost=True)
    return tree if padded_values.edit(tree, ask, is_result=is_result) else None


def _reads_any(cursors: Cursors, bound: Bound, kind: Kind) -> bool:
    """Has a relation that is read a column of char(n)?  The one that INSERT writes to is not read."""
    changed = bound.targets if kind in _CHANGES else ()
    relations = {*bound.relations, *(target.relation for target in changed)}
    types = (declared_types(cursors, relation).values() for relation in relations)
    return any(oid in _FIXED for known in types for oid, _ in known)


def _width(marked: Marked, cursors: Cursors) -> Width:
    if marked.fields:
        return Width(fields={name: _width(one, cursors) for name, one in marked.fields})

    def declared(relation: Relation, name: str) -> tuple[int, int] | None:
        return declared_types(cursors, relation).get(name)

    found = made_type(marked.made, "VARCHAR" + "[]" * marked.dimensions, declared)
    if found is None or found.oid not in _FIXED:
        return Width()
    return Width(max(found.typmod - VARHDRSZ, found.width, 0), marked.dimensions)
