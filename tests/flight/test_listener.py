"""
The listeners: addresses, TLS, the end.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyarrow import flight

from pggate.lake.uploads import SEGMENT_BYTES
from tests.flight.conftest import Flights, batch
from tests.flight.test_credentials import basic
from tests.ingest.certificates import self_signed
from tests.processes import ProgramError
from tests.waiting import wait_until

if TYPE_CHECKING:
    from pathlib import Path

    import psycopg

    from tests.fix_gateway import Gateway, NewGateway

    Sql = psycopg.Connection[tuple[Any, ...]]


MANY = SEGMENT_BYTES // 8


def test_clients_are_sent_to_the_advertised_address(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--https", "off", "--metrics", "off", environ={"SERVER_IP_ADDRESS": "10.1.2.3"})
    assert gateway.password
    flights = Flights(gateway, basic("pggate", gateway.password))
    info = flights.client.get_flight_info(flight.FlightDescriptor.for_command("select 1"), flights.options())
    _, port = gateway.addresses["flight"]
    assert [place.uri for place in info.endpoints[0].locations] == [f"grpc://10.1.2.3:{port}".encode()]


def test_tls_where_a_certificate_is_given(new_gateway: NewGateway, tmp_path: Path) -> None:
    files = self_signed(tmp_path)
    config = {"tls": {"certificate": str(files.certificate), "key": str(files.key)}}
    gateway = new_gateway("--metrics", "off", config=config)
    host, port = gateway.addresses["flight"]
    assert gateway.password
    client = flight.connect(f"grpc+tls://{host}:{port}", tls_root_certs=files.certificate.read_bytes())
    header = client.authenticate_basic_token("pggate", gateway.password)
    options = flight.FlightCallOptions(timeout=60, headers=[header])
    assert client.do_get(flight.Ticket(b"select 1 as a"), options).read_all().to_pydict() == {"a": [1]}


def test_a_port_that_is_taken(gateway: Gateway, new_gateway: NewGateway) -> None:
    host, port = gateway.addresses["flight"]
    other = new_gateway("--flight", f"{host}:{port}", start=False)
    with pytest.raises(ProgramError, match=f"pggate: cannot listen on {host}:{port}: .*in use"):
        other.start()


def test_it_can_be_off(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--flight", "off", "--https", "off", "--metrics", "off")
    assert "flight" not in gateway.addresses


def test_what_runs_at_the_end_is_finished(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--https", "off", "--metrics", "off")
    assert gateway.password
    flights = Flights(gateway, basic("pggate", gateway.password))
    flights.get("create table t (k int, v text)")
    writer, reader = flights.client.do_put(
        flight.FlightDescriptor.for_path("t"), batch().schema, flights.options()
    )
    first = pa.record_batch({"k": pa.array([1] * MANY, pa.int32()), "v": ["x" * 8] * MANY})
    writer.write_batch(first)
    wait_until(lambda: bool(list(gateway.data_dir.glob("data/**/t/*.parquet"))))  # the call has begun
    ended = threading.Thread(target=gateway.terminate)
    ended.start()
    writer.write_batch(batch(3))
    writer.done_writing()
    assert reader.read() is not None
    ended.join()
    gateway.start()
    counted = Flights(gateway, basic("pggate", gateway.password)).get("select count(*) as n from t")
    assert counted["n"].to_pylist() == [MANY + 1]


@pytest.mark.parametrize("query", ["select * from range(100000000) r(i)", None])
def test_nobody_keeps_the_server_from_its_end(new_gateway: NewGateway, query: str | None) -> None:
    gateway = new_gateway("--auth", "trust", config={"shutdown_grace_seconds": 1})
    role = Flights(gateway, "Basic cGdnYXRlOg==")
    if query is not None:
        reader = role.client.do_get(flight.Ticket(query.encode()), role.options())
        assert reader.read_chunk().data.num_rows  # and of the others it takes none
    else:
        role.get("create table t (k int, v text)")
        writer, _ = role.client.do_put(flight.FlightDescriptor.for_path("t"), batch().schema, role.options())
        writer.write_batch(batch(1))
    assert gateway.terminate(15) == 0
