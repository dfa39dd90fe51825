"""
Every Prometheus metric of the gateway, declared here and nowhere else.

One Metrics belongs to one gateway and has a registry of its own.  Whoever counts gets the part that concerns
it and calls methods with typed arguments; names, labels and buckets are known here only.  A label takes its
values from a small fixed set, never from a client.  All methods are safe from any thread.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Literal

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

if TYPE_CHECKING:
    from collections.abc import Iterator

Outcome = Literal["ok", "error", "canceled"]
Refusal = Literal["too_many", "login", "protocol", "timeout"]

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST

# Upper bounds in seconds.  A statement without relations takes 0.3 ms, a scan of a lake seconds to minutes.
QUERY_BUCKETS: Final = (
    0.0005,
    0.001,
    0.0025,
    0.005,
    0.01,
    0.025,
    0.05,
    0.1,
    0.25,
    0.5,
    1,
    2.5,
    5,
    10,
    30,
    60,
    300,
)
# An append takes 5 ms on a local disk and 50 to 200 ms on S3.
APPEND_BUCKETS: Final = (0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10, 30)
# How long something that should not wait has waited.
WAIT_BUCKETS: Final = (0.0001, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5)


class Connections:
    """
    Connections of the PostgreSQL protocol.
    """

    def __init__(self, registry: CollectorRegistry) -> None:
        self._open = Gauge("pggate_connections", "Open PostgreSQL connections", registry=registry)
        self._opened = Counter("pggate_connections_opened_total", "Connections let in", registry=registry)
        self._refused = Counter(
            "pggate_connections_refused_total", "Connections not let in", ["reason"], registry=registry
        )

    @contextmanager
    def open(self) -> Iterator[None]:
        """Count a connection for as long as it lasts, whether it is let in or not."""
        with self._open.track_inprogress():
            yield

    def let_in(self) -> None:
        """A client has logged in."""
        self._opened.inc()

    def refused(self, reason: Refusal) -> None:
        self._refused.labels(reason).inc()


class Queries:
    """
    Statements and what they answer.
    """

    def __init__(self, registry: CollectorRegistry) -> None:
        self._count = Counter(
            "pggate_queries_total", "Statements by kind and outcome", ["kind", "outcome"], registry=registry
        )
        self._duration = Histogram(
            "pggate_query_duration_seconds",
            "From the statement's start to its last row",
            ["kind"],
            buckets=QUERY_BUCKETS,
            registry=registry,
        )
        self._rows = Counter("pggate_result_rows_total", "Rows sent to clients", registry=registry)
        self._bytes = Counter("pggate_result_bytes_total", "Bytes of rows sent to clients", registry=registry)

    def finished(self, kind: str, outcome: Outcome, seconds: float) -> None:
        """A statement ended; `kind` is the name of its class of statements, as in "select"."""
        self._count.labels(kind, outcome).inc()
        self._duration.labels(kind).observe(seconds)

    def sent(self, rows: int, size: int) -> None:
        """A block of `rows` rows and `size` bytes was written to the client."""
        self._rows.inc(rows)
        self._bytes.inc(size)


class Ingest:
    """
    Rows that arrive over HTTP.
    """

    def __init__(self, registry: CollectorRegistry) -> None:
        self._requests = Counter(
            "pggate_ingest_requests_total", "Posts by HTTP status", ["status"], registry=registry
        )
        self._rows = Counter("pggate_ingest_rows_total", "Rows acknowledged", registry=registry)
        self._bytes = Counter("pggate_ingest_bytes_total", "Bytes of bodies acknowledged", registry=registry)

    def answered(self, status: int) -> None:
        self._requests.labels(str(status)).inc()

    def acknowledged(self, rows: int, size: int) -> None:
        """A post of `rows` rows in a body of `size` bytes is durable and visible."""
        self._rows.inc(rows)
        self._bytes.inc(size)


class Lakes:
    """
    The write path of all lakes: appends, segments, commits.
    """

    def __init__(self, registry: CollectorRegistry) -> None:
        self._appends = Histogram(
            "pggate_append_duration_seconds",
            "From the call of an append to its durable commit",
            buckets=APPEND_BUCKETS,
            registry=registry,
        )
        self._waiting = Gauge(
            "pggate_append_waiting_bytes", "Arrow bytes that wait for their commit", registry=registry
        )
        self._segments = Counter("pggate_segments_total", "Segments written", registry=registry)
        self._segment_bytes = Counter("pggate_segment_bytes_total", "Bytes of segments", registry=registry)
        self._commits = Counter("pggate_commits_total", "Snapshots committed", registry=registry)
        self._lock_wait = Histogram(
            "pggate_commit_lock_wait_seconds",
            "Wait for a lake's commit lock",
            buckets=WAIT_BUCKETS,
            registry=registry,
        )
        self._compactions = Counter(
            "pggate_compactions_total", "Steps of compaction", ["outcome"], registry=registry
        )
        self._compaction = Histogram(
            "pggate_compaction_duration_seconds",
            "A step of compaction, its COMMIT included",
            buckets=APPEND_BUCKETS,
            registry=registry,
        )
        self._compacted_files = Counter(
            "pggate_compacted_files_total", "Files that were merged or rewritten", registry=registry
        )
        self._compacted_bytes = Counter(
            "pggate_compacted_bytes_total", "Bytes of the files made of them", registry=registry
        )

        self._expired = Counter(
            "pggate_expired_snapshots_total", "Snapshots that have expired", registry=registry
        )
        self._removed = Counter(
            "pggate_removed_files_total", "Files that nobody needs any more", ["reason"], registry=registry
        )

    def appended(self, seconds: float) -> None:
        self._appends.observe(seconds)

    def waiting(self, size: int) -> None:
        """`size` more bytes wait (less, if negative)."""
        self._waiting.inc(size)

    def segment(self, size: int) -> None:
        """A segment of `size` bytes is durable."""
        self._segments.inc()
        self._segment_bytes.inc(size)

    def committed(self) -> None:
        self._commits.inc()

    def waited_for_lock(self, seconds: float) -> None:
        self._lock_wait.observe(seconds)

    def compacted(self, files: int, size: int, seconds: float) -> None:
        """A step has put files of `size` bytes in the place of `files` others."""
        self._compactions.labels("ok").inc()
        self._compaction.observe(seconds)
        self._compacted_files.inc(files)
        self._compacted_bytes.inc(size)

    def let_go(self, snapshots: int, files: int, orphans: int) -> None:
        """So many snapshots have expired, and files are removed that they or merges had left, or nobody."""
        self._expired.inc(snapshots)
        self._removed.labels("old").inc(files)
        self._removed.labels("orphan").inc(orphans)

    def compaction_failed(self) -> None:
        self._compactions.labels("error").inc()


class Loop:
    """
    How late the event loop runs what is due: time that every connection loses.
    """

    def __init__(self, registry: CollectorRegistry) -> None:
        self._lag = Histogram(
            "pggate_event_loop_lag_seconds",
            "Delay of a timer that was due",
            buckets=WAIT_BUCKETS,
            registry=registry,
        )

    def lagged(self, seconds: float) -> None:
        self._lag.observe(max(0.0, seconds))


class Metrics:
    """
    All of them, and those of the process (memory, CPU, file descriptors) under their usual process_ names.
    """

    def __init__(self, version: str) -> None:
        self._registry = CollectorRegistry()
        self.connections = Connections(self._registry)
        self.queries = Queries(self._registry)
        self.ingest = Ingest(self._registry)
        self.lakes = Lakes(self._registry)
        self.loop = Loop(self._registry)
        build = Gauge("pggate_build_info", "Always 1", ["version"], registry=self._registry)
        build.labels(version).set(1)
        ProcessCollector(registry=self._registry)

    def render(self) -> bytes:
        """The body of /metrics; its content type is CONTENT_TYPE."""
        return generate_latest(self._registry)
