"""
Parameters that are JSON to the client and written to a STRUCT, a MAP or a list of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.types.document_values import engine_value, is_read_from_json
from pggate.types.table import JSON, JSONB

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DOCUMENTS: Final = frozenset({JSON.oid, JSONB.oid})


def document_parameters(types: Mapping[int, str], oids: Sequence[int]) -> dict[int, str]:
    """
    Those that are to the engine what the client's document says.

    Args:
        types: DuckDB's, of each $n.
        oids: What the client was told of each $n, in order.

    """
    return {
        number: types[number]
        for number, oid in enumerate(oids, start=1)
        if oid in _DOCUMENTS and is_read_from_json(types.get(number, ""))
    }


def with_documents(values: Sequence[object], types: Mapping[int, str]) -> tuple[object, ...]:
    """
    The values of parameters with those documents as the engine's values.

    Args:
        values: In order; a document as its text.
        types: See `document_parameters`.

    Raises:
        PgError: 22P02, a document has another shape than its type; or what the type of a value in it raises.

    """
    return tuple(
        engine_value(types[number], value) if number in types and isinstance(value, str) else value
        for number, value in enumerate(values, start=1)
    )
