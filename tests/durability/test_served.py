"""
What a served gateway shows those who run it: its probes, its metrics, its log; and that HTTPS is a door like HTTP.

All of it from outside, as Prometheus, a load balancer, a log collector and a client with the certificate see it.
"""

from __future__ import annotations

import json
import socket
import ssl
from contextlib import closing
from typing import TYPE_CHECKING, Any

import httpx
import psycopg
import pyarrow as pa
import pytest
from prometheus_client.parser import text_string_to_metric_families

from pggate import __version__
from pggate.metrics import Metrics
from tests.durability.tools import ARROW, Crew, Poster, metric, rows, session, token_for
from tests.fix_gateway import Gateway, end
from tests.ingest.streams import stream
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]

pytestmark = [pytest.mark.server, pytest.mark.slow]

CONFIG = {"log": {"format": "json", "slow_query_ms": 0}}
"""Every statement is a slow one."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    gateway = Gateway(tmp_path_factory.mktemp("served"), config=CONFIG)
    try:
        gateway.start()
        yield gateway
    finally:
        end(gateway)


@pytest.fixture(scope="module")
def token(served: Gateway) -> str:
    """For public.t."""
    with session(served) as connection:
        connection.execute("create table t (a int)")
        return token_for(connection, "public.t")


def of(*values: int) -> bytes:
    """Rows for t."""
    return stream(pa.record_batch({"a": pa.array(values, pa.int32())}))


def garbage(gateway: Gateway) -> bytes:
    """What somebody is told who takes the PostgreSQL port for another one."""
    with socket.create_connection(gateway.addresses["pgwire"], timeout=LONG) as plain:
        plain.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        return b"".join(iter(lambda: plain.recv(1000), b""))


# --- HTTPS


@pytest.mark.parametrize(("http2", "version"), [(False, "HTTP/1.1"), (True, "HTTP/2")])
def test_a_post_over_https(served: Gateway, token: str, http2: bool, version: str) -> None:
    """The certificate is the one that the gateway has made for itself, and it is checked."""
    trusted = ssl.create_default_context(cafile=str(served.data_dir / "tls" / "server.crt"))
    with httpx.Client(http2=http2, verify=trusted, trust_env=False, timeout=LONG) as client:
        key = 101 + http2
        answer = client.post(f"{served.https_url}/ingest/{token}", content=of(key, key), headers=ARROW)
        assert (answer.status_code, answer.http_version, answer.json()["rows"]) == (200, version, 2)
        with session(served) as connection:
            assert rows(connection, f"select count(*) from t where a = {key}") == [(2,)]
        refused = client.post(f"{served.https_url}/ingest/{'0' * 64}", content=of(key), headers=ARROW)
        assert (refused.status_code, refused.json()) == (401, {"error": "unknown token"})
    with httpx.Client(trust_env=False) as stranger, pytest.raises(httpx.ConnectError, match="certificate"):
        stranger.get(served.https_url)


# --- probes and metrics


def test_probes(served: Gateway) -> None:
    for path, status in (("healthz", "alive"), ("readyz", "ready")):
        answer = httpx.get(f"{served.metrics_url}/{path}", trust_env=False)
        assert (answer.status_code, answer.json()) == (200, {"status": status})


def scraped(text: str) -> Samples:
    """What may move: every sample of the gateway's own metrics but the times at which they were made."""
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name.startswith("pggate_") and not sample.name.endswith(("_created", "_build_info"))
    }


OF_AGE = ("pggate_expired_snapshots", "pggate_removed_files")
"""What goes is an hour old: tests/lake/test_letting_go.py."""


