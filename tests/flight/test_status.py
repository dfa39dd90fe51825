"""
Errors as Flight's.
"""

from __future__ import annotations

import json

import pytest
from pyarrow import flight

from pggate.errors import (
    AdminShutdown,
    InsufficientPrivilege,
    InternalError,
    LockNotAvailable,
    PgError,
    QueryCanceled,
    UndefinedTable,
)
from pggate.flight.status import status, told
from pggate.lake.backlog import Overloaded


@pytest.mark.parametrize(
    ("error", "kind", "details"),
    [
        (UndefinedTable("no"), flight.FlightServerError, {"sqlstate": "42P01"}),
        (InsufficientPrivilege("no"), flight.FlightUnauthorizedError, {"sqlstate": "42501"}),
        (QueryCanceled("no"), flight.FlightCancelledError, {"sqlstate": "57014"}),
        (AdminShutdown("no"), flight.FlightUnavailableError, {"sqlstate": "57P01"}),
        (InternalError("no"), flight.FlightInternalError, {"sqlstate": "XX000"}),
        (Overloaded("no", 250), flight.FlightUnavailableError, {"sqlstate": "53400", "retry_after_ms": 250}),
        (
            LockNotAvailable("no"),
            flight.FlightUnavailableError,
            {"sqlstate": "55P03", "retry_after_ms": 1000},
        ),
    ],
)
def test_statuses(error: PgError, kind: type[Exception], details: dict[str, object]) -> None:
    found = status(error)
    assert type(found) is kind
    assert json.loads(found.extra_info) == details  # type: ignore[attr-defined]  # of every FlightError, for which pyarrow has no types


def test_a_bug_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(flight.FlightInternalError, match="internal error") as caught, told():
        raise KeyError("secret")
    assert "secret" not in str(caught.value)
