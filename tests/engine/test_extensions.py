from __future__ import annotations

import importlib.metadata
from typing import TYPE_CHECKING

import pytest

from pggate.engine.extensions import EXTENSIONS, extension_file, require_versions

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor


def test_the_extensions_are_the_installed_packages(cursor: Cursor) -> None:
    loaded = {name for (name,) in cursor.rows("SELECT extension_name FROM duckdb_extensions() WHERE loaded")}
    assert set(EXTENSIONS) <= loaded
    for extension in EXTENSIONS:
        assert "site-packages" in extension_file(extension)


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