def test_every_metric_moves(served: Gateway, token: str) -> None:
    def scrape() -> Samples:
        return scraped(httpx.get(f"{served.metrics_url}/metrics", trust_env=False).text)

    with closing(Poster(served, token)) as poster:
        poster.post(of(0))
    wait_until(lambda: metric(served, "pggate_connections") == 0)
    before = scrape()
    crew = Crew()
    with session(served) as connection, closing(Poster(served, token)) as poster:
        with connection.transaction():
            connection.execute("delete from t where a = 0")
            crew.start(poster.post, of(1, 2))  # waits for the end of the transaction
            wait_until(lambda: metric(served, "pggate_append_waiting_bytes") > 0)
            during = scrape()
        crew.join()
        assert rows(connection, "select a from t where a in (1, 2) order by a") == [(1,), (2,)]
        with pytest.raises(psycopg.errors.UndefinedTable):
            connection.execute("select * from nowhere")
        connection.execute("call pggate.compact('t')")
        connection.execute("set statement_timeout = 20")
        with pytest.raises(psycopg.errors.QueryCanceled):
            connection.execute("select sum(hash(i)) from range(100000000000) r(i)")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(served.dsn(password="wrong"))
    assert garbage(served)[:1] == b"E"
    httpx.post(f"{served.http_url}/ingest/{'0' * 64}", content=of(1), headers=ARROW, trust_env=False)
    lag = "pggate_event_loop_lag_seconds_count"
    wait_until(lambda: metric(served, lag) > before[lag, ()])
    after = scrape()

    moved = {
        key for key in during.keys() | after.keys() if {during.get(key), after.get(key)} != {before.get(key)}
    }
    still = {name for name, _ in before.keys() | after.keys()} - {name for name, _ in moved}
    assert not [name for name in still if not name.startswith(OF_AGE)]
    declared = {family.name for family in text_string_to_metric_families(Metrics("0").render().decode())}
    ours = {name for name in declared if name.startswith("pggate_") and not name.endswith("_created")}
    unmoved = {name for name in ours if not any(key.startswith(name) for key, _ in moved)}
    assert unmoved.difference(OF_AGE) == {"pggate_build_info"}
    labels = {pair for _, pairs in moved for pair in pairs}
    assert labels >= {("outcome", "ok"), ("outcome", "error"), ("outcome", "canceled")}
    assert labels >= {("reason", "login"), ("reason", "protocol"), ("status", "200"), ("status", "401")}
    assert metric(served, "pggate_build_info", version=__version__) == 1
    for name in ("process_resident_memory_bytes", "process_cpu_seconds_total", "process_open_fds"):
        assert metric(served, name) > 0


# --- the log


class Log:
    """
    What the gateway has written since then, and not before; each line is JSON.
    """

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._start = len(gateway.log())

    @property
    def text(self) -> str:
        return self._gateway.log()[self._start :]

    def lines(self, *events: str) -> list[dict[str, Any]]:
        """Those of some events, in their order, without what no test can know."""
        found = [json.loads(line) for line in self.text.splitlines() if not line.startswith("pggate ready")]
        assert all(one.pop("time").endswith("Z") for one in found)
        return [
            {name: value for name, value in one.items() if name not in ("peer", "seconds")}
            for one in found
            if one["event"] in events
        ]

    def wait_for(self, event: str, count: int) -> list[dict[str, Any]]:
        """As many lines of an event, and no more."""
        wait_until(lambda: len(self.lines(event)) >= count)
        found = self.lines(event)
        assert len(found) == count
        return found


@pytest.fixture
def log(served: Gateway, token: str, request: pytest.FixtureRequest) -> Log:
    wait_until(lambda: metric(served, "pggate_connections") == 0)
    mark = f"/{request.node.name}"  # when it has been written, so has been what came before
    assert httpx.get(f"{served.http_url}{mark}", trust_env=False).status_code == 404
    served.wait_for(mark)
    return Log(served)


# What a client asks for on top of an ordinary login; what it is told; what the log has of it.
REFUSED = [
    ({"password": "wrong"}, "password authentication failed", {"sqlstate": "28P01"}),
    ({"user": "nobody"}, "password authentication failed", {"user": "nobody", "sqlstate": "28P01"}),
    ({"dbname": "nowhere"}, "does not exist", {"database": "nowhere", "sqlstate": "3D000"}),
    ({"options": "-c jit=perhaps"}, "requires a Boolean value", {"sqlstate": "22023"}),
]


