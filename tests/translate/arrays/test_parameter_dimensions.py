"""
Casts of parameters that are arrays of several dimensions.
"""

from __future__ import annotations

import pytest

from pggate.translate.arrays.parameter_dimensions import casts
from pggate.translate.syntax.edits import rewrite

TYPES = {1: "VARCHAR[][]", 2: "INTEGER[]", 3: "DECIMAL(38,11)[][][]"}


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select $1::text[]", "select $1::text[][]"),
        ("select cast($1 as text[]) || $1::varchar(3)[]::text[]",
         "select cast($1 as text[][]) || $1::varchar(3)[][]::text[]"),
        ("select ($1)::text[], (($3))::numeric(5, 2)[]", "select ($1)::text[][], (($3))::numeric(5, 2)[][][]"),
        ("select $1::text array, $1::double precision[2]", "select $1::text [][], $1::double precision[][]"),
        ("select $1::text[][]", "select $1::text[][]"),
        ("select $2::int[], f($1)::text[], $1, array[$1]::text[], $1::text, $1", None),
        ("select x as y from t where '$1::text[]' = x", None),
    ],
)  # fmt: skip
def test_casts(sql: str, expected: str | None) -> None:
    assert rewrite(sql, list(casts(sql, TYPES))).text == (expected or sql)


def test_one_dimension_is_not_looked_at() -> None:
    assert list(casts("select $1::text[]", {1: "VARCHAR[]", 2: "VARCHAR"})) == []
