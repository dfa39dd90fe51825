"""
Rows that have gone where states do not take them back: the groups that they were of are computed anew, and
all others stay.

Whoever reads the view as of an older snapshot begins again (40001), as where all of it is made anew; that is
done where many rows or groups are affected, since it takes no longer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor
    from pggate.views.needs import Kept
    from pggate.views.state import Delta, State
    from pggate.views.state_file import Entry

MOST_ROWS: Final = 1_000_000
"""Deleted rows beyond which a view is made anew."""

SHARE: Final = 0.1
"""Of the view's groups: with more of them affected it is made anew."""


class Regrouping:
    """
    Of one lake.
    """

    def __init__(self, state: State, most_rows: int = MOST_ROWS, share: float = SHARE) -> None:
        self._state = state
        self._most_rows = most_rows
        self._share = share

    def take(
        self, cursor: Cursor, one: Kept, delta: Delta, deleted: str, history: str, until: int
    ) -> Entry | None:
        """
        Let a view have what has come to its topic and gone.

        Args:
            delta: That, up to a snapshot.
            deleted: The rows that have gone.
            history: All rows that there are as of the snapshot.

        Returns:
            How it is then; None where it is better made anew.

        """
        ((gone,),) = cursor.rows(f"SELECT count(*) FROM ({deleted})")
        if gone > self._most_rows:
            return None
        affected = qualified("temp", "main", f"~affected {one.entry.oid}")
        keys = ", ".join(one.compiled.key_names)
        cursor.run(
            f'CREATE OR REPLACE TEMP TABLE {affected} AS WITH "~delta" AS ({deleted})'
            f" SELECT DISTINCT {keys} FROM ({one.compiled.partials})"
        )
        ((groups,),) = cursor.rows(f"SELECT count(*) FROM {affected}")
        merged, _ = self._state.pending(cursor, one.entry)
        if groups > self._share * merged:
            return None
        return self._state.regroup(cursor, delta, one.entry, affected, history, until)
