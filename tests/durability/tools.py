"""
What the tests of pggate's promises say often: clients that post and speak the protocol, and looks from outside.
"""

from __future__ import annotations

import http.client
import json
import os
import socket
import ssl
import threading
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from prometheus_client.parser import text_string_to_metric_families

from pggate.wire import backend, frontend
from tests.transcripts.client import Client
from tests.transcripts.messages import Closed
from tests.waiting import LONG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.fix_gateway import Gateway

ARROW = {"Content-Type": "application/vnd.apache.arrow.stream"}


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What a POST was answered; `body` is the JSON document.
    """

    status: int
    body: dict[str, Any]


class Poster:
    """
    One HTTP client that keeps its connection.
    """

    def __init__(self, gateway: Gateway, token: str) -> None:
        host, port = gateway.addresses["http"]
        self._connection = http.client.HTTPConnection(host, port, timeout=LONG)
        self._path = f"/ingest/{token}"

    def post(self, body: bytes, key: str | None = None) -> Answer:
        """
        Append a stream, under an idempotency key if there is one.

        Raises:
            OSError, HTTPException: The server went away before it had answered.

        """
        headers = ARROW if key is None else ARROW | {"Idempotency-Key": key}
        self._connection.request("POST", self._path, body, headers)
        response = self._connection.getresponse()
        return Answer(response.status, json.loads(response.read()))

    def close(self) -> None:
        self._connection.close()


@contextmanager
def session(gateway: Gateway, database: str = "pggate", **options: Any) -> Iterator[psycopg.Connection]:
    """An autocommit connection of psycopg's."""
    with psycopg.connect(gateway.dsn(database=database), autocommit=True, **options) as connection:
        yield connection


@contextmanager
def until_killed() -> Iterator[None]:
    """Everything inside may end when the server does; an error that it has answered is one all the same."""
    try:
        yield
    except (OSError, http.client.HTTPException):
        pass
    except (psycopg.OperationalError, psycopg.InterfaceError) as error:
        if error.sqlstate is not None:
            raise


def rows(connection: psycopg.Connection, sql: str) -> list[tuple[Any, ...]]:
    return connection.execute(sql).fetchall()


def value(connection: psycopg.Connection, sql: str) -> Any:
    ((found,),) = rows(connection, sql)
    return found


def token_for(connection: psycopg.Connection, topic: str) -> str:
    return str(value(connection, f"select pggate.create_token('{topic}')"))


class Talk:
    """
    A connection that speaks the protocol itself, authenticated and ready.

    Args:
        receive_buffer: Bytes that the kernel may keep for us; None leaves it to the system.

    """

    def __init__(self, gateway: Gateway, *, tls: bool = False, receive_buffer: int | None = None) -> None:
        login = gateway.login()
        self.client = Client(login["host"], login["port"])
        if receive_buffer is not None:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        if tls:
            self._upgrade()
        parameters = {"user": login["user"], "database": login["database"]}
        self.client.start(parameters, (3, 0), login["password"])
        self.until(backend.ReadyForQuery)

    @property
    def socket(self) -> socket.socket:
        return self.client._socket

    @property
    def key(self) -> backend.BackendKeyData:
        assert self.client.key is not None
        return self.client.key

    def send(self, *messages: frontend.Frontend) -> None:
        self.client.send(b"".join(map(frontend.encode, messages)))

    def until(self, kind: type[backend.Backend | Closed]) -> list[Any]:
        """The messages up to and with the first one of a kind; a connection that ends is no surprise."""
        found: list[Any] = []
        while not found or not isinstance(found[-1], (kind, Closed)):
            found.append(self.client.receive())
        return found

    def vanish(self) -> None:
        """Close as a process that dies does: with data unread that is a reset."""
        self.client.close()

    def _upgrade(self) -> None:
        self.client.send(frontend.encode(frontend.SSLRequest()))
        assert self.client.receive() == backend.EncryptionResponse(True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        self.client._file.close()
        self.client._socket = context.wrap_socket(self.client._socket)
        self.client._file = self.client._socket.makefile("rb")


def cancel(gateway: Gateway, key: backend.BackendKeyData) -> None:
    """A CancelRequest, and the end of its connection: then it has been done."""
    host, port = gateway.addresses["pgwire"]
    with socket.create_connection((host, port), timeout=LONG) as one:
        one.sendall(frontend.encode(frontend.CancelRequest(key.pid, key.secret)))
        while one.recv(1024):
            pass


def metric(gateway: Gateway, name: str, **labels: str) -> float:
    """The sum of a metric's samples that have these labels."""
    with urllib.request.urlopen(f"{gateway.metrics_url}/metrics", timeout=LONG) as response:
        text = response.read().decode()
    return sum(
        sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name == name and labels.items() <= sample.labels.items()
    )


def memory(pid: int) -> int:
    """Bytes of a process that are in memory."""
    (line,) = [s for s in Path(f"/proc/{pid}/status").read_text().splitlines() if s.startswith("VmRSS:")]
    return int(line.split()[1]) * 1024


def computed(pid: int) -> float:
    """Seconds of CPU time that a process has used."""
    _, _, fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")
    user, system = fields.split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


class Crew:
    """
    Threads that do one job each; what any of them raises is raised at the end of the block.
    """

    def __init__(self) -> None:
        self.errors: list[BaseException] = []
        self._threads: list[threading.Thread] = []

    def start(self, job: Callable[..., object], *arguments: object, **options: object) -> None:
        thread = threading.Thread(target=self._do, args=(job, arguments, options), daemon=True)
        self._threads.append(thread)
        thread.start()

    def join(self, patience: float = LONG) -> None:
        """
        Wait for all of them.

        Raises:
            BaseException: What the first that failed has raised.

        """
        deadline = time.monotonic() + patience
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        if self.errors:
            raise self.errors[0]
        assert not any(thread.is_alive() for thread in self._threads)

    def _do(self, job: Callable[..., object], arguments: tuple[Any, ...], options: dict[str, Any]) -> None:
        try:
            job(*arguments, **options)
        except BaseException as error:
            self.errors.append(error)
