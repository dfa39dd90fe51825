"""
The Flight listener: pyarrow's gRPC server, whose calls come from threads of its own.
"""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any, Final

from pyarrow import flight

from ingest.server import bind
from pggate.config import Address
from pggate.errors import CharacterNotInRepertoire, FeatureNotSupported, UndefinedObject
from pggate.flight.credentials import MIDDLEWARE, Credentials
from pggate.flight.puts import Puts
from pggate.flight.queries import Queries
from pggate.flight.status import told
from pggate.flight.topics import Topics, as_query
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.rates import Throttle
    from pggate.flight.credentials import Caller
    from pggate.server.certificate import CertificateFiles
    from pggate.server.sessions import Sessions
    from pggate.session.live.gateway import Gateway

log = Log("flight")

LAST_SECONDS: Final = 1.0
"""That a query has to notice that it was interrupted."""
STOPPING: Final = "flight-stop"


def is_stuck() -> bool:
    """
    Do calls go on after the stop, since their clients neither read nor write?  At its end Python would wait
    for pyarrow, and pyarrow for them.
    """
    return any(thread.name == STOPPING for thread in threading.enumerate())


class NoHandshake(flight.ServerAuthHandler):
    """
    The handshake's headers have said all (`Credentials`).
    """

    def authenticate(self, outgoing: Any, incoming: Any) -> None:
        """Nothing more is asked."""

    def is_valid(self, token: bytes) -> bytes:  # noqa: ARG002  pyarrow's signature
        """Nor told."""
        return b""


class FlightServer(flight.FlightServerBase):
    """
    Answers every call of Flight's.
    """

    def __init__(
        self,
        location: str,
        tls: list[tuple[bytes, bytes]],
        gateway: Gateway,
        sessions: Sessions,
        throttle: Throttle,
    ) -> None:
        self._topics = Topics(gateway)
        self._queries = Queries(gateway, sessions)
        self._puts = Puts(gateway, self._topics, throttle, gateway.config.limits.ingest_waiting_bytes)
        super().__init__(
            location,
            auth_handler=NoHandshake(),
            tls_certificates=tls or None,
            middleware={MIDDLEWARE: Credentials(gateway)},
        )

    def interrupt(self) -> None:
        """End the queries that run."""
        self._queries.interrupt_all()

    def advertise(self, location: str) -> None:
        """Where clients are sent for the rows of a flight."""
        self._topics.location = location

    def do_put(self, context: Any, descriptor: Any, reader: Any, writer: Any) -> None:
        """Append."""
        with told():
            if descriptor.descriptor_type is not flight.DescriptorType.PATH:
                raise FeatureNotSupported(
                    "commands are a matter of Flight SQL", hint="Name the topic by a path."
                )
            self._puts.put(context, _caller(context), descriptor.path, reader, writer)

    def do_get(self, context: Any, ticket: Any) -> flight.FlightDataStream:
        """The rows of a ticket."""
        with told():
            query = as_query(_text(ticket.ticket))
            schema, batches = self._queries.rows(_caller(context), query, context.is_cancelled)
            return flight.GeneratorStream(schema, _told(batches))

    def list_flights(self, context: Any, criteria: bytes) -> Iterator[flight.FlightInfo]:
        """The topics, those whose name begins so."""
        with told():
            caller, begins = _caller(context), _text(criteria)
            return iter(
                [
                    self._topics.info(topic)
                    for topic in self._topics.all(caller)
                    if topic.name.startswith(begins)
                ]
            )

    def get_flight_info(self, context: Any, descriptor: Any) -> flight.FlightInfo:
        """A topic, or a query."""
        with told():
            if descriptor.descriptor_type is flight.DescriptorType.PATH:
                return self._topics.info(self._topics.find(_caller(context), descriptor.path))
            query = _text(descriptor.command)
            return self._topics.info_of(self._schema(context, query), descriptor, query)

    def get_schema(self, context: Any, descriptor: Any) -> flight.SchemaResult:
        """The same's schema."""
        return flight.SchemaResult(self.get_flight_info(context, descriptor).schema)

    def do_action(self, context: Any, action: Any) -> Iterator[flight.Result]:  # noqa: ARG002  pyarrow's signature
        """There is none."""
        with told():
            raise UndefinedObject(f'action "{action.type}" does not exist')

    def list_actions(self, context: Any) -> list[tuple[str, str]]:  # noqa: ARG002  pyarrow's signature
        """There is none."""
        return []

    def _schema(self, context: Any, query: str) -> Any:
        return self._queries.schema(_caller(context), as_query(query))


def _told(batches: Iterator[Any]) -> Iterator[Any]:
    with told():
        yield from batches


def _text(given: bytes) -> str:
    try:
        return given.decode()
    except UnicodeDecodeError:
        raise CharacterNotInRepertoire('invalid byte sequence for encoding "UTF8"') from None


def _caller(context: Any) -> Caller:
    caller: Caller = context.get_middleware(MIDDLEWARE).caller
    return caller


class FlightListener:
    """
    One address that speaks Flight, with TLS where files for it are given.

    gRPC binds with SO_REUSEPORT, so that two servers could share a port without a word: therefore the address
    is bound here before, exclusively.

    Args:
        advertised: The host that clients are sent to; None: they stay where they have asked.

    """

    def __init__(
        self,
        gateway: Gateway,
        sessions: Sessions,
        throttle: Throttle,
        address: Address,
        tls: CertificateFiles | None,
        advertised: str | None,
    ) -> None:
        self._gateway = gateway
        self._sessions = sessions
        self._throttle = throttle
        self._tls = tls
        self._advertised = advertised
        self._server: FlightServer | None = None
        self.host, self.port = address.host, address.port

    @property
    def accepts(self) -> bool:
        """Are calls accepted?"""
        return self._server is not None

    def start(self) -> None:
        """
        Bind and accept.  Port 0 is replaced by the one the system chose.

        Raises:
            OSError: The address is taken or not this machine's, or a TLS file cannot be read.

        """
        bind(Address(self.host, self.port)).close()
        scheme, keys = "grpc", []
        if self._tls is not None:
            scheme = "grpc+tls"
            keys = [(self._tls.certificate.read_bytes(), self._tls.key.read_bytes())]
        host = f"[{self.host}]" if ":" in self.host else self.host
        server = FlightServer(
            f"{scheme}://{host}:{self.port}", keys, self._gateway, self._sessions, self._throttle
        )
        self.port = server.port
        if self._advertised is not None:
            server.advertise(f"{scheme}://{self._advertised}:{self.port}")
        self._server = server

    async def stop(self, grace: float) -> None:
        """
        Accept no more, and finish what runs; what runs longer than `grace` seconds ends with the process.
        """
        server, self._server = self._server, None
        if server is None:
            return
        stopping = threading.Thread(target=server.shutdown, name=STOPPING, daemon=True)
        stopping.start()  # none that the process waits for: a client may keep its stream open for ever
        await asyncio.to_thread(stopping.join, grace)
        if stopping.is_alive():
            log.warning("flight_stopped_hard", seconds=grace)
            server.interrupt()
            await asyncio.to_thread(stopping.join, LAST_SECONDS)
