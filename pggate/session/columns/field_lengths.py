"""
The lengths of texts in values of composite types, in SQL: what is too long, and the value as it is kept.

lake/declared_values.py does the same for rows that come in batches.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_identifier, quote_literal
from pggate.types import table
from pggate.types.padding import VARHDRSZ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.types.table import PgField, PgType

_WITH_LENGTH: Final = frozenset({table.VARCHAR, table.BPCHAR})
_TOO_LONG: Final = "value too long for type "


@dataclass(frozen=True, slots=True)
class Lengths:
    """
    Those of a composite type, or of arrays of one.
    """

    type: PgType

    @classmethod
    def of(cls, of_type: PgType | None) -> Lengths | None:
        """None for a type without any."""
        return cls(of_type) if of_type is not None and _has_lengths(of_type) else None

    def wrong(self, value: str) -> str:
        """A condition: a text in the value is too long."""
        return " OR ".join(f"coalesce({condition}, false)" for condition, _ in _faults(self.type, value))

    def fault(self, value: str) -> str:
        """What is wrong with such a value."""
        cases = " ".join(
            f"WHEN {condition} THEN {quote_literal(_TOO_LONG + said)}"
            for condition, said in _faults(self.type, value)
        )
        return f"CASE {cases} END"

    def kept(self, value: str) -> str:
        """The value without spaces that are too many or mean nothing."""
        return _kept(self.type, value)


def _has_lengths(of_type: PgType) -> bool:
    return any(
        _has_length(field) or _has_lengths(field.type) for field in (of_type.element or of_type).fields
    )


def _has_length(field: PgField) -> bool:
    return field.type is table.BPCHAR or (field.type in _WITH_LENGTH and field.typmod >= VARHDRSZ)


def _faults(of_type: PgType, value: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Conditions, and the type of the field that each is about."""
    if of_type.element is not None:
        item = f"x{depth}"
        for condition, said in _faults(of_type.element, item, depth + 1):
            yield f"len(list_filter({value}, lambda {item}: {condition})) > 0", said
        return
    for field in of_type.fields:
        part = _part(value, field)
        most = field.typmod - VARHDRSZ
        if field.type in _WITH_LENGTH and most >= 0:
            yield f"length(rtrim(substr({part}, {most + 1}), ' ')) > 0", f"{field.type.sql}({most})"
        else:
            yield from _faults(field.type, part, depth)


def _kept(of_type: PgType, value: str, depth: int = 0) -> str:
    if not _has_lengths(of_type):
        return value
    if of_type.element is not None:
        item = f"x{depth}"
        return f"list_transform({value}, lambda {item}: {_kept(of_type.element, item, depth + 1)})"
    fields = ", ".join(
        f"{quote_identifier(field.name)} := {_kept_field(field, value, depth)}" for field in of_type.fields
    )
    return f"CASE WHEN {value} IS NOT NULL THEN struct_pack({fields}) END"


def _kept_field(field: PgField, value: str, depth: int) -> str:
    part = _part(value, field)
    if field.type is table.BPCHAR:
        return f"rtrim({part}, ' ')"
    if _has_length(field):
        return f"left({part}, {field.typmod - VARHDRSZ})"
    return _kept(field.type, part, depth)


def _part(value: str, field: PgField) -> str:
    return f"struct_extract({value}, {quote_literal(field.name)})"
