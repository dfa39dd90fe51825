"""
PREPARE and EXECUTE, beyond what the transcripts compare with PostgreSQL's answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect


def test_execute_writes_where_it_stands(session: Client, connect: Connect) -> None:
    session.run("create table t (a int, b varchar)", "prepare p (int, text) as insert into t values ($1, $2)")
    session.run("execute p (1, 'x')", "begin", "execute p (1 + 1, upper('y'))", "execute p (3, null)")
    assert connect().value("select count(*) from t") == "1"
    session.run("commit")
    assert session.rows("select * from t order by a") == [("1", "x"), ("2", "Y"), ("3", None)]
    assert session.code("execute p (1)") == "42601"


def test_prepare_of_an_unknown_type(session: Client) -> None:
    error = session.error("prepare p (nope) as select $1")
    assert (error.code, error.message) == ("42704", 'type "nope" does not exist')


def test_rows_of_composite_types(session: Client) -> None:
    session.run(
        "create type addr as (a int, b text)",
        "create table t (id int, home addr, homes addr[])",
        "prepare p (int, addr, addr[]) as insert into t values ($1, $2, $3)",
        "execute p (1, row(1, 'x'), array[row(2, 'y')])",
        "execute p (2, '(3,z)', '{\"(4,w)\"}')",
        "execute p (3, null, null)",
    )
    assert session.rows("select home, homes from t order by id") == [
        ("(1,x)", '{"(2,y)"}'),
        ("(3,z)", '{"(4,w)"}'),
        (None, None),
    ]
    assert session.code("execute p (4, '(x)', null)") == "22P02"
