from __future__ import annotations

import pytest

from pggate.engine.tokens import called_names, folded


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        ("SELECT f(1), \"G H\" (2), 'h(3)', -- i(4)\n j ( 5)", {"f", "g h", "j"}),
        ("SELECT 'äöü', lower('ä')", {"lower"}),
        ("INSERT INTO t VALUES (1)", {"values"}),
        ('SELECT "a""b"(1)', {'a"b'}),
        ("SELECT x.UPPER ()", {"upper"}),
        ("SELECT größe(1)", {"größe"}),
        ("", set()),
        ("(", set()),
    ],
)
def test_called_names(sql: str, names: set[str]) -> None:
    assert called_names(sql) == names


@pytest.mark.parametrize(
    ("sql", "text"),
    [
        ("select a", "select a"),
        ("SELECT A, \"B\", 'C', E'D', X'AB', $1", "select a, \"B\", 'C', E'D', X'AB', $1"),
        (
            "SELECT Ä, äB -- Comment\n, C /* D */ FROM $Tag$ E $Tag$",
            "select Ä, Äb -- Comment\n, c /* D */ from $Tag$ E $Tag$".replace("Äb", "äb"),
        ),
        (
            "SELECT DATE '2020-01-01', 1E5, A.B.C, F(X)::INTEGER[]",
            "select date '2020-01-01', 1E5, a.b.c, f(x)::integer[]",
        ),
    ],
)
def test_folded(sql: str, text: str) -> None:
    assert folded(sql) == text
