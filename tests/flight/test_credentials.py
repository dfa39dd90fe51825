"""
Who may call.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import pytest
from pyarrow import flight

from tests.flight.conftest import Flights

if TYPE_CHECKING:
    import psycopg

    from tests.fix_gateway import Gateway, NewGateway

    Sql = psycopg.Connection[tuple[Any, ...]]


def basic(name: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()


def test_a_password_with_every_call(gateway: Gateway) -> None:
    assert gateway.password
    flights = Flights(gateway, basic("pggate", gateway.password))
    assert flights.get("select session_user as u")["u"].to_pylist() == ["pggate"]


@pytest.mark.parametrize(
    ("authorization", "message"),
    [
        ("", "no credentials"),
        ("Basic !", "malformed"),
        ("Basic " + base64.b64encode(b"\xff:").decode(), "malformed"),
        (basic("pggate", "wrong"), 'failed for user "pggate"'),
        (basic("nobody", "wrong"), 'failed for user "nobody"'),
        ("Bearer " + 64 * "0", "unknown token"),
        ("Digest x", "no credentials"),
    ],
)
def test_who_may_not(gateway: Gateway, authorization: str, message: str) -> None:
    with pytest.raises(flight.FlightUnauthenticatedError, match=message) as caught:
        Flights(gateway, authorization).get("select 1")
    assert "Traceback" not in str(caught.value)


def test_a_bearer_ends_with_the_password_it_was_given_for(gateway: Gateway, sql: Sql) -> None:
    sql.execute("create role analyst login password 'one'")
    _, bearer = Flights(gateway).client.authenticate_basic_token("analyst", "one")
    flights = Flights(gateway, bearer.decode())
    assert flights.get("select session_user as u")["u"].to_pylist() == ["analyst"]
    sql.execute("alter role analyst password 'two'")
    with pytest.raises(flight.FlightUnauthenticatedError):
        flights.get("select 1")
    with pytest.raises(flight.FlightUnauthenticatedError):
        Flights(gateway, basic("analyst", "one")).get("select 1")
    _, bearer = Flights(gateway).client.authenticate_basic_token("analyst", "two")
    sql.execute("drop role analyst")
    with pytest.raises(flight.FlightUnauthenticatedError):
        Flights(gateway, bearer.decode()).get("select 1")


def test_trust_asks_for_the_name_alone(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--auth", "trust", "--https", "off", "--metrics", "off")
    assert Flights(gateway, basic("pggate", "")).get("select 1 as a")["a"].to_pylist() == [1]
    with pytest.raises(flight.FlightUnauthenticatedError):
        Flights(gateway, basic("nobody", "")).get("select 1")
