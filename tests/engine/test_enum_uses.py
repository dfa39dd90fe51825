"""
What values of enumerated types are no arguments of.
"""

from __future__ import annotations

import json

import duckdb
import pytest

from pggate.engine.enum_uses import misused
from pggate.engine.mismatch import refused
from tests.engine.mismatches import TABLE


def said(item: str) -> str | None:
    sql = f"select {item} from t"
    with duckdb.connect() as connection:
        connection.execute(TABLE)
        ((answer,),) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    (plan,) = json.loads(answer)["plans"]
    found = misused(plan, sql)
    error = refused(found, sql) if found is not None else None
    return f"{error.code} {error.message}" if error is not None else None


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("upper(m)", "42883 function upper(mood) does not exist"),
        ("id, length( t.m )", "42883 function length(mood) does not exist"),
        ("m like 'a%'", "42883 operator does not exist: mood ~~ unknown"),
        ("m not ilike name", "42883 operator does not exist: mood !~~* text"),
        ("m ~ 'a'", "42883 operator does not exist: mood ~ unknown"),
        ("m::int", "42846 cannot cast type mood to integer"),
        ("cast(m as date)", "42846 cannot cast type mood to date"),
        ("upper(m::text)", None),
        ("m::text like 'a%'", None),
        ("m::varchar", None),
        ("m || 'x'", None),
        ("concat(m, 'x')", None),
        ("upper(m || name)", None),
        ("upper(case when m = 'a' then name end)", None),
        ("m = 'a'", None),
        ("upper(name), m", None),
    ],
)
def test_what_postgresql_says(item: str, expected: str | None) -> None:
    assert said(item) == expected
