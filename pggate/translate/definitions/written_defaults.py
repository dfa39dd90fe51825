"""
The default of a column as it is written (PostgreSQL 15, CREATE TABLE): DEFAULT nextval('s'), which takes
numbers from a sequence, what a lake has no place for, and any other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported
from pggate.translate.definitions.written_types import BEHIND_TYPE
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import closing, unnested
from pggate.translate.syntax.quoting import string_value
from pggate.translate.syntax.spans import Span

if TYPE_CHECKING:
    from pggate.translate.definitions.written_types import WrittenType
    from pggate.translate.syntax.looking import Tokens

_CASTS: Final = ((), ("::", "regclass"), ("::", "text"), ("::", "text", "::", "regclass"))


def next_value_at(tokens: Tokens, at: int, stop: int) -> tuple[str, int] | None:
    """
    Args:
        at: Where the expression begins.

    Returns:
        What nextval is called with, and the token behind the expression; None where it calls no nextval.

    Raises:
        FeatureNotSupported: The number is a part of an expression.

    """
    end = default_end(tokens, at, stop)
    texts = [token for token in tokens[at:end] if token.word != "pg_catalog"]
    if not any(token.word == "nextval" for token in texts):
        return None
    while texts and texts[0].word == "(" and closing(texts, 0) == len(texts) - 1:
        texts = texts[1:-1]
    words = [token.word for token in texts if token.word != "."]
    found = next((token for token in texts if token.kind is Kind.STRING), None)
    casts = tuple(words[3:-1])
    if found is None or words[:2] != ["nextval", "("] or texts[-1].word != ")" or casts not in _CASTS:
        raise FeatureNotSupported(
            "a default that computes with the number of a sequence is not supported",
            hint="Write DEFAULT nextval('name'), or call nextval() in the INSERT.",
            position=tokens[at].start + 1,
        )
    return string_value(found.text), end


def refuse_sets(tokens: Tokens, at: int, stop: int) -> None:
    """
    Args:
        at: Where the expression of a default begins.

    Raises:
        FeatureNotSupported: It calls a function that returns a set.

    """
    for i in range(at, default_end(tokens, at, stop) - 1):
        if tokens[i].word in _SETS and tokens[i + 1].word == "(":
            raise FeatureNotSupported(
                "set-returning functions are not allowed in DEFAULT expressions",
                position=tokens[i].start + 1,
            )


_SETS: Final = words(
    # PostgreSQL 15, 9.25, 9.4, 9.16, 9.19
    "generate_series generate_subscripts regexp_matches regexp_split_to_table string_to_table unnest"
    " json_array_elements jsonb_array_elements json_array_elements_text jsonb_array_elements_text json_each"
    " jsonb_each json_each_text jsonb_each_text json_object_keys jsonb_object_keys jsonb_path_query"
)

_MOMENTS: Final = words(
    "current_date current_time current_timestamp localtime localtimestamp current_user session_user user"
    " current_role current_catalog current_schema"
)
"""Functions that are called without parentheses."""


def default_end(tokens: Tokens, at: int, stop: int) -> int:
    """
    Args:
        at: Where the expression begins.

    Returns:
        The token behind it.

    """
    ends = (i for i, token in unnested(tokens, at) if i > at and token.word in BEHIND_TYPE)
    return min(next(ends, stop), stop)


def default_at(tokens: Tokens, at: int, stop: int) -> Span:
    """
    Where an expression stands in the text.
    """
    return Span(tokens[at].start, tokens[default_end(tokens, at, stop) - 1].stop)


def is_beyond_lake(tokens: Tokens, at: int, stop: int, of_type: WrittenType | None, *, added: bool) -> bool:
    """
    Is there no place in a lake for the default that begins there?  For arrays and composite values there is
    none, for an enumerated type's label only as a text, and a column that is added takes literals alone
    (ducklake 1.5.5).  A literal that the engine would read otherwise is none of the lake's, either.

    Args:
        of_type: The column's; None where the text does not tell.
        added: Is the column added to a table that is there?

    """
    if of_type is not None and (of_type.is_array or not _is_known(of_type)):
        return True
    end = default_end(tokens, at, stop)
    if of_type is not None and end == at + 1 and tokens[at].kind is Kind.STRING:
        return is_read_otherwise(of_type.names[-1 if of_type.qualified else 0], string_value(tokens[at].text))
    return added and any(_computes(tokens, i) for i in range(at, default_end(tokens, at, stop)))


def is_read_otherwise(type_name: str, literal: str) -> bool:
    """
    Might the engine read a literal of the type otherwise than PostgreSQL?

    Args:
        type_name: Its first word.

    """
    alike = _ALIKE.get(type_name)
    return alike is not None and alike.fullmatch(literal) is None


_DAY: Final = r"[1-9]\d{3}-(?:0[1-9]|1[0-2])-\d\d"
_CLOCK: Final = r"\d\d:\d\d:\d\d(?:\.\d{1,6})?"
_ALIKE: Final = {
    name: re.compile(pattern, re.ASCII)
    for names, pattern in (
        ("date", _DAY),
        ("time", _CLOCK),
        ("timestamp timestamptz", rf"{_DAY}(?: {_CLOCK})?"),
        ("bool boolean", r"t|f|true|false"),
        ("bytea", r"[^\\]*"),
    )
    for name in names.split()
}
"""What both read alike.  duckdb 1.5.5 leaves the era out of '0044-03-15 BC', and reads fewer forms."""


def _is_known(of_type: WrittenType) -> bool:
    """Is it a type that every database has?"""
    names = of_type.names[1:] if of_type.names[0] == "pg_catalog" else of_type.names
    return names[0] in _KNOWN and not (of_type.qualified and names == of_type.names)


_KNOWN: Final = words(
    # PostgreSQL 15, table 8.1, and what else it has
    "bigint int8 bigserial serial8 bit varbit boolean bool bytea character char varchar cidr date double"
    " float8 float inet integer int int4 interval json jsonb macaddr money numeric decimal dec real float4"
    " smallint int2 smallserial serial2 serial serial4 text time timetz timestamp timestamptz uuid"
    " bpchar name nchar national oid regclass regtype regproc regnamespace regrole"
    # DuckDB's
    " string blob hugeint uhugeint int128 tinyint ubigint uinteger usmallint utinyint datetime"
)


def _computes(tokens: Tokens, i: int) -> bool:
    """A call, or a clock?"""
    word = tokens[i].word
    if word in _MOMENTS or word == "select":
        return True
    called = i + 1 < len(tokens) and tokens[i + 1].word == "(" and tokens[i].is_name
    return called and word != "cast" and word not in _KNOWN
