"""
Topics by the paths of Flight's descriptors, and as flights.
"""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING, Final

import pyarrow as pa
from pyarrow import flight

from pggate.engine.names import qualified
from pggate.errors import FeatureNotSupported, InsufficientPrivilege, InvalidParameterValue, UndefinedTable
from pggate.types.arrow import arrow_type

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.flight.credentials import Caller
    from pggate.lake.entries import Token
    from pggate.lake.topics import Topic
    from pggate.session.live.gateway import Gateway

FIRST: Final = "pggate"
"""The database of who names none."""
SCHEMA: Final = "public"

_PART: Final = r'(?:[A-Za-z_][\w$]*|"(?:[^"]|"")+")'
_PATH: Final = re.compile(rf"\s*{_PART}(?:\s*\.\s*{_PART}){{0,2}}\s*;?\s*")


class Topics:
    """
    Args:
        location: Where clients get the rows; None: where they asked.

    """

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self.location: str | None = None

    def find(self, caller: Caller, path: Sequence[str]) -> Topic:
        """
        The topic of a path; of a token its own, of none, too.

        Raises:
            UndefinedTable, InvalidCatalogName: There is none.
            InsufficientPrivilege: A token is for one topic, and this is another.

        """
        if caller.token is None:
            return self._named(caller, path)
        topic = self._of_token(caller.token)
        if path and (topic.lake, topic.schema, topic.name) != _spelled(path, topic.lake):
            raise InsufficientPrivilege(
                "the token is for another topic", hint="Name the token's own topic, or none."
            )
        return topic

    def _named(self, caller: Caller, path: Sequence[str]) -> Topic:
        database, schema, name = _spelled(path, caller.database or FIRST)
        relation = self._gateway.mirror.catalog.find(database, schema, name)
        if relation is None or relation.topic is None:
            raise UndefinedTable(f'topic "{schema}.{name}" does not exist')
        return relation.topic

    def all(self, caller: Caller) -> Iterator[Topic]:
        """Those of the caller's database; of a token its own."""
        if caller.token is not None:
            yield self._of_token(caller.token)
            return
        for relation in self._gateway.mirror.catalog.relations(caller.database or FIRST):
            if relation.topic is not None:
                yield relation.topic

    def info(self, topic: Topic) -> flight.FlightInfo:
        """
        A topic as a flight: its ticket is the query of all its rows.
        """
        query = f"SELECT * FROM {qualified(topic.lake, topic.schema, topic.name)}"
        return self.info_of(
            schema_of(topic), flight.FlightDescriptor.for_path(topic.lake, topic.schema, topic.name), query
        )

    def info_of(
        self, schema: pa.Schema, descriptor: flight.FlightDescriptor, ticket: str | bytes
    ) -> flight.FlightInfo:
        """
        Rows as one stream, for a ticket.
        """
        where = [] if self.location is None else [self.location]
        endpoint = flight.FlightEndpoint(ticket, where)
        return flight.FlightInfo(schema, descriptor, [endpoint], -1, -1)

    def _of_token(self, token: Token) -> Topic:
        with closing(self._gateway.engine.cursor()) as cursor:
            topic = self._gateway.databases.find(token.lake).lake.topic(cursor, token.table_id)
        if topic.lake_oid != token.lake_oid:
            raise UndefinedTable(f"topic {token.table_id} does not exist")
        return topic


def as_query(ticket: str) -> str:
    """
    A ticket as SQL: the name of a topic or view stands for all of its rows.
    """
    return f"SELECT * FROM {ticket.rstrip().removesuffix(';')}" if _PATH.fullmatch(ticket) else ticket


def schema_of(topic: Topic) -> pa.Schema:
    """
    The Arrow schema of a topic's rows.
    """
    return pa.schema(
        [pa.field(column.name, _arrow(column.duckdb_type), column.nullable) for column in topic.columns]
    )


def _arrow(duckdb_type: str) -> pa.DataType:
    try:
        return arrow_type(duckdb_type)
    except FeatureNotSupported:
        return pa.string()


def _spelled(path: Sequence[str], database: str) -> tuple[str, str, str]:
    """Database, schema and name."""
    match [part if isinstance(part, str) else part.decode() for part in path]:
        case [name]:
            return database, SCHEMA, name
        case [schema, name]:
            return database, schema, name
        case [other, schema, name]:
            return other, schema, name
    raise InvalidParameterValue(
        "a descriptor's path is the topic's name", hint="[NAME], [SCHEMA, NAME] or [DATABASE, SCHEMA, NAME]."
    )
