"""
The parts of a gateway: whichever of them cannot be opened, those that are open are closed, the last one first.
"""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from pggate import composition
from pggate.catalog import emulation
from pggate.catalog.mirror import Mirror
from pggate.composition import FIRST, ages_of, open_gateway, storage_of
from pggate.config import Compaction, Config, Lake
from pggate.datadir import DataDirectory
from pggate.engine.binder import Binder
from pggate.engine.database import Engine
from pggate.errors import IoError
from pggate.lake.catalogs import FileCatalogs
from pggate.lake.databases import Databases
from pggate.lake.local import LocalStorage
from pggate.lake.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pggate.session.live.gateway import Gateway

pytestmark = pytest.mark.slow  # a gateway, its fsyncs included

PARTS = ("engine", "binder", "owner", "databases", "mirror")
"""In the order in which they are opened."""


class Owner:
    """What a PostgreSQL catalog has, and files do not need."""

    def __init__(self, closed: list[str]) -> None:
        self.closed = closed

    def keep(self) -> None: ...

    def release(self) -> None:
        self.closed.append("owner")


class Owned(FileCatalogs):
    """Catalogs in files that are taken as those in a PostgreSQL are."""

    owner: Owner

    def own(self, engine: Engine) -> Any:
        return self.owner


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts in the order in which they were closed."""
    told: list[str] = []

    def telling(name: str, close: Callable[[Any], None]) -> Callable[[Any], None]:
        def closing(part: object) -> None:
            told.append(name)
            close(part)

        return closing

    for name, part in (("engine", Engine), ("binder", Binder), ("databases", Databases), ("mirror", Mirror)):
        monkeypatch.setattr(part, "close", telling(name, part.close))
    monkeypatch.setattr(Owned, "owner", Owner(told), raising=False)
    monkeypatch.setattr(composition, "catalogs_of", lambda config: Owned(config.data_dir))
    return told


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DataDirectory]:
    directory = DataDirectory(tmp_path)
    yield directory
    directory.release()


def opened(directory: DataDirectory, stack: ExitStack) -> Gateway:
    return open_gateway(Config(data_dir=directory.path), directory, stack)


def test_the_parts_are_closed_in_reverse(directory: DataDirectory, closed: list[str]) -> None:
    with ExitStack() as stack:
        gateway = opened(directory, stack)
        assert set(gateway.databases.by_name) == set(gateway.databases.lakes()) == {FIRST}
        assert gateway.registry.role(FIRST).superuser
        gateway.keep_catalog()
        assert closed == []
    assert closed == [*reversed(PARTS)]


@pytest.mark.parametrize(
    ("where", "name", "opened_before"),
    [
        (Binder, "open", 1),
        (emulation, "load", 2),
        (Owned, "own", 2),
        (Owned, "attach_registry", 3),
        (Registry, "load", 3),
        (LocalStorage, "check", 3),
        (Databases, "open", 3),
        (Databases, "create", 4),
        (DataDirectory, "first_password", 4),
        (Registry, "create_role", 4),
        (Mirror, "refresh", 5),
        (composition, "functions", 5),
        (composition, "shown_duration", 5),
    ],
    ids=lambda part: getattr(part, "__name__", None),
)
def test_what_cannot_be_opened_leaves_nothing_open(
    directory: DataDirectory,
    closed: list[str],
    monkeypatch: pytest.MonkeyPatch,
    where: object,
    name: str,
    opened_before: int,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise IoError("no")

    with monkeypatch.context() as patch:
        patch.setattr(where, name, refuse)
        with pytest.raises(IoError, match="no"), ExitStack() as stack:
            opened(directory, stack)
    assert closed == [*reversed(PARTS[:opened_before])]
    closed.clear()
    with ExitStack() as stack:  # and the next start finds nothing in its way
        opened(directory, stack)


def test_a_lake_that_cannot_be_attached_takes_the_others_along(
    directory: DataDirectory, closed: list[str]
) -> None:
    with ExitStack() as stack:
        opened(directory, stack).databases.create("lost")
    catalog = directory.path / "lakes" / "lost.duckdb"
    catalog.rename(catalog.with_suffix(".away"))
    closed.clear()
    with pytest.raises(Exception, match='the catalog of database "lost" is missing'), ExitStack() as stack:
        opened(directory, stack)
    assert closed == ["databases", "owner", "binder", "engine"]


def test_without_a_configuration_everything_lies_in_the_data_directory(tmp_path: Path) -> None:
    assert storage_of(Config(data_dir=tmp_path)).root == f"{tmp_path}/data/"


def test_orphans_are_removed_where_nobody_else_can_have_files() -> None:
    """Another gateway, with a catalog of its own, may have the same place on S3."""
    on_s3 = Lake(storage="s3://bucket/prefix")
    assert ages_of(Config()).orphans == timedelta(hours=1)
    assert ages_of(Config(lake=on_s3)).orphans is None
    assert ages_of(Config(lake=on_s3, compaction=Compaction(orphan_after_hours=2))).orphans == timedelta(
        hours=2
    )
    assert ages_of(Config(compaction=Compaction(expire_after_hours=None))).snapshots is None
