"""
A real PostgreSQL 15: the measure of what the gateway answers, and the catalog of a lake.

    def test_catalog(postgres_url): ...                          # a fresh database, as a URL
    def test_answer(postgres_dsn): psycopg.connect(postgres_dsn)  # the same as libpq's key=value

    @pytest.mark.parametrize("postgres_server", [{"fsync": "on"}], indirect=True)   # with other settings
"""

from __future__ import annotations

import contextlib
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.processes import Program, ProgramError, free_ports, group_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

VERSION = "15"
# Where Debian, Fedora and Homebrew put the programs of one version; the first is also on the PATH here and there.
DIRECTORIES = (
    f"/usr/lib/postgresql/{VERSION}/bin",
    f"/usr/pgsql-{VERSION}/bin",
    f"/opt/homebrew/opt/postgresql@{VERSION}/bin",
)
START_SECONDS = 60.0
READY = "ready to accept connections"
LOGS_ELSEWHERE = "redirecting log output"  # the last that a server with a logging collector says here
ATTEMPTS = 3

# A test's oracle may lose its data, and answers the same everywhere.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "datestyle": "ISO, MDY",
    "lc_messages": "C",
    "max_connections": "200",
}


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """
    A running server; its superuser is postgres, and nobody needs a password.
    """

    host: str
    port: int

    def dsn(self, database: str = "postgres") -> str:
        return f"host={self.host} port={self.port} user=postgres dbname={database}"

    def url(self, database: str = "postgres") -> str:
        return f"postgres://postgres@{self.host}:{self.port}/{database}"


@dataclass(frozen=True, slots=True)
class PostgresDatabase:
    """
    A database of its own for one test.
    """

    server: PostgresServer
    name: str

    @property
    def dsn(self) -> str:
        return self.server.dsn(self.name)

    @property
    def url(self) -> str:
        return self.server.url(self.name)


class Unavailable(Exception):  # noqa: N818 it is a reason, and no failure
    """
    There can be no server on this machine; the message says why.
    """


@pytest.fixture(scope="session")
def postgres_server(request: pytest.FixtureRequest) -> Iterator[PostgresServer]:
    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(temporary_server(getattr(request, "param", {})))
        except Unavailable as reason:
            pytest.skip(str(reason))
        yield server


@pytest.fixture
def postgres_database(postgres_server: PostgresServer) -> Iterator[PostgresDatabase]:
    import psycopg

    name = f"test_{next(_numbers)}"
    with psycopg.connect(postgres_server.dsn(), autocommit=True) as connection:
        connection.execute(f"create database {name} template template0")
        yield PostgresDatabase(postgres_server, name)
        connection.execute(f"drop database {name} with (force)")


@pytest.fixture
def postgres_dsn(postgres_database: PostgresDatabase) -> str:
    return postgres_database.dsn


@pytest.fixture
def postgres_url(postgres_database: PostgresDatabase) -> str:
    return postgres_database.url


@contextlib.contextmanager
def temporary_server(settings: Mapping[str, str]) -> Iterator[PostgresServer]:
    """
    A server that is gone afterwards, with these settings on top of SETTINGS.

    Raises:
        Unavailable: It cannot run here.

    """
    programs, user = find_programs(), ordinary_user()
    # Not under pytest's own directory: root's is closed to the user that the server must run as.
    directory = Path(tempfile.mkdtemp(prefix="pggate-postgres-"))
    try:
        if user:
            shutil.chown(directory, user)
        with running(programs, directory, user, SETTINGS | dict(settings)) as server:
            yield server
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def find_programs() -> Path:
    """The directory of initdb and postgres of the right version."""
    on_path = shutil.which("initdb")
    candidates = [*DIRECTORIES, str(Path(on_path).resolve().parent)] if on_path else DIRECTORIES
    found = next((Path(one) for one in candidates if _is_right(Path(one))), None)
    if found is None:
        raise Unavailable(f"the server programs of PostgreSQL {VERSION} (initdb, postgres) are not installed")
    return found


def ordinary_user() -> str | None:
    """Whom to run the server as: PostgreSQL refuses root.  None is whoever runs the tests."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise Unavailable("PostgreSQL does not run as root, and there is neither a user postgres nor nobody")


@contextlib.contextmanager
def running(
    programs: Path, directory: Path, user: str | None, settings: Mapping[str, str]
) -> Iterator[PostgresServer]:
    data = directory / "data"
    environ = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    # fmt: off
    initdb: list[str | Path] = [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust",
              "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync", "--no-instructions"]
    # fmt: on
    create(initdb, directory, environ, user)
    flags = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
    for attempt in itertools.count(1):
        (port,) = free_ports(1)
        command = [str(programs / "postgres"), "-D", str(data), "-p", str(port), *flags]
        program = Program(command, cwd=directory, env=environ, user=user)
        try:
            program.wait_for(LOGS_ELSEWHERE if "logging_collector" in settings else READY, START_SECONDS)
        except ProgramError:  # somebody else may have taken the port meanwhile
            program.stop(signal.SIGQUIT)
            if attempt == ATTEMPTS:
                raise
            continue
        try:
            yield PostgresServer("127.0.0.1", port)
        finally:
            program.stop(signal.SIGINT)  # "fast": does not wait for clients
        return


def create(
    initdb: Sequence[str | Path], directory: Path, environ: Mapping[str, str], user: str | None
) -> None:
    """Run initdb to its end."""
    done = subprocess.run(
        initdb,
        cwd=directory,
        env=environ,
        user=user,
        group=group_of(user),
        extra_groups=None if user is None else (),
        capture_output=True,
        text=True,
        timeout=START_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise ProgramError(done.stdout + done.stderr)


def _is_right(directory: Path) -> bool:
    if not all((directory / name).exists() for name in ("initdb", "postgres")):
        return False
    answer = subprocess.run(
        [directory / "postgres", "--version"], capture_output=True, text=True, check=False
    )
    return f" {VERSION}." in answer.stdout


_numbers = itertools.count(1)
