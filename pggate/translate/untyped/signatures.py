"""
What functions take untyped arguments for: DuckDB's types by position.

PostgreSQL's own answers (`postgres_signatures`) come second: before them stands what DuckDB's syntax tree
calls otherwise, and the overload that is meant where PostgreSQL calls an untyped argument ambiguous.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.translate.syntax.lexer import words
from pggate.translate.untyped.postgres_signatures import POSTGRES_SIGNATURES

if TYPE_CHECKING:
    from collections.abc import Sequence

Signature: TypeAlias = tuple[str | None, ...]

OID_TYPE: Final = "OID"
"""What an oid is inferred as: a name of bigint that the engine knows, and never says itself."""
JSONB_TYPE: Final = "JSONB"
"""What a jsonb is inferred as: the same of JSON."""

_TEXT: Final = ("VARCHAR",)
_NUMBER: Final = ("DOUBLE",)
_MOMENT: Final = ("VARCHAR", "TIMESTAMP WITH TIME ZONE")

OWN_SIGNATURES: Final[dict[str, Signature]] = {
    # Operators, and what takes texts of any number: the last one is for all that follow (PostgreSQL 15, 9.4)
    **dict.fromkeys(
        words("trim concat concat_ws position regexp_full_match string_split ~~ !~~ ~~* !~~* ~* !~* ~>>"),
        _TEXT,
    ),
    # LIKE ANY and its kin (left_operands)
    **dict.fromkeys(
        words("~any_like ~any_ilike ~any_match ~any_imatch ~all_like ~all_ilike ~all_match ~all_imatch"),
        ("VARCHAR", "VARCHAR[]", "BOOLEAN"),
    ),
    # Of several overloads the widest (9.3, 9.21); min and max of an untyped argument are of text
    **dict.fromkeys(("sum", "avg", "stddev", "variance", "power", "quantile_cont", "quantile_disc"), _NUMBER),
    "trunc": ("DOUBLE", "INTEGER"),
    "factorial": ("INTEGER",),  # DuckDB has no other
    **dict.fromkeys(("min", "max"), _TEXT),
    **dict.fromkeys(("<<", ">>"), ("INTEGER", "INTEGER")),
    # Moments (9.9)
    **dict.fromkeys(("date_part", "timezone"), _MOMENT),
    "date_trunc": (*_MOMENT, "VARCHAR"),
    "age": ("TIMESTAMP",),
    "make_interval": (*["INTEGER"] * 6, "DOUBLE"),
    "to_char": ("TIMESTAMP WITH TIME ZONE", "VARCHAR"),
    # #>, #>>, ?|, ?&, #- and what makes a jsonb of something, as the rules write them (9.16)
    **dict.fromkeys(("@~>", "@~>>", "@~|", "@~&", "@~-"), (None, "VARCHAR[]")),
    "@~": (None, "VARCHAR"),
    # the functions of ?, ?| and ?&, for clients to which a question mark is a parameter
    "jsonb_exists": (None, "VARCHAR"),
    **dict.fromkeys(("jsonb_exists_any", "jsonb_exists_all"), (None, "VARCHAR[]")),
    "~jsonb": (JSONB_TYPE,),
    # json_build_object() and its kin, which take anything, in DuckDB's tree (9.16)
    **dict.fromkeys(("json_object", "json_array"), (None,)),
    # Sets and windows (9.19, 9.22)
    "unnest": ("VARCHAR[]",),
    "array_to_string": ("VARCHAR[]", "VARCHAR"),
}


OVERLOADS: Final[dict[str, tuple[Signature, ...]]] = {
    "age": (("TIMESTAMP", "TIMESTAMP"), (_MOMENT[1], _MOMENT[1])),
    "date_bin": (("INTERVAL", "TIMESTAMP", "TIMESTAMP"), ("INTERVAL", _MOMENT[1], _MOMENT[1])),
    "generate_series": tuple((of, of, "INTERVAL") for of in ("DATE", "TIMESTAMP", _MOMENT[1])),
    "position": (("BLOB", "BLOB"), ("VARCHAR", "VARCHAR")),
    "substring": (
        ("VARCHAR", "VARCHAR", "VARCHAR"),
        *((of, "INTEGER", "INTEGER") for of in ("VARCHAR", "BLOB")),
    ),
    "width_bucket": ((*["DOUBLE"] * 3, "INTEGER"), (*["DECIMAL(38,9)"] * 3, "INTEGER")),
}
"""Which of several is meant the other arguments tell."""
NAMED_ARGUMENTS: Final = {
    "make_interval": ("years", "months", "weeks", "days", "hours", "mins", "secs"),
    "make_date": ("year", "month", "day"),
    "make_time": ("hour", "min", "sec"),
    "make_timestamp": ("year", "month", "mday", "hour", "min", "sec"),
    "make_timestamptz": ("year", "month", "mday", "hour", "min", "sec", "timezone"),
}
"""The names of arguments that may be given by name (4.3.2), in their order."""


def overload(name: str, known: Sequence[str | None]) -> Signature:
    """
    The same of a call some of whose arguments have a type.
    """
    types = [of_type and of_type.split("(")[0] for of_type in known]
    for row in OVERLOADS.get(name, ()) if any(types) else ():
        wanted = [of_type and of_type.split("(")[0] for of_type in row]
        if len(types) <= len(row) and all(one in (None, of) for one, of in zip(types, wanted, strict=False)):
            return row[: len(types)]
    return signature(name, len(known))


def place_of(name: str, argument: str, place: int) -> int:
    """
    Where an argument stands that is given by name, else where it is written.
    """
    names = NAMED_ARGUMENTS.get(name, ())
    return names.index(argument) if argument in names else place


@lru_cache(maxsize=1024)
def signature(name: str, arguments: int) -> Signature:
    """
    DuckDB's type for each argument of a call, None where it depends on the others.
    """
    own = OWN_SIGNATURES.get(name)
    if own is not None:
        return tuple(own[min(position, len(own) - 1)] for position in range(arguments))
    rows = sorted(POSTGRES_SIGNATURES.get(name, ()), key=len)
    for types in rows:  # the arguments that are not given have defaults
        if len(types) >= arguments:
            return tuple(_DUCKDB.get(of_type or "") for of_type in types[:arguments])
    return (None,) * arguments


# fmt: off
_DUCKDB: Final = {
    "boolean": "BOOLEAN", "smallint": "SMALLINT", "integer": "INTEGER", "bigint": "BIGINT", "oid": OID_TYPE,
    "real": "FLOAT", "double precision": "DOUBLE", "numeric": "DECIMAL(38,9)",
    "text": "VARCHAR", "name": "VARCHAR", "character varying": "VARCHAR", "bytea": "BLOB", "uuid": "UUID",
    "json": "JSON", "jsonb": JSONB_TYPE, "date": "DATE", "time without time zone": "TIME",
    "interval": "INTERVAL",
    "timestamp without time zone": "TIMESTAMP", "timestamp with time zone": "TIMESTAMP WITH TIME ZONE",
    "text[]": "VARCHAR[]", "integer[]": "INTEGER[]", "double precision[]": "DOUBLE[]",
}
# fmt: on
