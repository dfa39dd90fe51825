"""
The composition root: opens the parts of a gateway in order, as the configuration has them.
"""

from __future__ import annotations

import hashlib
import secrets
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from pggate import __version__
from pggate.catalog import emulation
from pggate.catalog.mirror import Mirror
from pggate.engine.binder import Binder
from pggate.engine.database import Engine
from pggate.engine.extensions import DUCKDB_VERSION
from pggate.engine.names import search_path
from pggate.engine.settings import EngineSettings
from pggate.lake.catalogs import Catalogs, FileCatalogs, PostgresCatalogs
from pggate.lake.databases import Databases
from pggate.lake.lake import Home
from pggate.lake.local import LocalStorage
from pggate.lake.receipt_book import KEPT as KEPT_RECEIPTS
from pggate.lake.registry import Registry
from pggate.lake.s3 import S3Settings, S3Storage
from pggate.lake.upkeep.letting_go import Ages, LettingGo
from pggate.lake.upkeep.small_files import Sizes
from pggate.lake.upkeep.upkeep import Upkeep
from pggate.metrics import Metrics
from pggate.session.cursors.cursor_pair import EMULATED
from pggate.session.live.backends import Backends
from pggate.session.live.cache import Caches
from pggate.session.live.functions import MACROS, functions
from pggate.session.live.gateway import Gateway
from pggate.session.live.presence import Presence
from pggate.session.settings.guc_values import shown_duration
from pggate.views.live_views import LiveViews
from pggate.wire.scram_verifier import SALT_SIZE, make_verifier

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pggate.config import Config
    from pggate.datadir import DataDirectory
    from pggate.engine.functions import Function
    from pggate.lake.objects import Storage
    from pggate.session.live.session_numbers import SessionNumbers
    from pggate.session.settings.settings import Settings

FIRST: Final = "pggate"
"""The first database and the first role."""


def open_gateway(config: Config, directory: DataDirectory, stack: ExitStack) -> Gateway:
    """
    Open every part; `stack` closes them in reverse, also those that are open when one cannot be.

    Raises:
        PgError: The storage, the catalog or a file cannot be used.

    """
    metrics = Metrics(__version__)
    engine = stack.enter_context(closing(Engine.open(_engine_settings(config))))
    binder = stack.enter_context(closing(Binder.open()))
    _load_emulation(engine, binder)
    catalogs = catalogs_of(config)
    keep_catalog = _own(catalogs, engine, stack)
    registry = _open_registry(catalogs, engine, stack)
    home = Home(engine, catalogs, metrics.lakes, registry)
    databases = _open_databases(config, home, registry, stack)
    _make_first(databases, registry, directory)
    backends = Backends()
    upkeep = stack.enter_context(closing(_upkeep(config, engine, databases, backends)))
    mirror = stack.enter_context(closing(Mirror(engine, binder, registry, databases.lakes)))
    mirror.refresh()
    home.followers.append(mirror.follow)
    state_files = config.data_dir.absolute() / "views"
    live_views = LiveViews(binder, state_files, config.limits.view_state_rows)
    stack.enter_context(closing(live_views))
    live_views.start(databases.lakes().values())
    settings: dict[int, Settings] = {}
    numbers: dict[int, SessionNumbers] = {}
    own = functions(registry, mirror, databases, upkeep, live_views, settings, numbers, backends)
    _define_functions(engine, binder, own)
    return Gateway(
        config=config,
        engine=engine,
        binder=binder,
        mirror=mirror,
        registry=registry,
        databases=databases,
        upkeep=upkeep,
        live_views=live_views,
        metrics=metrics,
        caches=Caches(),
        presence=Presence(),
        settings=settings,
        numbers=numbers,
        backends=backends,
        mock_secret=_mock_secret(registry),
        fixed_settings=_fixed_settings(config),
        password_changed=lambda role: directory.forget_password() if role == FIRST else None,
        keep_catalog=keep_catalog,
    )


def _own(catalogs: Catalogs, engine: Engine, stack: ExitStack) -> Callable[[], None]:
    """Take the catalogs for this gateway alone; what the function does sees that they still are."""
    owner = catalogs.own(engine)
    if owner is None:
        return lambda: None
    stack.callback(owner.release)
    return owner.keep


def _open_registry(catalogs: Catalogs, engine: Engine, stack: ExitStack) -> Registry:
    with closing(engine.cursor()) as cursor:
        catalogs.attach_registry(cursor)
    return Registry(stack.enter_context(closing(engine.cursor())))


