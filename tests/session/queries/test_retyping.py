"""
Statements whose functions get PostgreSQL's types, wherever a query stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.types.table import FLOAT8, INT4, INT8, NUMERIC
from tests.session.conftest import fields_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server

AVERAGE = "2.5000000000000000"


@pytest.fixture
def client(session: Client) -> Client:
    session.run(
        "create table t (a int, n numeric(10,2), b numeric)",
        "insert into t values (2, 1.5, 0.1), (3, 2.5, 0.25)",
    )
    return session


def types(client: Client, sql: str) -> list[tuple[int, int]]:
    return [(field.type_oid, field.typmod) for field in fields_of(succeeded(client.query(sql)))]


def test_a_simple_and_an_extended_query(client: Client) -> None:
    sql = "select sum(a), avg(a), ceil(a), ntile(1) over () from t group by a"
    oids = [INT8.oid, NUMERIC.oid, FLOAT8.oid, INT4.oid]
    assert [oid for oid, _ in types(client, sql)] == oids
    assert [oid for _, oid in client.described(sql)[1]] == oids


def test_views_and_tables_keep_them(client: Client) -> None:
    client.run("create view v as select avg(a) as x, sum(a) as y from t", "create table c as select * from v")
    for relation in ("v", "c"):
        assert types(client, f"select x, y from {relation}") == [(NUMERIC.oid, -1), (INT8.oid, -1)]
        assert client.rows(f"select x, y from {relation}") == [(AVERAGE, "5")]


def test_cursors_prepared_statements_and_inserts(client: Client) -> None:
    client.run("begin", "declare c cursor for select avg(a) from t")
    assert client.rows("fetch c") == [(AVERAGE,)]
    client.run("commit", "prepare p as select sum(n) / $1 from t")
    assert client.rows("execute p(3)") == [("1.3333333333333333",)]
    client.run("create table i (x numeric)", "insert into i select avg(a) / 3 from t")
    assert client.rows("select x from i") == [("0.83333333333",)]


def test_what_is_written_to_floats_is_the_nearest_one(client: Client) -> None:
    client.run(
        "create table f (i int, x float8, y real)",
        "insert into f values (1, 5 / 3.0, 5 / 3.0)",
        "insert into f (x, i) select a / 1.2, 2 from t where a = 2",
        "insert into f (i, x) values (3, 1), (4, default)",
        "update f set x = (i + 2) / 3.0 where i = 3",
    )
    assert client.rows("select x, y from f order by i") == [
        ("1.6666666666666667", "1.6666666"),
        ("1.6666666666666667", None),
        ("1.6666666666666667", None),
        (None, None),
    ]


def test_numerics_become_the_nearest_floats(client: Client) -> None:
    assert client.rows("select (5 / 3.0)::float8, (5 / 3.0)::real, (avg(a) * 2 / 3)::float8 from t") == [
        ("1.6666666666666667", "1.6666666", "1.6666666666666667")
    ]
    sql = "select (a * 2.5 / 3)::float8 as x from t group by (a * 2.5 / 3)::float8 order by x"
    assert client.rows(sql) == [("1.6666666666666667",), ("2.5",)]


def test_a_real_beside_a_numeric(client: Client) -> None:
    client.run("create table r (x real)", "insert into r values (0.1), (0.5), (null)")
    assert client.rows("select x = 0.1, x > 0.1, x in (0.1, 0.2) from r where x < 0.2") == [("f", "t", "t")]
    assert client.rows("select x from r where x > 0.1 order by x") == [("0.1",), ("0.5",)]
    assert client.rows("select count(*) from r where x between 0.1 and 0.5") == [("2",)]
    client.run("update r set x = 1 where x > 0.1")
    assert client.rows("select distinct x from r order by x") == [("1",), (None,)]


def test_parameters(client: Client) -> None:
    parameters, columns = client.described("select sum(a) / $1 from t where a > $2", [NUMERIC.oid, 0])
    assert parameters == (NUMERIC.oid, INT4.oid)
    assert [oid for _, oid in columns] == [NUMERIC.oid]


def test_modifiers_are_those_of_plain_columns_and_casts(client: Client) -> None:
    declared = ((10 << 16) | 2) + 4
    assert types(client, "select n, n + 1, n::numeric(10,2), max(n), b, n::numeric from t group by n, b") == [
        (NUMERIC.oid, declared),
        (NUMERIC.oid, -1),
        (NUMERIC.oid, declared),
        (NUMERIC.oid, -1),
        (NUMERIC.oid, -1),
        (NUMERIC.oid, -1),
    ]


def test_one_analysis_serves_other_numbers(client: Client) -> None:
    for number in (1, 2, 17):
        assert client.rows(f"select sum(n) / 8.0, avg(a) from t where a > {number}")[0][0] == (
            {1: "0.50000000000000000000", 2: "0.31250000000000000000"}.get(number)
        )


@pytest.mark.parametrize(
    "sql", ["select a / 0 from t", "select n % 0 from t", "update t set a = a / 0", "select 1 / 0.0"]
)
def test_division_by_zero(client: Client, sql: str) -> None:
    assert client.code(sql) == "22012"


@pytest.mark.parametrize(
    ("assignment", "expected"),
    [
        ("t = (n / 3)::text", "0.50000000000000000000"),
        ("t = avg_of.x::text from (select avg(a) as x from t) avg_of", "2.5000000000000000"),
        ("t = f || '' where round(f) = 2", "2.5"),
        ("t = (s * 1000)::text", "32767000"),
        ("t = ('1' + a)::text where '2' / 2 = 1", "3"),
    ],
)
def test_changes_are_edited_too(client: Client, assignment: str, expected: str) -> None:
    client.run("create table u (a int, n numeric(10,2), s int2, f float8, t text)")
    client.run("insert into u values (2, 1.5, 32767, 2.5, null)", f"update u set {assignment}")
    assert client.rows("select t from u") == [(expected,)]
    client.run("delete from u where s * 1000 = 32767000 and round(f) = 2")
    assert client.rows("select t from u") == []
