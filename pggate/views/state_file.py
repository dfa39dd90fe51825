"""
The file that has the state of one lake's live views, and how far each of them is.

A DuckDB file beside the lake, attached to the engine.  It is a cache: everything in it can be made anew from
the lake, so one that cannot be read is thrown away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified, quote_identifier, quote_literal
from pggate.errors import InternalError, PgError
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from pggate.engine.cursor import Cursor

log = Log("views")

PREFIX: Final = "views:"
SCHEMA: Final = "main"
_ENTRIES: Final = """
    create table if not exists {entries} (
        oid bigint not null, generation integer not null, made_from varchar not null, cut bigint not null,
        applied bigint not null, failed bigint, failure varchar)"""
_COLUMNS: Final = """
    select oid, generation, made_from, cut, applied, failed, failure from {entries} limit 0"""


@dataclass(frozen=True, slots=True)
class Entry:
    """
    Args:
        generation: Which of its tables are the view's.
        made_from: What they were made by: another query, or another engine, needs others.
        cut: The snapshot up to which all rows are in the base: none before it can be read any more.
        applied: The snapshot up to which all rows are in.
        failed, failure: The snapshot whose rows the view could not take, and why.

    """

    oid: int
    generation: int
    made_from: str
    cut: int
    applied: int
    failed: int | None = None
    failure: str | None = None


class StateFile:
    """
    Of one lake.  Each cursor is its caller's.
    """

    def __init__(self, lake: int, directory: Path) -> None:
        """
        Args:
            lake: The lake's OID.
            directory: Where the files of all lakes are.

        """
        self._path = directory / f"{lake}.duckdb"
        self._lake = lake

    def attach(self, cursor: Cursor) -> None:
        """
        A file that cannot be read, or is not of this form, is thrown away.

        Raises:
            PgError: There cannot be a new one, either.

        """
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._open(cursor)
        except PgError as error:
            log.warning("view_state_lost", file=self._path.name, error=error.message)
            self.detach(cursor)
            for path in self._path.parent.glob(f"{self._path.name}*"):
                path.unlink()
            self._open(cursor)

    def _open(self, cursor: Cursor) -> None:
        name = quote_identifier(alias(self._lake))
        cursor.run(f"ATTACH IF NOT EXISTS {quote_literal(str(self._path))} AS {name}")
        cursor.run(_ENTRIES.format(entries=self.name("entries")))
        cursor.run(_COLUMNS.format(entries=self.name("entries")))

    def detach(self, cursor: Cursor) -> None:
        cursor.run(f"DETACH DATABASE IF EXISTS {quote_identifier(alias(self._lake))}")

    def entries(self, cursor: Cursor) -> dict[int, Entry]:
        """By the views' OIDs."""
        rows = cursor.rows(f"SELECT * FROM {self.name('entries')}")
        return {int(oid): Entry(int(oid), *entry) for oid, *entry in rows}

    def cuts(self, cursor: Cursor, oids: Iterable[int]) -> dict[int, int]:
        """Of views, as the cursor's transaction reads them from now on."""
        listed = ", ".join(map(str, oids))
        rows = cursor.rows(f"SELECT oid, cut FROM {self.name('entries')} WHERE oid IN ({listed})")
        return {int(oid): int(cut) for oid, cut in rows}

    def advance(self, cursor: Cursor, of: Collection[Entry], until: int) -> None:
        """
        Views have everything up to a snapshot.

        Raises:
            InternalError: One is not where its entry says.

        """
        known = " OR ".join(f"(oid = {entry.oid} AND applied = {entry.applied})" for entry in of)
        done = cursor.run(f"UPDATE {self.name('entries')} SET applied = {until} WHERE {known}")
        if done.changed != len(of):
            said = (f"live view {entry.oid} has not snapshot {entry.applied}" for entry in of)
            raise InternalError(" or ".join(said))

    def fail(self, cursor: Cursor, oid: int, snapshot: int, why: str) -> None:
        """A view could not take the rows of a snapshot."""
        cursor.run(
            f"UPDATE {self.name('entries')} SET failed = $1, failure = $2 WHERE oid = $3",
            [snapshot, why, oid],
        )

    def note(self, cursor: Cursor, entry: Entry) -> None:
        cursor.run(f"DELETE FROM {self.name('entries')} WHERE oid = {entry.oid}")
        cursor.run(
            f"INSERT INTO {self.name('entries')} VALUES ($1, $2, $3, $4, $5, NULL, NULL)",
            [entry.oid, entry.generation, entry.made_from, entry.cut, entry.applied],
        )

    def view(self, oid: int) -> str:
        return relation(self._lake, oid)

    def name(self, name: str) -> str:
        return qualified(alias(self._lake), SCHEMA, name)


def alias(lake: int) -> str:
    """
    What the file of a lake is attached as, by the lake's OID.
    """
    return f"{PREFIX}{lake}"


def relation(lake: int, oid: int) -> str:
    """
    What a statement reads in the place of a live view.
    """
    return qualified(alias(lake), SCHEMA, f"view_{oid}")


def files_of_others(directory: Path, lakes: Collection[int]) -> Iterator[Path]:
    """
    The files of lakes that are not among those.
    """
    for path in directory.glob("*.duckdb*") if directory.is_dir() else ():
        if path.name.split(".")[0] not in map(str, lakes):
            yield path