def _open_databases(config: Config, home: Home, registry: Registry, stack: ExitStack) -> Databases:
    storage = storage_of(config)
    storage.check()
    waiting_bytes = config.limits.ingest_waiting_bytes
    databases = Databases.open(home, registry, storage, waiting_bytes=waiting_bytes)
    return stack.enter_context(closing(databases))


def _upkeep(config: Config, engine: Engine, databases: Databases, backends: Backends) -> Upkeep:
    """Whose thread is started by who serves."""
    compaction = config.compaction
    sizes = Sizes(compaction.small_files, compaction.target_file_bytes)

    def oldest_open() -> datetime | None:
        found = (backends.oldest_message(), engine.transactions.oldest())
        return min((each for each in found if each is not None), default=None)

    letting_go = LettingGo(ages_of(config), oldest_open)
    interval = compaction.interval_seconds
    return Upkeep(engine, databases, sizes, interval, letting_go, merges=compaction.enabled)


def _make_first(databases: Databases, registry: Registry, directory: DataDirectory) -> None:
    """The first database and the first role, where there are none yet."""
    if FIRST not in databases.by_name:
        databases.create(FIRST)
    if not registry.has_role(FIRST):
        verifier = make_verifier(directory.first_password(), secrets.token_bytes(SALT_SIZE))
        registry.create_role(FIRST, verifier, superuser=True)


def _load_emulation(engine: Engine, binder: Binder) -> None:
    """Into both at once: that is half of a start."""
    with ThreadPoolExecutor(1) as pool, closing(engine.cursor()) as cursor:
        defined = pool.submit(emulation.define, binder)
        emulation.load(cursor.run)
        defined.result()
    engine.macros = search_path([EMULATED])


def _define_functions(engine: Engine, binder: Binder, own: Sequence[Function]) -> None:
    for function in own:
        engine.define(function)
        binder.define(function)
    with closing(engine.cursor()) as cursor:
        for macro in (*MACROS, KEPT_RECEIPTS):
            cursor.run(macro)
    binder.apply(MACROS)


def _mock_secret(registry: Registry) -> bytes:
    return hashlib.sha256((registry.role(FIRST).verifier or "").encode()).digest()


def _fixed_settings(config: Config) -> Mapping[str, str]:
    return {
        "server_version": f"15.0 (pggate {__version__}, DuckDB {DUCKDB_VERSION})",
        "max_connections": str(config.limits.max_connections),
        "ssl": "on",
        "statement_timeout": shown_duration(config.limits.statement_timeout_ms),
    }


def _engine_settings(config: Config) -> EngineSettings:
    limit = config.engine.memory_limit
    return EngineSettings(
        temp_directory=config.engine.temp_directory or config.data_dir / "tmp",
        memory_limit=None if limit is None else f"{limit}B",
        threads=config.engine.threads,
        spool_limit=config.engine.spool_bytes,
    )


def ages_of(config: Config) -> Ages:
    """When the configuration lets go of what."""
    compaction = config.compaction
    expires_after, orphan_after = compaction.expire_after_hours, compaction.orphan_after_hours
    if orphan_after is None and config.lake.storage is None:
        orphan_after = 1  # the data directory is this gateway's alone; a place on S3 may be another's, too
    return Ages(
        snapshots=None if expires_after is None else timedelta(hours=expires_after),
        files=timedelta(minutes=compaction.remove_after_minutes),
        orphans=None if orphan_after is None else timedelta(hours=orphan_after),
    )


def catalogs_of(config: Config) -> Catalogs:
    """Where the configuration has its catalogs; nothing is opened or made."""
    if config.lake.catalog is not None:
        return PostgresCatalogs(config.lake.catalog)
    return FileCatalogs(config.data_dir.absolute())


def storage_of(config: Config) -> Storage:
    """Where the configuration has its segments; nothing is opened or made."""
    if config.lake.storage is None:
        return LocalStorage(config.data_dir.absolute() / "data")
    place = urlsplit(config.lake.storage)
    s3 = config.lake.s3
    prefix = place.path.strip("/")
    return S3Storage(
        S3Settings(
            bucket=place.netloc,
            prefix=f"{prefix}/" if prefix else "",
            endpoint=s3.endpoint,
            region=s3.region,
            key_id=s3.access_key,
            secret=s3.secret_key,
            token=s3.session_token,
            url_style=s3.url_style,
        )
    )
