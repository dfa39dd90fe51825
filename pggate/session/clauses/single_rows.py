"""
INSERT of one row into a topic, which needs no stage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import PgError
from pggate.session.cursors.places import find
from pggate.session.statement.analysed import Steps
from pggate.translate.writing import insert
from pggate.translate.writing.single_row import row_query

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from pggate.engine.bound import Bound
    from pggate.engine.cursor import Cursor
    from pggate.session.live.gateway import Gateway

MOST_COLUMNS: Final = 200
"""Of more of them each is cheaper in a stage."""


def steps_of(gateway: Gateway, bound: Bound | None, text: str) -> Steps | None:
    """
    Args:
        text: The INSERT in the engine's words, with the types of its parameters.

    """
    if bound is None or len(bound.targets) != 1:
        return None
    (target,) = bound.targets
    known = find(gateway, target.relation)
    if known is None or known.topic is None or len(known.topic.columns) > MOST_COLUMNS:
        return None
    columns = [(column.name, column.duckdb_type) for column in known.topic.columns]
    defaults = {column.name: column.default for column in known.topic.columns if column.default is not None}
    row = row_query(insert.parse(text), columns, defaults)
    return Steps(row=row, reads=bool(bound.relations)) if row else None


def row_of(cursor: Cursor, query: str, parameters: Sequence[object]) -> list[pa.RecordBatch]:
    """The row; an error's place in the query is none in the INSERT."""
    try:
        with cursor.run(query, parameters) as result:
            return list(result.batches())
    except PgError as error:
        error.position = None
        raise
