"""
The stage: a temporary table with a topic's columns, into which an INSERT runs first.

So the engine itself does what INSERT does (column lists, DEFAULT, casts, VALUES and queries alike), and the
rows that come out take the one write path instead of the engine's own, which never fsyncs its files.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified, quote_identifier
from pggate.errors import PgError
from pggate.lake.topics import TopicColumn
from pggate.session.clauses.temporary_tables import for_a_while
from pggate.translate.writing import insert as in_sql

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    import pyarrow as pa

    from pggate.engine.cursor import Cursor

NAME: Final = "~stage"
STAGE: Final = qualified("temp", "main", NAME)


@contextmanager
def stage(cursor: Cursor, columns: Iterable[TopicColumn]) -> Iterator[str]:
    """
    The stage's qualified name; afterwards it is gone with its rows, whatever happened.
    """
    with for_a_while(cursor, STAGE, f"({', '.join(map(definition, columns))})"):
        yield STAGE


def definition(column: TopicColumn) -> str:
    """A topic's column as CREATE TABLE takes it."""
    words = [quote_identifier(column.name), column.duckdb_type]
    if column.default not in (None, "NULL"):  # DuckLake has none of a list, and not this one either
        words.append(f"DEFAULT ({column.default})")
    if not column.nullable:
        words.append("NOT NULL")
    return " ".join(words)


def filled(cursor: Cursor, insert: str, name: str, parameters: Sequence[object]) -> int:
    """
    Run the INSERT into the stage; how many rows there are then.

    Args:
        insert: Its text, which names the table.
        name: The table's.

    """
    try:
        return cursor.run(in_sql.retarget(insert, STAGE), parameters).changed or 0
    except PgError as error:
        raise unstaged(error, name, insert) from error


def groups_of(cursor: Cursor, query: str, size: int) -> Generator[list[pa.RecordBatch], None, None]:
    """
    The rows of a query, in groups of about `size` bytes of Arrow; to be closed where not all are taken.
    """
    group: list[pa.RecordBatch] = []
    gathered = 0
    with cursor.run(query) as result:
        for batch in result.batches():
            group.append(batch)
            gathered += batch.nbytes
            if gathered >= size:
                yield group
                group, gathered = [], 0
    if group:
        yield group


def staged(cursor: Cursor, size: int) -> Generator[list[pa.RecordBatch], None, None]:
    """
    The rows of the stage, as `groups_of` gives them.
    """
    return groups_of(cursor, f"SELECT * FROM {STAGE}", size)


def described(cursor: Cursor, name: str) -> tuple[TopicColumn, ...]:
    """
    The columns of a table that only the session's own engine knows: a temporary one, or one that its
    transaction has made or altered.

    Args:
        name: Qualified and quoted.

    """
    return tuple(
        TopicColumn(column, 0, of_type, null == "YES", default)
        for column, of_type, null, _, default, _ in cursor.rows(f"DESCRIBE {name}")
    )


def unstaged(error: PgError, name: str, insert: str) -> PgError:
    """
    An error of an INSERT that ran on the stage, as one of `insert`, which names the table.
    """
    error.message = error.message.replace(f'"{NAME}"', f'"{name}"')
    if error.position is not None:
        start, stop = in_sql.parse(insert).target
        offset = error.position - 1
        if offset >= start + len(STAGE):
            error.position -= len(STAGE) - (stop - start)
        elif offset >= start:
            error.position = start + 1
    return error
