"""
What a query returns, under PostgreSQL's names.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from pggate.catalog.emulation import DATABASE
from pggate.engine.binding import NotBindable
from pggate.errors import PgError, TooManyColumns
from pggate.session.cache import CACHED_TEXT_SIZE
from pggate.session.outcome import Column, column
from pggate.session.placing import placed_within
from pggate.translate import names, parameters, travel
from pggate.translate.shapes import shape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.engine.bound import Bound
    from pggate.engine.result import ResultColumn
    from pggate.session.cache import Cache
    from pggate.session.cursors import Cursors

MOST_COLUMNS: Final = 1664
"""PostgreSQL 15, MaxTupleAttributeNumber."""


class Describer:
    """
    Args:
        cursors: The session's.
        known: Names that were found before, by any session.

    """

    def __init__(self, cursors: Cursors, known: Cache[tuple[str, ...]]) -> None:
        self._cursors = cursors
        self._known = known

    def columns(self, text: str, types: Mapping[int, str], bound: Bound | None) -> tuple[Column, ...]:
        """What a query returns, asked of the binder; of the engine where the binder does not know it."""
        describe = self._cursors.binder.columns
        if bound is None or travel.travels(text):
            describe = self._cursors.lake.describe
        *attempts, last = parameters.described_parameters(text, types)
        for attempt in attempts:
            with suppress(PgError):
                return self.named(text, describe(attempt.text), bound)
        with placed_within(last):
            return self.named(text, describe(last.text), bound)

    def named(self, text: str, columns: Sequence[ResultColumn], bound: Bound | None) -> tuple[Column, ...]:
        """
        A query's columns under PostgreSQL's names.  A query without unnamed expressions pays nothing.

        Raises:
            TooManyColumns: There are more than PostgreSQL has in a result.

        """
        if len(columns) > MOST_COLUMNS:
            raise TooManyColumns(
                f"target lists can have at most {MOST_COLUMNS} entries",
                hint="Select fewer columns, or several of them as one array.",
            )
        called: Sequence[str] = [c.name for c in columns]
        if not names.settled(called):
            called = self._renamed(text, called)
        of_catalog = bound is not None and {relation.catalog for relation in bound.relations} == {DATABASE}
        return tuple(
            column(name, c.duckdb_type, of_catalog=of_catalog)
            for name, c in zip(called, columns, strict=True)
        )

    def _renamed(self, text: str, called: Sequence[str]) -> Sequence[str]:
        """
        What PostgreSQL calls them, which follows from the text's shape and, for a *, from the plain names.
        """
        if len(text) > CACHED_TEXT_SIZE:
            return self._labels(text, called)
        key = (shape(text).text, tuple(name if names.settled((name,)) else "" for name in called))
        found = self._known.get(key)
        if found is None:
            found = tuple(self._labels(text, called))
            self._known.put(key, found)
        return found

    def _labels(self, text: str, called: Sequence[str]) -> Sequence[str]:
        try:
            return names.column_names(self._cursors.binder.tree(text), called, text)
        except NotBindable:
            return called  # SHOW, DESCRIBE and the like name their columns themselves
