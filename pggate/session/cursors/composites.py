"""
The composite types that a session's texts may name and its results may be of: row types of relations, and
those that CREATE TYPE … AS made.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from pggate.catalog.model import canonical
from pggate.translate.syntax.quoting import quote
from pggate.translate.types.composite_names import CompositeNames
from pggate.types import record_literals
from pggate.types.composites import FIRST_RELATION, ROW_TYPES, format_name, row_type_oid, struct_fields
from pggate.types.duck import column_type
from pggate.types.ducktype import parse, spell
from pggate.types.oids import PG_TYPE
from pggate.types.table import BY_NAME, BY_OID, PgField, PgType, array_of
from pggate.types.type_map import TYPE_MAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pggate.catalog.model import Database, Relation
    from pggate.lake.declared_composites import CompositeType

BUILT_IN: Final = frozenset(
    {row.typname for row in PG_TYPE} | BY_NAME.keys() | {row.duckdb.lower() for row in TYPE_MAP}
)
"""Names that are of another type before they are a relation's row."""


class Composites:
    """
    Those of one database, as a session with this search path sees them.

    Args:
        schemas: The search path.
        own: What the session's transaction declares, by OID; None of what it drops.

    """

    def __init__(
        self,
        database: Database | None,
        schemas: tuple[str, ...],
        own: Mapping[int, CompositeType | None] | None = None,
    ) -> None:
        self._relations: Mapping[tuple[str, str], Relation] = (
            database.relations if database is not None else {}
        )
        self._by_oid: Mapping[int, Relation] = database.by_oid if database is not None else {}
        declared = {**(database.declared.composites if database is not None else {}), **(own or {})}
        self._declared = {oid: one for oid, one in declared.items() if one is not None}
        self._by_name = {(one.schema, one.name): one for one in self._declared.values()}
        self._schemas = schemas
        self._types: dict[int, PgType] = {}

    @cached_property
    def names(self) -> CompositeNames:
        """What a text may call them."""
        words = {name.lower() for _, name in (*self._relations, *self._by_name)}
        return CompositeNames(
            frozenset(words) - BUILT_IN, self.find, array_of, record_literals.spelled, struct_fields
        )

    @cached_property
    def _of_live_views(self) -> dict[int, tuple[Relation, int]]:
        """By the OIDs of their row types and of the types of arrays: which view, and is it of arrays?"""
        live = [relation for relation in self._by_oid.values() if relation.kind == "m"]
        return {row_type_oid(one.oid) + is_array: (one, is_array) for one in live for is_array in (0, 1)}

    @property
    def all_declared(self) -> tuple[CompositeType, ...]:
        """What CREATE TYPE made."""
        return tuple(self._declared.values())

    @cached_property
    def declared(self) -> tuple[PgType, ...]:
        """The types of what CREATE TYPE made."""
        return tuple(map(self._type_of, self._declared.values()))

    def find(self, names: tuple[str, ...]) -> PgType | None:
        """The type of that name, with or without its schema."""
        if len(names) == 1 and names[0] in BUILT_IN:
            return None
        for key in self._keys(names):
            if key in self._by_name:
                return self._type_of(self._by_name[key])
            if key in self._relations:
                return self._row_type(self._relations[key])
        return None

    def find_declared(self, names: tuple[str, ...]) -> CompositeType | None:
        """What CREATE TYPE made under that name."""
        return next((self._by_name[key] for key in self._keys(names) if key in self._by_name), None)

    def find_relation(self, names: tuple[str, ...]) -> Relation | None:
        """The relation whose row type has that name."""
        return next((self._relations[key] for key in self._keys(names) if key in self._relations), None)

    def by_oid(self, oid: int) -> PgType | None:
        """The type of that OID, or the type of arrays."""
        if oid in ROW_TYPES:
            number, is_array = divmod(oid - ROW_TYPES.start, 2)
            relation = self._by_oid.get(FIRST_RELATION + number)
            found = self._row_type(relation) if relation is not None else None
        elif oid in self._of_live_views:
            relation, is_array = self._of_live_views[oid]
            found = self._row_type(relation)
        else:
            one = self._declared.get(oid) or self._declared.get(oid - 1)
            is_array = one is not None and one.oid != oid
            found = self._type_of(one) if one is not None else None
        return array_of(found) if found is not None and is_array else found

    def of_struct(self, duckdb_type: str) -> PgType | None:
        """What CREATE TYPE made of these fields, or the type of arrays of it."""
        if "STRUCT(" not in duckdb_type or not self._declared:
            return None
        parsed = parse(duckdb_type)
        duckdb = spell(parsed.innermost)
        found = next((one for one in self.declared if one.duckdb == duckdb), None)
        return array_of(found) if found is not None and parsed.is_list else found

    def row_types(self, relations: Iterable[tuple[str, str]]) -> tuple[PgType, ...]:
        """Those of relations, by schema and name, as far as they are known."""
        found = (self._relations.get((canonical(schema), name)) for schema, name in relations)
        return tuple(self._row_type(relation) for relation in found if relation is not None)

    def _keys(self, names: tuple[str, ...]) -> list[tuple[str, str]]:
        schemas = self._schemas if len(names) == 1 else (canonical(names[-2]),)
        return [(schema, names[-1]) for schema in schemas]

    def _row_type(self, relation: Relation) -> PgType:
        fields = [(each.name, each.in_queries, each.type_oid, each.typmod) for each in relation.columns]
        oid = row_type_oid(relation.oid)
        return self._made(oid, oid + 1, relation.name, fields)

    def _type_of(self, composite: CompositeType) -> PgType:
        fields = [(each.name, each.duckdb, each.type, each.typmod) for each in composite.attributes]
        return self._made(composite.oid, composite.array_oid, composite.name, fields)

    def _made(self, oid: int, array_oid: int, name: str, fields: list[tuple[str, str, int, int]]) -> PgType:
        known = self._types.get(oid)
        if known is None:
            parts = ", ".join(f"{quote(called)} {duckdb}" for called, duckdb, _, _ in fields)
            known = self._types[oid] = PgType(
                name,
                oid,
                array_oid,
                -1,
                format_name(name),
                spell(parse(f"STRUCT({parts})")) if fields else "STRUCT",
                fields=tuple(
                    PgField(called, self._of(type_, duckdb), typmod)
                    for called, duckdb, type_, typmod in fields
                ),
            )
        return known

    def _of(self, oid: int, duckdb: str) -> PgType:
        return BY_OID.get(oid) or self.by_oid(oid) or column_type(duckdb).type
