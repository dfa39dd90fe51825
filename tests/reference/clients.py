"""
The clients of docs/clients.md: how each is told where to connect, and what tells that it works.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Client:
    """
    Args:
        name: As it calls itself.
        connect: What to type, or the fields and what goes into them.
        doctor: Its scripts of `pggate doctor`.
        tests: Files of tests/clients with tests that run it; none where it does not run in tests.
        lacks: What it would like to do and cannot.

    """

    name: str
    connect: str
    doctor: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


NOTIFY: Final = "LISTEN and NOTIFY are refused with 0A000: poll the topic."
INTERVALS: Final = "A topic has no columns of type interval; expressions have."
CERTIFICATE: Final = (
    "The self-signed certificate of a first start is not trusted: configure `tls.certificate` with one that is, or "
    "switch the check off as above."
)

# fmt: off
CLIENTS: Final = (
    Client(
        "psql",
        '`psql "host=HOST port=5432 dbname=pggate user=pggate sslmode=require"`',
        ("psql",), ("test_psql.py",),
    ),
    Client(
        "psycopg 3",
        '`psycopg.connect("host=HOST port=5432 dbname=pggate user=pggate password=… sslmode=require")`',
        ("psycopg",), ("test_psycopg.py",), (NOTIFY,),
    ),
    Client(
        "psycopg2",
        '`psycopg2.connect("host=HOST port=5432 dbname=pggate user=pggate password=… sslmode=require")`',
        ("psycopg2",), ("test_psycopg2.py",),
    ),
    Client(
        "asyncpg",
        '`asyncpg.connect(host="HOST", port=5432, database="pggate", user="pggate", password="…", ssl="require")`',
        ("asyncpg",), ("test_asyncpg.py",), (NOTIFY,),
    ),
    Client(
        "pg8000",
        '`pg8000.native.Connection("pggate", host="HOST", port=5432, database="pggate", password="…", '
        "ssl_context=True)`",
        ("pg8000",), ("test_pg8000.py",), (NOTIFY,),
    ),
    Client(
        "SQLAlchemy 2",
        '`create_engine("postgresql+psycopg://pggate:PASSWORD@HOST:5432/pggate?sslmode=require")`, or any other of its '
        "PostgreSQL drivers",
        ("sqlalchemy",), ("test_sqlalchemy.py",),
    ),
    Client(
        "DuckDB",
        "`ATTACH 'host=HOST port=5432 dbname=pggate user=pggate password=…' AS lake (TYPE postgres)`",
        ("duckdb",), ("test_duckdb.py",),
    ),
    Client(
        "pgcli",
        "`pgcli 'postgresql://pggate@HOST:5432/pggate?sslmode=require'`",
        ("pgcli",), ("test_pgcli.py",),
    ),
    Client(
        "JDBC (pgjdbc)",
        "`jdbc:postgresql://HOST:5432/pggate?sslmode=require`, user `pggate`",
        ("jdbc",), ("test_jdbc.py", "test_jdbc_metadata.py"), (NOTIFY, INTERVALS),
    ),
    Client(
        "ODBC (psqlodbc): Excel and others",
        "`Driver={PostgreSQL Unicode};Server=HOST;Port=5432;Database=pggate;Uid=pggate;Pwd=…;SSLmode=require`; in the "
        "ODBC administrator: Server HOST, Port 5432, Database pggate, User Name pggate, SSL Mode require",
        ("odbc",), ("test_odbc.py",),
    ),
    Client(
        "node-postgres",
        '`new Client({ host: "HOST", port: 5432, database: "pggate", user: "pggate", password: "…", '
        "ssl: { rejectUnauthorized: false } })`",
        ("node-postgres",), ("test_node.py",), (NOTIFY, INTERVALS, CERTIFICATE),
    ),
    Client(
        "ADBC (PostgreSQL driver)",
        '`adbc_driver_postgresql.dbapi.connect("postgresql://pggate:PASSWORD@HOST:5432/pggate?sslmode=require")`',
        ("adbc",), ("test_adbc.py",), (INTERVALS,),
    ),
    Client(
        "DBeaver",
        "New Database Connection, PostgreSQL. Main: Host HOST, Port 5432, Database pggate, Username pggate, Password. SSL: "
        "Use SSL, SSL mode require",
        ("dbeaver",),
    ),
    Client(
        "pgAdmin 4",
        "Register, Server. General: Name. Connection: Host name/address HOST, Port 5432, Maintenance database pggate, "
        "Username pggate, Password. Parameters: SSL mode require",
        ("pgadmin",),
    ),
    Client(
        "Npgsql",
        "`Host=HOST;Port=5432;Database=pggate;Username=pggate;Password=…;SSL Mode=Require;Trust Server Certificate=true`",
        ("npgsql",), (), (NOTIFY,),
    ),
    Client(
        "Power BI",
        "Get data, PostgreSQL database: Server HOST:5432, Database pggate, Import or DirectQuery; then Database: User name "
        "pggate, Password. Without a trusted certificate: Data source settings, Edit, Encrypt connections off",
        ("npgsql", "powerbi"), (), (CERTIFICATE,),
    ),
    Client(
        "Tableau",
        "To a Server, PostgreSQL: Server HOST, Port 5432, Database pggate, Authentication Username and Password, Username "
        "pggate, Password, Require SSL",
        ("tableau",), (), (CERTIFICATE,),
    ),
    Client(
        "Metabase",
        "Add a database, PostgreSQL: Host HOST, Port 5432, Database name pggate, Username pggate, Password, Use a secure "
        "connection (SSL), SSL Mode require",
        ("jdbc", "metabase"),
    ),
    Client(
        "Grafana",
        "Data sources, PostgreSQL: Host URL HOST:5432, Database name pggate, Username pggate, Password, TLS/SSL Mode "
        "require; PostgreSQL Options: Version 15",
        ("grafana",),
    ),
    Client(
        "Apache Superset",
        "Connect a database, Other: SQLAlchemy URI `postgresql+psycopg2://pggate:PASSWORD@HOST:5432/pggate?sslmode=require`",
        ("sqlalchemy", "superset"), ("test_superset.py",),
    ),
)
# fmt: on
