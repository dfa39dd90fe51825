"""
What DuckDB is told when it opens: what is the same for every gateway, and how large this one may be.

Nothing is downloaded or loaded by itself, and SQL cannot reach the variables of this process.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.engine.extensions import EXTENSIONS, extension_file
from pggate.engine.names import quote_literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# duckdb 1.5.5: SET GLOBAL reaches every cursor made later, SET (session) only its own
GLOBAL_SETTINGS: Final[Mapping[str, str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",  # FROM name would read Python variables of the calling frame
    "errors_as_json": "true",
    # PostgreSQL's semantics without touching a statement's text
    "default_null_order": "postgres",
    "preserve_identifier_case": "false",
    "integer_division": "true",
    "TimeZone": "UTC",
    # an Arrow type that keeps DuckDB's exact one is an extension type, which the row encoder does not read
    "arrow_lossless_conversion": "false",
}

# Settings that are each cursor's own.  What a query computes ahead of its reader is counted without its texts
# (duckdb 1.5.5): the default, 1 MB, is a quarter of a million narrow rows, and gigabytes of wide ones.
CURSOR_SETTINGS: Final[Mapping[str, str]] = {"streaming_buffer_size": "100KB"}

# Settings that an extension brings along
EXTENSION_SETTINGS: Final[Mapping[str, str]] = {
    # A transaction that is older than the newest snapshot commits at DuckLake's second attempt.  It does so
    # under the lake's commit lock, so that the second one is the last: 100 ms before it, the default, would
    # only keep every other writer waiting.
    "ducklake_retry_wait_ms": "2",
    # Seconds that one request of the engine's to S3 may take, all of its body included; it tries four times.
    # No interrupt ends a request that waits (duckdb 1.5.5), so this is what bounds a query where S3 says
    # nothing: 42 seconds, where the default is two minutes.
    "http_timeout": "10",
    # A large file goes up in ten thousandths of this: parts of 16 MB, for which ten seconds are enough.
    "s3_uploader_max_filesize": "160GB",
}


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """
    Args:
        temp_directory: Directory of this engine alone: DuckDB's spill files, and under `results` the rest of
            suspended results.  Made at open; what an earlier process left of results is removed.
        memory_limit: DuckDB's text, "4GB"; None = 80 % of the machine's memory.
        threads: DuckDB's worker threads; None = one per core.
        max_temp_directory_size: DuckDB's text; None = 90 % of the disk that is free.
        spool_limit: Bytes on disk that the rest of one suspended result may take.

    """

    temp_directory: Path
    memory_limit: str | None = None
    threads: int | None = None
    max_temp_directory_size: str | None = None
    spool_limit: int = 4 << 30

    @property
    def spool_directory(self) -> Path:
        """
        Where the rest of suspended results is kept.
        """
        return self.temp_directory / "results"


def opening_statements(settings: EngineSettings) -> list[str]:
    """
    What an instance runs before anything else.
    """
    instance = {
        "temp_directory": str(settings.temp_directory),
        # Secrets come from our configuration, not from ~/.duckdb.  allow_persistent_secrets = false would say
        # so, too, but postgres_scanner 1.5.5 then fails to attach: "Unknown secret storage found".
        "secret_directory": str(settings.temp_directory / "no-secrets"),
        "memory_limit": settings.memory_limit,
        "threads": None if settings.threads is None else str(settings.threads),
        "max_temp_directory_size": settings.max_temp_directory_size,
    }
    return [
        *_set_global(GLOBAL_SETTINGS),
        *_set_global({name: value for name, value in instance.items() if value is not None}),
        *(f"LOAD {quote_literal(extension_file(extension))}" for extension in EXTENSIONS),
        *_set_global(EXTENSION_SETTINGS),
    ]


def _set_global(settings: Mapping[str, str]) -> list[str]:
    return [f"SET GLOBAL {name} = {quote_literal(value)}" for name, value in settings.items()]
