"""
ADD COLUMN with a default that is no literal: the rows that are there get its value, and so do those to come
(PostgreSQL 15, ALTER TABLE).  One that has another value every time is refused.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_literal, search_path
from pggate.errors import FeatureNotSupported, PgError
from pggate.session.cursors.cursor_pair import EMULATED
from pggate.translate.definitions.added_defaults import added_default
from pggate.translate.syntax.edits import Edit, Rewritten, rewrite

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor
    from pggate.engine.bound import Bound
    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine
    from pggate.translate.definitions.added_defaults import AddedDefault

CHANGING: Final = """
    SELECT DISTINCT function_name FROM duckdb_functions()
    WHERE (stability <> 'CONSISTENT' OR function_name IN ('getvariable', 'nextval', 'currval'))
      AND function_name NOT IN ('error', 'raise')
"""
"""Functions whose value depends on when they are called; those that always fail do not."""


def settled(engine: Engine, binder: BinderCursor, zone: str, sql: str) -> Rewritten:
    """
    The ALTER TABLE with a literal in the place of the expression.

    Args:
        zone: The session's.

    Raises:
        FeatureNotSupported: The expression has another value every time, or reads something.
        PgError: It has no value of the column's type.

    """
    found = added_default(sql)
    if found is None:
        return Rewritten(sql)
    try:
        bound = binder.bind(f"SELECT {found.expression}")
    except PgError:
        return Rewritten(sql)  # what is wrong with it is said by whoever binds the statement
    if bound.relations or bound.table_functions or bound.unknown:
        raise FeatureNotSupported("cannot use subquery in DEFAULT expression")
    with closing(engine.cursor()) as cursor:
        cursor.run(f"SET search_path = {quote_literal(search_path([EMULATED]))}")
        cursor.run(f"SET TimeZone = {quote_literal(zone)}")
        _refuse_changing(cursor, bound)
        value = _value(cursor, found)
    start, stop = found.clause
    return rewrite(sql, [Edit(start, stop, "" if value is None else f"DEFAULT {quote_literal(value)}")])


def _refuse_changing(cursor: Cursor, bound: Bound) -> None:
    changing = bound.functions & {name for (name,) in cursor.rows(CHANGING)}
    if changing:
        raise FeatureNotSupported(
            f"a column cannot be added with a default that calls {min(changing)}()",
            hint="Add the column without it, UPDATE its rows, and ALTER COLUMN ... SET DEFAULT.",
        )


def _value(cursor: Cursor, found: AddedDefault) -> str | None:
    """As a text that the column's type reads."""
    query = f"SELECT CAST(CAST(({found.expression}) AS {found.of_type}) AS VARCHAR)"
    try:
        ((value,),) = cursor.rows(query)
    except PgError as error:
        error.position = None
        raise
    return None if value is None else str(value)
