from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from pggate.engine.result import ResultColumn
from pggate.session.copying.target_columns import TargetColumn, read_as, target_column
from pggate.types.duck import USUAL, Shown
from pggate.types.enums import EnumType
from pggate.types.table import JSON, OID, VARCHAR, PgType

if TYPE_CHECKING:
    from pggate.session.cursors.cursors import Cursors

MOOD = EnumType(0x40000001, 0x40000002, "public", "mood", ("sad", "ok"))
MADE = PgType("mood", MOOD.oid, MOOD.array_oid, 4, "mood", MOOD.duckdb)


class Made:
    """Cursors of a session in whose database somebody has made a type."""

    def __init__(self, shown: Shown = USUAL) -> None:
        self.shown = shown

    def created_type(self, oid: int) -> PgType | None:
        return MADE if oid == MOOD.oid else None

    def shown_types(self) -> Shown:
        return self.shown


@pytest.mark.parametrize(
    ("duckdb", "oid", "typmod", "expected"),
    [
        ("INTEGER", 0, -1, (None, -1)),
        ("VARCHAR", VARCHAR.oid, 7, (VARCHAR, 7)),
        ("BIGINT", OID.oid, -1, (OID, -1)),
        ("JSON", JSON.oid, -1, (None, -1)),
        ("VARCHAR", MOOD.oid, -1, (MADE, -1)),
    ],
)
def test_what_is_declared(duckdb: str, oid: int, typmod: int, expected: tuple[PgType | None, int]) -> None:
    found = target_column(cast("Cursors", Made()), "a", duckdb, oid, typmod)
    assert found == TargetColumn("a", duckdb, *expected)


def test_labels_come_as_texts() -> None:
    assert read_as(ResultColumn("a", "INTEGER"), (26, -1)) == ("INTEGER", 26, -1)
    assert read_as(ResultColumn("a", f"{MOOD.duckdb}[]"), (0, -1)) == ("VARCHAR[]", MOOD.array_oid, -1)


@pytest.mark.parametrize("duckdb", ["STRUCT(a INTEGER)", "STRUCT(a INTEGER)[]"])
def test_structs_as_the_session_sees_them(duckdb: str) -> None:
    documents, rows = (cast("Cursors", Made(Shown(structs_as_composites=way))) for way in (False, True))
    assert target_column(documents, "a", duckdb, 0, -1).type is None
    found = target_column(rows, "a", duckdb, 0, -1).type
    assert found is not None
    assert [field.name for field in (found.element or found).fields] == ["a"]
    assert target_column(rows, "a", "STRUCT(a MAP(VARCHAR, INTEGER))", 0, -1).type is None
