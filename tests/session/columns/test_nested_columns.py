from __future__ import annotations

from pggate.session.columns.nested_columns import as_documents
from pggate.session.statement.outcome import Column
from pggate.types.duck import USUAL, Shown
from pggate.types.table import JSON, VARCHAR, array_of

FOUND = (Column("a", JSON, -1, "VARCHAR[][]"), Column("b", array_of(VARCHAR), -1, "VARCHAR[]"))
DECLARED = (
    Column("a", array_of(VARCHAR), 7, "VARCHAR[][]"),
    Column("b", array_of(VARCHAR), 7, "VARCHAR[]"),
)


def test_nested_lists_stay_json_whatever_they_are_declared() -> None:
    assert as_documents(DECLARED, FOUND, Shown(nested_as_json=True)) == (FOUND[0], DECLARED[1])
    assert as_documents(DECLARED, FOUND, USUAL) == DECLARED
