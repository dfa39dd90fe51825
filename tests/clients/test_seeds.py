"""
tests/seeds.sql through psql, as written, and what came of it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.clients.conftest import Server
from tests.clients.test_psql import PSQL, run

if TYPE_CHECKING:
    from subprocess import CompletedProcess

    from tests.fix_gateway import Gateway

SEEDS = Path(__file__).parents[1] / "seeds.sql"

pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(PSQL is None, reason="psql, the client program of PostgreSQL, is not installed"),
]

TAGS = [
    "CREATE SCHEMA",
    *("CREATE TABLE", "INSERT 0 4"),  # bool
    *("CREATE TABLE", "INSERT 0 4"),  # bigint
    *("CREATE TABLE", "INSERT 0 3"),  # uuid
    *("CREATE TABLE", "INSERT 0 3"),  # json
    *("CREATE TABLE", "INSERT 0 5"),  # list
    *("CREATE TABLE", "INSERT 0 2"),  # struct
    *("CREATE TABLE", "INSERT 0 2"),  # map
    "CREATE TABLE",  # nyc
    "CREATE TABLE",  # people
]

SAMPLES = {
    "bool_samples": ["t", "f", "t", "f"],
    "bigint_samples": ["-9223372036854775808", "0", "42", "9223372036854775807"],
    "uuid_samples": [
        "00000000-0000-0000-0000-000000000000",
        "123e4567-e89b-12d3-a456-426614174000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
    ],
    "json_samples": ["null", '{"a":1,"b":[1,2,3]}', '{"nested":{"x":10,"y":[false, true]}}'],
    "list_int_samples": ["{}", "{1}", "{1,2,3}", "{NULL}", "{5,NULL,7}"],
    "struct_samples": ['{"a":1,"b":"x","c":true}', '{"a":42,"b":"meaning","c":true}'],
    "map_samples": ['{"a":1}', '{"x":1,"y":2,"z":3}'],
}

UUID = "[0-9a-f]{8}-[0-9a-f]{4}-{V}[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
VALUES = [
    # column names, the one row
    ("uuid_v4|gen_uuid_v4|uuid_v7", r"\|".join(UUID.replace("{V}", version) for version in "447")),
    ("price|zero|negative", r"12345\.67\|0\.00\|-999\.99"),
    ("string_array", r"\{1aa,b2,c3,d4,z5\}"),
    (
        "basic_timestamp|timestamp_with_microseconds|timestamp_with_tz|current_timestamp",
        r"2023-12-25 14:30:45\|2023-12-25 14:30:45\.123456\|2023-12-25 12:30:45\+00\|20\d\d-.* .*\+00",
    ),
    ("json_obj", r'\{"name":"John","age":30,"city":"New York"\}'),
]


@pytest.fixture(scope="module")
def lake(gateway: Gateway) -> Server:
    """The first database, with those beside it that the three-part names begin with."""
    server = Server(False, gateway.login())
    for database in ("boilstream", "my_data__stream"):
        assert run(server, "-c", f"create database {database}").returncode == 0
    assert run(server, "-d", "boilstream", "-c", "create schema s3").returncode == 0
    return server


@pytest.fixture(scope="module")
def seeds(lake: Server) -> CompletedProcess[str]:
    """What psql said of the whole file."""
    return run(lake, "-A", "-v", "ON_ERROR_STOP=1", "-f", str(SEEDS))


def test_the_file_runs(seeds: CompletedProcess[str], lake: Server) -> None:
    assert (seeds.returncode, seeds.stderr) == (0, "")
    lines = seeds.stdout.splitlines()
    assert lines[: len(TAGS)] == TAGS
    blocks = re.split(r"\n?\(\d+ rows?\)\n", "\n".join(lines[len(TAGS) :]) + "\n")
    topics, schemas, views, *values = [block.splitlines() for block in blocks if block]
    here = lake.login["database"]
    names = {tuple(line.split("|")[1:4]) for line in topics[1:]}
    expected = {(here, "demo", name) for name in SAMPLES} | {
        ("boilstream", "s3", "nyc"),
        ("my_data__stream", "public", "people"),
    }
    assert expected <= names
    assert expected <= {tuple(line.split("|")[1:4]) for line in schemas[1:]}
    assert len(views) == 1
    assert [header for header, _ in values] == [header for header, _ in VALUES]
    for (_, row), (_, pattern) in zip(values, VALUES, strict=True):
        assert re.fullmatch(pattern, row)


def test_the_samples(seeds: CompletedProcess[str], lake: Server) -> None:
    for table, expected in SAMPLES.items():
        assert run(lake, "-At", "-c", f"select val from demo.{table}").stdout.splitlines() == expected
    described = run(lake, "-At", "-c", r"\d demo.*").stdout
    assert described.count("val|") == len(SAMPLES)


def test_names_of_the_taxi_table(seeds: CompletedProcess[str], lake: Server) -> None:
    described = run(lake, "-At", "-d", "boilstream", "-c", r"\d s3.nyc").stdout.splitlines()
    columns = [tuple(line.split("|")[:2]) for line in described]
    assert columns[:3] == [
        ("vendorid", "integer"),
        ("tpep_pickup_datetime", "timestamp without time zone"),
        ("tpep_dropoff_datetime", "timestamp without time zone"),
    ]
    assert columns[-2:] == [("airport_fee", "double precision"), ("cbd_congestion_fee", "double precision")]
    assert len(columns) == 20


def test_rows_through_three_part_names(seeds: CompletedProcess[str], lake: Server) -> None:
    insert = (
        "INSERT INTO my_data__stream.main.people SELECT 'user_' || i::VARCHAR AS name, (i % 100) + 1 AS age,"
        " ['duckdb'] AS tags FROM generate_series(1, 20000) as t(i);"
    )
    assert run(lake, "-c", insert).stdout == "INSERT 0 20000\n"
    count = "SELECT COUNT(*) FROM people; SELECT COUNT(*), age FROM people GROUP BY age ORDER BY age LIMIT 2"
    assert run(lake, "-At", "-d", "my_data__stream", "-c", count).stdout == "20000\n200|1\n200|2\n"
