from __future__ import annotations

from dataclasses import replace

from pggate.catalog.declared import declared_column, declared_types, next_value, redeclared, with_keys
from pggate.catalog.model import FIRST_OID, Key, Relation
from pggate.lake.declared import Declared, DeclaredColumn, DeclaredKey, DeclaredTopic
from pggate.lake.sequences import Sequence
from pggate.lake.topics import Topic, TopicColumn
from pggate.types.enums import EnumType

MOOD = EnumType(50, 51, "public", "mood", ("sad", "ok"))
IDS = Sequence(7, "public", "t_id_seq")


def topic(table_id: int, *columns: TopicColumn) -> Topic:
    return Topic("l", "public", f"t{table_id}", table_id, columns, "p/", 1, lake_oid=1)


def relation(found: Topic) -> Relation:
    return Relation(FIRST_OID + found.table_id, "l", "public", found.name, "r", (), topic=found)


A = TopicColumn("a", 1, "VARCHAR", nullable=True)
SHORT = replace(A, declared=DeclaredColumn(1043, 7))


def test_columns() -> None:
    plain = declared_column(1, A)
    assert (plain.type_oid, plain.typmod, plain.read_as) == (25, -1, None)
    short = declared_column(1, SHORT)
    assert (short.type_oid, short.typmod, short.in_queries) == (1043, 7, "VARCHAR")
    mood = declared_column(1, replace(A, declared=DeclaredColumn(50), enum=MOOD))
    assert (mood.type_oid, mood.duckdb_type, mood.in_queries) == (50, "VARCHAR", MOOD.duckdb)
    moods = replace(A, duckdb_type="VARCHAR[]", declared=DeclaredColumn(51), enum=MOOD)
    assert declared_column(1, moods).in_queries == f"{MOOD.duckdb}[]"


def test_numbered_columns() -> None:
    serial = TopicColumn("id", 1, "INTEGER", False, "x", (), DeclaredColumn(sequence=7), sequence=IDS)
    assert declared_column(1, serial).default == "nextval('t_id_seq'::regclass)"
    identity = replace(serial, declared=DeclaredColumn(sequence=7, identity="a"), default=None)
    shown = declared_column(1, identity)
    assert (shown.default, shown.identity) == (None, "a")
    assert next_value(replace(IDS, schema="s", name="A b")) == """nextval('s."A b"'::regclass)"""


def test_types_that_the_engine_does_not_tell() -> None:
    assert declared_types(topic(1, A, replace(SHORT, name="b"))) == (("b", (1043, 7)),)


def test_keys_by_name() -> None:
    one, other = topic(1, A, replace(A, name="b", column_id=2)), topic(2, replace(A, name="x", column_id=9))
    keys = (
        DeclaredKey(5, "p", "p", (2, 1)),
        DeclaredKey(6, "f", "f", (1,), 2, (9,)),
        DeclaredKey(7, "gone", "u", (3,)),
        DeclaredKey(8, "dangling", "f", (1,), 77, (1,)),
    )
    declared = Declared(topics={1: DeclaredTopic({}, keys)})
    first, second = with_keys([relation(one), relation(other)], declared)
    assert first.keys == (Key(5, "p", "p", ("b", "a")), Key(6, "f", "f", ("a",), FIRST_OID + 2, ("x",)))
    assert second.keys == ()
    assert with_keys([relation(one)], Declared())[0].keys == ()


def test_what_is_declared_anew() -> None:
    old = Declared(topics={1: DeclaredTopic({1: DeclaredColumn(1043, 7)}), 2: DeclaredTopic()})
    new = replace(old, topics={1: DeclaredTopic({1: DeclaredColumn(1043, 9)}), 2: DeclaredTopic()})
    assert redeclared(old, old) == set()
    assert redeclared(old, new) == {1}
    assert redeclared(old, replace(old, enums={50: MOOD})) == {1, 2}
