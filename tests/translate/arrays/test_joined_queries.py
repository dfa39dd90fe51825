"""
array_to_string() of a query.
"""

from __future__ import annotations

import pytest

from pggate.translate.arrays import joined_queries
from pggate.translate.syntax import lexer
from tests.translate import duck

EDITED = (
    # PostgreSQL's, DuckDB's function
    ("select array_to_string(array(select a from t), ',')", '"~array_to_string"('),
    ("select array_to_string(array(select a from t where a = u.b), ',', '*') from u", '"~array_to_string"('),
    ("select array_to_string(b || array(select a from t), ',') from u", '"~array_to_string"('),
    ("select array_to_string(b, ',') from u", " array_to_string("),
    ("select array_to_string(array[1, 2], ',')", " array_to_string("),
)


@pytest.mark.parametrize(("pg", "expected"), EDITED)
def test_edits(pg: str, expected: str) -> None:
    tree = duck.tree(pg)
    joined_queries.edit(tree)
    assert expected in duck.text(tree)
    assert joined_queries.stands_free(lexer.tokens(pg)) is expected.startswith('"')
