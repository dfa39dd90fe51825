"""
How many rows have come to each live view of a lake since the gateway was started, and how many of them late.

Counted of what was just appended, with one query for all views that have taken a batch.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.engine.names import quote_literal
from pggate.errors import PgError
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pggate.engine.cursor import Cursor
    from pggate.views.compiled import Compiled
    from pggate.views.needs import Kept
    from pggate.views.state import State

log = Log("views")

TIMES: Final = ("DATE", "TIMESTAMP")
"""What the types of moments begin with."""


@dataclass(frozen=True, slots=True)
class Tally:
    """
    Args:
        rows_in: Rows of its topics that came and went.
        rows_out: Rows of partials that were appended for them.
        late: Rows that came for a group that is older than the newest of the groups that were there; None of
            a view whose groups have no moment in their keys.

    """

    rows_in: int = 0
    rows_out: int = 0
    late: int | None = None


class _Clock(NamedTuple):
    """
    Args:
        key: The column that has the moment of a group; "" for none.
        of_type: Its type.
        newest: The greatest of its values; None where there is none yet.

    """

    key: str
    of_type: str
    newest: str | None


NOTHING: Final = Tally()


class Tallies:
    """
    Of one lake: counted by one thread, read by any.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._lock = threading.Lock()
        self._of: dict[int, Tally] = {}
        self._clocks: dict[tuple[int, str], _Clock] = {}
        """By view and what it is made from."""

    def of(self, oid: int) -> Tally:
        with self._lock:
            return self._of.get(oid, NOTHING)

    def begin(self, cursor: Cursor, one: Kept) -> None:
        """
        Before something is appended to a view: which of its groups is the newest.
        """
        of = one.entry.oid, one.entry.made_from
        if of in self._clocks:
            return
        types = self._state.types(cursor, one.entry)
        key = time_key(one.compiled, types)
        newest = self._state.greatest(cursor, one.entry, key) if key else None
        self._clocks[of] = _Clock(key, types.get(key, ""), newest)
        with self._lock:
            self._of[one.entry.oid] = replace(self._of.get(one.entry.oid, NOTHING), late=0 if key else None)

    def count(self, cursor: Cursor, takes: Sequence[Kept], rows: Mapping[int, Iterable[str]]) -> None:
        """
        What has just been appended to views.

        Args:
            rows: By topic, queries of what has come to it and gone; "" for nothing.

        """
        query = " UNION ALL ".join(self._counted(one, rows) for one in takes)
        try:
            found = cursor.rows(query)
        except PgError as error:  # they have the rows all the same
            log.warning("views_not_counted", error=error.message)
            return
        made_from = {one.entry.oid: one.entry.made_from for one in takes}
        for oid, rows_in, rows_out, late, newest in found:
            self._note(oid, made_from[oid], Tally(rows_in, rows_out, late), newest)

    def _note(self, oid: int, made_from: str, more: Tally, newest: str | None) -> None:
        if newest is not None:
            self._clocks[oid, made_from] = self._clocks[oid, made_from]._replace(newest=newest)
        with self._lock:
            known = self._of[oid]
            late = None if known.late is None else known.late + (more.late or 0)
            self._of[oid] = Tally(known.rows_in + more.rows_in, known.rows_out + more.rows_out, late)

    def forget(self, oid: int) -> None:
        """Of a view that is no more."""
        with self._lock:
            self._of.pop(oid, None)
        for of in [each for each in self._clocks if each[0] == oid]:
            del self._clocks[of]

    def _counted(self, one: Kept, rows: Mapping[int, Iterable[str]]) -> str:
        clock = self._clocks[one.entry.oid, one.entry.made_from]
        queries = [query for topic in one.view.topics for query in rows[topic] if query]
        rows_in = " + ".join(f"(SELECT count(*) FROM ({query}))" for query in queries) or "0"
        late = newest = "NULL"
        if clock.key:
            before = "NULL" if clock.newest is None else quote_literal(clock.newest)
            before = f"CAST({before} AS {clock.of_type})"
            late = f'coalesce(sum("~n") FILTER (WHERE "~n" > 0 AND {clock.key} < {before}), 0)'
            newest = f"CAST(greatest(max({clock.key}), {before}) AS VARCHAR)"
        return (
            f"SELECT {one.entry.oid}, CAST({rows_in} AS BIGINT), count(*), CAST({late} AS BIGINT),"
            f" CAST({newest} AS VARCHAR) FROM {self._state.delta(one.entry)}"
            f' WHERE "~seq" > {one.entry.applied}'
        )


def time_key(compiled: Compiled, types: Mapping[str, str]) -> str:
    """
    The first key of a view's groups that is a moment; "" without one.
    """
    keys = compiled.key_names if compiled.kind == "groups" else ()
    return next((key for key in keys if types[key].startswith(TIMES)), "")
