"""
Where catalogs are, and that removing one leaves nothing and hurts nobody.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from pggate.lake.catalogs import FileCatalogs, PostgresCatalogs, alias
from pggate.lake.lake import Lake

if TYPE_CHECKING:
    from pathlib import Path

    from pggate.lake.lake import Home
    from pggate.lake.local import LocalStorage


def test_a_catalog_is_there_until_it_is_removed(any_home: Home, storage: LocalStorage) -> None:
    catalogs = any_home.catalogs
    with contextlib.closing(any_home.engine.cursor()) as cursor:
        for name, oid in (("a", 1), ("b", 2)):
            assert not catalogs.exists(cursor, name, oid)
            lake = Lake.create(name, oid, any_home, storage.under(f"{name}/"))
            catalogs.secure(cursor, name, oid)  # again, as at every attach
            assert catalogs.exists(cursor, name, oid)
            lake.detach()
        catalogs.remove(cursor, "a", 1)
        catalogs.remove(cursor, "a", 1)
        assert not catalogs.exists(cursor, "a", 1)
        assert catalogs.exists(cursor, "b", 2)


def test_a_file_catalog_leaves_no_file(home: Home, tmp_path: Path, storage: LocalStorage) -> None:
    Lake.create("a", 1, home, storage).detach()
    assert (tmp_path / "lakes" / "a.duckdb").exists()
    with contextlib.closing(home.engine.cursor()) as cursor:
        home.catalogs.remove(cursor, "a", 1)
    assert list((tmp_path / "lakes").iterdir()) == []
    assert (tmp_path / "registry.duckdb").exists()


def test_names_become_safe_files_and_short_schemas(tmp_path: Path) -> None:
    file = FileCatalogs(tmp_path).attachment("../It's", 7)
    assert file.source == f"ducklake:{tmp_path}/lakes/~2E~2E~2F~49t~27s.duckdb"
    assert file.metadata == '"__ducklake_metadata_lake:../It\'s"."main"'
    postgres = PostgresCatalogs("host=h").attachment("x" * 63, 1_073_741_900)
    assert postgres.source == "ducklake:postgres:host=h"
    assert postgres.options == ("metadata_schema 'pggate_lake_1073741900'",)
    assert postgres.metadata.endswith('"."pggate_lake_1073741900"')
    assert alias("pggate") == "lake:pggate"
