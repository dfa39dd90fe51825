"""
The messages of Flight SQL (Arrow, format/FlightSql.proto), as far as they are spoken here: a table, from
which protobuf makes them.

A command, a ticket or an action's body is one of them inside a google.protobuf.Any.
"""

from __future__ import annotations

from typing import Any, Final

from google.protobuf import any_pb2, descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.message import DecodeError

from pggate.errors import FeatureNotSupported, InvalidBinaryRepresentation

PACKAGE: Final = "arrow.flight.protocol.sql"
TYPE_URL: Final = f"type.googleapis.com/{PACKAGE}."

# Name, number, type; "?" is optional, "*" repeated.
# fmt: off
_FIELDS: Final[dict[str, tuple[tuple[str, int, str], ...]]] = {
    "CommandGetSqlInfo": (("info", 1, "*uint32"),),
    "CommandGetCatalogs": (),
    "CommandGetDbSchemas": (
        ("catalog", 1, "?string"), ("db_schema_filter_pattern", 2, "?string"),
    ),
    "CommandGetTables": (
        ("catalog", 1, "?string"), ("db_schema_filter_pattern", 2, "?string"),
        ("table_name_filter_pattern", 3, "?string"), ("table_types", 4, "*string"),
        ("include_schema", 5, "bool"),
    ),
    "CommandGetTableTypes": (),
    "CommandStatementQuery": (("query", 1, "string"), ("transaction_id", 2, "?bytes")),
    "TicketStatementQuery": (("statement_handle", 1, "bytes"),),
    "CommandStatementUpdate": (("query", 1, "string"), ("transaction_id", 2, "?bytes")),
    "CommandPreparedStatementQuery": (("prepared_statement_handle", 1, "bytes"),),
    "CommandPreparedStatementUpdate": (("prepared_statement_handle", 1, "bytes"),),
    "TableDefinitionOptions": (("if_not_exist", 1, "int32"), ("if_exists", 2, "int32")),
    "CommandStatementIngest": (
        ("table_definition_options", 1, "TableDefinitionOptions"), ("table", 2, "string"),
        ("schema", 3, "?string"), ("catalog", 4, "?string"), ("temporary", 5, "bool"),
        ("transaction_id", 6, "?bytes"),
    ),
    "DoPutUpdateResult": (("record_count", 1, "int64"),),
    "DoPutPreparedStatementResult": (("prepared_statement_handle", 1, "?bytes"),),
    "ActionCreatePreparedStatementRequest": (("query", 1, "string"), ("transaction_id", 2, "?bytes")),
    "ActionCreatePreparedStatementResult": (
        ("prepared_statement_handle", 1, "bytes"), ("dataset_schema", 2, "bytes"),
        ("parameter_schema", 3, "bytes"),
    ),
    "ActionClosePreparedStatementRequest": (("prepared_statement_handle", 1, "bytes"),),
}
# fmt: on

# TableNotExistOption and TableExistsOption
CREATE: Final = 1
FAIL, APPEND, REPLACE = 1, 2, 3

_OF: Final = descriptor_pb2.FieldDescriptorProto
_TYPES: Final = {
    "string": _OF.TYPE_STRING,
    "bytes": _OF.TYPE_BYTES,
    "bool": _OF.TYPE_BOOL,
    "int32": _OF.TYPE_INT32,
    "int64": _OF.TYPE_INT64,
    "uint32": _OF.TYPE_UINT32,
}


def _made() -> dict[str, Any]:
    file = descriptor_pb2.FileDescriptorProto(
        name="pggate/flight_sql.proto", package=PACKAGE, syntax="proto3"
    )
    for name, fields in _FIELDS.items():
        message = file.message_type.add(name=name)
        for field, number, spelled in fields:
            word = spelled.lstrip("?*")
            added = message.field.add(name=field, number=number)
            added.label = _OF.LABEL_REPEATED if spelled.startswith("*") else _OF.LABEL_OPTIONAL
            if word in _TYPES:
                added.type = _TYPES[word]
            else:
                added.type, added.type_name = _OF.TYPE_MESSAGE, f".{PACKAGE}.{word}"
            if spelled.startswith("?"):
                added.proto3_optional = True
                added.oneof_index = len(message.oneof_decl)
                message.oneof_decl.add(name=f"_{field}")
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return {
        name: message_factory.GetMessageClass(pool.FindMessageTypeByName(f"{PACKAGE}.{name}"))
        for name in _FIELDS
    }


_CLASSES: Final = _made()


def message(kind: str, **values: Any) -> Any:
    """
    A message of that name.
    """
    return _CLASSES[kind](**values)


def packed(kind: str, **values: Any) -> bytes:
    """
    The bytes of a message inside an Any.
    """
    inner = message(kind, **values).SerializeToString()
    outer: bytes = any_pb2.Any(type_url=TYPE_URL + kind, value=inner).SerializeToString()
    return outer


def unpacked(data: bytes) -> tuple[str, Any]:
    """
    What stands inside an Any: the message's name, and the message.

    Raises:
        InvalidBinaryRepresentation: It is none.
        FeatureNotSupported: It is one that is not spoken here.

    """
    try:
        given = any_pb2.Any.FromString(data)
        kind = given.type_url.removeprefix(TYPE_URL)
        if kind in _CLASSES:
            return kind, _CLASSES[kind].FromString(given.value)
    except DecodeError:
        raise InvalidBinaryRepresentation("malformed message of Flight SQL") from None
    raise FeatureNotSupported(f"Flight SQL's {kind or 'message without a type'} is not supported")
