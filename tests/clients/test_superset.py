"""
Apache Superset: SQLAlchemy 1.4 and psycopg2 underneath, its own inspection, charts and SQL Lab on top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from tests.clients.superset_api import Database, Superset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = [pytest.mark.server, pytest.mark.slow]

SCHEMA = """
    create table orders (
        id bigint not null primary key, customer varchar(20), amount numeric(10,2), paid boolean,
        weight double precision, placed timestamp, noted timestamptz, day date, tags text[], extra jsonb
    );
    comment on table orders is 'what was ordered';
    comment on column orders.amount is 'in euros';
    create view recent as select id, customer, amount, placed from orders where placed >= '2024-01-03';
    create schema shop;
    create table shop.stock (item text, pieces integer);
    insert into orders
    select n, 'customer ' || n % 3, n * 1.25, n % 2 = 0, n / 4.0, timestamp '2024-01-01' + n * interval '5 hours',
        timestamptz '2024-01-01 00:00:00+00' + n * interval '5 hours', date '2024-01-01' + n, array['a', 'b' || n],
        '{"a": 1}'
    from generate_series(1, 12) n;
    insert into orders (id) values (13);
    insert into shop.stock values ('nail', 7), ('screw', 11);
"""
DAY = 86_400_000.0
FIRST = 1_704_067_200_000.0
"""2024-01-01, as a chart has it."""
SUM = {"expressionType": "SIMPLE", "column": {"column_name": "amount"}, "aggregate": "SUM", "label": "sum"}
MEDIAN = {
    "expressionType": "SQL",
    "sqlExpression": "percentile_cont(0.5) within group (order by amount)",
    "label": "median",
}
GRAINS = (
    # along, by, how many rows
    ("placed", "PT1H", 12),
    ("placed", "P1W", 1),
    ("noted", "P1D", 3),
    ("noted", "P1M", 1),
    ("day", "P3M", 1),
    ("day", "P1W", 2),
)
FILTERS = (
    ("customer", "IN", ["customer 1", "customer 2"], [("customer 1", 4, 6.875), ("customer 2", 4, 8.125)]),
    ("customer", "NOT IN", ["customer 1"], [("customer 0", 4, 9.375), ("customer 2", 4, 8.125)]),
    ("customer", "LIKE", "%1", [("customer 1", 4, 6.875)]),
    ("customer", "ILIKE", "CUST%2", [("customer 2", 4, 8.125)]),
    ("customer", "IS NULL", None, [(None, 1, None)]),
    ("paid", "IS TRUE", None, [("customer 0", 2, 11.25), ("customer 1", 2, 8.75), ("customer 2", 2, 6.25)]),
    ("amount", ">=", "13.75", [("customer 0", 1, 15.0), ("customer 2", 1, 13.75)]),
)
REFUSED = (
    ("select id, wrongly from orders", 'We can\'t seem to resolve the column "wrongly" at line 3.'),
    ("select 1 from nowhere", 'postgresql error: relation "nowhere" does not exist\nLINE 3: FROM nowhere\n             ^\n'),
    ("select 1 / 0", "postgresql error: division by zero\n"),
)  # fmt: skip


@pytest.fixture(scope="module")
def superset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Superset]:
    superset = Superset(tmp_path_factory.mktemp("superset"))
    try:
        superset.log_in()
        yield superset
    finally:
        superset.stop()


@pytest.fixture
def database(superset: Superset, server: Server) -> Iterator[Database]:
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        connection.execute(SCHEMA)
    database = Database(superset, server.login)
    yield database
    database.forget()


def test_a_database_is_added(database: Database) -> None:
    assert database.tested == {"message": "OK"}
    assert database.schemas() == ["information_schema", "public", "shop"]
    assert database.relations("public") == [("orders", "table"), ("recent", "view")]
    assert database.relations("shop") == [("stock", "table")]


def test_a_table_is_described(database: Database) -> None:
    table = database.described("orders")
    assert table["comment"] == "what was ordered"
    assert [(one["name"], one["longType"], one["comment"]) for one in table["columns"]] == [
        ("id", "BIGINT", None),
        ("customer", "VARCHAR(20)", None),
        ("amount", "NUMERIC(10, 2)", "in euros"),
        ("paid", "BOOLEAN", None),
        ("weight", "DOUBLE_PRECISION", None),
        ("placed", "TIMESTAMP", None),
        ("noted", "TIMESTAMP", None),
        ("day", "DATE", None),
        ("tags", "ARRAY", None),
        ("extra", "JSONB", None),
    ]
    view = database.described("recent")
    assert (
        view["selectStar"] == "SELECT\n  id,\n  customer,\n  amount,\n  placed\nFROM public.recent\nLIMIT 100"
    )


def test_datasets_on_tables_and_views(database: Database) -> None:
    assert database.columns(database.dataset("orders")) == [
        ("amount", "NUMERIC(10, 2)", False),
        ("customer", "VARCHAR(20)", False),
        ("day", "DATE", True),
        ("extra", "JSONB", False),
        ("id", "BIGINT", False),
        ("noted", "TIMESTAMP WITH TIME ZONE", True),
        ("paid", "BOOLEAN", False),
        ("placed", "TIMESTAMP WITHOUT TIME ZONE", True),
        ("tags", "TEXT[]", False),
        ("weight", "DOUBLE PRECISION", False),
    ]
    recent = database.dataset("recent")
    assert database.columns(recent) == [
        ("amount", "NUMERIC(10, 2)", False),
        ("customer", "VARCHAR(20)", False),
        ("id", "BIGINT", False),
        ("placed", "TIMESTAMP WITHOUT TIME ZONE", True),
    ]
    assert database.chart(
        recent, columns=["customer"], metrics=["count", SUM], orderby=[["customer", True]]
    ) == [
        ("customer 0", 1, 15.0),
        ("customer 1", 1, 12.5),
        ("customer 2", 1, 13.75),
    ]


def test_a_dataset_on_a_query(database: Database) -> None:
    sql = "select customer, sum(amount) as total, max(placed) as last, count(*) as n from orders group by customer"
    totals = database.dataset("totals", sql=sql)
    assert database.columns(totals) == [
        ("customer", "STRING", False),
        ("last", "DATETIME", True),
        ("n", "LONGINTEGER", False),
        ("total", "DECIMAL", False),
    ]
    metric = {"expressionType": "SQL", "sqlExpression": "sum(total) / sum(n)", "label": "mean"}
    assert database.chart(totals, columns=["customer"], metrics=[metric], orderby=[["customer", True]]) == [
        ("customer 0", 9.375),
        ("customer 1", 6.875),
        ("customer 2", 8.125),
        (None, None),
    ]


def test_a_chart_by_day(database: Database) -> None:
    day = {"timeGrain": "P1D", "columnType": "BASE_AXIS", "expressionType": "SQL", "sqlExpression": "placed", "label": "d"}  # fmt: skip
    rows = database.chart(
        database.dataset("orders"),
        columns=[day],
        metrics=["count", SUM],
        filters=[
            {"col": "placed", "op": "TEMPORAL_RANGE", "val": "2024-01-01 : 2024-01-04"},
            {"col": "id", "op": "<", "val": 12},
        ],
        orderby=[["sum", False]],
    )
    assert rows == [(FIRST + DAY, 5, 43.75), (FIRST + 2 * DAY, 2, 26.25), (FIRST, 4, 12.5)]


def test_grains_of_time(database: Database) -> None:
    orders = database.dataset("orders")
    for column, grain, expected in GRAINS:
        rows = database.chart(
            orders,
            granularity=column,
            extras={"time_grain_sqla": grain, "where": "placed is not null"},
            is_timeseries=True,
            metrics=["count"],
        )
        assert len(rows) == expected, (column, grain)
        assert sum(count for _, count in rows) == 12


def test_filters(database: Database) -> None:
    orders = database.dataset("orders")
    for column, operator, value, expected in FILTERS:
        rows = database.chart(
            orders,
            columns=["customer"],
            metrics=["count", MEDIAN],
            filters=[{"col": column, "op": operator, "val": value}],
            orderby=[["customer", True]],
        )
        assert rows == expected, (column, operator)


def test_the_greatest_series(database: Database) -> None:
    """Superset joins with a query that finds them."""
    rows = database.chart(
        database.dataset("orders"),
        granularity="placed",
        extras={"time_grain_sqla": "P1D"},
        is_timeseries=True,
        columns=["customer"],
        series_columns=["customer"],
        series_limit=1,
        series_limit_metric={**SUM, "column": {"column_name": "weight"}},
        metrics=[SUM],
        filters=[{"col": "customer", "op": "IS NOT NULL"}],
    )
    assert sorted(rows) == [
        (FIRST, "customer 0", 3.75),
        (FIRST + DAY, "customer 0", 18.75),
        (FIRST + 2 * DAY, "customer 0", 15.0),
    ]


def test_a_chart_with_a_wrong_column(database: Database) -> None:
    metric = {"expressionType": "SQL", "sqlExpression": "sum(wrongly)", "label": "x"}
    said = database.refused_chart(database.dataset("orders"), columns=["customer"], metrics=[metric])
    assert 'column "wrongly" does not exist\nLINE 3:   SUM(wrongly) AS x\n              ^' in said


def shown(result: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in result["data"]]


def test_sql_lab(database: Database) -> None:
    result = database.run("select id, customer, amount, placed from orders order by id limit 4", queryLimit=2)
    assert [(one["name"], one["type"]) for one in result["columns"]] == [
        ("id", "LONGINTEGER"),
        ("customer", "STRING"),
        ("amount", "DECIMAL"),
        ("placed", "DATETIME"),
    ]
    assert shown(result) == [
        (1, "customer 1", 1.25, "2024-01-01T05:00:00"),
        (2, "customer 2", 2.5, "2024-01-01T10:00:00"),
    ]
    assert len(shown(database.run("select * from orders"))) == 5  # the editor's limit
    several = database.run("select 1 as a; select item from shop.stock order by 1")
    assert shown(several) == [("nail",), ("screw",)]
    assert shown(database.run("select * from stock order by item", schema="shop")) == [
        ("nail", 7),
        ("screw", 11),
    ]


def test_what_sql_lab_makes(database: Database) -> None:
    database.run("insert into shop.stock values ('peg', 3)")
    assert shown(database.run("select * from shop.stock order by 1")) == [
        ("nail", 7),
        ("peg", 3),
        ("screw", 11),
    ]
    query = "select customer, count(*) as n from orders group by 1"
    for name, method in (("made", "TABLE"), ("seen", "VIEW")):
        database.run(query, select_as_cta=True, tmp_table_name=name, ctas_method=method)
        rows = shown(database.run(f"select * from {name} order by 1"))
        assert rows == [("customer 0", 4), ("customer 1", 4), ("customer 2", 4), (None, 1)]
    assert ("made", "table") in database.relations("public")
    assert ("seen", "view") in database.relations("public")


def test_what_sql_lab_cannot_run(database: Database) -> None:
    for sql, said in REFUSED:
        assert database.refused(sql) == said


def test_a_cost_is_estimated(database: Database) -> None:
    """What EXPLAIN says: the gateway has no costs to tell."""
    assert len(database.estimated("select * from orders where id = 3")) == 1
