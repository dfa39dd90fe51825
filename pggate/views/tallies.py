"""
How many rows have come to each live view of a lake since the gateway was started, and how many of them late.

Who appends says how many; how many were late is asked of what was just appended, with one query for all views
whose groups have a moment in their keys.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.engine.names import quote_literal
from pggate.errors import PgError
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.engine.cursor import Cursor
    from pggate.views.compiled import Compiled
    from pggate.views.deltas import Staged
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

    def count(
        self,
        cursor: Cursor,
        takes: Sequence[Kept],
        staged: Mapping[int, Staged],
        appended: Mapping[int, int],
    ) -> None:
        """
        What has just been appended to views.

        Args:
            staged: By topic, what has come to it and gone.
            appended: By view, how many rows of partials.

        """
        for one in takes:
            rows_in = sum(staged[topic].moved for topic in one.view.topics)
            self._add(one, Tally(rows_in, appended.get(one.entry.oid, 0)))
        timed = {one.entry.oid: one for one in takes if self._clock(one).key}
        if not timed:
            return
        try:
            found = cursor.rows(" UNION ALL ".join(map(self._late, timed.values())))
        except PgError as error:  # they have the rows all the same
            log.warning("views_not_counted", error=error.message)
            return
        for oid, late, newest in found:
            self._add(timed[oid], Tally(late=late))
            if newest is not None:
                of = oid, timed[oid].entry.made_from
                self._clocks[of] = self._clocks[of]._replace(newest=newest)

    def _add(self, one: Kept, more: Tally) -> None:
        with self._lock:
            known = self._of.get(one.entry.oid, NOTHING)
            late = None if known.late is None else known.late + (more.late or 0)
            self._of[one.entry.oid] = Tally(
                known.rows_in + more.rows_in, known.rows_out + more.rows_out, late
            )

    def forget(self, oid: int) -> None:
        """Of a view that is no more."""
        with self._lock:
            self._of.pop(oid, None)
        for of in [each for each in self._clocks if each[0] == oid]:
            del self._clocks[of]

    def _clock(self, one: Kept) -> _Clock:
        return self._clocks[one.entry.oid, one.entry.made_from]

    def _late(self, one: Kept) -> str:
        key, of_type, newest = self._clock(one)
        before = f"CAST({'NULL' if newest is None else quote_literal(newest)} AS {of_type})"
        late = f'sum("~n") FILTER (WHERE "~n" > 0 AND {key} < {before})'
        return (
            f"SELECT {one.entry.oid}, CAST(coalesce({late}, 0) AS BIGINT),"
            f" CAST(greatest(max({key}), {before}) AS VARCHAR)"
            f' FROM {self._state.delta(one.entry)} WHERE "~seq" > {one.entry.applied}'
        )


def time_key(compiled: Compiled, types: Mapping[str, str]) -> str:
    """
    The first key of a view's groups that is a moment; "" without one.
    """
    keys = compiled.key_names if compiled.kind == "groups" else ()
    return next((key for key in keys if types[key].startswith(TIMES)), "")
