"""
What a query returns, under PostgreSQL's names.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.catalog.emulation import DATABASE
from pggate.engine.json_lineage import MADE
from pggate.engine.unbindable import NotBindable
from pggate.errors import PgError, TooManyColumns
from pggate.session.columns.bit_columns import as_bits
from pggate.session.columns.cast_columns import as_cast, as_made
from pggate.session.columns.character_columns import as_character
from pggate.session.columns.declared_columns import as_declared, is_declared_jsonb
from pggate.session.columns.field_columns import as_fields
from pggate.session.columns.moment_columns import as_modified
from pggate.session.columns.nested_columns import as_documents
from pggate.session.columns.result_composites import as_named, with_composites
from pggate.session.live.cache import CACHED_TEXT_SIZE
from pggate.session.statement.outcome import Column, column
from pggate.session.statement.placing import placed_within
from pggate.translate.columns import names
from pggate.translate.dialect import travel
from pggate.translate.texts.shapes import shape
from pggate.translate.untyped import parameters
from pggate.types.duck import column_type

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.engine.bound import Bound
    from pggate.engine.result import ResultColumn
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.cache import Caches
    from pggate.types.duck import Shown

MOST_COLUMNS: Final = 1664
"""PostgreSQL 15, MaxTupleAttributeNumber."""

TIMES: Final = frozenset(
    {
        "current_date",
        "current_localtime",
        "current_localtimestamp",
        "get_current_time",
        "get_current_timestamp",
        "now",
        "today",
        "transaction_timestamp",
    }
)
"""DuckDB's functions of when the transaction began."""


def reads_catalogs(bound: Bound | None) -> bool:
    """
    Does the statement read the emulation's relations and nothing else?
    """
    return bound is not None and {relation.catalog for relation in bound.relations} == {DATABASE}


def reads_catalog(bound: Bound | None) -> bool:
    """
    Does it read any of them?
    """
    return bound is not None and any(relation.catalog == DATABASE for relation in bound.relations)


def asks_for_time(bound: Bound | None) -> bool:
    """
    Does it ask when its transaction began?
    """
    return bound is not None and not bound.functions.isdisjoint(TIMES)


def _declared(bound: Bound | None, count: int) -> tuple[bool, ...]:
    """
    Which of a result's columns have a declared modifier.  Of what the binder cannot tell about all do.
    """
    if bound is None:
        return (True,) * count
    return bound.declared if len(bound.declared) == count else (False,) * count


class Describer:
    """
    Args:
        cursors: The session's.
        caches: Names that were found before, and composite types that were told, by any session.

    """

    def __init__(self, cursors: Cursors, caches: Caches) -> None:
        self._cursors = cursors
        self._known = caches.names
        self._struct_types = caches.struct_types

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
        of_catalog = reads_catalogs(bound)
        declared = _declared(bound, len(columns))
        jsonb = frozenset() if bound is None else self._jsonb(bound)
        shown = with_composites(
            self._cursors.shown_types(),
            text,
            columns,
            bound,
            self._cursors.composites(),
            self._cursors.database,
        )
        found = tuple(
            column(
                name,
                c.duckdb_type,
                of_catalog=of_catalog,
                is_declared=is_declared,
                is_jsonb=place in jsonb,
                shown=shown,
            )
            for place, (name, c, is_declared) in enumerate(zip(called, columns, declared, strict=True))
        )
        self._struct_types.note(
            self._cursors.database, (one.type for one in found if one.type.fields or one.type.element)
        )
        return as_documents(self._as_declared(found, text, bound), found, shown)

    def _as_declared(self, found: tuple[Column, ...], text: str, bound: Bound | None) -> tuple[Column, ...]:
        """With what DuckDB's types do not tell: lengths, precisions, names, types that somebody made."""
        found = as_cast(as_named(found, bound), text, self._cursors.binder)
        found = found if bound is None else as_bits(found, bound.bits)
        if bound is None:
            return found
        found = as_modified(found, bound.moments, self._cursors)
        made = as_character(found, bound.characters, self._cursors)
        if len(bound.origins) == len(found):
            made = as_declared(made, bound.origins, self._cursors)
        made = as_fields(made, bound.fields, self._cursors)
        return as_made(found, made, text, self._cursors.binder)

    def shown_parameters(self, types: Mapping[int, str], bound: Bound | None) -> Shown:
        """As what the session has STRUCTs that are parameters; pg_type has their types."""
        shown = self._cursors.shown_types()
        structs = [of_type for of_type in types.values() if "STRUCT(" in of_type]
        if not structs:
            return shown
        known = bound.composites if bound is not None else ()
        shown = replace(shown, composites=(*known, *self._cursors.composites().declared))
        self._struct_types.note(
            self._cursors.database, (column_type(of_type, shown).type for of_type in structs)
        )
        return shown

    def _jsonb(self, bound: Bound) -> frozenset[int]:
        """The places of the columns that are jsonb, if they are JSON."""
        return frozenset(
            place
            for place, sources in bound.json_sources.items()
            if any(source is MADE or is_declared_jsonb(source, self._cursors) for source in sources)
        )

    def _renamed(self, text: str, called: Sequence[str]) -> Sequence[str]:
        """
        What PostgreSQL calls them.  What it calls otherwise follows from the text's shape and, for a *, from
        the plain names; the engine's other names are those of a relation, or have the text's numbers in them.
        """
        if len(text) > CACHED_TEXT_SIZE:
            return self._labels(text, called)
        key = (shape(text).text, tuple(name if names.is_plain(name) else "" for name in called))
        found = self._known.get(key)
        if found is None:
            labels = zip(self._labels(text, called), called, strict=True)
            found = tuple(None if label == name else label for label, name in labels)
            self._known.put(key, found)
        return [name if label is None else label for label, name in zip(found, called, strict=True)]

    def _labels(self, text: str, called: Sequence[str]) -> Sequence[str]:
        try:
            return names.column_names(self._cursors.binder.tree(text), called, text)
        except NotBindable:
            return called  # SHOW, DESCRIBE and the like name their columns themselves
