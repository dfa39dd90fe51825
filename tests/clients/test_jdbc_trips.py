"""
Value → INSERT by parameter → SELECT through pgjdbc: hypothesis draws the rows, `JdbcTrips.java` sends, reads, compares.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING, Any, Final

import psycopg
import pytest
from hypothesis import Phase, given, settings

from tests.clients import java
from tests.clients.drawn import DRAWING, DUCKDB, FURTHER, SAMPLES, TEXTS, drawn_rows
from tests.clients.values import is_json

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clients.conftest import Server
    from tests.clients.drawn import Rows, Table
    from tests.clients.values import Sample

pytestmark = [pytest.mark.server, pytest.mark.slow]

ROWS: Final = 60

LEFT_OUT: Final = {
    # Arrays of moments, bytes and documents have no class of their own in Java, only that of their text.
    **dict.fromkeys(
        ("date[]", "time[]", "timestamp[]", "timestamptz[]", "timestamp(3)[]", "timestamp(0)[]"), "java.sql's"
    ),
    **dict.fromkeys(("bytea[]", "json[]", "jsonb[]"), "a text"),
    **dict.fromkeys(("integer[][]", "text[][]"), "sent as an array of one dimension's type"),
    "jsonb": "comes back with its names in another order, and Java has no class that compares it",
}


@pytest.fixture(scope="module")
def classes(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The class path of the program."""
    try:
        return java.compiled("JdbcTrips", tmp_path_factory.mktemp("classes"))
    except java.Unavailable as reason:
        pytest.skip(str(reason))


@pytest.mark.parametrize(
    ("server", "table"),
    [
        pytest.param(peer, table, id=f"{peer}-{table.name}")
        for table in (SAMPLES, FURTHER, DUCKDB, TEXTS)
        for peer in ("pggate", "postgres")
        if (peer, table) != ("postgres", DUCKDB)
    ],
    indirect=["server"],
)
@pytest.mark.parametrize("threshold", [0, -1], ids=["text", "binary"])
def test_every_type(classes: str, server: Server, table: Table, threshold: int, tmp_path: Path) -> None:
    if not table.by_text:
        table = table.without(*(one.column for one in table.columns if one.type in LEFT_OUT))
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        for statement in table.create:
            connection.execute(statement.encode())
    rows = some_rows(table)
    insert = table.insert(lambda _number, one: "?::json" if one.type == "json" and one.declared else "?")
    types = "\t".join(["integer", *("unknown" if table.by_text else java_kind(one) for one in table.columns)])
    lines = [insert, table.between(0, len(rows)), types]
    lines += ["\t".join(map(cell, (None, *table.columns), (number, *row))) for number, row in enumerate(rows)]
    file = tmp_path / "rows"
    file.write_text("\n".join(lines))
    login = server.login
    url = (
        f"jdbc:postgresql://{login['host']}:{login['port']}/{login['database']}?prepareThreshold={threshold}"
    )
    environ = {"PGUSER": login["user"], "PGPASSWORD": login["password"] or ""}
    assert java.said(classes, ["JdbcTrips", url, str(file)], environ) == [f"{len(rows)} rows"]


def some_rows(table: Table) -> Rows:
    """The same ones every time."""
    found: Rows = []

    @settings(DRAWING, max_examples=100, derandomize=True, phases=(Phase.generate,))
    @given(drawn_rows(table))
    def draw(drawn: Rows) -> None:
        found.extend(drawn)

    draw()
    return found[-ROWS:]


def java_kind(sample: Sample) -> str:
    """The type without its length: varchar(20)[] is varchar[]."""
    return re.sub(r"\(.*\)", "", sample.type)


def cell(sample: Sample | None, value: Any) -> str:
    """A value as the file has it."""
    if value is None:
        return "-"
    if isinstance(value, list) and not (sample is not None and is_json(sample)):
        return f"[{','.join(cell(sample, element) for element in value)}]"
    return "x" + text_of(sample, value).encode().hex()


def text_of(sample: Sample | None, value: Any) -> str:
    """As the classes of Java's read it."""
    if sample is not None and is_json(sample):
        # A STRUCT is a document without blanks here.
        return (
            json.dumps(value, ensure_ascii=False, separators=(",", ":"))
            if sample.declared
            else json.dumps(value)
        )
    match value:
        case bool():
            return str(value).lower()
        case float():
            return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}.get(repr(value), repr(value))
        case bytes():
            return value.hex()
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
    return str(value)
