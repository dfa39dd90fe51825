"""
pgjdbc: the extended protocol, text at first and binary once a statement has come often; what DBeaver, Metabase
and everything else in Java speaks.  `Jdbc.java` has the cases; what PostgreSQL lets it print is what is right.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.clients.conftest import LONG_QUERY

if TYPE_CHECKING:
    from tests.clients.conftest import Server
    from tests.fix_gateway import Login
    from tests.fix_postgres import PostgresDatabase

pytestmark = [pytest.mark.server, pytest.mark.slow]

SOURCE = Path(__file__).with_name("Jdbc.java")
DRIVERS = ("/usr/share/java/postgresql.jar", "/usr/share/java/postgresql-jdbc/postgresql.jar")
"""Debian's libpostgresql-jdbc-java, Fedora's postgresql-jdbc."""
SECONDS = 120.0

CASES = [
    ("connects", "", "UTC"),
    ("connects", "sslmode=require", "UTC"),
    ("metadata", "", "UTC"),
    ("metadata", "preferQueryMode=simple", "UTC"),
    ("results", "", "UTC"),
    ("values", "prepareThreshold=0", "UTC"),  # always text
    ("values", "prepareThreshold=1", "America/New_York"),  # binary from the second time on
    ("values", "prepareThreshold=-1", "UTC"),  # always binary
    ("moments", "", "America/New_York"),
    ("moments", "prepareThreshold=1", "Asia/Kolkata"),
    ("moments", "preferQueryMode=simple", "UTC"),
    ("fetches", "", "UTC"),
    ("fetches", "prepareThreshold=1", "UTC"),
    ("fetches", "preferQueryMode=extendedForPrepared", "UTC"),
    ("batches", "", "UTC"),
    ("batches", "prepareThreshold=1", "UTC"),
    ("batches", "reWriteBatchedInserts=true", "UTC"),
    ("transactions", "", "UTC"),
    ("transactions", "autosave=always", "UTC"),
    ("changes", "prepareThreshold=1", "UTC"),
    ("cancels", "", "UTC"),
    ("copies", "", "UTC"),
    ("composites", "", "UTC"),
    ("composites", "prepareThreshold=1", "UTC"),
]


@pytest.fixture(scope="module")
def classes(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The class path of what runs a case."""
    compiler = shutil.which("javac")
    if compiler is None or shutil.which("java") is None:
        pytest.skip("there is no JDK (Debian: default-jdk-headless)")
    driver = next((file for file in DRIVERS if Path(file).exists()), None)
    if driver is None:
        pytest.skip("there is no JDBC driver (Debian: libpostgresql-jdbc-java)")
    directory = tmp_path_factory.mktemp("classes")
    subprocess.run([compiler, "-cp", driver, "-d", str(directory), str(SOURCE)], check=True, timeout=SECONDS)
    return f"{directory}:{driver}"


def said(classes: str, login: Login, case: str, options: str, zone: str) -> list[str]:
    """The lines that a case prints."""
    url = f"jdbc:postgresql://{login['host']}:{login['port']}/{login['database']}?{options}"
    done = subprocess.run(
        ["java", "-XX:TieredStopAtLevel=1", f"-Duser.timezone={zone}", "-cp", classes, "Jdbc", url, case],
        check=False,
        env=os.environ
        | {"PGUSER": login["user"], "PGPASSWORD": login["password"] or "", "ENDLESS": LONG_QUERY},
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize(("case", "options", "zone"), CASES)
def test_as_with_postgresql(
    classes: str,
    postgres_database: PostgresDatabase,
    pggate: Server,
    case: str,
    options: str,
    zone: str,
) -> None:
    peer: Login = {
        "host": postgres_database.server.host,
        "port": postgres_database.server.port,
        "user": "postgres",
        "password": None,
        "database": postgres_database.name,
    }
    without_tls = options.replace("sslmode=require", "")  # the PostgreSQL of the tests has none
    with ThreadPoolExecutor(2) as both:
        right = both.submit(said, classes, peer, case, without_tls, zone)
        ours = both.submit(said, classes, pggate.login, case, options, zone)
        assert right.result()
        assert ours.result() == right.result()
