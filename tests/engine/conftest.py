from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from pggate.engine import settings
from pggate.engine.binder import Binder
from tests.engine.attaching import attach_lake
from tests.engine.failures import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.binding import BinderCursor
    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """
    DuckDB as it comes.
    """
    opened = duckdb.connect()
    yield opened
    opened.close()


@pytest.fixture
def without_extensions(monkeypatch: pytest.MonkeyPatch) -> None:
    """For an engine that a test opens for itself: checking their signatures takes a third of a second."""
    monkeypatch.setattr(settings, "EXTENSIONS", ())
    monkeypatch.setattr(settings, "EXTENSION_SETTINGS", {})


@pytest.fixture(scope="module")
def binder() -> Iterator[Binder]:
    """
    Shared by the tests of a module, so what one of them defines for everybody has a name of its own.  Two lakes: `lake:a` with public.t, public.k (with a key), public.wide and sales.u; `lake:b` with public.t.
    """
    opened = Binder.open()
    for alias in ("lake:a", "lake:b"):
        opened.attach(alias)
        opened.apply(
            [
                f'CREATE SCHEMA "{alias}".public',
                f'CREATE TABLE "{alias}".public.t (id BIGINT, name VARCHAR, v INTEGER)',
            ]
        )
    opened.apply(
        [
            'CREATE SCHEMA "lake:a".sales',
            'CREATE TABLE "lake:a".sales.u (id BIGINT, price DECIMAL(10,2))',
            'CREATE TABLE "lake:a".public.k (id BIGINT PRIMARY KEY, v INTEGER)',
            (
                'CREATE TABLE "lake:a".public.wide (d DECIMAL(10,2), l INTEGER[], a INTEGER[3], s STRUCT(x INTEGER, "y z" VARCHAR), '
                "m MAP(VARCHAR, DOUBLE), j JSON, e ENUM('a', 'it''s'), tz TIMESTAMP WITH TIME ZONE, u UUID, b BLOB)"
            ),
        ]
    )
    yield opened
    opened.close()


@pytest.fixture
def binding(binder: Binder) -> Iterator[BinderCursor]:
    made = binder.cursor()
    made.set_search_path([("lake:a", "public"), ("memory", "main")])
    yield made
    made.close()


@pytest.fixture(scope="module")
def lakes(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cursor]:
    """
    A cursor on the two lakes of `failures`; what a test makes there it takes away.
    """
    for name in "ab":
        attach_lake(engine, f"lake:{name}", tmp_path_factory.mktemp(name))
    cursor = engine.cursor()
    for statement in SCHEMA:
        cursor.run(statement)
    yield cursor
    cursor.close()
    for name in "ab":
        engine.detach(f"lake:{name}")
