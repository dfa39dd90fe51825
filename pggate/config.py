"""
What can be configured: one frozen value, from the defaults, a YAML file, the environment and the flags.

A later source overrides an earlier one key by key.  A key's name is its path ("lake.s3.region"); its variable
is PGGATE_ and the path in capitals (PGGATE_LAKE_S3_REGION).  An unknown key or variable is an error, so that
a misspelt limit is never silently the default.  config.yaml at the top of the repository explains every key.

No value of a secret ever reaches an error, a repr or `render`.
"""

from __future__ import annotations

from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

import yaml

from pggate.keys import (
    Address,
    address_or_off,
    hidden,
    in_units,
    listener,
    matching,
    one_of,
    option,
    optional,
    path,
    size,
    text,
    whole,
    without_password,
    yes_or_no,
)
from pggate.sources import ConfigError, Given, from_environment, from_file, from_flags

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pggate.keys import Read

__all__ = [
    "S3",
    "Address",
    "Compaction",
    "Config",
    "ConfigError",
    "Engine",
    "Lake",
    "Limits",
    "Log",
    "Rates",
    "Tls",
    "keys",
    "load",
    "render",
]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tls:
    certificate: Path | None = option(None, optional(path))
    key: Path | None = option(None, optional(path))


@dataclass(frozen=True, slots=True)
class S3:
    endpoint: str | None = option(None, optional(matching(r"https?://[^/@\s]+/?", "http[s]://HOST[:PORT]")))
    region: str | None = option(None, optional(text))
    access_key: str | None = option(None, optional(text), hidden)
    secret_key: str | None = option(None, optional(text), hidden)
    session_token: str | None = option(None, optional(text), hidden)
    url_style: Literal["vhost", "path"] = option("vhost", one_of("vhost", "path"))


@dataclass(frozen=True, slots=True)
class Lake:
    storage: str | None = option(None, optional(matching(r"s3://[^/\s]+(/\S*)?", "s3://BUCKET/PREFIX")))
    catalog: str | None = option(
        None,
        optional(matching(r"postgres(ql)?://\S+", "postgres://USER@HOST:PORT/DATABASE")),
        without_password,
    )
    s3: S3 = field(default_factory=S3)


@dataclass(frozen=True, slots=True)
class Engine:
    memory_limit: int | None = option(None, optional(size()), in_units)
    # As many as PostgreSQL has for max_parallel_workers.  DuckDB starts them all at once, and where the
    # system refuses one of them it neither goes on nor ends (duckdb 1.5.5).
    threads: int | None = option(None, optional(whole(1, 1024)))
    temp_directory: Path | None = option(None, optional(path))
    spool_bytes: int = option(2**32, size(), in_units)


@dataclass(frozen=True, slots=True)
class Limits:
    max_connections: int = option(100, whole(1))
    authentication_timeout_seconds: int = option(60, whole(1, 600))  # PostgreSQL's range and default
    # A message's length is an int4, and PostgreSQL allocates at most 1 GB - 1 (MaxAllocSize).
    message_bytes: int = option(2**26, size(2**30 - 1), in_units)
    ingest_body_bytes: int = option(2**24, size(), in_units)
    ingest_waiting_bytes: int = option(2**28, size(), in_units)
    statement_timeout_ms: int = option(0, whole(0))
    gate_idle_seconds: int = option(5, whole(1))
    view_state_rows: int | None = option(None, optional(whole(1)))


_ORIGIN: Final = r"https?://[^/\s,]+"


@dataclass(frozen=True, slots=True)
class Rates:
    """
    So many a second; None: as many as come.
    """

    requests: int | None = option(None, optional(whole(1)))
    rows: int | None = option(None, optional(whole(1)))
    bytes: int | None = option(None, optional(size()), in_units)


@dataclass(frozen=True, slots=True)
class Ingest:
    token_rates: Rates = field(default_factory=Rates)
    server_rates: Rates = field(default_factory=Rates)
    receipts_hours: int = option(168, whole(1, 876_000))
    cors_origins: str | None = option(
        None,
        optional(matching(rf"\*|{_ORIGIN}(, *{_ORIGIN})*", "http[s]://HOST[:PORT], … or '*'")),
    )


@dataclass(frozen=True, slots=True)
class Compaction:
    enabled: bool = option(True, yes_or_no)
    interval_seconds: int = option(1, whole(1, 3600))
    small_files: int = option(32, whole(2, 10_000))
    target_file_bytes: int = option(2**27, size(2**32), in_units)
    expire_after_hours: int | None = option(168, optional(whole(1, 876_000)))
    remove_after_minutes: int = option(60, whole(10, 525_600))
    # Less than an hour, and an append that is slow to commit might lose its rows.
    orphan_after_hours: int | None = option(None, optional(whole(1, 8760)))


