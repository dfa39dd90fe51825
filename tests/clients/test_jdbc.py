"""
pgjdbc: the extended protocol, text at first and binary once a statement has come often; what DBeaver, Metabase
and everything else in Java speaks.  `Jdbc.java` has the cases; what PostgreSQL lets it print is what is right.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.clients import java
from tests.clients.conftest import LONG_QUERY

if TYPE_CHECKING:
    from tests.clients.conftest import Server
    from tests.fix_gateway import Login
    from tests.fix_postgres import PostgresDatabase

pytestmark = [pytest.mark.server, pytest.mark.slow]

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
    ("calls", "", "UTC"),
    ("calls", "prepareThreshold=1", "UTC"),
    ("composites", "", "UTC"),
    ("composites", "prepareThreshold=1", "UTC"),
]


@pytest.fixture(scope="module")
def classes(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The class path of what runs a case."""
    try:
        return java.compiled("Jdbc", tmp_path_factory.mktemp("classes"))
    except java.Unavailable as reason:
        pytest.skip(str(reason))


def said(classes: str, login: Login, case: str, options: str, zone: str) -> list[str]:
    """The lines that a case prints."""
    url = f"jdbc:postgresql://{login['host']}:{login['port']}/{login['database']}?{options}"
    environ = {"PGUSER": login["user"], "PGPASSWORD": login["password"] or "", "ENDLESS": LONG_QUERY}
    return java.said(classes, ["Jdbc", url, case], environ, zone)


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
