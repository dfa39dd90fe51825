"""
Parameters of type void among arguments.
"""

from __future__ import annotations

import pytest

from pggate.translate.dialect.void_parameters import VOID, without_void

CASES = (
    ("select * from upper($1, $2) as result", (VOID, 25), "select * from upper($2) as result"),
    ("select * from f($1,$2,$3)", (VOID, VOID, 23), "select * from f($3)"),
    ("select * from f($1, $2)", (VOID, VOID), "select * from f()"),
    ("select * from f(g(1, $2), $1)", (VOID, 23), "select * from f(g(1, $2))"),
    ("select $1, '$1', f($1 + 1)", (VOID,), None),
    ("select f($1)", (0,), None),
)


@pytest.mark.parametrize(("sql", "oids", "expected"), CASES)
def test_without_void(sql: str, oids: tuple[int, ...], expected: str | None) -> None:
    assert without_void(sql, oids) == (expected or sql)
