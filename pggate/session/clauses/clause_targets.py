"""
The table that a statement with RETURNING or ON CONFLICT writes, as its steps name it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified, quote_identifier
from pggate.errors import FeatureNotSupported
from pggate.session.clauses.staging import NAME as STAGE
from pggate.session.cursors.places import is_temporary
from pggate.session.queries.own_relations import relation_now
from pggate.translate.writing.chosen import Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.binding import BinderCursor
    from pggate.engine.definitions import Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway

PLACES: Final = (("filename", "file_row_number"), ("rowid",))
"""
Columns of a lake's tables that nobody declares and that tell where a row lies, the better ones first: duckdb
1.5.5 gives rows of one transaction the rowid that rows of an earlier one may have kept.
"""
TEMPORARY_PLACES: Final = (("rowid",),)


def target(gateway: Gateway, cursors: Cursors, relation: Relation, alias: str) -> Target:
    """
    The table, called `alias`, with its columns, its defaults and what tells its rows apart.

    Raises:
        FeatureNotSupported: Columns of the relation's own hide where its rows lie.

    """
    name = qualified(relation.catalog, relation.schema, relation.name)
    columns = [(c.name, c.duckdb_type) for c in cursors.binder.columns(f"SELECT * FROM {name}")]
    known = relation_now(gateway, cursors, relation)
    defaults = None
    if known is not None and known.topic is not None:
        defaults = {c.name: c.default for c in known.topic.columns if c.default is not None}
    return Target(name, alias, tuple(columns), _places(relation, columns), defaults)


def _places(relation: Relation, columns: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    declared = {name.lower() for name, _ in columns}
    for names in TEMPORARY_PLACES if is_temporary(relation) else PLACES:
        if declared.isdisjoint(names):
            return names
    raise FeatureNotSupported(
        "RETURNING and ON CONFLICT are not supported for a table with columns called filename and rowid"
    )


def names(written: tuple[str, ...], relation: Relation) -> set[tuple[str, ...]]:
    """What a column of the table may be qualified with, each outermost first."""
    return {written, (relation.schema, written[-1])}


def staged(binder: BinderCursor, relation: Relation) -> str:
    """The rows in the stage, as values of the types that the binder knows the columns by."""
    name = qualified(relation.catalog, relation.schema, relation.name)
    columns = binder.columns(f"SELECT * FROM {name}")
    items = (f"CAST({quote_identifier(c.name)} AS {c.duckdb_type})" for c in columns)
    named = (f"{item} AS {quote_identifier(c.name)}" for item, c in zip(items, columns, strict=True))
    return f"(SELECT {', '.join(named)} FROM {quote_identifier(STAGE)})"
