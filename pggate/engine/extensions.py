"""
Which code runs is decided here and nowhere else: DuckDB and its extensions are pinned, and the extensions
come signed from the Python packages that pip installed.
"""

from __future__ import annotations

import importlib.metadata
import importlib.resources
from typing import Final

import duckdb

DUCKDB_VERSION: Final = "1.5.5"

# In this order: ducklake reads what httpfs and postgres_scanner register when a lake is attached
EXTENSIONS: Final = ("httpfs", "postgres_scanner", "ducklake")


def require_versions() -> None:
    """
    Raise RuntimeError unless DuckDB and its extension packages are all DUCKDB_VERSION.
    """
    found = {"duckdb": duckdb.__version__}
    for extension in EXTENSIONS:
        package = f"duckdb-extension-{extension.replace('_', '-')}"
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            found[package] = "not installed"
    wrong = [f"{package} is {version}" for package, version in found.items() if version != DUCKDB_VERSION]
    if wrong:
        raise RuntimeError(f"pggate needs DuckDB and its extensions {DUCKDB_VERSION}, but {', '.join(wrong)}")


def extension_file(extension: str) -> str:
    """
    Where pip put the signed extension.
    """
    package = importlib.resources.files(f"duckdb_extension_{extension}")
    return str(package / "extensions" / f"v{DUCKDB_VERSION}" / f"{extension}.duckdb_extension")
