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
