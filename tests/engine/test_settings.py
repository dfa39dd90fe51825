from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.database import Engine
from pggate.engine.settings import EngineSettings
from pggate.errors import PgError

if TYPE_CHECKING:
    from pathlib import Path

    from pggate.engine.cursor import Cursor

SEMANTICS = [
    ("SELECT 5/2, -7/2", [(2, -3)]),
    ("SELECT x FROM (VALUES (2), (NULL), (1)) t(x) ORDER BY x", [(1,), (2,), (None,)]),
    ("SELECT x FROM (VALUES (2), (NULL), (1)) t(x) ORDER BY x DESC", [(None,), (2,), (1,)]),
    ("SELECT current_setting('TimeZone')", [("UTC",)]),
    ("SELECT current_setting('autoload_known_extensions')", [(False,)]),
    ("SELECT current_setting('autoinstall_known_extensions')", [(False,)]),
    ("SELECT ends_with(current_setting('secret_directory'), '/no-secrets')", [(True,)]),
    ("SELECT current_setting('ducklake_retry_wait_ms')", [(2,)]),
    ("SELECT current_setting('streaming_buffer_size')", [("97.6 KiB",)]),
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


def test_sql_cannot_read_python_variables(cursor: Cursor) -> None:
    secret_table = [1]
    with pytest.raises(PgError) as caught:
        cursor.rows("SELECT * FROM secret_table")
    assert caught.value.code == "42P01"
    assert secret_table


@pytest.mark.usefixtures("without_extensions")
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
