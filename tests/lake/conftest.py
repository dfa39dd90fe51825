"""
What the lake's tests stand on: a home for lakes, one lake and its writer.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pggate.lake.catalogs import FileCatalogs, PostgresCatalogs
from pggate.lake.lake import Home, Lake
from pggate.lake.registry import Registry
from pggate.lake.registry_tables import ALIAS as REGISTRY
from pggate.lake.registry_tables import FIRST_OID
from pggate.lake.s3 import S3Settings, S3Storage
from pggate.lake.writer import Writer
from pggate.metrics import Metrics
from tests.lake.tools import WatchedStorage, create

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine
    from pggate.lake.catalogs import Catalogs
    from pggate.lake.objects import Storage
    from pggate.lake.topics import Topic
    from tests.fix_s3 import MotoS3

NAME = "sales"


@pytest.fixture(params=["file", pytest.param("postgres", marks=pytest.mark.server)])
def catalogs(request: pytest.FixtureRequest, tmp_path: Path) -> Catalogs:
    """Both kinds of catalog; the tests that take it run twice."""
    if request.param == "file":
        return FileCatalogs(tmp_path)
    return PostgresCatalogs(request.getfixturevalue("postgres_dsn"))


@contextlib.contextmanager
def open_home(engine: Engine, catalogs: Catalogs) -> Iterator[Home]:
    with contextlib.closing(engine.cursor()) as cursor:
        catalogs.attach_registry(cursor)
    yield Home(engine, catalogs, Metrics("test").lakes)
    engine.detach(REGISTRY)


@pytest.fixture
def home(engine: Engine, tmp_path: Path) -> Iterator[Home]:
    """Catalogs in files."""
    with open_home(engine, FileCatalogs(tmp_path)) as home:
        yield home


@pytest.fixture
def any_home(engine: Engine, catalogs: Catalogs) -> Iterator[Home]:
    """Catalogs of both kinds."""
    with open_home(engine, catalogs) as home:
        yield home


@contextlib.contextmanager
def open_lake(home: Home, storage: Storage) -> Iterator[Lake]:
    lake = Lake.create(NAME, FIRST_OID, home, storage)
    yield lake
    lake.detach()


@pytest.fixture
def storage(tmp_path: Path) -> WatchedStorage:
    return WatchedStorage(tmp_path / "data" / NAME)


@pytest.fixture
def lake(home: Home, storage: Storage) -> Iterator[Lake]:
    with open_lake(home, storage) as lake:
        yield lake


@pytest.fixture
def any_lake(any_home: Home, storage: Storage) -> Iterator[Lake]:
    with open_lake(any_home, storage) as lake:
        yield lake


@pytest.fixture
def keeping_home(any_home: Home) -> Iterator[Home]:
    """With a registry that keeps what the lakes say."""
    with contextlib.closing(any_home.engine.cursor()) as cursor:
        yield replace(any_home, registry=Registry(cursor))


@pytest.fixture
def keeping_lake(keeping_home: Home, storage: Storage) -> Iterator[Lake]:
    with open_lake(keeping_home, storage) as lake:
        yield lake


@pytest.fixture
def s3_storage(moto_s3: MotoS3) -> S3Storage:
    settings = S3Settings(
        bucket=moto_s3.bucket,
        prefix=f"lakes/{NAME}/",
        endpoint=moto_s3.endpoint,
        region=moto_s3.region,
        key_id=moto_s3.access_key,
        secret=moto_s3.secret_key,
        url_style="path",
    )
    return S3Storage(settings, sleep=lambda seconds: None)


@pytest.fixture
def s3_lake(home: Home, s3_storage: S3Storage) -> Iterator[Lake]:
    with open_lake(home, s3_storage) as lake:
        yield lake


@pytest.fixture
def writer(lake: Lake) -> Iterator[Writer]:
    writer = Writer(lake)
    yield writer
    writer.close()


@pytest.fixture
def t(lake: Lake) -> Topic:
    return create(lake, "t", "k integer not null, v varchar")


@pytest.fixture
def cursor(any_lake: Lake) -> Iterator[Cursor]:
    with contextlib.closing(any_lake.engine.cursor()) as cursor:
        yield cursor
