"""
What common functions take: DuckDB's types by position, the last one for all that follow.

Of PostgreSQL's overloads the one that an untyped argument picks (PostgreSQL 15, 10.3); where PostgreSQL
calls that ambiguous, the widest.
"""

from __future__ import annotations

from typing import Final

from pggate.translate.lexer import words

_TEXT: Final = ("VARCHAR",)
_TEXT_AND_PLACE: Final = ("VARCHAR", "BIGINT")
_NUMBER: Final = ("DOUBLE",)
_MOMENT: Final = ("VARCHAR", "TIMESTAMP WITH TIME ZONE")

SIGNATURES: Final[dict[str, tuple[str, ...]]] = {
    # Strings (PostgreSQL 15, 9.4)
    **dict.fromkeys(
        words(
            "lower upper initcap length char_length character_length octet_length trim btrim ltrim "
            "rtrim replace translate reverse md5 ascii concat concat_ws position strpos starts_with "
            "string_agg quote_ident quote_literal regexp_replace regexp_matches regexp_full_match "
            "regexp_split_to_array string_split string_to_array ~~ !~~ ~~* !~~* ~* !~* ->> to_regclass "
            "to_regtype"
        ),
        _TEXT,
    ),
    **dict.fromkeys(("left", "right", "repeat", "substr", "substring"), _TEXT_AND_PLACE),
    # duckdb 1.5.5 has these for INTEGER alone
    "chr": ("INTEGER",),
    "lpad": ("VARCHAR", "INTEGER", "VARCHAR"),
    "rpad": ("VARCHAR", "INTEGER", "VARCHAR"),
    "split_part": ("VARCHAR", "VARCHAR", "BIGINT"),
    # Numbers (9.3)
    **dict.fromkeys(
        ("abs", "ceil", "ceiling", "floor", "sqrt", "exp", "ln", "power", "sign", "trunc"), _NUMBER
    ),
    "round": ("DOUBLE", "INTEGER"),
    # Aggregates (9.21); min and max of an untyped argument are of text
    **dict.fromkeys(("sum", "avg", "stddev", "variance"), _NUMBER),
    **dict.fromkeys(("min", "max"), _TEXT),
    "bool_and": ("BOOLEAN",),
    "bool_or": ("BOOLEAN",),
    # Moments (9.9)
    **dict.fromkeys(("date_trunc", "date_part"), _MOMENT),
    "timezone": _MOMENT,
    "age": ("TIMESTAMP",),
    "to_timestamp": _NUMBER,
    "to_char": ("TIMESTAMP WITH TIME ZONE", "VARCHAR"),
    "to_date": _TEXT,
    "make_date": ("BIGINT",),
    # Sets, arrays, the session
    "unnest": ("VARCHAR[]",),
    "array_to_string": ("VARCHAR[]", "VARCHAR"),
    "current_setting": ("VARCHAR", "BOOLEAN"),
    "set_config": ("VARCHAR", "VARCHAR", "BOOLEAN"),
    "pg_sleep": _NUMBER,
    "pg_cancel_backend": ("INTEGER",),
    "pg_terminate_backend": ("INTEGER", "BIGINT"),
}
