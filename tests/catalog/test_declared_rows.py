from __future__ import annotations

from dataclasses import replace

from pggate.catalog.declared_rows import DECLARED, declared_rows, is_declared_anew
from pggate.catalog.model import FIRST_OID, Column, Database, Key, Relation, Schema
from pggate.lake.declared import Declared, DeclaredColumn, DeclaredKey, DeclaredTopic
from pggate.lake.sequences import Sequence
from pggate.lake.topics import Topic, TopicColumn
from pggate.types.enums import EnumType

MOOD = EnumType(50, 51, "public", "mood", ("sad", "ok"))
LOST = EnumType(60, 61, "gone", "lost", ())
IDS = Sequence(7, "public", "t_id_seq", maximum=99)
ID = TopicColumn(
    "id", 1, "INTEGER", False, None, (), DeclaredColumn(sequence=7, identity="d", owns=(7,)), sequence=IDS
)
TOPIC = Topic("l", "public", "t", 1, (ID,), "p/", 1, lake_oid=1)
T = Relation(
    FIRST_OID + 1,
    "l",
    "public",
    "t",
    "r",
    (Column(1, "id", "INTEGER", 23, -1), Column(2, "b", "INTEGER", 23, -1)),
    topic=TOPIC,
    keys=(Key(5, "p", "p", ("b", "id")), Key(6, "f", "f", ("b",), FIRST_OID + 1, ("id",))),
)
DATABASE = Database(
    9,
    "l",
    1,
    1,
    {"public": Schema(20, "public")},
    {("public", "t"): T},
    declared=Declared(
        enums={50: MOOD, 60: LOST},
        sequences={7: IDS},
        topics={1: DeclaredTopic({}, (DeclaredKey(5, "p", "p", (1,)),))},
    ),
)


USUAL = ("a", "a", "s", [], False, False)
"""NO ACTION on UPDATE and DELETE, MATCH SIMPLE, NOT DEFERRABLE."""


def test_rows() -> None:
    rows = declared_rows(DATABASE)
    assert tuple(rows) == DECLARED
    assert rows["enums"] == [("l", 50, 51, 20, "mood", ["sad", "ok"])]
    assert rows["keys"] == [
        ("l", 5, 20, FIRST_OID + 1, "p", "p", [2, 1], None, None, None, [], None, *USUAL),
        ("l", 6, 20, FIRST_OID + 1, "f", "f", [2], FIRST_OID + 1, [1], None, [], None, *USUAL),
    ]
    assert rows["sequences"] == [("l", 7, 20, "t_id_seq", 20, 1, 1, 1, 99, False, 1, FIRST_OID + 1, 1, True)]


PLAIN = Relation(FIRST_OID + 2, "l", "public", "u", "r", (Column(1, "id", "INTEGER", 23, -1),))
BOTH = replace(DATABASE, relations={**DATABASE.relations, ("public", "u"): PLAIN})


def test_what_is_defined_beside_keys_leaves_them() -> None:
    assert is_declared_anew(DATABASE, None, ())
    assert not is_declared_anew(BOTH, DATABASE, {PLAIN.oid})
    assert is_declared_anew(BOTH, DATABASE, {T.oid})  # it has a key, and one points to it
    without = replace(DATABASE, relations={("public", "t"): replace(T, keys=(), topic=None)})
    assert is_declared_anew(without, DATABASE, {T.oid})
    assert not is_declared_anew(without, without, {T.oid})


def test_whose_sequence_it_is() -> None:
    free = replace(ID, declared=DeclaredColumn(sequence=7, identity="d"))
    freed = replace(T, topic=replace(TOPIC, columns=(free,)))
    assert is_declared_anew(replace(DATABASE, relations={("public", "t"): freed}), DATABASE, ())


def test_types_sequences_and_schemas_are_seen() -> None:
    for declared in (replace(DATABASE.declared, enums={}), replace(DATABASE.declared, sequences={})):
        assert is_declared_anew(replace(DATABASE, declared=declared), DATABASE, ())
    assert is_declared_anew(replace(DATABASE, schemas={"public": Schema(21, "public")}), DATABASE, ())