@dataclass(frozen=True, slots=True)
class Log:
    format: Literal["key=value", "json"] = option("key=value", one_of("key=value", "json"))
    level: Literal["debug", "info", "warning", "error"] = option(
        "info", one_of("debug", "info", "warning", "error")
    )
    slow_query_ms: int | None = option(1000, optional(whole(0)))


@dataclass(frozen=True, slots=True)
class Config:
    """
    Everything the gateway is told from outside.  A listener that is None is off.
    """

    data_dir: Path = option(Path("pggate-data"), path)
    listen: Address | None = option(Address("127.0.0.1", 5432), listener, address_or_off)
    https: Address | None = option(Address("127.0.0.1", 8443), listener, address_or_off)
    http: Address | None = option(Address("127.0.0.1", 8080), listener, address_or_off)
    flight: Address | None = option(Address("127.0.0.1", 50051), listener, address_or_off)
    flight_sql: Address | None = option(Address("127.0.0.1", 50250), listener, address_or_off)
    advertise_address: str | None = option(None, optional(matching(r"[\w.:-]+", "a host's name or address")))
    metrics: Address | None = option(Address("127.0.0.1", 8081), listener, address_or_off)
    auth: Literal["scram", "trust"] = option("scram", one_of("scram", "trust"))
    shutdown_grace_seconds: int = option(10, whole(0))
    tls: Tls = field(default_factory=Tls)
    lake: Lake = field(default_factory=Lake)
    engine: Engine = field(default_factory=Engine)
    limits: Limits = field(default_factory=Limits)
    ingest: Ingest = field(default_factory=Ingest)
    compaction: Compaction = field(default_factory=Compaction)
    log: Log = field(default_factory=Log)


SECTIONS: Final = (Tls, Lake, S3, Engine, Limits, Rates, Ingest, Compaction, Log)


def load(file: Path | None, environ: Mapping[str, str], flags: Mapping[str, str | None]) -> Config:
    """
    The effective configuration.

    Args:
        file: The YAML file, if one was named.
        environ: The process's environment; only PGGATE_… counts.
        flags: Key -> text of the command line; None is a flag that was not given.

    Raises:
        ConfigError: A file that cannot be read, an unknown key, a value of the wrong type, or values that
            contradict each other.

    """
    known = tuple(keys())
    given = dict(from_file(file, known)) if file else {}
    given |= from_environment(environ, known)
    given |= from_flags(flags, known)
    config = _build(Config, given)
    _check(config)
    return config


def render(config: Config) -> str:
    """The configuration as YAML that `load` reads again, but for the secrets, which are masked."""
    return yaml.safe_dump(_shown(config), sort_keys=False, allow_unicode=True)


def keys(section: type = Config, prefix: str = "") -> Iterator[str]:
    """The name of every key, in the order of the file."""
    for one in fields(section):
        inner = _section(one)
        if inner:
            yield from keys(inner, f"{prefix}{one.name}.")
        else:
            yield prefix + one.name


def _section(one: Field[Any]) -> type | None:
    """The class of a field that is a section; None for a key."""
    factory: object = one.default_factory
    return factory if isinstance(factory, type) and issubclass(factory, SECTIONS) else None


def _build(section: type[T], given: Mapping[str, Given], prefix: str = "") -> T:
    values: dict[str, object] = {}
    for one in fields(section):  # type: ignore[arg-type]  # T is Config or one of its sections
        name = prefix + one.name
        inner = _section(one)
        if inner:
            values[one.name] = _build(inner, given, f"{name}.")
        elif name in given:
            values[one.name] = _read(one.metadata["read"], given[name])
    return section(**values)


def _read(read: Read, given: Given) -> object:
    try:
        return read(given.value)
    except ValueError as wanted:
        raise ConfigError(f"{given.origin}: must be {wanted}") from None


def _check(config: Config) -> None:
    """What no single key can tell."""
    s3 = config.lake.s3
    for name in ("listen", "flight", "flight_sql"):
        address: Address | None = getattr(config, name)
        if config.auth == "trust" and address and not address.is_loopback:
            raise ConfigError(
                f"auth: trust is refused while {name} is {address}, which other machines can reach: "
                "listen on 127.0.0.1 or use scram"
            )
    if (config.tls.certificate is None) != (config.tls.key is None):
        raise ConfigError("tls: certificate and key belong together: give both or neither")
    if (s3.access_key is None) != (s3.secret_key is None):
        raise ConfigError("lake.s3: access_key and secret_key belong together: give both or neither")


def _shown(section: Any) -> dict[str, object]:
    return {
        one.name: _shown(getattr(section, one.name))
        if _section(one)
        else one.metadata["show"](getattr(section, one.name))
        for one in fields(section)
    }
