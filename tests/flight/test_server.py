"""
Topics as flights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyarrow import flight

from tests.flight.conftest import Flights, batch, token

if TYPE_CHECKING:
    import psycopg

    from tests.fix_gateway import Gateway

    Sql = psycopg.Connection[tuple[Any, ...]]


def test_topics_are_flights(role: Flights, sql: Sql) -> None:
    sql.execute("create table alpha (k int not null, v text)")
    sql.execute("create table beta (d numeric(10,2), j json)")
    role.put(("alpha",), batch(1, 2))
    found = {info.descriptor.path[-1]: info for info in role.client.list_flights(options=role.options())}
    assert set(found) == {b"alpha", b"beta"}
    assert found[b"alpha"].schema == pa.schema(
        [pa.field("k", pa.int32(), nullable=False), ("v", pa.string())]
    )
    some = role.client.list_flights(b"be", role.options())
    assert [info.descriptor.path[-1] for info in some] == [b"beta"]
    for info in found.values():
        (endpoint,) = info.endpoints
        assert (
            role.client.do_get(endpoint.ticket, role.options()).read_all().schema.names == info.schema.names
        )
        same = role.client.get_schema(flight.FlightDescriptor.for_path(*info.descriptor.path), role.options())
        assert same.schema == info.schema


def test_a_token_sees_its_own_topic(gateway: Gateway, sql: Sql) -> None:
    sql.execute("create table mine (k int)")
    sql.execute("create table others (secret int)")
    flights = Flights(gateway, f"Bearer {token(gateway, 'public.mine')}")
    (info,) = flights.client.list_flights(options=flights.options())
    assert info.descriptor.path[-1] == b"mine"
    assert flights.client.get_schema(info.descriptor, flights.options()).schema.names == ["k"]
    for other in (
        flight.FlightDescriptor.for_path("others"),
        flight.FlightDescriptor.for_command("select * from others"),
    ):
        with pytest.raises(flight.FlightUnauthorizedError):
            flights.client.get_flight_info(other, flights.options())
        with pytest.raises(pa.ArrowException, match=r"another topic|reads nothing"):  # as pyarrow 26 tells it
            flights.client.get_schema(other, flights.options())


def test_no_actions(role: Flights) -> None:
    assert role.client.list_actions(role.options()) == []
    with pytest.raises(flight.FlightServerError, match='action "x" does not exist'):
        list(role.client.do_action(("x", b""), role.options()))
