"""
A gateway's Flight listener and its clients.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import psycopg
import pyarrow as pa
import pytest
from pyarrow import flight

from pggate.commands.token import new_token
from pggate.config import Config
from pggate.keys import listener
from tests.flight.adbc import connected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adbc_driver_flightsql import dbapi

    from tests.fix_gateway import Gateway


class Flights:
    """
    A client of a gateway's: by a token, a role, or nobody.
    """

    def __init__(self, gateway: Gateway, authorization: str = "", **options: Any) -> None:
        host, port = gateway.addresses["flight"]
        self.client = flight.connect(f"grpc://{host}:{port}", **options)
        self.headers = [(b"authorization", authorization.encode())] if authorization else []

    def options(self, **headers: str) -> flight.FlightCallOptions:
        more = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        return flight.FlightCallOptions(timeout=60, headers=[*self.headers, *more])

    def put(self, path: tuple[str, ...], *batches: pa.RecordBatch, **headers: str) -> dict[str, Any]:
        """The receipt."""
        descriptor = flight.FlightDescriptor.for_path(*path)
        writer, reader = self.client.do_put(descriptor, batches[0].schema, self.options(**headers))
        with writer:
            for batch in batches:
                writer.write_batch(batch)
            writer.done_writing()
            receipt: dict[str, Any] = json.loads(reader.read().to_pybytes())
        return receipt

    def get(self, ticket: str, **headers: str) -> pa.Table:
        return self.client.do_get(flight.Ticket(ticket.encode()), self.options(**headers)).read_all()


@pytest.fixture
def role(gateway: Gateway) -> Iterator[Flights]:
    """The superuser, whose Bearer was given for the password."""
    flights = Flights(gateway)
    _, bearer = flights.client.authenticate_basic_token("pggate", gateway.password)
    yield Flights(gateway, bearer.decode())
    flights.client.close()


@pytest.fixture
def sql(gateway: Gateway) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        yield connection
        for (name,) in connection.execute("select name from pggate.topics").fetchall():
            connection.execute(f'drop table "{name}"')


@pytest.fixture
def adbc(gateway: Gateway) -> Iterator[dbapi.Connection]:
    """A connection of Flight SQL's."""
    yield from connected(gateway)


def token(gateway: Gateway, topic: str) -> str:
    """A token for a topic."""
    host, port = gateway.addresses["http"]
    config = Config(data_dir=gateway.data_dir, http=listener(f"{host}:{port}"))
    return new_token(config, topic)


def batch(*keys: int) -> pa.RecordBatch:
    words = pa.array([f"v{key}" for key in keys], pa.string())
    return pa.record_batch({"k": pa.array(keys, pa.int32()), "v": words})
