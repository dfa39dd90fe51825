from __future__ import annotations

import importlib.metadata
from typing import TYPE_CHECKING

import pytest

from pggate.engine.database import EXTENSIONS, Engine, EngineSettings, extension_file, require_versions
from pggate.errors import DuplicateDatabase, InvalidCatalogName, PgError

if TYPE_CHECKING:
    from pathlib import Path

    from pggate.engine.query import Cursor

SEMANTICS = [
    ("SELECT 5/2, -7/2", [(2, -3)]),
    ("SELECT x FROM (VALUES (2), (NULL), (1)) t(x) ORDER BY x", [(1,), (2,), (None,)]),
    ("SELECT x FROM (VALUES (2), (NULL), (1)) t(x) ORDER BY x DESC", [(None,), (2,), (1,)]),
    ("SELECT current_setting('TimeZone')", [("UTC",)]),
    ("SELECT current_setting('autoload_known_extensions')", [(False,)]),
    ("SELECT current_setting('autoinstall_known_extensions')", [(False,)]),
    ("SELECT ends_with(current_setting('secret_directory'), '/no-secrets')", [(True,)]),
    ("SELECT current_setting('ducklake_retry_wait_ms')", [(2,)]),
]


@pytest.mark.parametrize(("sql", "rows"), SEMANTICS)
def test_settings_reach_every_cursor(cursor: Cursor, sql: str, rows: list[tuple[object, ...]]) -> None:
    assert cursor.rows(sql) == rows


def test_names_fold_to_lower_case_unless_quoted(cursor: Cursor) -> None:
    cursor.run('CREATE TEMP TABLE Folded (VendorID INTEGER, "Quoted" INTEGER)')
    with cursor.run("SELECT * FROM folded") as result:
        assert [column.name for column in result.columns] == ["vendorid", "Quoted"]
    with cursor.run('SELECT VENDORID, "vendorid" AS A, "Quoted" FROM FOLDED') as result:
        assert [column.name for column in result.columns] == ["vendorid", "a", "Quoted"]


def test_the_extensions_are_the_installed_packages(cursor: Cursor) -> None:
    loaded = {name for (name,) in cursor.rows("SELECT extension_name FROM duckdb_extensions() WHERE loaded")}
    assert set(EXTENSIONS) <= loaded
    for extension in EXTENSIONS:
        assert "site-packages" in extension_file(extension)


def test_sql_cannot_read_python_variables(cursor: Cursor) -> None:
    secret_table = [1]
    with pytest.raises(PgError) as caught:
        cursor.rows("SELECT * FROM secret_table")
    assert caught.value.code == "42P01"
    assert secret_table


def test_limits_are_taken(tmp_path: Path) -> None:
    engine = Engine.open(
        EngineSettings(tmp_path, memory_limit="300MB", threads=1, max_temp_directory_size="1GB")
    )
    cursor = engine.cursor()
    rows = cursor.rows(
        "SELECT current_setting('memory_limit'), current_setting('threads'), current_setting('temp_directory')"
    )
    assert rows == [("286.1 MiB", 1, str(tmp_path))]
    cursor.close()
    engine.close()


def test_a_bad_setting_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(PgError) as caught:
        Engine.open(EngineSettings(tmp_path, memory_limit="much"))
    assert caught.value.code == "22023"


def test_another_version_of_an_extension_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    version = importlib.metadata.version
    monkeypatch.setattr(
        importlib.metadata, "version", lambda name: "1.4.0" if "ducklake" in name else version(name)
    )
    with pytest.raises(
        RuntimeError,
        match=r"needs DuckDB and its extensions 1\.5\.5, but duckdb-extension-ducklake is 1\.4\.0",
    ):
        require_versions()


def test_a_missing_extension_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", missing)
    with pytest.raises(RuntimeError, match="duckdb-extension-httpfs is not installed"):
        require_versions()


def test_a_lake_keeps_its_rows_in_its_data_path(engine: Engine, cursor: Cursor, tmp_path: Path) -> None:
    engine.attach_lake("lake:l", str(tmp_path / "l.db"), f"{tmp_path}/data/", create=True)
    cursor.run('CREATE TABLE "lake:l".main.t (a INTEGER)')
    assert cursor.run('INSERT INTO "lake:l".main.t VALUES (1), (2)').changed == 2
    assert list((tmp_path / "data").rglob("*.parquet"))
    engine.detach("lake:l")
    engine.attach_lake("lake:l", str(tmp_path / "l.db"), f"{tmp_path}/data/", create=False)
    assert cursor.rows('SELECT sum(a) FROM "lake:l".main.t') == [(3,)]
    engine.detach("lake:l")


def test_a_lake_is_not_made_by_a_mistake(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(PgError):
        engine.attach_lake("lake:none", str(tmp_path / "none.db"), f"{tmp_path}/none/", create=False)
    assert not (tmp_path / "none.db").exists()


def test_files_and_memory(engine: Engine, cursor: Cursor, tmp_path: Path) -> None:
    engine.attach_file("~state", tmp_path / "it's state.duckdb")
    engine.attach_memory('~"memory"')
    cursor.run('CREATE TABLE "~state".main.t AS SELECT 1 AS a')
    cursor.run('CREATE TABLE "~""memory""".main.t AS SELECT 2 AS a')
    assert cursor.rows('SELECT x.a + y.a FROM "~state".main.t x, "~""memory""".main.t y') == [(3,)]
    with pytest.raises(DuplicateDatabase):
        engine.attach_memory("~state")
    engine.detach("~state")
    engine.detach('~"memory"')
    with pytest.raises(InvalidCatalogName):
        engine.detach("~state")
    assert (tmp_path / "it's state.duckdb").exists()


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
    rows = cursor.rows("SELECT name, persistent, scope, secret_string FROM duckdb_secrets()")
    assert [row[:3] for row in rows] == [("lake:s", False, ["s3://bucket/prefix"])]
    assert "t'wo" not in rows[0][3]
    assert "endpoint=127.0.0.1:9000" in rows[0][3]


def test_results_of_an_earlier_process_are_removed(tmp_path: Path) -> None:
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "old").write_bytes(b"x")
    engine = Engine.open(EngineSettings(tmp_path))
    assert list((tmp_path / "results").iterdir()) == []
    engine.close()
    assert not (tmp_path / "results").exists()
