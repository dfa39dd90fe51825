"""
Flight SQL (Arrow, format/FlightSql.proto) on top of Flight: each command, ticket and action by a table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
from pyarrow import flight

from ingest.decode import safe_batches
from pggate.errors import FeatureNotSupported, InsufficientPrivilege, ProgramLimitExceeded
from pggate.flight import parameters, sql_metadata
from pggate.flight.prepared import PreparedStatements
from pggate.flight.queries import EMPTY
from pggate.flight.server import FlightServer, caller_of, told_rows
from pggate.flight.sql_ingest import Ingest
from pggate.flight.sql_messages import message, packed, unpacked
from pggate.flight.status import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ingest.rates import Throttle
    from pggate.flight.credentials import Caller
    from pggate.flight.streams import Streams
    from pggate.server.sessions import Sessions
    from pggate.session.live.gateway import Gateway

PARAMETER_BYTES: Final = 16 << 20
"""Of what is bound to a statement, which keeps it."""
_COUNT: Final = re.compile(r"(?:INSERT 0|UPDATE|DELETE|MERGE|COPY|SELECT) (\d+)")
"""In a command tag, how many rows there were (PostgreSQL 15, 55.7 "CommandComplete")."""


class FlightSqlServer(FlightServer):
    """
    Answers every call of Flight SQL's.
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
        super().__init__(location, tls, gateway, sessions, throttle, streams)
        self._mirror = gateway.mirror
        self._prepared = PreparedStatements()
        self._ingest = Ingest(gateway, self.queries, self.puts)
        self._metadata: Mapping[str, Callable[[Any], pa.RecordBatch]] = {
            "CommandGetSqlInfo": lambda command: sql_metadata.infos(command.info),
            "CommandGetCatalogs": lambda _: sql_metadata.catalogs(self._mirror.catalog),
            "CommandGetDbSchemas": lambda command: sql_metadata.schemas(self._mirror.catalog, command),
            "CommandGetTables": lambda command: sql_metadata.tables(self._mirror.catalog, command),
            "CommandGetTableTypes": lambda _: sql_metadata.table_types(),
        }
        self._puts_of: Mapping[str, Callable[[Any, Any, Any, Any], bytes]] = {
            "CommandStatementUpdate": self._update,
            "CommandStatementIngest": self._take,
            "CommandPreparedStatementQuery": self._bind,
            "CommandPreparedStatementUpdate": self._update_prepared,
        }
        self._actions: Mapping[str, Callable[[Caller, Any], bytes]] = {
            "CreatePreparedStatement": self._prepare,
            "ClosePreparedStatement": self._close,
        }

    # -- rows out

    def get_flight_info(self, context: Any, descriptor: Any) -> flight.FlightInfo:
        """Where the rows of a command are: its ticket is a command again."""
        with told():
            caller = caller_of(context)
            kind, command = unpacked(descriptor.command)
            if kind in self._metadata:
                _role(caller)
                return self.topics.info_of(
                    self._metadata[kind](command).schema, descriptor, descriptor.command
                )
            if kind == "CommandStatementQuery":
                _refuse_transaction(command)
                ticket = packed("TicketStatementQuery", statement_handle=command.query.encode())
                return self._info(caller, descriptor, command.query, None, ticket)
            if kind == "CommandPreparedStatementQuery":
                statement = self._prepared.find(_role(caller), command.prepared_statement_handle)
                return self._info(caller, descriptor, statement.sql, statement.parameters, descriptor.command)
            raise FeatureNotSupported(f"{kind} has no rows")

    def get_schema(self, context: Any, descriptor: Any) -> flight.SchemaResult:
        """What the rows of a statement will be; it does not run."""
        kind, command = unpacked(descriptor.command)
        if kind not in ("CommandStatementQuery", "CommandPreparedStatementQuery"):
            return super().get_schema(context, descriptor)
        with told():
            caller = caller_of(context)
            if kind == "CommandStatementQuery":
                sql, bound = command.query, None
            else:
                statement = self._prepared.find(_role(caller), command.prepared_statement_handle)
                sql, bound = statement.sql, statement.parameters
            schema, _ = self.queries.prepared(caller, sql, bound)
            return flight.SchemaResult(EMPTY if schema is None else schema)

    def _info(
        self, caller: Caller, descriptor: Any, sql: str, bound: pa.RecordBatch | None, ticket: bytes
    ) -> flight.FlightInfo:
        """A statement without rows runs at once: nobody would fetch them."""
        schema, _ = self.queries.prepared(caller, sql, bound)
        if schema is not None:
            return self.topics.info_of(schema, descriptor, ticket)
        return flight.FlightInfo(EMPTY, descriptor, [], _count(self._run(caller, sql, bound)), -1)

    def _run(self, caller: Caller, sql: str, bound: pa.RecordBatch | None) -> list[str]:
        """Once, or once for each row of its parameters; the tags."""
        if bound is None or not bound.num_columns:
            return self.queries.run_all(caller, [sql])
        return self.queries.run_each(caller, sql, bound)

    def do_get(self, context: Any, ticket: Any) -> flight.FlightDataStream:
        """The rows of a ticket."""
        with told():
            caller = caller_of(context)
            kind, command = unpacked(ticket.ticket)
            if kind in self._metadata:
                _role(caller)
                batch = self._metadata[kind](command)
                return flight.RecordBatchStream(pa.Table.from_batches([batch]))
            if kind == "TicketStatementQuery":
                sql, bound = command.statement_handle.decode(), None
            elif kind == "CommandPreparedStatementQuery":
                statement = self._prepared.find(_role(caller), command.prepared_statement_handle)
                sql, bound = statement.sql, statement.parameters
            else:
                raise FeatureNotSupported(f"{kind} is no ticket")
            schema, batches = self.queries.rows(caller, sql, context.is_cancelled, bound)
            return flight.GeneratorStream(schema, told_rows(batches))

    # -- rows in, and what changes them

    def do_put(self, context: Any, descriptor: Any, reader: Any, writer: Any) -> None:
        """A command that changes something, or that binds parameters."""
        with told():
            kind, command = unpacked(descriptor.command or b"")
            put = self._puts_of.get(kind)
            if put is None:
                raise FeatureNotSupported(f"{kind} puts nothing")
            writer.write(put(context, caller_of(context), command, reader))

    def _update(self, _context: Any, caller: Caller, command: Any, _reader: Any) -> bytes:
        _refuse_transaction(command)
        return _counted(self.queries.run_all(caller, [command.query]))

    def _take(self, context: Any, caller: Caller, command: Any, reader: Any) -> bytes:
        _role(caller)
        count = self._ingest.take(context, caller, command, reader)
        done: bytes = message("DoPutUpdateResult", record_count=count).SerializeToString()
        return done

    def _bind(self, _context: Any, caller: Caller, command: Any, reader: Any) -> bytes:
        handle = command.prepared_statement_handle
        self._prepared.find(_role(caller), handle).parameters = _one_batch(reader)
        bound: bytes = message(
            "DoPutPreparedStatementResult", prepared_statement_handle=handle
        ).SerializeToString()
        return bound

    def _update_prepared(self, _context: Any, caller: Caller, command: Any, reader: Any) -> bytes:
        statement = self._prepared.find(_role(caller), command.prepared_statement_handle)
        return _counted(self._run(caller, statement.sql, _one_batch(reader)))

    # -- actions

    def do_action(self, context: Any, action: Any) -> Iterator[flight.Result]:
        """What is neither rows nor a change."""
        with told():
            act = self._actions.get(action.type)
            if act is None:
                raise FeatureNotSupported(f"action {action.type} is not supported")
            _, request = unpacked(action.body.to_pybytes())
            answer = act(caller_of(context), request)
        return iter([flight.Result(answer)] if answer else [])

    def list_actions(self, context: Any) -> list[tuple[str, str]]:  # noqa: ARG002  pyarrow's signature
        """What there is."""
        return [(name, "") for name in self._actions]

    def _prepare(self, caller: Caller, request: Any) -> bytes:
        _refuse_transaction(request)
        schema, wanted = self.queries.prepared(caller, request.query)
        return packed(
            "ActionCreatePreparedStatementResult",
            prepared_statement_handle=self._prepared.add(_role(caller), request.query),
            dataset_schema=(schema or EMPTY).serialize().to_pybytes(),
            parameter_schema=parameters.schema_of(wanted).serialize().to_pybytes(),
        )

    def _close(self, caller: Caller, request: Any) -> bytes:
        self._prepared.close(_role(caller), request.prepared_statement_handle)
        return b""


