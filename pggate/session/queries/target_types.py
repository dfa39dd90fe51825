"""
Parameters that an INSERT or UPDATE writes to a column that is declared varchar(n), char(n) or jsonb: they are
of that type (PostgreSQL 15, 10.4), which DuckDB has as VARCHAR or JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified
from pggate.engine.unbindable import NotBindable
from pggate.session.columns.declared_columns import declared_types
from pggate.translate.texts.kinds import Kind
from pggate.translate.trees import nodes
from pggate.translate.writing import queries
from pggate.types.table import BPCHAR, BY_OID, JSONB, VARCHAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.engine.bound import Bound
    from pggate.session.cursors.cursors import Cursors
    from pggate.translate.texts.statements import Statement
    from pggate.translate.trees.nodes import Node, Tree
    from pggate.types.table import PgType

_KINDS: Final = frozenset({Kind.INSERT, Kind.UPDATE})
_OIDS: Final = frozenset({VARCHAR.oid, BPCHAR.oid, JSONB.oid, JSONB.array_oid})


def target_types(cursors: Cursors, statement: Statement, bound: Bound | None) -> dict[int, PgType]:
    """
    The types by the parameters' numbers.  A statement that writes to no such column pays a look for them.
    """
    if statement.kind not in _KINDS or not statement.parameters or bound is None or len(bound.targets) != 1:
        return {}
    (target,) = bound.targets
    declared = {
        name: BY_OID[oid]
        for name, (oid, _) in declared_types(cursors, target.relation).items()
        if oid in _OIDS
    }
    equivalent = queries.equivalent(statement) if declared else None
    if equivalent is None:
        return {}
    try:
        tree = cursors.binder.tree(equivalent.query)
    except NotBindable:
        return {}
    names = equivalent.columns or _column_names(cursors, equivalent.target)
    written = ((names[place], number) for place, number in _written(tree) if place < len(names))
    return {number: declared[name] for name, number in written if name in declared}


def _column_names(cursors: Cursors, target: Sequence[str]) -> Sequence[str]:
    return [column.name for column in cursors.binder.columns(f"SELECT * FROM {qualified(*target)}")]


def _written(tree: Tree) -> Iterator[tuple[int, int]]:
    """
    The places of parameters that are a column by themselves, and their numbers.
    """
    for query in nodes.selects(tree["node"]):
        rows: Sequence[Sequence[Node]] = query["from_table"].get("values") or [query["select_list"]]
        for row in rows:
            for place, item in enumerate(row):
                if nodes.is_parameter(item):
                    yield place, int(item["identifier"])
