from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.bound import Bound
from pggate.engine.definitions import Relation, Target
from pggate.errors import InsufficientPrivilege
from pggate.session.cursors.authorise import authorise, authorise_names
from pggate.session.statement.identity import Identity

if TYPE_CHECKING:
    from tests.session.conftest import Connect

TOPIC = Relation("lake:sales", "public", "t")
OTHER = Relation("lake:sales", "public", "a")
SCHEMA = Relation("lake:sales", "s", "")
CATALOG = Relation("~pg", "~catalog", "pg_class")
TEMPORARY = Relation("temp", "main", "tt")

MAY, MUST_BE_SUPERUSER, MAY_NOT = "both", "superuser", "nobody"


def reading(*relations: Relation, functions: tuple[str, ...] = (), unknown: tuple[str, ...] = ()) -> Bound:
    return Bound(
        "SELECT", frozenset(relations), table_functions=frozenset(functions), unknown=frozenset(unknown)
    )


def changing(relation: Relation, action: str = "insert") -> Bound:
    return Bound("INSERT", targets=frozenset({Target(relation, action)}))


@pytest.mark.parametrize(
    ("bound", "who", "message"),
    [
        (reading(), MAY, ""),
        (reading(CATALOG), MAY, ""),
        (reading(TOPIC), MUST_BE_SUPERUSER, "permission denied for relation t"),
        (reading(CATALOG, TOPIC, OTHER), MUST_BE_SUPERUSER, "permission denied for relation a"),
        (reading(TEMPORARY), MAY, ""),
        (changing(TEMPORARY), MAY, ""),
        (reading(TEMPORARY, TOPIC), MUST_BE_SUPERUSER, "permission denied for relation t"),
        (reading(functions=("read_csv",)), MUST_BE_SUPERUSER, "permission denied for this statement"),
        (reading(unknown=("LOGICAL_X",)), MUST_BE_SUPERUSER, "permission denied for this statement"),
        (None, MUST_BE_SUPERUSER, "permission denied for this statement"),
        (changing(TOPIC), MUST_BE_SUPERUSER, "permission denied for relation t"),
        (changing(SCHEMA, "create"), MUST_BE_SUPERUSER, "permission denied for relation s"),
        (changing(CATALOG), MAY_NOT, 'permission denied: "pg_class" is a system catalog'),
        (changing(CATALOG, "drop"), MAY_NOT, 'permission denied: "pg_class" is a system catalog'),
    ],
)
def test_who_may(bound: Bound | None, who: str, message: str) -> None:
    for superuser in (True, False):
        identity = Identity("ann", "sales", 1, superuser)
        if who == MAY or (who == MUST_BE_SUPERUSER and superuser):
            authorise(identity, bound)
        else:
            with pytest.raises(InsufficientPrivilege) as caught:
                authorise(identity, bound)
            assert caught.value.message == message


UNREAD = [
    "with x as (select * from secret) select 1",
    "with x as materialized (select a from public.secret) select 1",
    "with x as (select 1 as a), y as (select * from x join secret using (a)) select * from x",
    "select * from (with x as (select a from secret) select 1) s",
    "with x as (with y as (select a from secret) select 1) select 1",
    "with recursive x as (select a from secret union all select a + 1 from x) select 1",
    "with x as (with secret as (select 1) select 1), y as (select * from secret) select 1",
    "create temp table u as with x as (select * from secret) select 1 as a",
    "select exists (with x as (select * from secret) select 1)",
]


@pytest.mark.parametrize("sql", UNREAD)
def test_what_the_engine_would_not_read_needs_rights_too(connect: Connect, sql: str) -> None:
    connect().run("create table secret (a int)", "create role unread login")
    assert connect(user="unread").code(sql) == "42501"
    connect().run("drop role unread")


@pytest.mark.parametrize(
    "sql",
    [
        "with x as (select relname from pg_class) select 1",
        "with secret as (select 1 as a), y as (select * from secret) select 1",
        "with recursive secret as (select 1 as a union all select a + 1 from secret where a < 3) select 1",
    ],
)
def test_with_of_what_everybody_may_read(connect: Connect, sql: str) -> None:
    connect().run("create table secret (a int)", "create role reading login")
    assert connect(user="reading").rows(sql) == [("1",)]
    connect().run("drop role reading")


