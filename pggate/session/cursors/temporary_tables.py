"""
What is known of the session's temporary tables and sequences beside what DuckDB knows: what their columns are
declared as, their keys, and what becomes of them when a transaction commits.

DuckDB's own tables go with a ROLLBACK or come back, and so does this.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pggate.lake.declared import DeclaredColumn, NamedKey
    from pggate.lake.sequences import Sequence
    from pggate.session.live.session_numbers import SessionNumbers

DROP: Final = "drop"
DELETE: Final = "delete"
"""ON COMMIT DROP and ON COMMIT DELETE ROWS (PostgreSQL 15, CREATE TABLE)."""


@dataclass(slots=True)
class Known:
    """
    Args:
        columns: What columns declare, by table and name.
        keys: By table.
        on_commit: DROP or DELETE, by table, in the order of their making.
        sequences: By OID.

    """

    columns: dict[str, dict[str, DeclaredColumn]] = field(default_factory=dict)
    keys: dict[str, tuple[NamedKey, ...]] = field(default_factory=dict)
    on_commit: dict[str, str] = field(default_factory=dict)
    sequences: dict[int, Sequence] = field(default_factory=dict)

    def copy(self) -> Known:
        columns = {table: dict(said) for table, said in self.columns.items()}
        return Known(columns, dict(self.keys), dict(self.on_commit), dict(self.sequences))

    def rename(self, table: str, name: str) -> None:
        """A table keeps what is known of it."""
        if table in self.columns:
            self.columns[name] = self.columns.pop(table)
        if table in self.keys:
            self.keys[name] = self.keys.pop(table)
        for each, keys in self.keys.items():
            self.keys[each] = tuple(_pointing(key, table, name) for key in keys)
        self.on_commit = {name if each == table else each: what for each, what in self.on_commit.items()}

    def forget(self, table: str) -> None:
        """It is gone, or another one; and the sequences that its columns own."""
        for said in self.columns.pop(table, {}).values():
            self._drop_owned(said)
        self.keys.pop(table, None)
        self.on_commit.pop(table, None)

    def rename_column(self, table: str, name: str, new: str) -> None:
        columns = self.columns.get(table, {})
        if name in columns:
            columns[new] = columns.pop(name)
        called = {name: new}
        self.keys[table] = tuple(
            replace(key, columns=tuple(called.get(each, each) for each in key.columns))
            for key in self.keys.get(table, ())
        )

    def drop_column(self, table: str, name: str) -> None:
        said = self.columns.get(table, {}).pop(name, None)
        if said is not None:
            self._drop_owned(said)
        self.keys[table] = tuple(key for key in self.keys.get(table, ()) if name not in key.columns)

    def _drop_owned(self, said: DeclaredColumn) -> None:
        for oid in said.owns:
            self.sequences.pop(oid, None)


def _pointing(key: NamedKey, table: str, name: str) -> NamedKey:
    """A foreign key, that points to a table under its other name."""
    if key.references is None or key.references[1] != table:
        return key
    return replace(key, references=(key.references[0], name))


class TemporaryTables:
    """
    Of one session.

    Args:
        numbers: What it knows of sequences.

    """

    def __init__(self, numbers: SessionNumbers) -> None:
        self._numbers = numbers
        self._now(Known())
        self._before: Known | None = None
        """What was known when the transaction began; None while it has changed nothing."""

    @property
    def on_commit(self) -> Mapping[str, str]:
        """See Known."""
        return self._known.on_commit

    @property
    def sequences(self) -> Mapping[int, Sequence]:
        """See Known."""
        return self._known.sequences

    def columns(self, table: str) -> Mapping[str, DeclaredColumn]:
        """What the columns of a table declare, by their names."""
        return self._known.columns.get(table, {})

    def keys(self, table: str) -> tuple[NamedKey, ...]:
        """Its keys; their OIDs are not told."""
        return self._known.keys.get(table, ())

    def types(self, table: str) -> dict[str, tuple[int, int]]:
        """What columns declare that DuckDB's types do not tell: OID and typmod."""
        return {name: (said.type, said.typmod) for name, said in self.columns(table).items() if said.type}

    @contextmanager
    def changing(self, *, in_block: bool) -> Iterator[Known]:
        """
        What is known, to be changed; it stays as it was if that fails.
        """
        before = self._known.copy()
        if in_block and self._before is None:
            self._before = before
        try:
            yield self._known
        except BaseException:
            self._now(before.copy())
            raise
        self._now(self._known)

    def leave_transaction(self, *, committed: bool) -> None:
        """What it has changed stays so, or is as before."""
        if self._before is not None and not committed:
            self._now(self._before)
        self._before = None

    def discard(self) -> None:
        """There are none any more."""
        self._now(Known())

    def _now(self, known: Known) -> None:
        self._known: Known = known
        self._numbers.temporary = known.sequences
