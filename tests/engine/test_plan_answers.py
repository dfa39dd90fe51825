"""
What an answer of plans adds to the findings.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pggate.engine import plan_answers
from pggate.engine.bound import Findings
from pggate.engine.plan_answers import FunctionNames
from pggate.engine.unbindable import ParameterTypeUnknown
from pggate.errors import UndefinedTable

if TYPE_CHECKING:
    import duckdb


def found(connection: duckdb.DuckDBPyConnection, sql: str) -> Findings:
    ((answer,),) = connection.execute("SELECT json_serialize_plan($1::VARCHAR)", [sql]).fetchall()
    findings = Findings("memory")
    plan_answers.read(answer, sql, findings, has_parameters=False)
    return findings


def test_every_reader_reads_it(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("CREATE OR REPLACE TEMP TABLE answered (n DECIMAL(5,1), j JSON)")
    findings = found(connection, "SELECT n, j FROM answered WHERE n = 1")
    assert {relation.name for relation in findings.relations} == {"answered"}
    assert findings.declared == (True, True)
    assert [origin and origin[1] for origin in findings.origins] == ["n", "j"]
    assert findings.json_sources.keys() == {0, 1}


def test_an_answer_that_is_an_error(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(UndefinedTable):
        found(connection, "SELECT * FROM nope")
    told = {"error": True, "error_type": "parameter not resolved", "error_message": ""}
    with pytest.raises(ParameterTypeUnknown):
        plan_answers.read(json.dumps(told), "SELECT $1", Findings("memory"), has_parameters=True)


def test_functions_that_the_text_calls() -> None:
    findings = Findings("memory")
    names = FunctionNames(scalar=frozenset({"lower", "pg_typeof"}), table=frozenset({"query"}))
    names.add_called("SELECT lower('x'), nope(1) FROM query('SELECT 1')", findings)
    assert (findings.functions, findings.table_functions, findings.asks_types) == (
        {"lower"},
        {"query"},
        False,
    )
    names.add_called("SELECT pg_typeof(1)", findings)
    assert findings.asks_types
