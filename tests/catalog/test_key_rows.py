"""
Constraints and indexes, with the texts of their definitions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pggate.catalog.given import Given, TypeFacts
from pggate.catalog.key_rows import key_descriptions, key_rows
from pggate.catalog.model import Column, Database, Key, Relation, Schema
from pggate.catalog.tables import TABLES
from pggate.catalog.type_rows import Types
from pggate.lake.declared import Declared
from pggate.translate.definitions.key_terms import KeyTerms
from pggate.types.enums import EnumType

if TYPE_CHECKING:
    from pggate.lake.declared import KeyKind

MOOD = EnumType(50, 51, "public", "mood", ("sad",))
COLUMNS = tuple(
    Column(attnum, name, "", of, -1)
    for attnum, (name, of) in enumerate((("id", 23), ("A b", 1043), ("m", 50), ("l", 1007), ("x", 99)), 1)
)
OTHER = Relation(
    16387, "d", "s", "o", "r", COLUMNS,
    keys=(Key(31, "later", "u", ("A b", "id")), Key(30, "first", "p", ("id", "A b"))),
)  # fmt: skip
GIVEN = Given(
    {},
    {
        23: TypeFacts(4, True, "b", "N", "i", "p", 0),
        1043: TypeFacts(-1, False, "b", "S", "i", "x", 100),
        1007: TypeFacts(-1, False, "b", "A", "i", "x", 0),
    },
    {23: 1978, 25: 3126, 3500: 3522, 2277: 397},
)


def row_of(kind: KeyKind, *columns: str, **terms: object) -> dict[str, object]:
    key = replace(Key(20, "K", kind, columns), **terms)
    topic = Relation(16386, "d", "s", "T", "r", COLUMNS, keys=(key,))
    schemas = {"s": Schema(16385, "s")}
    declared = Declared(enums={50: MOOD})
    database = Database(1, "d", 1, 1, schemas, {("s", "T"): topic, ("s", "o"): OTHER}, declared)
    (row,) = key_rows(GIVEN, database, topic, Types(GIVEN, database))
    return dict(zip(TABLES["keys"].names, row, strict=True))


def test_a_primary_key() -> None:
    row = row_of("p", "A b", "id", terms=KeyTerms(deferrable=True, deferred=True))
    assert (row["schema_oid"], row["schema"], row["relation"], row["relation_name"]) == (
        16385,
        "s",
        16386,
        "T",
    )
    assert row["attnums"] == [2, 1]
    assert row["definition"] == 'PRIMARY KEY ("A b", id) DEFERRABLE INITIALLY DEFERRED'
    assert (row["collations"], row["classes"], row["orders"]) == ([100, 0], [3126, 1978], [0, 0])
    assert row["quoted_columns"] == ['"A b"', "id"]
    parts = row["index_before"], row["index_on"], row["index_after"]
    assert parts == ('CREATE UNIQUE INDEX "K" ON ', 's."T"', ' USING btree ("A b", id)')


def test_classes_of_enumerations_and_arrays() -> None:
    assert row_of("u", "m", "l", "x")["classes"] == [3522, 397, 0]


@pytest.mark.parametrize(
    ("terms", "after"),
    [
        (KeyTerms(), '(id, "A b")'),
        (
            KeyTerms("r", "c", "f", deferrable=True),
            '(id, "A b") MATCH FULL ON UPDATE RESTRICT ON DELETE CASCADE DEFERRABLE',
        ),
        (KeyTerms(on_delete="n", set_places=(2,)), '(id, "A b") ON DELETE SET NULL (id)'),
        (KeyTerms("d"), '(id, "A b") ON UPDATE SET DEFAULT'),
    ],
)
def test_a_foreign_key(terms: KeyTerms, after: str) -> None:
    row = row_of("f", "A b", "id", references=16387, referenced=("id", "A b"), terms=terms)
    assert row["definition"] == 'FOREIGN KEY ("A b", id) REFERENCES '
    assert row["after_other"] == after
    assert (row["other"], row["other_attnums"], row["other_key"]) == (16387, [1, 2], 30)
    assert row["other_places"] == [1, 2]  # in the key whose columns come first
    assert (row["classes"], row["index_before"]) == (None, None)


def test_a_foreign_key_to_columns_that_are_none() -> None:
    row = row_of("f", "id", references=16387, referenced=("m",))
    assert (row["other_attnums"], row["other_key"], row["other_places"]) == ([3], 0, [1])


def test_a_check() -> None:
    assert row_of("c", "id", shown="id > 0")["definition"] == "CHECK (id > 0)"


def test_an_index() -> None:
    row = row_of("index", "id", "A b", "m", options=(3, 0))
    assert row["index_before"] == 'CREATE INDEX "K" ON '
    assert row["index_after"] == ' USING btree (id DESC, "A b") INCLUDE (m)'
    assert (row["definition"], row["orders"], row["classes"]) == (None, [3, 0], [1978, 3126])
    more = row_of("unique index", "id", "m", options=(1, 2))
    assert more["index_before"] == 'CREATE UNIQUE INDEX "K" ON '
    assert more["index_after"] == " USING btree (id DESC NULLS LAST, m NULLS FIRST)"


def test_comments() -> None:
    keys = (
        Key(20, "a", "p", ("id",), comment="a key"),
        Key(21, "b", "index", ("id",), comment="an index"),
        Key(22, "c", "u", ("id",)),
    )
    topic = Relation(16386, "d", "s", "T", "r", COLUMNS, keys=keys)
    assert list(key_descriptions("d", topic)) == [
        ("d", 20, 2606, 0, "a key"),
        ("d", 21, 1259, 0, "an index"),
    ]
