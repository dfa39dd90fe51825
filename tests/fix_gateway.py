"""
The gateway as its users run it: `pggate serve` in a process of its own.

    def test_select(gateway): psycopg.connect(gateway.dsn())            # one for the module, scram
    def test_crash(new_gateway):
        gateway = new_gateway("--auth", "trust", config={"limits": {"max_connections": 3}})
        gateway.kill(); gateway.restart()
"""

from __future__ import annotations

import os
import re
import signal
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Protocol, TypedDict
from urllib.parse import quote

import pytest
import yaml

from tests.processes import Program, free_ports

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

START_SECONDS = 60.0
STOP_SECONDS = 30.0
LISTENERS = ("listen", "https", "http", "flight", "flight_sql", "metrics")
ADDRESS = re.compile(r"(\w+)=(\S+):(\d+)(?=\s|$)")


class Login(TypedDict):
    """
    How a driver is told where to connect and as whom; the names are those of asyncpg and pg8000.
    """

    host: str
    port: int
    user: str
    password: str | None
    database: str


class Gateway:
    """
    A gateway with a data directory and ports of its own; they stay the same over a restart.

    Args:
        directory: For the configuration file and, in `data`, the gateway's data.
        flags: More flags for `pggate serve`; `--http off` and the like replace the port chosen here.
        config: What the configuration file holds.
        environ: Variables on top of ours, without any PGGATE_ or PG variable of ours.
        module: What is run in place of pggate, with the same arguments; one of the tests' needs its PYTHONPATH.

    """

    def __init__(
        self,
        directory: Path,
        *flags: str,
        config: Mapping[str, Any] | None = None,
        environ: Mapping[str, str] | None = None,
        module: str = "pggate",
    ) -> None:
        self.directory = directory
        self.data_dir = directory / "data"
        self.addresses: dict[str, tuple[str, int]] = {}
        file = directory / "config.yaml"
        file.write_text(yaml.safe_dump(dict(config or {})))
        self._command = [sys.executable, "-m", module, "serve", "--config", str(file)]
        self._command += ["--data-dir", str(self.data_dir)]
        for name, port in zip(LISTENERS, free_ports(len(LISTENERS)), strict=True):
            flag = f"--{name.replace('_', '-')}"
            if flag not in flags:
                self._command += [flag, f"127.0.0.1:{port}"]
        self._command += flags
        ours = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        self._environ = ours | {"PYTHONUNBUFFERED": "1"} | dict(environ or {})
        self._runs: list[Program] = []

    def start(self, seconds: float = START_SECONDS) -> None:
        """
        Start it and wait until every listener accepts.

        Raises:
            ProgramError: It ended or was not ready in time; the message holds its log.

        """
        program = Program(self._command, cwd=self.directory, env=self._environ)
        self._runs.append(program)
        ready = program.wait_for("^pggate ready", seconds)
        self.addresses = {
            name: (host.strip("[]"), int(port)) for name, host, port in ADDRESS.findall(ready.string)
        }

    def kill(self) -> None:
        """SIGKILL, as if the power had failed for the process alone."""
        self._program.send(signal.SIGKILL)
        self._program.wait()

    def terminate(self, seconds: float = STOP_SECONDS) -> int:
        """SIGTERM, and the exit code."""
        self._program.send(signal.SIGTERM)
        return self._program.wait(seconds)

    def restart(self, seconds: float = START_SECONDS) -> None:
        """Start it again, on the same data and ports; a running one is terminated first."""
        if self.running:
            self.terminate()
        self.start(seconds)

    def stop(self) -> None:
        """End it by all means."""
        for program in self._runs:
            program.stop()

    @property
    def running(self) -> bool:
        return bool(self._runs) and self._program.running

    @property
    def pid(self) -> int:
        return self._program.pid

    def log(self) -> str:
        """Standard output and error of all its runs."""
        return "".join(program.log() for program in self._runs)

    def wait_for(self, pattern: str, seconds: float = STOP_SECONDS) -> re.Match[str]:
        """Wait for a line of the present run's log."""
        return self._program.wait_for(pattern, seconds)

    @property
    def password(self) -> str | None:
        """The superuser's, while it is the generated one; None with trust."""
        file = self.data_dir / "superuser.password"
        return file.read_text().strip() if file.exists() else None

    def login(self, user: str = "pggate", database: str = "pggate", password: str | None = None) -> Login:
        """For drivers that take keywords: asyncpg.connect(**gateway.login())."""
        host, port = self.addresses["pgwire"]
        return Login(host=host, port=port, user=user, password=password or self.password, database=database)

    def dsn(self, user: str = "pggate", database: str = "pggate", password: str | None = None) -> str:
        """For libpq: psycopg, psycopg2, psql."""
        from psycopg.conninfo import make_conninfo

        login = self.login(user, database, password)
        return make_conninfo(
            host=login["host"],
            port=login["port"],
            user=user,
            dbname=database,
            password=login["password"],
        )

    def url(self, user: str = "pggate", database: str = "pggate", password: str | None = None) -> str:
        """For what takes URLs: SQLAlchemy, ATTACH."""
        login = self.login(user, database, password)
        secret = f":{quote(login['password'], safe='')}" if login["password"] else ""
        return f"postgresql://{quote(user, safe='')}{secret}@{login['host']}:{login['port']}/{quote(database, safe='')}"

    @property
    def http_url(self) -> str:
        return self._url("http", "http")

    @property
    def https_url(self) -> str:
        return self._url("https", "https")

    @property
    def metrics_url(self) -> str:
        return self._url("http", "metrics")

    def _url(self, scheme: str, listener: str) -> str:
        host, port = self.addresses[listener]
        return f"{scheme}://{host}:{port}"

    @property
    def _program(self) -> Program:
        return self._runs[-1]


class NewGateway(Protocol):
    def __call__(
        self,
        *flags: str,
        config: Mapping[str, Any] | None = None,
        environ: Mapping[str, str] | None = None,
        start: bool = True,
        module: str = "pggate",
    ) -> Gateway: ...


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    gateway = Gateway(tmp_path_factory.mktemp("gateway"))
    try:
        gateway.start()
        yield gateway
    finally:
        end(gateway)


@pytest.fixture
def new_gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewGateway]:
    with ExitStack() as stack:

        def new(
            *flags: str,
            config: Mapping[str, Any] | None = None,
            environ: Mapping[str, str] | None = None,
            start: bool = True,
            module: str = "pggate",
        ) -> Gateway:
            directory = tmp_path_factory.mktemp("gateway")
            gateway = Gateway(directory, *flags, config=config, environ=environ, module=module)
            stack.callback(end, gateway)
            if start:
                gateway.start()
            return gateway

        yield new


def end(gateway: Gateway) -> None:
    """Stop it, and show its log: pytest prints that only where a test has failed."""
    gateway.stop()
    print(gateway.log())
