from __future__ import annotations

import re

import pytest
from prometheus_client.parser import text_string_to_metric_families

from pggate.metrics import CONTENT_TYPE, Metrics


def sample(metrics: Metrics, name: str, **labels: str) -> float | None:
    """The value of one sample as Prometheus would scrape it."""
    for family in text_string_to_metric_families(metrics.render().decode()):
        for one in family.samples:
            if one.name == name and one.labels == labels:
                return one.value
    return None


@pytest.fixture
def metrics() -> Metrics:
    return Metrics("1.2.3")


def test_connections(metrics: Metrics) -> None:
    with metrics.connections.open(), metrics.connections.open():
        assert sample(metrics, "pggate_connections") == 2
    assert sample(metrics, "pggate_connections") == 0
    assert sample(metrics, "pggate_connections_opened_total") == 0
    metrics.connections.let_in()
    assert sample(metrics, "pggate_connections_opened_total") == 1


def test_a_connection_that_fails_is_closed(metrics: Metrics) -> None:
    with pytest.raises(OSError), metrics.connections.open():
        raise OSError
    assert sample(metrics, "pggate_connections") == 0


def test_refused_connections(metrics: Metrics) -> None:
    metrics.connections.refused("too_many")
    metrics.connections.refused("login")
    metrics.connections.refused("login")
    assert sample(metrics, "pggate_connections_refused_total", reason="too_many") == 1
    assert sample(metrics, "pggate_connections_refused_total", reason="login") == 2
    assert sample(metrics, "pggate_connections_opened_total") == 0


def test_queries(metrics: Metrics) -> None:
    metrics.queries.finished("select", "ok", 0.003)
    metrics.queries.finished("select", "canceled", 400)
    metrics.queries.finished("insert", "error", 0.0)
    metrics.queries.sent(3, 100)
    metrics.queries.sent(0, 0)
    assert sample(metrics, "pggate_queries_total", kind="select", outcome="ok") == 1
    assert sample(metrics, "pggate_queries_total", kind="select", outcome="canceled") == 1
    assert sample(metrics, "pggate_queries_total", kind="insert", outcome="error") == 1
    assert sample(metrics, "pggate_query_duration_seconds_count", kind="select") == 2
    assert sample(metrics, "pggate_query_duration_seconds_bucket", kind="select", le="0.0025") == 0
    assert sample(metrics, "pggate_query_duration_seconds_bucket", kind="select", le="0.005") == 1
    assert sample(metrics, "pggate_query_duration_seconds_bucket", kind="select", le="300.0") == 1
    assert sample(metrics, "pggate_result_rows_total") == 3
    assert sample(metrics, "pggate_result_bytes_total") == 100


def test_ingest(metrics: Metrics) -> None:
    metrics.ingest.answered(200)
    metrics.ingest.answered(200)
    metrics.ingest.answered(429)
    metrics.ingest.acknowledged(100, 5000)
    assert sample(metrics, "pggate_ingest_requests_total", status="200") == 2
    assert sample(metrics, "pggate_ingest_requests_total", status="429") == 1
    assert sample(metrics, "pggate_ingest_rows_total") == 100
    assert sample(metrics, "pggate_ingest_bytes_total") == 5000


def test_lakes(metrics: Metrics) -> None:
    metrics.lakes.waiting(1000)
    metrics.lakes.waiting(-400)
    metrics.lakes.segment(300)
    metrics.lakes.segment(500)
    metrics.lakes.committed()
    metrics.lakes.waited_for_lock(0.002)
    metrics.lakes.appended(0.04)
    assert sample(metrics, "pggate_append_waiting_bytes") == 600
    assert sample(metrics, "pggate_segments_total") == 2
    assert sample(metrics, "pggate_segment_bytes_total") == 800
    assert sample(metrics, "pggate_commits_total") == 1
    assert sample(metrics, "pggate_commit_lock_wait_seconds_sum") == 0.002
    assert sample(metrics, "pggate_append_duration_seconds_bucket", le="0.05") == 1
    assert sample(metrics, "pggate_append_duration_seconds_bucket", le="0.025") == 0


def test_loop_lag_is_never_negative(metrics: Metrics) -> None:
    metrics.loop.lagged(-0.5)
    metrics.loop.lagged(0.02)
    assert sample(metrics, "pggate_event_loop_lag_seconds_sum") == 0.02
    assert sample(metrics, "pggate_event_loop_lag_seconds_count") == 2


def test_process_and_build(metrics: Metrics) -> None:
    assert sample(metrics, "pggate_build_info", version="1.2.3") == 1
    assert (sample(metrics, "process_resident_memory_bytes") or 0) > 1e6


def test_names_say_whose_they_are_and_their_unit(metrics: Metrics) -> None:
    families = {
        family.name: family.type for family in text_string_to_metric_families(metrics.render().decode())
    }
    ours = {name: kind for name, kind in families.items() if not name.startswith("process_")}
    assert all(name.startswith("pggate_") for name in ours)
    assert all(name.endswith("_seconds") for name, kind in ours.items() if kind == "histogram")


def test_two_gateways_do_not_share_a_count() -> None:
    one, other = Metrics("1"), Metrics("1")
    one.lakes.committed()
    assert sample(other, "pggate_commits_total") == 0


def test_content_type() -> None:
    assert re.match(r"text/plain; version=", CONTENT_TYPE)
