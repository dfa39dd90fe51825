"""
Enumerated types and sequences.
"""

from __future__ import annotations

from dataclasses import replace

from pggate.catalog.declared_rows import enum_row, owned, sequence_row
from pggate.catalog.model import FIRST_OID, Column, Database, Relation, Schema
from pggate.lake.sequences import Sequence
from pggate.types.enums import EnumType

MOOD = EnumType(50, 51, "public", "mood", ("sad", "ok"))
LOST = EnumType(60, 61, "gone", "lost", ())
IDS = Sequence(7, "public", "t_id_seq", maximum=99)
PLAIN = Column(1, "b", "INTEGER", 23, -1)
ID = Column(2, "id", "INTEGER", 23, -1, identity="d", sequence=7, owns=(7,))
T = Relation(FIRST_OID + 1, "l", "public", "t", "r", (PLAIN, ID))
DATABASE = Database(9, "l", 1, 1, {"public": Schema(20, "public")}, {("public", "t"): T})


def test_an_enumerated_type() -> None:
    assert list(enum_row(DATABASE, MOOD)) == [("l", 50, 51, 20, "mood", ["sad", "ok"])]
    assert list(enum_row(DATABASE, LOST)) == []


def test_a_sequence_and_its_owner() -> None:
    owners = dict(owned(T))
    assert owners == {7: (FIRST_OID + 1, 2, True)}
    said = ("l", 7, 20, "t_id_seq", 20, 1, 1, 1, 99, False, 1)
    assert list(sequence_row(DATABASE, IDS, owners)) == [(*said, FIRST_OID + 1, 2, True)]
    assert list(sequence_row(DATABASE, IDS, {})) == [(*said, None, None, False)]
    assert list(sequence_row(DATABASE, replace(IDS, schema="gone"), {})) == []


def test_a_sequence_that_is_owned_and_not_the_identity() -> None:
    serial = replace(ID, attnum=1, identity="")
    assert dict(owned(replace(T, columns=(serial,)))) == {7: (FIRST_OID + 1, 1, False)}
