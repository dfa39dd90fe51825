"""
SQLAlchemy Core over psycopg 3 and psycopg2: text(), inspector, inserts and selects without an ORM.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from sqlalchemy import exc, types
from sqlalchemy.dialects import postgresql

from tests.clients import values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server

NYC = """
create table nyc(VendorID INTEGER, tpep_pickup_datetime TIMESTAMP, "RatecodeID" BIGINT, store_and_fwd_flag VARCHAR,
                 Airport_fee DOUBLE PRECISION)
"""


def engine_of(server: Server, driver: str, **options: Any) -> sa.Engine:
    login = server.login
    url = sa.URL.create(
        f"postgresql+{driver}",
        username=login["user"],
        password=login["password"],
        host=login["host"],
        port=login["port"],
        database=login["database"],
    )
    return sa.create_engine(url, poolclass=sa.NullPool, **options)


@pytest.fixture(params=["psycopg", "psycopg2"])
def engine(request: pytest.FixtureRequest, server: Server) -> Iterator[sa.Engine]:
    engine = engine_of(server, request.param)
    yield engine
    engine.dispose()


def test_connect(pggate: Server) -> None:
    engine = engine_of(pggate, "psycopg", connect_args={"sslmode": "require"})
    with engine.connect() as connection:
        assert connection.dialect.server_version_info == (15, 0)
        assert connection.dialect.default_schema_name == "public"
        assert connection.execute(sa.text("select 1")).scalar_one() == 1


def test_names_fold_to_lower_case_unless_quoted(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text(NYC))
        connection.execute(
            sa.text('insert into NYC (vendorid, "RatecodeID", AIRPORT_FEE) values (:vendor, :rate, :fee)'),
            [{"vendor": 1, "rate": 2, "fee": 1.25}, {"vendor": 2, "rate": None, "fee": None}],
        )
    with engine.connect() as connection:
        result = connection.execute(sa.text("select * from nyc order by VENDORID"))
        names = ["vendorid", "tpep_pickup_datetime", "RatecodeID", "store_and_fwd_flag", "airport_fee"]
        assert list(result.keys()) == names
        assert [tuple(row) for row in result] == [(1, None, 2, None, 1.25), (2, None, None, None, None)]
        assert connection.execute(sa.text("select VendorID, VendorID as VID from nyc")).keys() == [
            "vendorid",
            "vid",
        ]


def test_the_inspector(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text(NYC))
        connection.execute(sa.text("create schema sales"))
        connection.execute(
            sa.text(
                "create table sales.orders (id bigint not null, price numeric(10,2), tags text[], at timestamptz,"
                " note text default 'none')"
            )
        )
        connection.execute(sa.text("create view expensive as select id from sales.orders where price > 100"))
    inspector = sa.inspect(engine)
    assert {"public", "sales"} <= set(inspector.get_schema_names())
    assert inspector.get_table_names() == ["nyc"]
    assert inspector.get_table_names(schema="sales") == ["orders"]
    assert inspector.get_view_names() == ["expensive"]
    assert inspector.has_table("orders", schema="sales")
    assert not inspector.has_table("orders")
    assert [(c["name"], str(c["type"])) for c in inspector.get_columns("nyc")] == [
        ("vendorid", "INTEGER"),
        ("tpep_pickup_datetime", "TIMESTAMP"),
        ("RatecodeID", "BIGINT"),
        ("store_and_fwd_flag", "VARCHAR"),
        ("airport_fee", "DOUBLE PRECISION"),
    ]
    columns = {column["name"]: column for column in inspector.get_columns("orders", schema="sales")}
    assert [columns[name]["nullable"] for name in ("id", "price")] == [False, True]
    assert repr(columns["price"]["type"]) == "NUMERIC(precision=10, scale=2)"
    assert isinstance(columns["tags"]["type"], postgresql.ARRAY)
    assert columns["at"]["type"].timezone
    assert "none" in columns["note"]["default"]
    assert inspector.get_pk_constraint("orders", schema="sales")["constrained_columns"] == []
    assert inspector.get_foreign_keys("orders", schema="sales") == []
    assert inspector.get_indexes("orders", schema="sales") == []


def test_tables_of_our_own(engine: sa.Engine) -> None:
    metadata = sa.MetaData()
    people = sa.Table(
        "people",
        metadata,
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("price", sa.Numeric(10, 2)),
        sa.Column("day", sa.Date),
        sa.Column("tags", postgresql.ARRAY(sa.Text)),
        sa.Column("extra", sa.JSON),
        sa.Column("ok", sa.Boolean),
    )
    metadata.create_all(engine)
    metadata.create_all(engine)  # looks first whether it is there
    rows = [
        {"id": 1, "name": "ann", "price": Decimal("1.50"), "day": dt.date(2024, 2, 29), "tags": ["a", "b c"],
         "extra": {"k": [1, None]}, "ok": True},
        {"id": 2, "name": None, "price": None, "day": None, "tags": [], "extra": None, "ok": False},
    ]  # fmt: skip
    with engine.begin() as connection:
        assert connection.execute(people.insert(), rows).rowcount in (2, -1)
    with engine.begin() as connection:
        found = connection.execute(sa.select(people).order_by(people.c.id)).mappings().all()
        assert [dict(row) for row in found] == rows
        query = sa.select(sa.func.count(), sa.func.sum(people.c.price)).where(
            people.c.name.in_(["ann", "bob"])
        )
        assert connection.execute(query).one() == (1, Decimal("1.50"))
        changed = connection.execute(people.update().where(people.c.id == 2).values(name="bob", tags=["x"]))
        assert changed.rowcount == 1
        assert connection.execute(sa.select(people.c.tags).where(people.c.name.ilike("B%"))).scalar_one() == [
            "x"
        ]
        assert connection.execute(people.delete().where(people.c.ok)).rowcount == 1
        assert connection.execute(sa.select(sa.exists().where(people.c.id == 1))).scalar_one() is False
    reflected = sa.Table("people", sa.MetaData(), autoload_with=engine)
    assert [type(column.type) for column in reflected.columns][:4] == [
        types.BIGINT,
        types.TEXT,
        types.NUMERIC,
        types.DATE,
    ]
    metadata.drop_all(engine)
    assert sa.inspect(engine).get_table_names() == []


def test_plain_parameters(engine: sa.Engine) -> None:
    """Named in text(); numbers keep all their digits."""
    with engine.begin() as connection:
        connection.execute(sa.text(values.CREATE))
        connection.execute(
            sa.text("insert into samples (n, a_bool, an_int8) values (1, :b, :i)"),
            {"b": True, "i": 2**63 - 1},
        )
        row = connection.execute(sa.text(values.SELECT)).mappings().one()
    assert (row["a_bool"], row["an_int8"], row["a_json_list"]) == (True, 2**63 - 1, None)


def test_a_failed_transaction(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text("create table t (a int)"))
    with (
        pytest.raises(exc.ProgrammingError, match='relation "nowhere" does not exist') as caught,
        engine.begin() as connection,
    ):
        connection.execute(sa.text("insert into t values (1)"))
        connection.execute(sa.text("select * from nowhere"))
    assert caught.value.orig is not None
    with engine.connect() as connection:
        with pytest.raises(exc.ProgrammingError):
            connection.execute(sa.text("select * from nowhere"))
        with pytest.raises(exc.InternalError, match="current transaction is aborted"):
            connection.execute(sa.text("select 1"))
        connection.rollback()
        assert connection.execute(sa.text("select count(*) from t")).scalar_one() == 0


def test_isolation_levels(engine: sa.Engine) -> None:
    for level in ("READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"):
        with engine.connect().execution_options(isolation_level=level) as connection:
            assert connection.execute(sa.text("select 1")).scalar_one() == 1
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("create table t as select 1 as a"))
    with engine.connect() as connection:
        assert connection.execute(sa.text("select a from t")).scalar_one() == 1
        assert connection.get_isolation_level() in ("READ COMMITTED", "REPEATABLE READ")


@pytest.mark.parametrize("streams", [False, True], ids=["as a whole", "by a named cursor"])
def test_a_streamed_result(engine: sa.Engine, streams: bool) -> None:
    """psycopg's stream_results are named cursors: DECLARE; without them a result is fetched as a whole."""
    with engine.connect().execution_options(stream_results=streams, max_row_buffer=300) as connection:
        result = connection.execute(
            sa.text("select n from generate_series(1, :last) as s(n)"), {"last": 5000}
        )
        parts = list(result.partitions(700))
        assert [len(part) for part in parts] == [700] * 7 + [100]
        assert [n for part in parts for (n,) in part] == list(range(1, 5001))


def test_two_streamed_results_at_once(engine: sa.Engine) -> None:
    with engine.connect().execution_options(yield_per=10) as connection:
        one = connection.execute(sa.text("select n from generate_series(1, 100) as s(n)"))
        two = connection.execute(sa.text("select -n from generate_series(1, 100) as s(n)"))
        assert [(a, b) for (a,), (b,) in zip(one, two, strict=True)] == [(n, -n) for n in range(1, 101)]
