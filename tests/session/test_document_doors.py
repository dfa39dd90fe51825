"""
Columns of STRUCT, MAP and lists of them, which are JSON to a client: a text without a type that is written to one is
read as JSON, whatever statement writes it, and read back as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import error_of, rows_of, succeeded

if TYPE_CHECKING:
    from pggate.errors import PgError
    from tests.session.conftest import Client

pytestmark = pytest.mark.server

ROW = r"""{"a": "\u00e4 \"q\" it''s", "b": 1}"""
LIST = r'[{"a": "y,]"}, null, {"a": "\\"}]'
MAP = r'{"k \"1\"": 2, "null": null}'
READ = ('{"a":"ä \\"q\\" it\'s","b":1}', '[{"a":"y,]"},null,{"a":"\\\\"}]', '{"k \\"1\\"":2,"null":null}')
VALUES = tuple(one.replace("''", "'") for one in (ROW, LIST, MAP))


@pytest.fixture
def client(session: Client) -> Client:
    session.run(
        "create table t (id int primary key, r struct(a varchar, b int), l struct(a varchar)[], m map(varchar, int))",
        "insert into t values (1, null, null, null)",
    )
    return session


# What writes the three values to the row of the number 1, or to one that did not exist
STATEMENTS = (
    "insert into t values (2, {r}, {l}, {m})",
    "insert into t (m, l, r, id) values ({m}, {l}, {r}, 2), (null, null, null, 3)",
    "insert into t select 2, {r}, {l}, {m}",
    "insert into t values (2, {r}, {l}, {m}) returning id",
    "update t set r = {r}, l = {l}, m = {m} where id = 1",
    "update t set (r, l, m) = ({r}, {l}, {m}) returning id",
    "insert into t values (1, null) on conflict (id) do update set r = {r}, l = {l}, m = {m}",
    (
        "insert into t values (1, {r}, {l}, {m}) on conflict (id)"
        " do update set r = excluded.r, l = excluded.l, m = excluded.m"
    ),
    "merge into t using (select 1 as i) x on t.id = x.i when matched then update set r = {r}, l = {l}, m = {m}",
    (
        "merge into t using (select 2 as i) x on t.id = x.i"
        " when not matched then insert (id, r, l, m) values (2, {r}, {l}, {m})"
    ),
    "with w as (insert into t values (2, {r}, {l}, {m}) returning id) select * from w",
)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_literals(client: Client, statement: str) -> None:
    client.run(statement.format(r=f"'{ROW}'", l=f"'{LIST}'", m=f"'{MAP}'"))
    assert client.rows("select r, l, m from t where r is not null") == [READ]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_parameters(client: Client, statement: str) -> None:
    succeeded(client.extended(statement.format(r="$1", l="$2", m="$3"), VALUES))
    assert client.rows("select r, l, m from t where r is not null") == [READ]


def test_execute(client: Client) -> None:
    client.run("prepare p as insert into t values (2, $1, $2, $3)", f"execute p('{ROW}', '{LIST}', '{MAP}')")
    assert client.rows("select r, l, m from t where id = 2") == [READ]


def test_temporary_tables(client: Client) -> None:
    client.run("create temp table s (r struct(a varchar, b int))", f"insert into s values ('{ROW}')")
    assert client.value("select r from s") == READ[0]


def test_defaults(client: Client) -> None:
    client.run(
        f"create table d (id int, r struct(a varchar, b int) default '{ROW}', l struct(a varchar)[] default '{LIST}')",
        f"alter table d add column m map(varchar, int) default '{MAP}'",
        "insert into d (id) values (1)",
        'alter table d alter column r set default \'{"a": "\\u00e9"}\'',
        "insert into d (id) values (2)",
    )
    assert client.rows("select r, l, m from d order by id") == [READ, ('{"a":"é","b":null}', *READ[1:])]
    assert client.code("create table e (r struct(a int) default '{\"x\": 1}')") == "22P02"


def test_fields(client: Client) -> None:
    """What is not named is NULL, names have no case, and a value is read as its own type reads it."""
    client.run(
        "create table f (r struct(d date, n decimal(38, 2), c blob, j json, i int[]))",
        'insert into f values (\'{"D": "0044-03-15 BC", "n": 123456789012345678901234567890.12}\')',
        r"""insert into f values ('{"c": "\\x00ff", "j": {"x": [1]}, "i": [1, null]}'), ('null'), (null)""",
    )
    assert client.rows("select (r).d, (r).n, (r).c, (r).j, (r).i from f") == [
        ("0044-03-15 BC", "123456789012345678901234567890.12", None, None, None),
        (None, None, "\\x00ff", '{"x":[1]}', "{1,NULL}"),
        (None,) * 5,
        (None,) * 5,
    ]


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("r", '{"a": 1'),
        ("r", "{a: 1}"),
        ("r", '{"c": 1}'),
        ("r", '{"b": "x"}'),
        ("r", "1"),
        ("l", '{"a": 1}'),
        ("m", "{k=1}"),
        ("m", "[1]"),
    ],
)
def test_what_is_no_such_document(client: Client, column: str, text: str) -> None:
    assert client.code(f"insert into t (id, {column}) values (2, '{text}')") == "22P02"
    assert client.code(f"update t set {column} = '{text}'") == "22P02"
    for statement in (f"insert into t (id, {column}) values (2, $1)", f"update t set {column} = $1"):
        found: PgError = error_of(client.extended(statement, [text]))
        assert found.code == "22P02"


def test_rows_of_text(client: Client) -> None:
    """PostgreSQL's text of a row is one, too; it is what a composite type is told and read as."""
    client.run("set pggate.struct_as = 'composite'")
    row, rows = '("x, ""y""",2)', r'{(x),"(\"\")"}'
    client.run(f"update t set r = '{row}', l = '{rows}'")
    assert client.rows("select r, l from t") == [(row, rows)]
    succeeded(client.extended("update t set r = $1, l = $2", ["(z,)", "{(y)}"]))
    assert client.rows("select r, l from t") == [("(z,)", "{(y)}")]


def test_comparisons(client: Client) -> None:
    client.run(f"update t set r = '{ROW}'")
    assert client.value(f"select r = '{ROW}' from t") == "t"
    assert rows_of(succeeded(client.extended("select r = $1 from t", VALUES[:1]))) == [("t",)]


def test_casts_are_the_engines(client: Client) -> None:
    """A cast to STRUCT is DuckDB's dialect, and so is the text."""
    assert client.value("select '{a: x}'::struct(a varchar)") == '{"a":"x"}'
