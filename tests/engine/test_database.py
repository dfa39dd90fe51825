from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pggate.engine.database import Engine
from pggate.engine.settings import EngineSettings
from pggate.errors import DuplicateDatabase, InvalidCatalogName, IoError
from tests.engine.attaching import attach

if TYPE_CHECKING:
    from pathlib import Path

    from pggate.engine.cursor import Cursor


def test_what_is_attached_is_detached(engine: Engine, cursor: Cursor, tmp_path: Path) -> None:
    attach(engine, "~state", str(tmp_path / "it's state.duckdb"))
    attach(engine, '~"memory"')
    cursor.run('CREATE TABLE "~state".main.t AS SELECT 1 AS a')
    cursor.run('CREATE TABLE "~""memory""".main.t AS SELECT 2 AS a')
    assert cursor.rows('SELECT x.a + y.a FROM "~state".main.t x, "~""memory""".main.t y') == [(3,)]
    with pytest.raises(DuplicateDatabase):
        attach(engine, "~state")
    engine.detach("~state")
    engine.detach('~"memory"')
    with pytest.raises(InvalidCatalogName):
        engine.detach("~state")
    assert (tmp_path / "it's state.duckdb").exists()


FILTER_UNALIGNED = """
import pathlib, sys
import pyarrow as pa
from pggate.engine.database import Engine
from pggate.engine.settings import EngineSettings

numbers = pa.Array.from_buffers(pa.int64(), 3, [None, pa.py_buffer(memoryview(bytes(25))[1:])])
cursor = Engine.open(EngineSettings(pathlib.Path(sys.argv[1]))).cursor()
cursor.register("t", pa.table({"a": numbers}))
print(cursor.rows("SELECT count(*) FROM t WHERE a = 0"))
"""


def test_rows_of_arrow_at_odd_addresses_are_filtered_without_a_word(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FILTER_UNALIGNED, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert (ran.stdout, ran.stderr) == ("[(3,)]\n", "")


def test_a_database_that_does_not_answer(engine: Engine) -> None:
    with pytest.raises(IoError) as caught:
        engine.attach_postgres("~nobody", "postgres://me:sesame@127.0.0.1:9/none")
    assert "sesame" not in f"{caught.value.message}{caught.value.detail}"
    assert caught.value.position is None


def test_secrets(engine: Engine, cursor: Cursor) -> None:
    for secret in ("one", "t'wo"):  # made, then replaced
        engine.create_s3_secret(
            "lake:s",
            scope="s3://bucket/prefix",
            key="k",
            secret=secret,
            region="us-east-1",
            token="session",
            endpoint="127.0.0.1:9000",
            url_style="path",
            use_ssl=False,
        )
    rows = cursor.rows(
        "SELECT name, persistent, scope, secret_string FROM duckdb_secrets() WHERE name = 'lake:s'"
    )
    assert [row[:3] for row in rows] == [("lake:s", False, ["s3://bucket/prefix"])]
    assert "t'wo" not in rows[0][3]
    assert "endpoint=127.0.0.1:9000" in rows[0][3]


@pytest.mark.usefixtures("without_extensions")
def test_results_of_an_earlier_process_are_removed(tmp_path: Path) -> None:
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "old").write_bytes(b"x")
    engine = Engine.open(EngineSettings(tmp_path))
    assert list((tmp_path / "results").iterdir()) == []
    engine.close()
    assert not (tmp_path / "results").exists()
