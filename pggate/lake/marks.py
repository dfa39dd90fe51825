"""
A mark in the message of a commit, by which it is found again when the answer to its COMMIT was lost.
"""

from __future__ import annotations

import contextlib
import json
import secrets
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_literal
from pggate.errors import PgError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine

AUTHOR: Final = "pggate"


class OutcomeUnknownError(PgError):
    """
    The catalog went away between COMMIT and its answer (08007, transaction_resolution_unknown).
    """

    sqlstate = "08007"


def set_mark(cursor: Cursor, alias: str, said: Mapping[str, object] = MappingProxyType({})) -> str:
    """
    Mark what the cursor's transaction is going to commit to the lake `alias`; refused by one that an error
    has aborted.  A transaction that has written nothing makes no snapshot for it (duckdb 1.5.5).

    Args:
        said: What else the commit's message carries, such as `declared`.

    """
    mark = secrets.token_hex(16)
    extra = json.dumps({"pggate": {"commit": mark, **said}})
    cursor.rows(
        f"call ducklake_set_commit_message({quote_literal(alias)}, {quote_literal(AUTHOR)}, null,"
        f" extra_info => {quote_literal(extra)})"
    )
    return mark


def marked(cursor: Cursor, metadata: str, before: int, mark: str) -> int | None:
    """
    The snapshot that has the mark; None if there is none.

    Args:
        metadata: The qualified, quoted schema of DuckLake's metadata tables.
        before: A snapshot that is older.

    """
    found = cursor.rows(
        f"select snapshot_id from {metadata}.ducklake_snapshot_changes"
        f" where snapshot_id > {before} and commit_extra_info like '%{mark}%'"
    )
    return int(found[0][0]) if found else None


def committed_after_all(engine: Engine, metadata: str, before: int, mark: str, error: PgError) -> int:
    """
    The snapshot of a COMMIT that failed and yet happened (its answer was lost); raises `error` if it did not.

    Args:
        metadata, before: See `marked`.

    Raises:
        OutcomeUnknownError: The catalog cannot be asked.

    """
    try:
        with contextlib.closing(engine.cursor()) as cursor:
            found = marked(cursor, metadata, before, mark)
    except PgError as second:
        raise OutcomeUnknownError(
            "the catalog does not answer: whether this was committed is not known",
            detail=f"{error.message}; then {second.message}",
            hint="Look whether the rows or definitions are there before you repeat it.",
        ) from second
    if found is None:
        raise error
    return found
