"""
psqlodbc, the PostgreSQL driver that Excel, Power BI and Tableau use through ODBC.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.fix_gateway import Login

DRIVERS = ("PostgreSQL Unicode", "PostgreSQL")
"""As Debian's odbc-postgresql and Fedora's postgresql-odbc register it."""


def driver() -> str:
    """
    Its name; without one the test is skipped.
    """
    pyodbc = pytest.importorskip(
        "pyodbc", reason="there is no driver manager (Debian: unixodbc)", exc_type=ImportError
    )
    registered = pyodbc.drivers()
    found = next((name for name in DRIVERS if name in registered), None)
    if found is None:
        pytest.skip("there is no ODBC driver (Debian: odbc-postgresql)")
    return found


def connect(login: Login, **options: object) -> Any:
    """
    A connection as an application makes it, without a data source.

    Args:
        login: Where, and as whom.
        options: Keywords of the driver's.

    """
    import pyodbc

    words = {
        "Driver": f"{{{driver()}}}",
        "Server": login["host"],
        "Port": login["port"],
        "Database": login["database"],
        "Uid": login["user"],
        "Pwd": f"{{{login['password'] or 'none'}}}",
        **options,
    }
    return pyodbc.connect(";".join(f"{key}={value}" for key, value in words.items()))
