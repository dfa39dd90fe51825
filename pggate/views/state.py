"""
The state file of one lake: what its live views hold, and up to which snapshot.

    entries                      a row for each view: its generation, what that was made from, how far it is
    base_<oid>_<generation>      partials of the rows as of one snapshot, merged
    delta_<oid>_<generation>     partials of what has come and gone since, with the snapshot of their rows
    view_<oid>                   what statements read: both, merged and finished

Whatever is appended and how far the view is then are one transaction, so a repeat changes nothing.

A statement that reads topics, too, wants a view as of its lake's snapshot: the variable that `PINNED` names
says which one, and nothing where the newest will do.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pggate.engine.bracket import transaction
from pggate.engine.extensions import DUCKDB_VERSION
from pggate.engine.names import quote_identifier, quote_literal
from pggate.errors import ProgramLimitExceeded
from pggate.views import passing
from pggate.views.state_file import Entry, StateFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pggate.engine.cursor import Cursor
    from pggate.lake.live_views import LiveView
    from pggate.views.compiled import Compiled

PINNED: Final = "pggate_snapshot"
NEWEST: Final = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Delta:
    """
    What one view takes.

    Args:
        inserted, deleted: Of what has come and gone, the queries of the rows that "~delta" and its like have.

    """

    view: LiveView
    compiled: Compiled
    inserted: tuple[Mapping[str, str], ...] = ()
    deleted: tuple[Mapping[str, str], ...] = ()


class State(StateFile):
    """
    Of one lake.  Each cursor is its caller's.
    """

    def __init__(self, lake: int, directory: Path, most: int | None = None) -> None:
        """
        Args:
            lake: The lake's OID.
            directory: Where the files of all lakes are.
            most: How many rows a view may have, beside a few that are not merged yet; None: any number.

        """
        super().__init__(lake, directory)
        self.most = most

    def build(
        self, cursor: Cursor, view: LiveView, compiled: Compiled, history: Mapping[str, str], snapshot: int
    ) -> Entry:
        """
        Make a view of all rows that there are as of a snapshot; a generation before this one serves its
        readers until they are done.

        Args:
            history: The queries of the rows that "~delta" and its like have then.

        """
        known = self.entries(cursor).get(view.oid)
        entry = Entry(
            view.oid,
            known.generation + 1 if known is not None else 1,
            made_from(view, compiled),
            snapshot,
            snapshot,
        )
        base, delta = self._tables(entry)
        with transaction(cursor):
            if known is not None:
                self._drop_tables(cursor, known)
            partials = compiled.partials_of(history)
            cursor.run(f"CREATE TABLE {delta} AS SELECT * FROM ({partials}) LIMIT 0")
            cursor.run(f'CREATE TABLE {base} AS SELECT * EXCLUDE ("~seq") FROM ({partials})')
            self._check_size(cursor, view, base)
            cursor.run(
                f"CREATE OR REPLACE VIEW {self.view(view.oid)} AS {self._body(cursor, view, compiled, entry)}"
            )
            self.note(cursor, entry)
        return entry

    def append(
        self, cursor: Cursor, deltas: Iterable[Delta], entries: Iterable[Entry], until: int
    ) -> Counter[int]:
        """
        Let views have what has come and gone up to a snapshot; all of them, or none.

        Args:
            entries: Those of all that are up to it then, whether anything came for them or not.

        Returns:
            By the views' OIDs, how many partials that are.

        Raises:
            InternalError: One is not where its entry says: it would have something twice.

        """
        of = {entry.oid: entry for entry in entries}
        added: Counter[int] = Counter()
        with transaction(cursor):
            for one in deltas:
                _, delta = self._tables(of[one.view.oid])
                partials = [one.compiled.partials_of(rows) for rows in one.inserted]
                for rows in one.deleted:
                    gone = one.compiled.partials_of(rows)
                    partials.append(_with("~partials", gone, one.compiled.negated))
                for query in partials:
                    added[one.view.oid] += cursor.run(f"INSERT INTO {delta} {query}").changed or 0
            self.advance(cursor, of.values(), until)
        return added

    def regroup(
        self, cursor: Cursor, one: Delta, entry: Entry, affected: str, history: str, until: int
    ) -> Entry:
        """
        Compute some groups anew, and let all others have what has come; nobody reads what was before.

        Args:
            affected: The table of their keys.
            history: All rows that there are as of the snapshot.

        """
        compiled = one.compiled
        base, delta = self._tables(entry)
        is_same = " AND ".join(f'"~a".{key} IS NOT DISTINCT FROM "~s".{key}' for key in compiled.key_names)
        is_affected = f'EXISTS (SELECT 1 FROM {affected} AS "~a" WHERE {is_same})'
        new = replace(entry, cut=until, applied=until)
        with transaction(cursor):
            self.advance(cursor, [entry], until)
            for table in (base, delta):
                cursor.run(f'DELETE FROM {table} AS "~s" WHERE {is_affected}')
            keys = f'"~affected" AS (SELECT * FROM {affected})'
            cursor.run(
                f'INSERT INTO {base} WITH "~delta" AS ({history}), {keys}'
                f' SELECT * EXCLUDE ("~seq") FROM ({compiled.of_affected})'
            )
            for rows in one.inserted:
                partials = compiled.partials_of(rows)
                cursor.run(f'INSERT INTO {delta} SELECT * FROM ({partials}) AS "~s" WHERE NOT {is_affected}')
            self.note(cursor, new)
        return new

    def count(self, cursor: Cursor, oid: int) -> int:
        """How many rows a view has."""
        ((count,),) = cursor.rows(f"SELECT count(*) FROM {self.view(oid)}")
        return int(count)

    def takes_back(self, cursor: Cursor, compiled: Compiled, entry: Entry) -> bool:
        """Do negated partials take back exactly what has gone?"""
        types = self.types(cursor, entry)
        return compiled.takes_back([types[name] for name in compiled.state_names])

    def types(self, cursor: Cursor, entry: Entry) -> dict[str, str]:
        """Those of a view's partials, by their columns."""
        described = cursor.describe(f"SELECT * FROM {self.delta(entry)}")
        return {column.name: column.duckdb_type for column in described}

    def greatest(self, cursor: Cursor, entry: Entry, column: str) -> str | None:
        """The greatest value of a column of partials, as text."""
        parts = (f"SELECT max({column}) AS m FROM {table}" for table in self._tables(entry))
        ((greatest,),) = cursor.rows(f"SELECT CAST(max(m) AS VARCHAR) FROM ({' UNION ALL '.join(parts)})")
        return None if greatest is None else str(greatest)

    def delta(self, entry: Entry) -> str:
        """The table of what has come and gone since the base was made."""
        return self._tables(entry)[1]

    def merged(self, compiled: Compiled, entry: Entry) -> str:
        """The query of what is kept of a view, merged."""
        return _with("~state", _state(*self._tables(entry), str(NEWEST)), compiled.merged)

    def merge(self, cursor: Cursor, view: LiveView, compiled: Compiled, entry: Entry, cut: int) -> Entry:
        """
        Make one base of it and of the deltas up to a snapshot, which nobody reads without them any more.
        """
        new = Entry(entry.oid, entry.generation + 1, entry.made_from, cut, entry.applied)
        (old_base, old_delta), (base, delta) = self._tables(entry), self._tables(new)
        state = _state(old_base, old_delta, str(cut))
        with transaction(cursor):
            cursor.run(f"CREATE TABLE {base} AS {_with('~state', state, compiled.merged)}")
            self._check_size(cursor, view, base)
            cursor.run(f'CREATE TABLE {delta} AS SELECT * FROM {old_delta} WHERE "~seq" > {cut}')
            self._drop_tables(cursor, entry)
            cursor.run(
                f"CREATE OR REPLACE VIEW {self.view(view.oid)} AS {self._body(cursor, view, compiled, new)}"
            )
            self.note(cursor, new)
        return new

    def _check_size(self, cursor: Cursor, view: LiveView, base: str) -> None:
        """
        Raises:
            ProgramLimitExceeded: 54000, there are more rows than a view may have.

        """
        ((count,),) = cursor.rows(f"SELECT count(*) FROM {base}")
        if self.most is not None and count > self.most:
            raise ProgramLimitExceeded(
                f'live view "{view.name}" would keep {count} rows, but limits.view_state_rows is {self.most}',
                hint="Group by fewer values, or filter; or raise the limit.",
            )

    def pending(self, cursor: Cursor, entry: Entry) -> tuple[int, int]:
        """How many rows the base and the deltas of a view have, roughly where rows were deleted."""
        base, delta = self._tables(entry)
        ((merged, appended),) = cursor.rows(
            f"SELECT (SELECT count(*) FROM {base}), (SELECT count(*) FROM {delta})"
        )
        return int(merged), int(appended)

    def drop(self, cursor: Cursor, entry: Entry) -> None:
        """Of a view that is no more."""
        with transaction(cursor):
            cursor.run(f"DROP VIEW IF EXISTS {self.view(entry.oid)}")
            self._drop_tables(cursor, entry)
            cursor.run(f"DELETE FROM {self.name('entries')} WHERE oid = {entry.oid}")

    def _body(self, cursor: Cursor, view: LiveView, compiled: Compiled, entry: Entry) -> str:
        """The rows as the query gives them, with its types."""
        merged = self._merged(cursor, compiled, entry)
        columns = ", ".join(
            f"CAST({quote_identifier(one.name)} AS {one.duckdb_type}) AS {quote_identifier(one.name)}"
            for one in view.columns
        )
        names = ", ".join(quote_identifier(one.name) for one in view.columns)
        return f'SELECT {columns} FROM ({_with("~merged", merged, compiled.read)}) AS "~view"({names})'

    def _merged(self, cursor: Cursor, compiled: Compiled, entry: Entry) -> str:
        base, delta = self._tables(entry)
        pinned = f"coalesce(getvariable({quote_literal(PINNED)}), {NEWEST})"
        parts = passing.Parts(base, delta, pinned, compiled.key_names, compiled.merged)
        if not parts.keys or self.pending(cursor, entry)[0] < passing.LARGE:
            return passing.merged(parts)
        if compiled.kind == "rows":
            return passing.rows(parts)
        keys = cursor.describe(f"SELECT {parts.listed} FROM {base}")
        can_pass = passing.can_pass([column.duckdb_type for column in keys])
        return passing.groups(parts) if can_pass else passing.merged(parts)

    def _tables(self, entry: Entry) -> tuple[str, str]:
        of = f"{entry.oid}_{entry.generation}"
        return self.name(f"base_{of}"), self.name(f"delta_{of}")

    def _drop_tables(self, cursor: Cursor, entry: Entry) -> None:
        for table in self._tables(entry):
            cursor.run(f"DROP TABLE IF EXISTS {table}")


def made_from(view: LiveView, compiled: Compiled) -> str:
    """
    What the tables of a view stand on; with another one they are of no use.
    """
    said = (DUCKDB_VERSION, view.zone, view.text, compiled.partials, compiled.merged, compiled.read)
    return hashlib.sha256("\0".join(said).encode()).hexdigest()


def _state(base: str, delta: str, until: str) -> str:
    return f'SELECT * FROM {base} UNION ALL SELECT * EXCLUDE ("~seq") FROM {delta} WHERE "~seq" <= {until}'


def _with(name: str, rows: str, query: str) -> str:
    return f"WITH {quote_identifier(name)} AS ({rows}) SELECT * FROM ({query})"
