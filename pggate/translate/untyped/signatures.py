"""
What functions take untyped arguments for: DuckDB's types by position.

PostgreSQL's own answers (`postgres_signatures`) come second: before them stands what DuckDB's syntax tree
calls otherwise, and the overload that is meant where PostgreSQL calls an untyped argument ambiguous.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, TypeAlias

from pggate.translate.syntax.lexer import words
from pggate.translate.untyped.postgres_signatures import POSTGRES_SIGNATURES

Signature: TypeAlias = tuple[str | None, ...]

OID_TYPE: Final = "OID"
"""What an oid is inferred as: a name of bigint that the engine knows, and never says itself."""

_TEXT: Final = ("VARCHAR",)
_TEXT_AND_PLACE: Final = ("VARCHAR", "INTEGER", "INTEGER")
_NUMBER: Final = ("DOUBLE",)
_MOMENT: Final = ("VARCHAR", "TIMESTAMP WITH TIME ZONE")

OWN_SIGNATURES: Final[dict[str, Signature]] = {
    # Operators, and what takes texts of any number: the last one is for all that follow (PostgreSQL 15, 9.4)
    **dict.fromkeys(
        words("trim concat concat_ws position regexp_full_match string_split ~~ !~~ ~~* !~~* ~* !~* ->>"),
        _TEXT,
    ),
    "substring": _TEXT_AND_PLACE,
    # LIKE ANY and its kin (left_operands)
    **dict.fromkeys(
        words("~any_like ~any_ilike ~any_match ~any_imatch ~all_like ~all_ilike ~all_match ~all_imatch"),
        ("VARCHAR", "VARCHAR[]", "BOOLEAN"),
    ),
    # Of several overloads the widest (9.3, 9.21); min and max of an untyped argument are of text
    **dict.fromkeys(("sum", "avg", "stddev", "variance", "trunc", "power"), _NUMBER),
    "round": ("DOUBLE", "INTEGER"),
    **dict.fromkeys(("min", "max"), _TEXT),
    # Moments (9.9)
    **dict.fromkeys(("date_trunc", "date_part", "timezone"), _MOMENT),
    "age": ("TIMESTAMP",),
    "to_char": ("TIMESTAMP WITH TIME ZONE", "VARCHAR"),
    # #> and #>>, as the rules write them (9.16)
    **dict.fromkeys(("@~>", "@~>>"), (None, "VARCHAR[]")),
    # json_build_object() and its kin, which take anything, in DuckDB's tree (9.16)
    **dict.fromkeys(("json_object", "json_array"), (None,)),
    # Sets and windows (9.19, 9.22)
    "unnest": ("VARCHAR[]",),
    "array_to_string": ("VARCHAR[]", "VARCHAR"),
}


@lru_cache(maxsize=1024)
def signature(name: str, arguments: int) -> Signature:
    """
    DuckDB's type for each argument of a call, None where it depends on the others.
    """
    own = OWN_SIGNATURES.get(name)
    if own is not None:
        return tuple(own[min(position, len(own) - 1)] for position in range(arguments))
    for types in POSTGRES_SIGNATURES.get(name, ()):
        if len(types) == arguments:
            return tuple(_DUCKDB.get(of_type or "") for of_type in types)
    return (None,) * arguments


# fmt: off
_DUCKDB: Final = {
    "boolean": "BOOLEAN", "smallint": "SMALLINT", "integer": "INTEGER", "bigint": "BIGINT", "oid": OID_TYPE,
    "real": "FLOAT", "double precision": "DOUBLE", "numeric": "DECIMAL(38,9)",
    "text": "VARCHAR", "name": "VARCHAR", "character varying": "VARCHAR", "bytea": "BLOB", "uuid": "UUID",
    "json": "JSON", "jsonb": "JSON", "date": "DATE", "time without time zone": "TIME", "interval": "INTERVAL",
    "timestamp without time zone": "TIMESTAMP", "timestamp with time zone": "TIMESTAMP WITH TIME ZONE",
    "text[]": "VARCHAR[]", "integer[]": "INTEGER[]", "double precision[]": "DOUBLE[]",
}
# fmt: on
