"""
An analysed statement, and the cache of them that all sessions share.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.session.outcome import Column
from pggate.session.placing import placed
from pggate.session.settings import SETTINGS
from pggate.translate import settings as told
from pggate.translate.edits import Rewritten
from pggate.translate.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Hashable

    from pggate.engine.plan import Bound
    from pggate.errors import Notice, PgError
    from pggate.translate.statements import Statement

CACHED_TEXTS: Final = 2_000

CACHED_TEXT_SIZE: Final = 16 * 1024
"""Characters.  Longer texts are loads with literals in them: they do not come twice."""

SHOW_ALL: Final = (Column("name"), Column("setting"), Column("description"))
PLAN: Final = (Column("QUERY PLAN"),)


def command_columns(statement: Statement) -> tuple[Column, ...] | None:
    """
    What a command returns, None for one that returns no rows.
    """
    if statement.kind is Kind.EXPLAIN:
        return PLAN
    if statement.kind is not Kind.SHOW:
        return None
    name = told.show_command(statement.text).name
    if name == told.ALL:
        return SHOW_ALL
    row = SETTINGS.get(name)
    return (Column(row.name if row else name),)


@dataclass(frozen=True, slots=True)
class Analysed:
    """
    A statement as it will run.

    Args:
        statement: As the client sent it.
        text: What the engine runs.
        bound: What it touches; None for the session's own commands, and for what only a superuser may run.
        parameters: The OID of each $n, in order.
        columns: What it returns; None if it returns no rows, or was not asked: a simple query runs at once.
        notices: What the client should be told.
        parts: Of a statement about several objects, which the engine takes one by one: what runs instead.
            Of DECLARE the cursor's query.

    """

    statement: Statement
    text: str
    bound: Bound | None = None
    parameters: tuple[int, ...] = ()
    columns: tuple[Column, ...] | None = None
    notices: tuple[Notice, ...] = ()
    parts: tuple[Analysed, ...] = ()

    def placed(self, error: PgError) -> PgError:
        """
        An error of running it, with its position in what the client sent, or without one.
        """
        same = self.text == self.statement.text
        return placed(error, self.statement, Rewritten(self.text) if same else None)


class Cache:
    """
    The most recently used of what was analysed.  Safe from any thread.
    """

    def __init__(self, size: int = CACHED_TEXTS) -> None:
        self._size = size
        self._entries: OrderedDict[Hashable, Analysed] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Analysed | None:
        """What was put under the key, if it is still there."""
        with self._lock:
            found = self._entries.get(key)
            if found is not None:
                self._entries.move_to_end(key)
            return found

    def put(self, key: Hashable, analysed: Analysed) -> None:
        """Keep it, in place of what was used longest ago."""
        if len(analysed.text) > CACHED_TEXT_SIZE:
            return
        with self._lock:
            self._entries[key] = analysed
            while len(self._entries) > self._size:
                self._entries.popitem(last=False)
