"""
CALL pggate.compact().
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.slow


def fill(session: Client, topic: str, files: int = 3) -> None:
    session.run(f"create table {topic} (a int)", *(f"insert into {topic} values ({n})" for n in range(files)))


def test_a_topic_is_compacted(session: Client) -> None:
    fill(session, "t")
    fill(session, "u")
    (row,) = session.rows("call pggate.compact('t')")
    assert row[:3] == ("3", "1", "3")
    assert session.rows("call pggate.compact('public.t')") == [("0", "0", "0", "0")]
    assert session.rows("select count(*), sum(a) from t") == [("3", "3")]
    files = "select name, live_files, merges, merged_files from pggate.compaction where catalog = current_database() order by name"
    assert session.rows(files) == [("t", "1", "1", "3"), ("u", "3", "0", "0")]


def test_all_topics_are_compacted(session: Client) -> None:
    fill(session, "t")
    fill(session, "u")
    (row,) = session.rows("call pggate.compact()")
    assert row[:3] == ("6", "2", "6")


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("call pggate.compact('nope')", "42P01"),
        ("call pggate.compact('a', 'b')", "42883"),
        ("call p()", "42883"),
        ("call pggate.compact(", "42601"),
    ],
)
def test_what_is_refused(session: Client, sql: str, code: str) -> None:
    assert session.code(sql) == code


def test_not_in_a_block(session: Client) -> None:
    fill(session, "t")
    session.run("begin")
    assert session.code("call pggate.compact('t')") == "25001"


def test_only_for_superusers(session: Client, connect: Connect) -> None:
    fill(session, "t")
    session.run("create role reader login")
    reader = connect(user="reader")
    assert reader.code("call pggate.compact('t')") == "42501"
    assert reader.rows("select * from pggate.compaction") == []
