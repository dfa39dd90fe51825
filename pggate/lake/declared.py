"""
What a topic declares and DuckLake has no place for: types as they were written, typmods, enums, keys,
numbering, options.

Values only.  They travel in the commit that defines the topic (marks.py), by name, since a new topic has no
id before its COMMIT; the registry keeps them by id (declarations.py), so that they outlive renames.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from pggate.lake.topic_options import NONE, TopicOptions, options_of
from pggate.translate.definitions.key_terms import USUAL, KeyTerms
from pggate.types.enums import EnumType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.lake.declared_composites import CompositeType
    from pggate.lake.live_views import LiveView
    from pggate.lake.sequences import Sequence

KeyKind: TypeAlias = Literal["p", "u", "f", "c", "index", "unique index"]
"""pg_constraint.contype: PRIMARY KEY, UNIQUE, FOREIGN KEY, CHECK; and what CREATE INDEX makes."""


ARBITERS: Final[tuple[KeyKind, ...]] = ("p", "u", "unique index")
"""Those that no two rows share."""


@dataclass(frozen=True, slots=True)
class DeclaredColumn:
    """
    Args:
        type: The OID of the type that was written, 0 where the engine's type tells it.
        typmod: pg_attribute.atttypmod of it.
        sequence: The OID of the sequence that numbers rows which do not name the column, 0 for none.
        identity: pg_attribute.attidentity: 'a' always, 'd' by default, '' for serial and all others.
        not_null: NOT NULL that the lake could not be told (ducklake 1.5.5: it takes it where there are rows
            of earlier transactions, and never of a column that is added).
        owns: The OIDs of sequences that go when the column goes (OWNED BY).
        default: A default that the lake could not be told, in the engine's words, "" for none.
        shown_default: The same as pg_get_expr shows it.

    """

    type: int = 0
    typmod: int = -1
    sequence: int = 0
    identity: str = ""
    not_null: bool = False
    owns: tuple[int, ...] = ()
    default: str = ""
    shown_default: str = ""


@dataclass(frozen=True, slots=True)
class DeclaredKey:
    """
    Args:
        columns: DuckLake's ids of the columns, in the order of the declaration.
        references: Of a foreign key: the id of the topic that it points to.
        referenced: That one's columns.
        condition: Of a CHECK, in the engine's words.
        shown: The same as pg_get_constraintdef shows it.
        options: Of an index: pg_index.indoption of the columns that it orders; the others it includes.
        comment: Of COMMENT ON CONSTRAINT and COMMENT ON INDEX, None without one.
        terms: How rows are to be held to it, and when.

    """

    oid: int
    name: str
    kind: KeyKind
    columns: tuple[int, ...]
    references: int | None = None
    referenced: tuple[int, ...] = ()
    condition: str = ""
    shown: str = ""
    options: tuple[int, ...] = ()
    comment: str | None = None
    terms: KeyTerms = USUAL


@dataclass(frozen=True, slots=True)
class NamedKey:
    """
    A key before its COMMIT: columns by name, the topic it points to as schema and table.
    """

    oid: int
    name: str
    kind: KeyKind
    columns: tuple[str, ...]
    references: tuple[str, str] | None = None
    referenced: tuple[str, ...] = ()
    condition: str = ""
    shown: str = ""
    options: tuple[int, ...] = ()
    comment: str | None = None
    terms: KeyTerms = USUAL


@dataclass(frozen=True, slots=True)
class DeclaredTopic:
    """
    By DuckLake's column id.
    """

    columns: Mapping[int, DeclaredColumn] = field(default_factory=lambda: MappingProxyType({}))
    keys: tuple[DeclaredKey, ...] = ()
    options: TopicOptions = NONE


@dataclass(frozen=True, slots=True)
class Declared:
    """
    All that the topics of one lake declare, as of its snapshot `applied`.
    """

    applied: int = -1
    topics: Mapping[int, DeclaredTopic] = field(default_factory=lambda: MappingProxyType({}))
    enums: Mapping[int, EnumType] = field(default_factory=lambda: MappingProxyType({}))
    sequences: Mapping[int, Sequence] = field(default_factory=lambda: MappingProxyType({}))
    composites: Mapping[int, CompositeType] = field(default_factory=lambda: MappingProxyType({}))
    live_views: Mapping[int, LiveView] = field(default_factory=lambda: MappingProxyType({}))
    successors: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    """Of a topic that was written anew (ALTER COLUMN … TYPE): its DuckLake id → the id of what it is now."""

    def successor(self, table_id: int) -> int:
        """The topic's DuckLake id as it is now; tokens name one that it had."""
        while table_id in self.successors:
            table_id = self.successors[table_id]
        return table_id

    def origin(self, table_id: int) -> int:
        """The id that the topic had first, of which its OID is made."""
        if not self.successors:
            return table_id
        before = {new: old for old, new in self.successors.items()}
        while table_id in before:
            table_id = before[table_id]
        return table_id