def test_one_line_for_each_connection(served: Gateway, log: Log) -> None:
    with session(served) as connection:
        pid = connection.info.backend_pid
    for asked, told, _ in REFUSED:
        with pytest.raises(psycopg.OperationalError, match=told):
            psycopg.connect(served.dsn(), sslmode="require", **asked)  # else libpq tries twice
    assert b"C08P01" in garbage(served)
    line = {"level": "info", "event": "connection"}
    who = {"user": "pggate", "database": "pggate"}
    assert log.wait_for("connection", len(REFUSED) + 2) == [
        line | who | {"pid": pid},
        *(line | who | {"refused": "login"} | logged for _, _, logged in REFUSED),
        line | {"refused": "protocol", "sqlstate": "08P01"},
    ]


def test_one_line_for_each_statement_that_fails_or_is_slow(served: Gateway, log: Log) -> None:
    with session(served) as connection:
        pid = connection.info.backend_pid
        connection.execute("select 1")
        with pytest.raises(psycopg.errors.UndefinedColumn):
            connection.execute("select nope from t")
        connection.execute("insert into t select %s", [9])
    who = {"level": "info", "pid": pid, "user": "pggate"}
    log.wait_for("connection", 1)
    assert log.lines("slow_query", "query_failed") == [
        who | {"event": "slow_query", "kind": "select"},
        who | {"event": "slow_query", "kind": "select"},
        who | {"event": "query_failed", "sqlstate": "42703"},
        who | {"event": "slow_query", "kind": "insert"},
    ]


SECRET = "marker-of-the-test"


def literals(connection: psycopg.Connection) -> None:
    connection.execute(f"select '{SECRET}'::int")


def parameters(connection: psycopg.Connection) -> None:
    connection.execute("select %s::text::int", [SECRET])


def prepared(connection: psycopg.Connection) -> None:
    connection.execute("prepare p as select $1::text::int")
    connection.execute(f"execute p('{SECRET}')")


def rows_of_copy(connection: psycopg.Connection) -> None:
    with connection.cursor().copy("copy t from stdin") as copy:
        copy.write(f"{SECRET}\n")


def settings(connection: psycopg.Connection) -> None:
    connection.execute(f"set application_name = '{SECRET}'")
    connection.execute(f"set statement_timeout = '{SECRET}'")


def passwords(connection: psycopg.Connection) -> None:
    connection.execute(f"create role ann login password '{SECRET}'")
    connection.execute(f"alter role ann password '{SECRET}' superuser '{SECRET}'")


def broken(connection: psycopg.Connection) -> None:
    connection.execute(f"select '{SECRET}', '{SECRET}")


CARRIERS = [literals, parameters, prepared, rows_of_copy, settings, passwords, broken]


def test_no_secret_is_in_the_log(served: Gateway, token: str, log: Log) -> None:
    for carry in CARRIERS:
        with session(served) as connection, pytest.raises(psycopg.Error) as caught:
            carry(connection)
        assert SECRET in str(caught.value), "the client, and nobody else, is told"
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(served.dsn(password=SECRET))
    with session(served) as connection:
        connection.execute("create table ids (a uuid)")
        ids = token_for(connection, "public.ids")
    row = stream(pa.record_batch({"a": pa.array([SECRET])}))
    posts = {
        f"ingest/{ids}": (row, 400),
        f"ingest/{token}": (SECRET.encode(), 400),
        f"ingest/{token[:-1]}": (row, 401),
        f"ingested/{token}?{token}": (row, 404),
    }
    for path, (content, status) in posts.items():
        answer = httpx.post(f"{served.http_url}/{path}", content=content, headers=ARROW, trust_env=False)
        assert (answer.status_code, SECRET in answer.text) == (status, ids in path)
    log.wait_for("http_refused", 1)
    refused = log.lines("ingest_refused")
    assert [(one["status"], one["token"]) for one in refused] == [
        (400, ids[:6]),
        (400, token[:6]),
        (401, token[:6]),
    ]
    assert len(log.lines("query_failed")) == len(CARRIERS)
    password = served.password
    assert password
    for secret in (SECRET, password, token[6:12], ids[6:12]):
        assert secret not in log.text
