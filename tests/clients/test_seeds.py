"""
tests/seeds.sql through psql, as written: each statement's tag or rows, and what stands in the lake afterwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.clients.conftest import Server
from tests.clients.test_psql import PSQL, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway

SEEDS = Path(__file__).parents[1] / "seeds.sql"
EXPECTED = "-- => "
MANY = re.compile(r"(?:(\d+) times )?/(.*)/")

pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(PSQL is None, reason="psql, the client program of PostgreSQL, is not installed"),
]

LIVE = re.compile(r'NOTICE:  view "\w+" is kept up to date .*\nDETAIL:  It is a live view.\n')
"""What CREATE VIEW says in a database called something__stream."""

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
    "enum_samples": ["happy", "sad", "neutral"],
}


@dataclass(frozen=True, slots=True)
class Seed:
    """
    A statement, or a command of psql's, and the rows that it prints: as patterns.
    """

    text: str
    rows: tuple[str, ...]


def seeds() -> Iterator[Seed]:
    text: list[str] = []
    rows: list[str] = []
    for line in SEEDS.read_text().splitlines():
        if line.startswith(EXPECTED):
            rows += patterns(line.removeprefix(EXPECTED))
        elif not line.startswith("--") and line:
            if rows or is_whole(text):
                yield Seed("\n".join(text), tuple(rows))
                text, rows = [], []
            text.append(line)
    yield Seed("\n".join(text), tuple(rows))


def patterns(row: str) -> list[str]:
    found = MANY.fullmatch(row)
    return [re.escape(row)] if found is None else [found[2]] * int(found[1] or 1)


def is_whole(text: list[str]) -> bool:
    return bool(text) and (text[-1].endswith(";") or text[-1].startswith("\\"))


@pytest.fixture(scope="module")
def lake(gateway: Gateway) -> Server:
    """The first database, with those beside it that the three-part names begin with."""
    server = Server(False, gateway.login())
    for database in ("boilstream", "my_data__stream"):
        assert run(server, "-c", f"create database {database}").returncode == 0
    assert run(server, "-d", "boilstream", "-c", "create schema s3").returncode == 0
    return server


@pytest.fixture(scope="module")
def answers(lake: Server) -> list[tuple[Seed, list[str]]]:
    """Each of the file's statements, and the lines that psql has printed for it."""
    asked = list(seeds())
    script = "\n".join(f"{seed.text}\n\\echo ---" for seed in asked)
    done = run(lake, "-At", "-v", "ON_ERROR_STOP=1", script=script)
    assert (done.returncode, LIVE.sub("", done.stderr)) == (0, "")
    printed = [part.splitlines() for part in done.stdout.split("---\n")[:-1]]
    return list(zip(asked, printed, strict=True))


def test_every_statement_has_its_rows(answers: list[tuple[Seed, list[str]]]) -> None:
    for seed, printed in answers:
        if not seed.text.startswith("\\"):
            assert len(printed) == len(seed.rows), seed.text
            assert all(map(re.fullmatch, seed.rows, printed)), (seed.text, printed)


def test_the_samples(answers: object, lake: Server) -> None:
    for table, expected in SAMPLES.items():
        assert run(lake, "-At", "-c", f"select val from demo.{table}").stdout.splitlines() == expected
    described = run(lake, "-At", "-c", r"\d demo.*").stdout
    assert described.count("val|") == len(SAMPLES)


def test_names_of_the_taxi_table(answers: object, lake: Server) -> None:
    described = run(lake, "-At", "-d", "boilstream", "-c", r"\d s3.nyc").stdout.splitlines()
    columns = [tuple(line.split("|")[:2]) for line in described]
    assert columns[:3] == [
        ("vendorid", "integer"),
        ("tpep_pickup_datetime", "timestamp without time zone"),
        ("tpep_dropoff_datetime", "timestamp without time zone"),
    ]
    assert columns[-2:] == [("airport_fee", "double precision"), ("cbd_congestion_fee", "double precision")]
    assert len(columns) == 20


def test_the_rows_that_were_ingested(answers: object, lake: Server) -> None:
    ages = "select count(*), min(age), max(age) from adults"
    assert run(lake, "-At", "-d", "my_data__stream", "-c", ages).stdout == "10000|51|100\n"
