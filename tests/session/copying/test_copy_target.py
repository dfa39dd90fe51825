"""
Where the rows of a COPY go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.engine.definitions import Relation
from pggate.errors import NotNullViolation, PgError
from pggate.session.copying.copy_target import EngineTarget, TopicTarget
from pggate.session.copying.target_columns import TargetColumn
from pggate.session.statement.block import Block
from pggate.session.transactions.appended import FLUSH_BYTES

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


def topic_target(client: Client, name: str) -> TopicTarget:
    session, found = client.session, client.gateway.databases.find(client.identity.database)
    topic = client.gateway.mirror.catalog.topic(client.identity.database, "public", name)
    return TopicTarget(found.lake, topic, found.writer, session._parts.cursors, session._parts.transaction)


def engine_target(client: Client, name: str) -> EngineTarget:
    session = client.session
    return EngineTarget(
        client.gateway,
        None,
        Relation("temp", "main", name),
        session._parts.cursors,
        session._parts.transaction,
    )


def batch(*values: str | None) -> pa.RecordBatch:
    return pa.record_batch([pa.array(values, pa.string())], ["b"])


BIG = batch(*["x" * 1000] * (FLUSH_BYTES // 900))
"""More than a segment's worth."""


def test_few_rows_are_appended(session: Client) -> None:
    session.run("create table t (a int default 7, b text)")
    target = topic_target(session, "t")
    assert target.columns == (TargetColumn("a", "INTEGER"), TargetColumn("b", "VARCHAR"))
    target.take([batch("x"), batch("y", None)])
    assert target.finish() == 3
    assert session.rows("from t order by b nulls last") == [("7", "x"), ("7", "y"), ("7", None)]


def test_many_rows_become_segments_while_they_come(session: Client) -> None:
    session.run("create table t (b text)")
    target = topic_target(session, "t")
    target.take([BIG, BIG])
    assert len(session.files()) == 2
    assert session.value("select count(*) from t") == "0"
    target.take([batch("x")])
    assert target.finish() == 2 * BIG.num_rows + 1
    target.close()
    assert session.value("select count(*) from t") == str(2 * BIG.num_rows + 1)
    assert len(session.files()) == 3


def test_nothing_is_left_of_what_is_not_finished(session: Client) -> None:
    session.run("create table t (b text)")
    target = topic_target(session, "t")
    target.take([BIG])
    target.close()
    assert session.files() == []


def test_rows_are_the_transactions(session: Client) -> None:
    session.run("create table t (b text)", "begin", "select 1 from t")
    target = topic_target(session, "t")
    target.take([BIG])
    assert target.finish() == BIG.num_rows
    target.close()
    session.run("rollback")
    assert session.files() == []
    assert session.value("select count(*) from t") == "0"


def test_a_topic_that_was_altered_meanwhile(session: Client) -> None:
    session.run("create table t (b text)")
    target = topic_target(session, "t")
    target.take([BIG])
    session.run("alter table t add column c int")
    with pytest.raises(PgError) as raised:
        target.finish()
    assert raised.value.code == "40001"
    session.session._parts.transaction.rollback()
    target.close()
    assert session.files() == []


def test_a_row_that_does_not_fit(session: Client) -> None:
    session.run("create table t (b text not null)")
    with pytest.raises(NotNullViolation):
        topic_target(session, "t").take([batch("x", None)])


def test_a_temporary_table_in_a_transaction_of_its_own(session: Client) -> None:
    session.run("create temp table t (a int default 7, b text)")
    target = engine_target(session, "t")
    assert session.session._parts.transaction.block is Block.IMPLICIT
    target.take([BIG, batch("x")])
    assert target.finish() == BIG.num_rows + 1
    assert session.session._parts.transaction.block is Block.NONE
    assert session.rows("select a, count(*) from t group by a") == [("7", str(BIG.num_rows + 1))]


def test_and_nothing_is_left_there_either(session: Client) -> None:
    session.run("create temp table t (b text)")
    target = engine_target(session, "t")
    target.take([BIG])
    target.close()
    session.session._parts.transaction.rollback()
    assert session.value("select count(*) from t") == "0"


@pytest.mark.slow
def test_defaults_that_the_lake_does_not_keep_in_a_transaction_that_defines(session: Client) -> None:
    session.run("create type en as enum ('a', 'b')")
    session.run(
        "create table ce (c int, e en default 'b', ar int[] default '{1,2}', s serial, d int default 4)"
    )
    session.run("begin", "comment on table ce is 'x'")
    session.copy("copy ce (c) from stdin", b"1\n2\n")
    session.copy("copy ce (c, e) from stdin", b"3\ta\n")
    session.run("commit")
    expected = [("1", "b", "{1,2}", "1", "4"), ("2", "b", "{1,2}", "2", "4"), ("3", "a", "{1,2}", "3", "4")]
    assert session.rows("select c, e, ar, s, d from ce order by c") == expected
