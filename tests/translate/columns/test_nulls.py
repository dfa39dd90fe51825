"""
NULLs that nothing gives a type.
"""

from __future__ import annotations

import pytest

from pggate.translate.columns import nulls
from pggate.translate.syntax import lexer
from tests.translate import duck


@pytest.mark.parametrize(
    ("sql", "stands_free"),
    [
        ("select null", True),
        ("select 1, null as a", True),
        ("select 'a' || null", True),
        ("select null - date '2024-02-29'", True),
        ("values (1, null)", False),
        ("select a is null from t where b is not null", False),
        ("select coalesce(null::text)", False),
        ("select coalesce(null, a)", True),
        ("select case when a then null end", True),
        ("select case when a then null when b then 1 end", False),
    ],
)
def test_when_it_is_looked_for(sql: str, stands_free: bool) -> None:
    assert nulls.stands_free(lexer.tokens(sql)) is stands_free


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT NULL AS a", "SELECT CAST(NULL AS VARCHAR) AS a"),
        ("SELECT ('a' || NULL)", "SELECT CAST(('a' || NULL) AS VARCHAR)"),
        (
            "SELECT (NULL - CAST('2024-02-29' AS DATE))",
            "SELECT CAST((NULL - CAST('2024-02-29' AS DATE)) AS INTEGER)",
        ),
        ("SELECT (1 - NULL)", None),
        ("SELECT (SELECT NULL)", "SELECT (SELECT CAST(NULL AS VARCHAR))"),
        ("SELECT (ARRAY[1] || NULL)", None),
        ("(SELECT NULL) UNION ALL (SELECT 1)", None),
        ("(SELECT NULL) UNION ALL (SELECT NULL)", "(SELECT CAST(NULL AS VARCHAR)) UNION ALL (SELECT NULL)"),
        (
            "WITH RECURSIVE r AS ((SELECT NULL AS a) UNION  ALL (SELECT NULL FROM r))SELECT a FROM r",
            "WITH RECURSIVE r AS ((SELECT CAST(NULL AS VARCHAR) AS a) UNION  ALL (SELECT NULL FROM r))SELECT a FROM r",
        ),
        ("SELECT CAST(NULL AS INTEGER)", None),
        ("SELECT COALESCE(NULL, NULL)", "SELECT CAST(COALESCE(NULL, NULL) AS VARCHAR)"),
        ("SELECT max(NULL)", "SELECT CAST(max(NULL) AS VARCHAR)"),
        ("SELECT COALESCE(NULL, 1)", None),
        (
            "SELECT CASE  WHEN (a) THEN (NULL) ELSE NULL END",
            "SELECT CAST(CASE  WHEN (a) THEN (NULL) ELSE NULL END AS VARCHAR)",
        ),
    ],
)
def test_it_becomes_a_text(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    nulls.edit(tree)
    assert duck.text(tree) == (expected or duck.text(duck.tree(sql)))
