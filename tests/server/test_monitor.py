"""
/metrics, /healthz and /readyz over a real socket.
"""

from __future__ import annotations

import asyncio
import threading
import time
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from ingest.server import serve
from pggate.config import Address
from pggate.errors import IoError
from pggate.metrics import Metrics
from pggate.server import monitor
from pggate.server.monitor import application

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.server


class Gateway:
    """
    What the monitor asks about.
    """

    def __init__(self) -> None:
        self.metrics = Metrics("0.1")
        self.silent: list[str] = []
        self.lake: Callable[[], None] = lambda: None
        self.asked = 0

    def ask_lakes(self) -> None:
        self.asked += 1
        self.lake()


@pytest.fixture
def gateway() -> Gateway:
    return Gateway()


@pytest.fixture
def client(gateway: Gateway) -> Iterator[httpx.Client]:
    app = application(gateway.metrics.render, lambda: gateway.silent, gateway.ask_lakes)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    def run(coroutine: Any) -> None:
        asyncio.run_coroutine_threadsafe(coroutine, loop).result(20)

    listener = serve(app, Address("127.0.0.1", 0))
    run(listener.start())
    with httpx.Client(base_url=listener.url, trust_env=False, timeout=20) as session:
        yield session
    run(listener.stop(1))
    run(loop.shutdown_default_executor())
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def test_metrics(gateway: Gateway, client: httpx.Client) -> None:
    gateway.metrics.ingest.answered(200)
    response = client.get("/metrics")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/plain; version=")
    families = {family.name: family for family in text_string_to_metric_families(response.text)}
    (sample,) = (s for s in families["pggate_ingest_requests"].samples if s.name.endswith("_total"))
    assert (sample.labels, sample.value) == ({"status": "200"}, 1.0)


def test_alive_and_ready(client: httpx.Client) -> None:
    for path, status in (("/healthz", "alive"), ("/readyz", "ready")):
        response = client.get(path)
        assert (response.status_code, response.json()) == (200, {"status": status})


def test_a_listener_that_does_not_accept(gateway: Gateway, client: httpx.Client) -> None:
    gateway.silent = ["postgres", "https"]
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (503, {"error": "not accepting: postgres, https"})
    assert client.get("/healthz").status_code == 200
    gateway.silent = []
    assert client.get("/readyz").status_code == 200


def test_a_lake_that_is_away(gateway: Gateway, client: httpx.Client) -> None:
    def away() -> None:
        raise IoError('database "pggate": the storage does not answer')

    gateway.lake = away
    for _ in range(2):
        response = client.get("/readyz")
        assert response.status_code == 503
        assert response.json() == {"error": 'database "pggate": the storage does not answer'}
    assert client.get("/healthz").status_code == 200
    gateway.lake = lambda: None
    assert client.get("/readyz").status_code == 200


def test_a_lake_that_hangs_costs_one_thread(
    gateway: Gateway, client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(monitor, "LAKE_SECONDS", 0.1)
    release = threading.Event()

    def hang() -> None:
        release.wait(20)

    gateway.lake = hang
    for _ in range(3):
        began = time.monotonic()
        response = client.get("/readyz")
        assert 0.1 <= time.monotonic() - began < 5
        assert response.json() == {"error": "the lake has not answered for 0.1 seconds"}
        assert response.status_code == 503
    assert gateway.asked == 1
    assert client.get("/healthz").status_code == 200
    release.set()
    deadline = time.monotonic() + 10
    while client.get("/readyz").status_code != 200:
        assert time.monotonic() < deadline


@pytest.mark.parametrize("path", ["/", "/metrics/", "/ingest/abc", "/readyz/x"])
def test_other_paths(client: httpx.Client, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.json()) == (404, {"error": "Not Found"})


@pytest.mark.parametrize("path", ["/metrics", "/healthz", "/readyz"])
def test_other_methods(client: httpx.Client, path: str) -> None:
    response = client.post(path)
    assert (response.status_code, response.json()) == (405, {"error": "Method Not Allowed"})
    assert "GET" in response.headers["allow"]


def test_a_fault_of_ours(gateway: Gateway, client: httpx.Client, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> None:
        raise RuntimeError("a secret of the server's")

    gateway.lake = broken
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (500, {"error": "internal error"})
    assert any(getattr(record, "event", "") == "monitor_failed" for record in caplog.records)
