"""
CREATE, ALTER and DROP TYPE; what PostgreSQL answers is in the transcript `enums`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import fields_of

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.slow

LABELS = """select t.typname, e.enumlabel from pg_enum e join pg_type t on t.oid = e.enumtypid
            order by t.typname, e.enumsortorder"""


def test_the_catalog_shows_it(session: Client) -> None:
    session.run("create type mood as enum ('sad', 'ok')", "alter type mood add value 'meh' before 'ok'")
    assert session.rows(LABELS) == [("mood", "sad"), ("mood", "meh"), ("mood", "ok")]
    assert session.rows(
        """select t.typname, t.typtype, t.typcategory, a.typname, n.nspname, format_type(a.oid, -1), t.oid::regtype
           from pg_type t join pg_type a on a.oid = t.typarray join pg_namespace n on n.oid = t.typnamespace
           where t.typtype = 'e'"""
    ) == [("mood", "e", "E", "_mood", "public", "mood[]", "mood")]


def test_a_transactions_own_type(connect: Connect) -> None:
    one, other = connect(), connect()
    one.run("begin", "create type mood as enum ('b', 'a')", "create table t (m mood, ms mood[])")
    one.run("insert into t values ('a', '{b}'), ('b', null)")
    assert one.rows("select m, ms from t order by m") == [("b", None), ("a", "{b}")]
    assert one.value("select max(x) from (values ('a'::mood), ('b')) v (x)") == "a"
    assert other.code("select 'a'::mood") == "42704"
    one.run("alter type mood add value 'c'", "insert into t values ('c', null)", "commit")
    assert other.rows("select m from t where m >= 'a' order by m") == [("a",), ("c",)]


def test_a_rollback_leaves_nothing(session: Client) -> None:
    session.run("create type mood as enum ('a')", "begin", "alter type mood add value 'b'")
    assert session.value("select 'b'::mood") == "b"
    session.run("rollback", "begin", "drop type mood", "rollback")
    assert session.rows(LABELS) == [("mood", "a")]
    assert session.code("select 'b'::mood") == "22P02"


def test_types_of_the_same_labels_are_two(session: Client) -> None:
    session.run("create type a as enum ('x')", "create type b as enum ('x')", "create table t (a a, b b)")
    oids = session.rows("select oid from pg_type where typname in ('a', 'b') order by typname")
    shown = fields_of(session.query("select a, b from t"))
    assert [(str(field.type_oid),) for field in shown] == oids


def test_renamed_labels_are_renamed_in_the_rows(session: Client) -> None:
    session.run("create type mood as enum ('a', 'b')", "create table t (m mood, ms mood[])")
    session.run(
        "insert into t values ('a', '{a,b}'), ('b', '{b}')", "alter type mood rename value 'a' to 'z'"
    )
    assert session.rows("select m, ms from t order by m") == [("z", "{z,b}"), ("b", "{b}")]


def test_renamed_labels_are_renamed_in_views(session: Client) -> None:
    session.run(
        "create type mood as enum ('a', 'b')", "create table t (m mood)", "insert into t values ('a'), ('b')"
    )
    session.run(
        "create view v as select m from t where m = 'a'", "alter type mood rename value 'a' to 'it''s'"
    )
    assert session.rows("select m from v") == [("it's",)]
    (definition,) = session.rows("select definition from pg_views where viewname = 'v'")
    assert "'it''s'" in str(definition[0])


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("create type mood as enum ('x')", "42710"),
        ("create type nowhere.x as enum ('x')", "3F000"),
        ("create type c as range (subtype = int)", "0A000"),
        ("create domain d as int", "0A000"),
        ("alter type nope add value 'x'", "42704"),
        ("alter type mood rename to other", "42710"),
        ("alter type mood set schema nowhere", "3F000"),
        ("drop type nope", "42704"),
    ],
)
def test_refused(session: Client, sql: str, code: str) -> None:
    session.run("create type mood as enum ('a')", "create type other as enum ('a')")
    assert session.code(sql) == code


def test_only_for_superusers(connect: Connect) -> None:
    connect().run("create role reader login")
    reader = connect(user="reader")
    assert reader.code("create type mood as enum ('a')") == "42501"


def test_read_only(session: Client) -> None:
    session.run("begin read only")
    assert session.code("create type mood as enum ('a')") == "25006"
    session.run("rollback")


def test_drop_takes_columns_along(session: Client) -> None:
    session.run(
        "create type mood as enum ('a')", "create table t (n int, m mood)", "insert into t values (1, 'a')"
    )
    assert session.code("drop type mood") == "2BP01"
    (told,) = session.notices("drop type mood cascade")
    assert told.message == "drop cascades to column m of table t"
    assert session.rows("select * from t") == [("1",)]
