from __future__ import annotations

import json
from dataclasses import asdict

from pggate.lake.declared import (
    NOTHING,
    DeclaredColumn,
    DeclaredKey,
    DeclaredTopic,
    NamedKey,
    column_json,
    enum_of,
    named_key_of,
    topic_json,
    topic_of,
    with_column,
)
from pggate.translate.definitions.key_terms import KeyTerms
from pggate.types.enums import EnumType

COLUMN = DeclaredColumn(1043, 7)
TOPIC = DeclaredTopic(
    {1: COLUMN}, (DeclaredKey(5, "t_pkey", "p", (1,)), DeclaredKey(6, "f", "f", (1,), 9, (2,)))
)


def test_json_and_back() -> None:
    assert topic_of(json.loads(json.dumps(topic_json(TOPIC)))) == TOPIC
    enum = EnumType(1, 2, "public", "mood", ("a", "b"))
    assert enum_of(json.loads(json.dumps(asdict(enum)))) == enum
    for references in (None, ("public", "o")):
        key = NamedKey(5, "k", "f", ("a",), references, ("b",))
        assert named_key_of(json.loads(json.dumps(asdict(key)))) == key


TERMS = KeyTerms("c", "n", "f", (1,), deferrable=True, deferred=True)


def test_the_terms_of_keys_travel() -> None:
    topic = DeclaredTopic({}, (DeclaredKey(6, "f", "f", (1,), 9, (2,), terms=TERMS),))
    assert topic_of(json.loads(json.dumps(topic_json(topic)))) == topic
    key = NamedKey(5, "k", "f", ("a",), ("public", "o"), ("b",), terms=TERMS)
    assert named_key_of(json.loads(json.dumps(asdict(key)))) == key


def test_keys_that_were_kept_before_there_were_terms_are_read() -> None:
    kept = {"oid": 6, "name": "f", "kind": "f", "columns": [1], "references": 9, "referenced": [2]}
    assert topic_of({"columns": {}, "keys": [kept]}).keys == (DeclaredKey(6, "f", "f", (1,), 9, (2,)),)
    said = kept | {"columns": ["a"], "references": ["public", "o"], "referenced": ["b"]}
    assert named_key_of(said) == NamedKey(6, "f", "f", ("a",), ("public", "o"), ("b",))


def test_what_is_usual_is_left_out() -> None:
    assert column_json(COLUMN) == {"type": 1043, "typmod": 7}
    assert column_json(DeclaredColumn()) == {}


def test_another_declaration_of_a_column() -> None:
    other = DeclaredColumn(1042, 5)
    assert with_column(TOPIC, 2, other).columns == {1: COLUMN, 2: other}
    assert with_column(TOPIC, 1, None).columns == {}
    assert with_column(NOTHING, 1, COLUMN).keys == ()
