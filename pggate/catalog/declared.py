"""
What topics declare, as the catalog shows it: types as they were written, keys by their columns' names.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.catalog.model import FIRST_OID, Column, Key, Relation
from pggate.engine.names import quote_identifier, quote_literal
from pggate.types import duck, table
from pggate.types.ducktype import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pggate.lake.declared import Declared, DeclaredKey
    from pggate.lake.sequences import Sequence
    from pggate.lake.topics import Topic, TopicColumn


def declared_column(attnum: int, part: TopicColumn) -> Column:
    """
    A topic's column as its declaration has it, nullable and without comment.
    """
    shown = duck.column_type(part.duckdb_type)
    found = Column(attnum, part.name, part.duckdb_type, shown.type.oid, shown.typmod, default=part.default)
    said = part.declared
    if said is None:
        return found
    if said.type:
        found = replace(found, type_oid=said.type, typmod=said.typmod)
    if said.owns:
        found = replace(found, owns=said.owns)
    if part.enum is not None:
        found = replace(found, read_as=part.enum.duckdb + ("[]" if parse(part.duckdb_type).is_list else ""))
    if said.shown_default:
        found = replace(found, default=said.shown_default)
    if part.sequence is not None:
        found = replace(found, identity=said.identity, sequence=part.sequence.oid)
        found = replace(found, default=None if said.identity else next_value(part.sequence))
    return found


def declared_columns(topic: Topic, comments: Mapping[int, str]) -> tuple[Column, ...]:
    """
    A topic's columns.

    Args:
        comments: By the columns' ids.

    """
    return tuple(
        replace(
            declared_column(attnum, part),
            not_null=not part.nullable,
            comment=comments.get(part.column_id),
        )
        for attnum, part in enumerate(topic.columns, 1)
    )


def declared_types(topic: Topic) -> tuple[tuple[str, tuple[int, int]], ...]:
    """
    See Relation.declared_types.
    """
    return tuple(
        (column.name, (column.declared.type, column.declared.typmod))
        for column in topic.columns
        if column.declared is not None and column.declared.type
    )


_UNNAMED: Final = frozenset({"public", "pg_temp_1"})
"""Schemas that no name has in front: the usual one, and that of a session's temporary objects."""


def next_value(sequence: Sequence) -> str:
    """
    The default of a serial column.
    """
    name = quote_identifier(sequence.name) if not sequence.name.isidentifier() else sequence.name
    if sequence.schema not in _UNNAMED:
        name = f"{sequence.schema}.{name}"
    return f"nextval({quote_literal(name)}::regclass)"


SEQUENCE_COLUMNS: Final = (
    Column(1, "last_value", "BIGINT", table.INT8.oid, -1, not_null=True),
    Column(2, "log_cnt", "BIGINT", table.INT8.oid, -1, not_null=True),
    Column(3, "is_called", "BOOLEAN", table.BOOL.oid, -1, not_null=True),
)
"""Of a sequence that is read like a table."""


def sequence_relations(database: str, declared: Declared) -> Iterator[Relation]:
    """
    The sequences, which are relations as in PostgreSQL.
    """
    for sequence in declared.sequences.values():
        yield Relation(sequence.oid, database, sequence.schema, sequence.name, "S", SEQUENCE_COLUMNS)


def live_view_relations(database: str, declared: Declared) -> Iterator[Relation]:
    """
    The live views.
    """
    for live in declared.live_views.values():
        columns = tuple(
            Column(attnum, one.name, one.duckdb_type, one.type, one.typmod)
            for attnum, one in enumerate(live.columns, 1)
        )
        yield Relation(
            live.oid,
            database,
            live.schema,
            live.name,
            "m",
            columns,
            comment=live.comment,
            live=live,
            declared_types=tuple((one.name, (one.type, one.typmod)) for one in live.columns),
        )


def redeclared(known: Declared, now: Declared) -> set[int]:
    """
    The topics about which something else is declared now.
    """
    if known is now:
        return set()
    topics = known.topics.keys() | now.topics.keys()
    if (known.enums, known.sequences, known.composites) != (now.enums, now.sequences, now.composites):
        return topics
    return {table_id for table_id in topics if known.topics.get(table_id) != now.topics.get(table_id)}


def with_keys(relations: Iterable[Relation], declared: Declared) -> list[Relation]:
    """
    The topics with their keys.  A key whose column is gone is gone, too.
    """
    found = list(relations)
    if not any(facts.keys for facts in declared.topics.values()):
        return found
    topics = {relation.topic.table_id: relation.topic for relation in found if relation.topic is not None}
    return [_with_keys(relation, topics, declared) for relation in found]


def _with_keys(relation: Relation, topics: dict[int, Topic], declared: Declared) -> Relation:
    keys = tuple(_keys(relation.topic, topics, declared)) if relation.topic is not None else ()
    return relation if keys == relation.keys else replace(relation, keys=keys)


def _keys(topic: Topic, topics: dict[int, Topic], declared: Declared) -> Iterator[Key]:
    facts = declared.topics.get(topic.table_id)
    for key in facts.keys if facts is not None else ():
        shown = _key(key, topic, topics, declared)
        if shown is not None:
            yield shown


def _key(key: DeclaredKey, topic: Topic, topics: dict[int, Topic], declared: Declared) -> Key | None:
    columns = _names(topic, key.columns)
    if columns is None:
        return None
    found = Key(key.oid, key.name, key.kind, columns, comment=key.comment, terms=key.terms)
    if key.references is None:
        return replace(found, shown=key.shown, options=key.options)
    other = topics.get(key.references)
    referenced = _names(other, key.referenced) if other is not None else None
    if referenced is None:
        return None
    references = FIRST_OID + declared.origin(key.references)
    return replace(found, references=references, referenced=referenced)


def _names(topic: Topic, ids: tuple[int, ...]) -> tuple[str, ...] | None:
    names = {column.column_id: column.name for column in topic.columns}
    return tuple(names[id_] for id_ in ids) if all(id_ in names for id_ in ids) else None