def _role(caller: Caller) -> str:
    if caller.role is None:
        raise InsufficientPrivilege(
            "a token appends by DoPut of Flight alone", hint="Call with a role's name and password."
        )
    return caller.role.name


def _refuse_transaction(command: Any) -> None:
    if command.HasField("transaction_id"):
        raise FeatureNotSupported("transactions of Flight SQL are not supported")


def _one_batch(reader: Any) -> pa.RecordBatch | None:
    """
    Raises:
        PgError: What of it is damaged, or too large.

    """
    sent = (chunk.data for chunk in reader if chunk.data is not None)
    batches, size = [], 0
    for batch in safe_batches(sent, reader.schema, PARAMETER_BYTES):
        batches.append(batch)
        size += batch.nbytes
        if size > PARAMETER_BYTES:
            raise ProgramLimitExceeded(f"the parameters take up more than {PARAMETER_BYTES} bytes")
    return pa.concat_batches(batches) if batches else None


def _counted(tags: list[str]) -> bytes:
    done: bytes = message("DoPutUpdateResult", record_count=_count(tags)).SerializeToString()
    return done


def _count(tags: list[str]) -> int:
    """How many rows there were; -1 is not known."""
    counts = [int(found[1]) for tag in tags if (found := _COUNT.fullmatch(tag))]
    return sum(counts) if counts else -1
