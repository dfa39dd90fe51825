"""
Databases of a test's own, attached to the engine; `Engine.detach` takes them away.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from pggate.engine.names import quote_identifier, quote_literal

if TYPE_CHECKING:
    from pathlib import Path

    from pggate.engine.database import Engine


def attach(engine: Engine, alias: str, path: str = ":memory:", *options: str) -> None:
    told = f" ({', '.join(options)})" if options else ""
    with closing(engine.cursor()) as cursor:
        cursor.run(f"ATTACH {quote_literal(path)} AS {quote_identifier(alias)}{told}")


def attach_lake(engine: Engine, alias: str, directory: Path) -> None:
    """A DuckLake, whose catalog and rows lie in the directory."""
    data = f"DATA_PATH {quote_literal(f'{directory}/data/')}"
    attach(engine, alias, f"ducklake:{directory}/catalog.db", data, "DATA_INLINING_ROW_LIMIT 0")
