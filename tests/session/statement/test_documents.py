"""
Parameters that are documents to the client alone.
"""

from __future__ import annotations

from pggate.session.statement.documents import document_parameters, with_documents
from pggate.types.table import JSON, JSONB, TEXT

ROW = "STRUCT(a INTEGER)"


def test_which() -> None:
    types = {1: ROW, 2: "JSON", 3: ROW, 4: "MAP(INTEGER, INTEGER)", 5: ROW}
    oids = (JSON.oid, JSON.oid, TEXT.oid, JSONB.oid, 100_000)
    assert document_parameters(types, oids) == {1: ROW, 4: "MAP(INTEGER, INTEGER)"}


def test_values() -> None:
    values = ('{"a": 1}', '{"a": 1}', None)
    assert with_documents(values, {1: ROW, 3: ROW}) == ({"a": "1"}, '{"a": 1}', None)
    assert with_documents(({"a": 1},), {1: ROW}) == ({"a": 1},)
