"""
Streams of rows at once: their bounds, and the end of the silent ones.
"""

from __future__ import annotations

import contextlib
import json
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyarrow import flight

from pggate.errors import PgError, QueryCanceled
from pggate.flight.connections import end_connection
from pggate.flight.status import told
from pggate.flight.streams import Streams
from pggate.lake.backlog import Overloaded
from tests.flight.conftest import Flights, batch
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import NewGateway


def entered(streams: Streams, inside: contextlib.ExitStack, peer: str = "a") -> Any:
    return inside.enter_context(streams.enter(peer, lambda: True))


def test_what_all_hold_together_is_bounded() -> None:
    streams = Streams(100)
    with contextlib.ExitStack() as inside:
        one, other = entered(streams, inside), entered(streams, inside)
        one.hold(150)  # alone
        with pytest.raises(Overloaded) as refused:
            other.hold(1)
        assert refused.value.retry_after_ms > 0
        one.hold(60)
        other.hold(40)
        with pytest.raises(Overloaded):
            other.hold(41)
        one.hold(0)
        other.hold(100)
    assert streams.held == 0


def test_so_many_are_there_at_once() -> None:
    streams = Streams(100, most=1)
    with contextlib.ExitStack() as inside:
        entered(streams, inside)
        with pytest.raises(Overloaded):
            entered(streams, inside)
    with contextlib.ExitStack() as inside:
        entered(streams, inside)


def test_who_sends_over_the_same_connection_is_not_cut_off() -> None:
    ended: list[str] = []
    streams = Streams(100, silent_seconds=0.2)

    def chunks() -> Iterator[int]:
        yield 1
        wait_until(lambda: bool(ended))

    with (
        streams.enter("a", lambda: not ended.append("beside one that is heard")),
        streams.enter("a", lambda: not ended.append("heard")) as heard,
        streams.enter("b", lambda: not ended.append("silent")) as silent,
    ):
        given = heard.chunks(iter([1]))
        next(given)  # and the server is busy with it
        with pytest.raises(QueryCanceled, match="nothing has come"):
            list(silent.chunks(chunks()))
        assert ended == ["silent"]


class Server(flight.FlightServerBase):
    def __init__(self) -> None:
        super().__init__("grpc://127.0.0.1:0")
        self.streams = Streams(1 << 20, silent_seconds=0.5)
        self.errors: list[PgError] = []
        self.count = 0

    def do_put(self, context: Any, descriptor: Any, reader: Any, writer: Any) -> None:
        peer = context.peer()
        with told(), self.streams.enter(peer, lambda: end_connection(self.port, peer)) as stream:
            try:
                for _ in stream.chunks(reader):
                    self.count += 1
            except PgError as error:
                self.errors.append(error)
                raise


def test_the_connection_of_a_silent_client_ends() -> None:
    with Server() as server, flight.connect(f"grpc://127.0.0.1:{server.port}") as client:
        writer, reader = client.do_put(flight.FlightDescriptor.for_path("t"), batch().schema)
        ends, sent = time.monotonic() + 2 * server.streams.silent_seconds, 0
        while time.monotonic() < ends:  # who goes on for longer than that is not silent
            writer.write_batch(batch(1))
            sent += 1
            wait_until(partial(lambda count: server.count == count, sent))
        assert not server.errors
        wait_until(lambda: bool(server.errors))
        assert isinstance(server.errors[0], QueryCanceled)
        assert reader.read() is None  # no receipt
        with pytest.raises(flight.FlightUnavailableError):
            writer.close()
        again, _ = client.do_put(flight.FlightDescriptor.for_path("t"), batch().schema)
        again.close()  # on another connection


def test_what_clients_are_told_who_would_hold_too_much(new_gateway: NewGateway) -> None:
    config = {"limits": {"ingest_waiting_bytes": 1 << 20}}
    gateway = new_gateway("--auth", "trust", "--https", "off", "--metrics", "off", config=config)
    one = Flights(gateway, "Basic cGdnYXRlOg==")
    one.get("create table t (k bigint)")
    large = pa.record_batch({"k": pa.array(range(100_000), pa.int64())})
    refused: list[flight.FlightUnavailableError] = []
    receipts: list[dict[str, Any]] = []

    def meet() -> bool:
        """Two at once, of which one is refused, unless the other has come too late to meet it."""
        path = flight.FlightDescriptor.for_path("t")
        writer, reader = one.client.do_put(path, large.schema, one.options())
        try:
            with writer:
                writer.write_batch(large)
                try:
                    receipts.append(one.put(("t",), large))
                except flight.FlightUnavailableError as error:
                    refused.append(error)
                writer.done_writing()
                if (told := reader.read()) is not None:
                    receipts.append(json.loads(told.to_pybytes()))
        except flight.FlightUnavailableError as error:
            refused.append(error)
        return bool(refused)

    wait_until(meet)
    (error,) = refused
    assert json.loads(error.extra_info)["sqlstate"] == "53400"
    assert json.loads(error.extra_info)["retry_after_ms"] > 0
    count = one.get("select count(*) as n from t")["n"].to_pylist()
    assert count == [sum(receipt["rows"] for receipt in receipts)]
    assert len(receipts) % 2
