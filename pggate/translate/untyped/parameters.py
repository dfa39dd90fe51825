"""
The parameters of a statement, $1 and on: their types written into the text, or values in their place.

duckdb 1.5.5 types a parameter only where its own binder can; a cast in the text is how it learns the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, Rewritten, rewrite
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import word_at, words_at
from pggate.translate.types.enum_casts import cast
from pggate.translate.types.type_names import type_at
from pggate.translate.untyped.inference import infer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pggate.translate.syntax.looking import Tokens

__all__ = [
    "bindable_parameters",
    "cast_parameters",
    "described_parameters",
    "infer",
    "named_types",
    "null_parameters",
    "sentinel_parameters",
    "with_series",
]


def named_types(sql: str) -> dict[int, str]:
    """
    The name of the type that the text casts each $n to, where it first does: $1::oid, CAST($1 AS oid).
    """
    if "$" not in sql:
        return {}
    tokens = lexer.tokens(sql)
    found: dict[int, str] = {}
    for i, token in enumerate(tokens):
        if token.kind is not Kind.PARAMETER:
            continue
        if word_at(tokens, i + 1) == "::" or (
            word_at(tokens, i + 1) == "as" and word_at(tokens, i - 1) == "("
        ):
            found.setdefault(int(token.text[1:]), type_at(tokens, i + 2))
    return found


def cast_parameters(sql: str, types: Mapping[int, str]) -> Rewritten:
    """
    Every $n that has a type here as ($n::TYPE), in parentheses so that what stands around binds no tighter;
    but where it has been cast so before, which DuckDB may have written as CAST($n AS TYPE).
    """

    def is_cast(tokens: Tokens, i: int) -> bool:
        of_type = types.get(int(tokens[i].text[1:]), "")
        is_call = words_at(tokens, i - 2, 2) == ("cast", "(") and word_at(tokens, i + 1) == "as"
        if not (is_call or (word_at(tokens, i - 1) == "(" and word_at(tokens, i + 1) == "::")):
            return False
        start = tokens[i + 2].start if i + 2 < len(tokens) else len(sql)
        return bool(of_type) and sql.startswith(f"{of_type})", start)

    return _replace(sql, lambda n, _: cast(f"${n}", types[n]) if n in types else None, is_cast)


def bindable_parameters(sql: str, types: Mapping[int, str]) -> Rewritten:
    """
    The same for a text that is only bound: a series' $n is a value of its type, and one that is an array of
    several dimensions stays so.

    duckdb 1.5.5: json_serialize_plan fails on a parameter among the arguments of a table function; a
    parameter is of the type of the outermost cast around it, whatever casts are inside.
    """

    def text_of(n: int, in_series: bool) -> str | None:
        if n not in types:
            return None
        if types[n].endswith(_NESTED) and not in_series:
            return _unforeseen(types[n])
        return cast(_dummy(types[n]) if in_series else f"${n}", types[n])

    return _replace(sql, text_of)


def with_series(sql: str, types: Mapping[int, str]) -> str:
    """
    A text whose parameters are cast, with values for those of a series, for the same reason.
    """
    return _replace(sql, lambda n, in_series: _dummy(types[n]) if in_series and n in types else None).text


def described_parameters(sql: str, types: Mapping[int, str]) -> tuple[Rewritten, ...]:
    """
    Texts with something of its type for every $n, to describe the columns without running it: the first of
    them that binds tells.

    duckdb 1.5.5: a function of a constant NULL becomes an INTEGER NULL while it binds, so the first text has
    NULLs that it cannot foresee; some functions (strftime, string_agg) want a constant, so the second has
    values; what takes neither may still take a plain NULL.
    """
    if "$" not in sql:
        return (Rewritten(sql),)

    def unforeseen(n: int, in_series: bool) -> str:
        of_type = types.get(n, "VARCHAR")
        return _value(of_type) if in_series else _unforeseen(of_type)

    return (
        _replace(sql, unforeseen),
        _replace(sql, lambda n, _: _value(types.get(n, "VARCHAR"))),
        null_parameters(sql, types),
    )


def null_parameters(sql: str, types: Mapping[int, str]) -> Rewritten:
    """
    The text with a typed NULL for every $n, to describe its columns without running it.

    Table functions refuse NULL (duckdb 1.5.5: generate_series(1, NULL) cannot be bound), so their
    arguments become a value of the type.  A parameter without a type is a text.
    """

    def value(n: int, in_series: bool) -> str:
        of_type = types.get(n, "VARCHAR")
        return _value(of_type) if in_series else cast("(NULL)", of_type)

    return _replace(sql, value)


def sentinel_parameters(sql: str, types: Mapping[int, str]) -> Rewritten:
    """
    The text with '~p1~' for each $1 that has no type here: in the plan its cast tells the type.
    """
    return _replace(sql, lambda n, _: cast(f"${n}", types[n]) if n in types else f"'~p{n}~'")


_SERIES: Final = frozenset({"generate_series", "range", "repeat", "repeat_row"})
_MOMENTS: Final = ("TIMESTAMP", "DATE")
_NESTED: Final = "[][]"


def _unforeseen(of_type: str) -> str:
    """A NULL that DuckDB does not know for one while it binds."""
    return f"(CASE WHEN random() < 2 THEN {cast('NULL', of_type)} END)"


def _value(of_type: str) -> str:
    return cast(f"({_dummy(of_type)})", of_type)


def _dummy(of_type: str) -> str:
    if of_type.endswith("[]"):
        return f"[{_dummy(of_type.removesuffix('[]'))}]"
    if of_type.startswith("ENUM("):
        return "NULL"
    if of_type.startswith(_MOMENTS):
        return "'2000-01-01'"
    return "'1 day'" if of_type == "INTERVAL" else "'1'"


def _replace(
    sql: str,
    text_of: Callable[[int, bool], str | None],
    is_left: Callable[[Tokens, int], bool] = lambda _tokens, _i: False,
) -> Rewritten:
    """
    The text with each $n replaced by `text_of(n, stands among the arguments of a series)`; None leaves it, as
    does `is_left` of its place.
    """
    if "$" not in sql:
        return Rewritten(sql)
    edits: list[Edit] = []
    calls: list[bool] = [False]
    before = ""
    tokens = lexer.tokens(sql)
    for i, token in enumerate(tokens):
        if token.word == "(":
            calls.append(calls[-1] or before in _SERIES)
        elif token.word == ")" and len(calls) > 1:
            calls.pop()
        elif token.kind is Kind.PARAMETER and not is_left(tokens, i):
            text = text_of(int(token.text[1:]), calls[-1])
            if text is not None:
                edits.append(Edit(token.start, token.stop, text))
        before = token.word
    return rewrite(sql, edits)
