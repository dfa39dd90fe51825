"""
What labels of enumerated types are no arguments of, where they are written with their type.
"""

from __future__ import annotations

import json

import duckdb
import pytest

from pggate.engine.enum_label_uses import misused_label
from pggate.engine.mismatch import refused
from tests.engine.mismatches import TABLE

# A function of texts may be a macro that takes its argument several times
MACRO = "create macro ascii(x) as case when contains(x, 'ä') then system.main.ascii(x) else 0 end"
MOOD = "enum('a', '~enum:1:2:mood')"


def said(item: str) -> str | None:
    sql = f"select {item.format(mood=MOOD)} from t"
    with duckdb.connect() as connection:
        connection.execute(TABLE)
        connection.execute(MACRO)
        ((answer,),) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    (plan,) = json.loads(answer)["plans"]
    found = misused_label(plan, sql)
    error = refused(found, sql) if found is not None else None
    return f"{error.code} {error.message}" if error is not None else None


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("upper('a'::{mood})", "42883 function upper(mood) does not exist"),
        ("ascii( 'a'::{mood} )", "42883 function ascii(mood) does not exist"),
        ("upper(cast('a' as {mood}))", "42883 function upper(mood) does not exist"),
        ("'a'::{mood} like 'a%'", "42883 operator does not exist: mood ~~ unknown"),
        ("'a'::{mood} not ilike name", "42883 operator does not exist: mood !~~* text"),
        ("'a'::{mood} ~ 'a'", "42883 operator does not exist: mood ~ unknown"),
        ("upper('a'::{mood}::text)", None),
        ("upper('a'::{mood} || 'x')", None),
        ("'a'::{mood}::text like 'a%'", None),
        ("concat('a'::{mood}, 'x'), 'a'::{mood} || 'x'", None),
        ("upper(m)", None),
    ],
)
def test_what_postgresql_says(item: str, expected: str | None) -> None:
    assert said(item) == expected
