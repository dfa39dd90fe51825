"""
WITH whose queries change rows, as pieces.
"""

from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported
from pggate.translate.syntax import lexer
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing.with_clauses import (
    WithClause,
    distinct,
    inside,
    over_rows,
    standing,
    with_clause,
)

SQL = (
    "with n as (select 1 as id), d (a, b) as materialized (delete from q using n where q.id = n.id returning *),"
    " i as (with x as (table n) insert into a select * from x) select * from d, n"
)


def found(sql: str) -> WithClause:
    clause = with_clause(sql, tuple(token.word for token in lexer.head(sql, 2)))
    assert clause is not None
    return clause


@pytest.mark.parametrize(
    "sql",
    [
        "select 1",
        "with d as (select 1) delete from q",
        "with d as (with x as (select 1) select * from x) select * from d",
        "delete from q",
    ],
)
def test_others(sql: str) -> None:
    assert with_clause(sql, tuple(token.word for token in lexer.head(sql, 2))) is None


def test_queries() -> None:
    clause = found(SQL)
    assert [(query.name, query.kind) for query in clause.queries] == [
        ("n", Kind.SELECT),
        ("d", Kind.DELETE),
        ("i", Kind.INSERT),
    ]
    assert clause.body(0) == "select 1 as id"
    assert SQL[slice(*clause.main)] == "select * from d, n"
    assert clause.kept == {0, 1, 2}  # the first one is read by several


def test_what_one_reads_is_no_piece() -> None:
    assert found("with n as (select 1), d as (delete from q) select * from n").kept == {1}


PIECES = (
    # number, what it is by itself
    (0, 'with n as (select 1 as id) SELECT * FROM "n"'),
    (1, "with n as (N) delete from q using n where q.id = n.id returning *"),
    (2, "with n as (N), d (a, b) as materialized (D), x as (table n) insert into a select * from x"),
    (3, "with n as (N), d (a, b) as materialized (D), i as (I) select * from d, n"),
)  # fmt: skip


@pytest.mark.parametrize(("number", "text"), PIECES)
def test_pieces(number: int, text: str) -> None:
    assert found(SQL).piece(number, {0: "N", 1: "D", 2: "I"}).text == text


def test_the_first_piece_has_nothing_in_front() -> None:
    clause = found("with d as (delete from q returning id) table d")
    assert clause.piece(0, {}).text == "delete from q returning id"
    piece = clause.piece(0, {})
    assert piece.position(0) == clause.sql.index("delete")


def test_recursion_of_an_inner_clause() -> None:
    clause = found("with a as (select 1), d as (with recursive r as (select 2) delete from q) table a")
    assert clause.piece(1, {}).text == "with RECURSIVE a as (select 1), r as (select 2) delete from q"


def test_rows_of_a_query_without_returning() -> None:
    clause = found("with d as (delete from q) select d, x from t join d on true")
    clause.check_returns(0, returns=True)
    with pytest.raises(FeatureNotSupported, match='"d" does not have a RETURNING clause') as raised:
        clause.check_returns(0, returns=False)
    assert raised.value.position == clause.sql.index("d on") + 1


def test_over_rows() -> None:
    text = f"with d as ({standing(1, 'select (a) from q', ['id', 'V'])}) select * from d"
    assert over_rows(text, [1]) == (
        'with d as (SELECT * FROM temp.main."~with2" AS "~with2"("id", "V")) select * from d'
    )
    assert over_rows(text, [0]) == text


def test_distinct() -> None:
    assert distinct(["id", "v", "id", "id_1"]) == ["id", "v", "id_1", "id_1_1"]


INSIDE = (
    ("with x as (select 1) insert into t (a) select * from x", "insert into t (a) with x as (select 1) select * from x"),
    ("with x as (select 1) insert into t with recursive y as (table x) table y",
     "insert into t with RECURSIVE x as (select 1), y as (table x) table y"),
    ("with x as (select 1) insert into t values (1)", None),
    ("with x as (select 1) insert into t table x returning (select * from x)", None),
    ("insert into t table x", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "text"), INSIDE)
def test_inside(sql: str, text: str | None) -> None:
    assert inside(sql).text == (text or sql)
