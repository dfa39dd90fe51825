"""
The columns of a topic whose values the engine does not hold to what they declare, and the conditions for
that, in SQL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified, quote_identifier, quote_literal
from pggate.lake.declared import DeclaredColumn
from pggate.lake.declared_values import (
    DOCUMENTS,
    FIXED,
    LEAST_OID,
    MOST_OID,
    OIDS,
    SPELLED,
    VARHDRSZ,
    is_rounded,
)
from pggate.session.columns.field_lengths import Lengths
from pggate.session.cursors.places import committed_columns, is_temporary
from pggate.types import table
from pggate.types.ducktype import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from pggate.engine.definitions import Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.types.enums import EnumType

_TIMES: Final = frozenset({table.TIME.oid, table.TIME.array_oid})


def checked(
    gateway: Gateway, cursors: Cursors, relation: Relation, names: Collection[str] | None = None
) -> list[Checked]:
    """
    The columns of a topic whose values the engine does not hold to what they declare, as its transaction has
    them.

    Args:
        names: Of these columns only.

    """
    if is_temporary(relation):
        return checked_temporary(cursors, relation, names)
    columns = committed_columns(gateway, cursors, relation)
    known = {
        column.name: Checked(
            column.name,
            column.declared,
            _enum(cursors, column.declared) if cursors.declaring.enums else column.enum,
            dimensions=parse(column.duckdb_type).dimensions,
        )
        for column in columns
        if column.declared is not None
    }
    own = cursors.declaring.columns.get((relation.schema, relation.name), {})
    types = _dimensions(cursors, relation) if own else {}
    for name, declared in own.items():
        known.pop(name, None)
        if declared is not None:
            known[name] = Checked(name, declared, _enum(cursors, declared), dimensions=types.get(name, 0))
    return _mattering(cursors, known, names)


def _enum(cursors: Cursors, declared: DeclaredColumn) -> EnumType | None:
    """The enumerated type of a column, as the open transaction has it."""
    return next((e for e in cursors.enums().by_name.values() if declared.type in (e.oid, e.array_oid)), None)


def checked_temporary(
    cursors: Cursors, relation: Relation, names: Collection[str] | None = None
) -> list[Checked]:
    """
    The same of a temporary table, whose enums and NOT NULL the engine itself has.
    """
    declared = cursors.temporary.types(relation.name)
    known = {name: Checked(name, DeclaredColumn(*said), None) for name, said in declared.items()}
    found = _mattering(cursors, known, names)
    types = _dimensions(cursors, relation) if found else {}
    for column in found:
        column.dimensions = types.get(column.name, 0)
    return found


def _mattering(cursors: Cursors, known: dict[str, Checked], names: Collection[str] | None) -> list[Checked]:
    for column in known.values():
        column.lengths = Lengths.of(cursors.created_type(column.declared.type))
    return [column for name, column in known.items() if column.matters and (names is None or name in names)]


def _dimensions(cursors: Cursors, relation: Relation) -> dict[str, int]:
    """Of the columns, as the open transaction has made them."""
    name = qualified(relation.catalog, relation.schema, relation.name)
    columns = cursors.lake.describe(f"SELECT * FROM {name}")
    return {column.name: parse(column.duckdb_type).dimensions for column in columns}


class Checked:
    """
    A column whose values are to be checked, or whose elements are, of so many dimensions.

    `place` is where they stand, in SQL: under its name, or elsewhere.
    """

    def __init__(
        self, name: str, declared: DeclaredColumn, enum: EnumType | None, *, dimensions: int = 0
    ) -> None:
        self.name, self.declared, self.enum, self.dimensions = name, declared, enum, dimensions
        self.lengths: Lengths | None = None
        self.place = quote_identifier(name)

    @property
    def matters(self) -> bool:
        """Is there anything that a value could be wrong by?"""
        return (
            self.declared.not_null
            or self.enum is not None
            or self.is_document
            or self.is_moment
            or self.is_oid
            or self.lengths is not None
            or (self.declared.type in SPELLED and (self.declared.typmod >= 0 or self.declared.type in FIXED))
        )

    @property
    def is_text(self) -> bool:
        """Are its values those of an enum, or of a type with a length?"""
        return self.enum is not None or self.declared.type in SPELLED

    @property
    def is_document(self) -> bool:
        """Is it a jsonb, or a list of them?"""
        return self.declared.type in DOCUMENTS

    @property
    def is_oid(self) -> bool:
        """Is it an oid, or a list of them?"""
        return self.declared.type in OIDS

    @property
    def is_moment(self) -> bool:
        """Is it of a type with fewer digits behind the second than are kept, or a list of such?"""
        return is_rounded(self.declared)

    def missing(self) -> str:
        """A condition: there is no value, and must be one."""
        return f"{self.place} IS NULL" if self.declared.not_null else "false"

    def wrong(self) -> str:
        """A condition: the value is none of the declared type."""
        if self.lengths is not None:
            return self.lengths.wrong(self.place)
        return self._any(self._wrong) if self.is_text or self.is_oid else "false"

    def loose(self) -> str:
        """A condition: the value is kept as another one: without spaces, rounded, a jsonb's one text."""
        if self.lengths is not None or self.is_moment:
            return f"{self.place} <> {self.kept()}"
        if self.is_document:
            return f"{self.place}::VARCHAR <> {self.kept()}::VARCHAR"
        if self.is_oid:
            return self._any(lambda value: f"{value} < 0")
        return "false" if self.enum is not None or not self.is_text else self._any(self._loose)

    def kept(self) -> str:
        """The value as it is kept."""
        if self.lengths is not None:
            return self.lengths.kept(self.place)
        if self.is_document and not self.dimensions:
            return f'"~jsonb"({self.place})'
        if self.is_document:
            return self._each(lambda items: f'"~jsonb_each_of"({items})', self.dimensions - 1)
        return self._each(self._kept, self.dimensions)

    def fault(self) -> str:
        """What is said of a wrong value: itself, of a row its field's type."""
        if self.lengths is not None:
            return self.lengths.fault(self.place)
        if self.dimensions and self.is_text:
            return f"{self._such(self._wrong)}[1]"
        return f"{self.place}::VARCHAR"

    def _any(self, condition: Callable[[str], str]) -> str:
        return f"len({self._such(condition)}) > 0" if self.dimensions else condition(self.place)

    def _such(self, condition: Callable[[str], str]) -> str:
        """The elements of which it is true, whatever lists they stand in."""
        inner = self.dimensions - 1
        elements = f"{'flatten(' * inner}{self.place}{')' * inner}"
        return f"list_filter({elements}, lambda x: {condition('x')})"

    def _each(self, change: Callable[[str], str], depth: int) -> str:
        """The lists with what a change makes of what stands in them, so deep."""
        names = [self.place, *("x" * (level + 1) for level in range(depth))]
        changed = change(names[-1])
        for item, items in zip(names[:0:-1], names[-2::-1], strict=True):
            changed = f"list_transform({items}, lambda {item}: {changed})"
        return changed

    def _wrong(self, value: str) -> str:
        if self.is_oid:
            return f"{value} NOT BETWEEN {LEAST_OID} AND {MOST_OID}"
        if self.enum is not None:
            return f"{value} NOT IN ({', '.join(map(quote_literal, self.enum.labels))})"
        if self.declared.typmod < 0:
            return "false"
        return f"length(rtrim(substr({value}, {self._length + 1}), ' ')) > 0"

    def _loose(self, value: str) -> str:
        if self.declared.type in FIXED:
            return f"{value} <> rtrim({value}, ' ')"
        if self.declared.typmod < 0:
            return "false"
        return f"length({value}) > {self._length}"

    def _kept(self, value: str) -> str:
        if self.is_oid:
            return f"CASE WHEN {value} < 0 THEN {value} + {MOST_OID + 1} ELSE {value} END"
        if self.is_moment:
            return self._rounded(value)
        if self.declared.type in FIXED:
            return f"rtrim({value}, ' ')"
        return f"left({value}, {self._length})"

    def _rounded(self, value: str) -> str:
        rounding = "rounded_time" if self.declared.type in _TIMES else "rounded"
        return f'"~pg"."~mirror".{rounding}({value}, {self.declared.typmod})'

    @property
    def _length(self) -> int:
        return self.declared.typmod - VARHDRSZ
