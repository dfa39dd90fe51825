"""
Flight's calls, which come from threads of pyarrow's gRPC server.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyarrow import flight

from pggate.errors import CharacterNotInRepertoire, FeatureNotSupported, UndefinedObject
from pggate.flight.credentials import MIDDLEWARE, Credentials
from pggate.flight.puts import Puts
from pggate.flight.queries import Queries
from pggate.flight.status import told
from pggate.flight.topics import Topics, as_query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.rates import Throttle
    from pggate.flight.credentials import Caller
    from pggate.flight.streams import Streams
    from pggate.server.sessions import Sessions
    from pggate.session.live.gateway import Gateway


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
        streams: Streams,
    ) -> None:
        self.topics = Topics(gateway)
        self.queries = Queries(gateway, sessions)
        limit = gateway.config.limits.ingest_waiting_bytes
        self.puts = Puts(gateway, self.topics, throttle, streams, lambda: self.port, limit)
        super().__init__(
            location,
            auth_handler=NoHandshake(),
            tls_certificates=tls or None,
            middleware={MIDDLEWARE: Credentials(gateway)},
        )

    def interrupt(self) -> None:
        """End the queries that run."""
        self.queries.interrupt_all()

    def advertise(self, location: str) -> None:
        """Where clients are sent for the rows of a flight."""
        self.topics.location = location

    def do_put(self, context: Any, descriptor: Any, reader: Any, writer: Any) -> None:
        """Append."""
        with told():
            if descriptor.descriptor_type is not flight.DescriptorType.PATH:
                raise FeatureNotSupported(
                    "commands are a matter of Flight SQL", hint="Name the topic by a path."
                )
            self.puts.put(context, caller_of(context), descriptor.path, reader, writer)

    def do_get(self, context: Any, ticket: Any) -> flight.FlightDataStream:
        """The rows of a ticket."""
        with told():
            query = as_query(_text(ticket.ticket))
            schema, batches = self.queries.rows(caller_of(context), query, context.is_cancelled)
            return flight.GeneratorStream(schema, told_rows(batches))

    def list_flights(self, context: Any, criteria: bytes) -> Iterator[flight.FlightInfo]:
        """The topics, those whose name begins so."""
        with told():
            caller, begins = caller_of(context), _text(criteria)
            return iter(
                [
                    self.topics.info(topic)
                    for topic in self.topics.all(caller)
                    if topic.name.startswith(begins)
                ]
            )

    def get_flight_info(self, context: Any, descriptor: Any) -> flight.FlightInfo:
        """A topic, or a query."""
        with told():
            if descriptor.descriptor_type is flight.DescriptorType.PATH:
                return self.topics.info(self.topics.find(caller_of(context), descriptor.path))
            query = _text(descriptor.command)
            return self.topics.info_of(self._schema(context, query), descriptor, query)

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
        return self.queries.schema(caller_of(context), as_query(query))


def told_rows(batches: Iterator[Any]) -> Iterator[Any]:
    with told():
        yield from batches


def _text(given: bytes) -> str:
    try:
        return given.decode()
    except UnicodeDecodeError:
        raise CharacterNotInRepertoire('invalid byte sequence for encoding "UTF8"') from None


def caller_of(context: Any) -> Caller:
    caller: Caller = context.get_middleware(MIDDLEWARE).caller
    return caller