def test_everybody_may_have_temporary_tables(connect: Connect) -> None:
    connect().run("create table secret (a int)", "create role guest login")
    guest = connect(user="guest")
    guest.run(
        "create temp table mine (a int)", "insert into mine values (1), (2)", "update mine set a = a + 1"
    )
    guest.run("create temp table more as select a from mine", "begin; insert into more values (9); rollback")
    assert guest.rows("select count(*), sum(a) from more") == [("2", "5")]
    guest.run("create temp view seen as select a from mine", "delete from mine", "drop table more")
    assert guest.rows("select * from seen") == []
    for denied in (
        "create temp table copy as select * from secret",
        "create temp view copy as select * from secret",
        "insert into mine select a from secret",
        "create table t (a int)",
        "insert into secret select a from mine",
        "drop table secret",
    ):
        assert guest.code(denied) == "42501", denied
    connect().run("drop role guest")


def test_how_much_a_topic_holds_is_for_superusers(connect: Connect) -> None:
    owner = connect()
    owner.run("create table t (a int)", "insert into t values (1)", "create role nosy login")
    columns = "row_count, byte_count > 0, storage_uri <> '', last_commit_at is not null"
    told = f"select {columns} from pggate.topics where catalog = '{owner.identity.database}'"
    assert owner.rows(told) == [("1", "t", "t", "t")]
    assert connect(user="nosy").rows(told) == [(None, None, None, "f")]
    owner.run("drop role nosy")


def test_sequences_are_for_superusers(connect: Connect) -> None:
    owner = connect()
    owner.run(
        "create schema shop", "create sequence shop.sq", "create sequence s2", "create role counting login"
    )
    guest = connect(user="counting")
    for sql, name in (
        ("select setval('shop.sq', 1000)", "sq"),
        ("select setval('s2', 1000, false)", "s2"),
        ("select nextval('shop.sq')", "sq"),
        ("select nextval('s2'::regclass)", "s2"),
        ("select currval('s2')", "s2"),
        ("select pg_sequence_last_value('s2'::regclass)", "s2"),
    ):
        error = guest.error(sql)
        assert (error.code, error.message) == ("42501", f"permission denied for sequence {name}"), sql
    assert guest.code("select lastval()") == "55000"
    for denied in (
        "select * from s2",
        "create sequence s3",
        "alter sequence s2 restart with 7",
        "drop sequence s2",
    ):
        assert guest.code(denied) == "42501", denied
    guest.run("create temp table mine (id int default nextval('s2'), n int)")
    assert guest.code("insert into mine (n) values (1)") == "42501"
    assert owner.value("select nextval('s2')") == "1"
    assert owner.value("select last_value from pg_sequences where sequencename = 's2'") == "1"
    assert guest.value("select last_value from pg_sequences where sequencename = 's2'") is None
    owner.run("drop role counting")


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("""select "~nextval"(1, 'pggate', ['public'], 's')""", "function ~nextval"),
        ("""select "~create_token" ('pggate', 'pggate', 'public.t')""", "function ~create_token"),
        ("""prepare p as select 1 + "~number"(1, 1)""", "function ~number"),
        ("""copy (select "~number"(1, 1)) to stdout""", "function ~number"),
        ("""select * from "~pg"."~mirror".roles""", "schema ~pg"),
    ],
)
def test_the_functions_behind_macros_are_not_for_clients(connect: Connect, sql: str, what: str) -> None:
    connect().run("create role peeking login")
    error = connect(user="peeking").error(sql)
    assert (error.code, error.message) == ("42501", f"permission denied for {what}")
    connect().run("drop role peeking")


def test_names_that_begin_like_the_gateways(connect: Connect) -> None:
    authorise_names(Identity("ann", "sales", 1, superuser=False), """select '"~f"(1)', 1 as "~a" """)
    assert connect().value("""select 1 as "~a" """) == "1"