EMPTY: Final = Declared()
NOTHING: Final = DeclaredTopic()


# ---- as JSON ------------------------------------------------------------------------------------------


def column_json(column: DeclaredColumn) -> dict[str, Any]:
    """Without what is as usual: the text of a snapshot stays short."""
    usual = DeclaredColumn(owns=_usually_owned(column.sequence))
    return {key: value for key, value in asdict(column).items() if value != getattr(usual, key)}


def column_of(value: Mapping[str, Any]) -> DeclaredColumn:
    owned = value.get("owns", _usually_owned(value.get("sequence", 0)))
    return DeclaredColumn(**{**value, "owns": tuple(owned)})


def _usually_owned(sequence: int) -> tuple[int, ...]:
    """A column that is numbered is a serial or identity column, mostly, and has its own sequence."""
    return (sequence,) if sequence else ()


def enum_of(value: Mapping[str, Any]) -> EnumType:
    return EnumType(**{**value, "labels": tuple(value["labels"])})


def named_key_of(value: Mapping[str, Any]) -> NamedKey:
    references = value["references"]
    return NamedKey(
        **{
            **value,
            "columns": tuple(value["columns"]),
            "references": None if references is None else tuple(references),
            "referenced": tuple(value["referenced"]),
            "options": tuple(value.get("options", ())),
            "terms": terms_of(value.get("terms", {})),
        }
    )


def terms_of(value: Mapping[str, Any]) -> KeyTerms:
    """Nothing is said by what was written before there were any."""
    return KeyTerms(**{**value, "set_places": tuple(value.get("set_places", ()))})


def topic_json(topic: DeclaredTopic) -> dict[str, Any]:
    return {
        "columns": {str(column_id): column_json(column) for column_id, column in topic.columns.items()},
        "keys": [asdict(key) for key in topic.keys],
        "options": topic.options.written,
    }


def topic_of(value: Mapping[str, Any]) -> DeclaredTopic:
    columns = {int(column_id): column_of(column) for column_id, column in value["columns"].items()}
    keys, options = tuple(key_of(key) for key in value["keys"]), options_of(value.get("options", ()))
    return DeclaredTopic(MappingProxyType(columns), keys, options)


def key_of(value: Mapping[str, Any]) -> DeclaredKey:
    lists = {name: tuple(value.get(name, ())) for name in ("columns", "referenced", "options")}
    return DeclaredKey(**{**value, **lists, "terms": terms_of(value.get("terms", {}))})


def with_column(topic: DeclaredTopic, column_id: int, column: DeclaredColumn | None) -> DeclaredTopic:
    """The topic with another declaration of one column, or none."""
    columns = {key: value for key, value in topic.columns.items() if key != column_id}
    if column is not None:
        columns[column_id] = column
    return replace(topic, columns=MappingProxyType(columns))
