"""
Calls with arrays that DuckDB reads otherwise (PostgreSQL 15, 9.19, 9.21, 9.24): of as many dimensions as an
argument says, of distinct values in their order, and comparisons with an array that is NULL.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.errors import (
    FeatureNotSupported,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
)
from pggate.translate.syntax.edits import Edit, rewrite
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import closing, commas, word_at, words_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pggate.translate.syntax.looking import Tokens


def array_fills(tokens: Tokens) -> Iterator[Edit]:
    """
    array_fill(x, ARRAY[2, 3]) is array_fill(array_fill(x, ARRAY[3]), ARRAY[2]).

    Raises:
        FeatureNotSupported: Its subscripts are to begin elsewhere than at 1.

    """
    for i, token in enumerate(tokens):
        if token.word != "array_fill" or word_at(tokens, i + 1) != "(":
            continue
        close = closing(tokens, i + 1)
        between = commas(tokens, i + 1, close)
        end = between[1] if len(between) == 2 else close
        if len(between) == 2:
            _require_ones(tokens, end, close)
            yield Edit(tokens[end].start, tokens[close].start, "")
        if between and word_at(tokens, between[0] + 1) == "array":
            lengths = _items(tokens, between[0] + 2, end - 1)
            calls = "), ARRAY[".join(f"{length}]" for length in reversed(lengths))
            yield Edit(token.start, token.start, "array_fill(" * (len(lengths) - 1))
            yield Edit(tokens[between[0]].start, tokens[end - 1].stop, f", ARRAY[{calls}")


def distinct_values(tokens: Tokens, others: Iterable[Edit] = ()) -> Iterator[Edit]:
    """
    array_agg(DISTINCT x) is sorted, as what made the values distinct leaves them (9.21), and so is what else
    gathers values one after the other.

    Args:
        others: What the other rules change in the text: what the values are sorted by has to stay the value.

    """
    edits = list(others)
    for i in reversed(range(len(tokens))):  # one within another is a part of its value
        if tokens[i].word not in GATHERING or words_at(tokens, i + 1, 2) != ("(", "distinct"):
            continue
        close = closing(tokens, i + 1)
        if "order" not in (each.word for each in tokens[i:close]):
            stop = next(iter(commas(tokens, i + 1, close)), close)
            value = _edited(tokens[i + 3 : stop], edits)
            edit = Edit(tokens[close].start, tokens[close].start, f" ORDER BY {value}")
            edits.append(edit)
            yield edit


def _edited(tokens: Tokens, edits: Iterable[Edit]) -> str:
    """The text of these tokens alone, with their edits done."""
    if not tokens:
        return ""
    start, stop = tokens[0].start, tokens[-1].stop
    text, at = "", start
    for token in tokens:
        text += " " * (token.start - at) + token.text
        at = token.stop
    inside = (edit for edit in edits if start <= edit.start and edit.stop <= stop)
    return rewrite(text, [Edit(edit.start - start, edit.stop - start, edit.text) for edit in inside]).text


GATHERING: Final = words("array_agg string_agg json_agg jsonb_agg")

VARIADIC: Final = words(
    "concat concat_ws format num_nulls num_nonnulls json_build_array jsonb_build_array json_extract_path "
    "json_extract_path_text jsonb_extract_path jsonb_extract_path_text"
)
_VARIADIC_PAIRS: Final = words("json_build_object jsonb_build_object")


def variadic(tokens: Tokens) -> Iterator[Edit]:
    """
    format(x, VARIADIC a) has the items of an array for its last arguments (38.5.6) and is "~format_of"(x, a);
    duckdb 1.5.5 skips the word, or does not know it.

    Raises:
        FeatureNotSupported: The function builds an object of pairs.

    """
    opened: list[int] = []
    for i, token in enumerate(tokens):
        if token.word == "(":
            opened.append(i)
        elif token.word == ")" and opened:
            opened.pop()
        elif token.word == "variadic" and opened:
            called = tokens[opened[-1] - 1]
            if called.word in _VARIADIC_PAIRS:
                raise FeatureNotSupported(
                    f"VARIADIC is not supported for {called.word}()", hint="Write the names and values out."
                )
            if called.word in VARIADIC:
                yield Edit(called.start, called.stop, f'"~{called.word}_of"')
                yield Edit(token.start, token.stop, "")


def quantified_arrays(tokens: Tokens) -> Iterator[Edit]:
    """
    a = ANY (b) is NULL where b is (9.24.3), as of an array with nothing but NULL in it; duckdb 1.5.5 compares
    with no element at all.
    """
    for i, token in enumerate(tokens):
        is_quantified = token.word in _QUANTIFIERS and word_at(tokens, i - 1) in _COMPARISONS
        if not is_quantified or word_at(tokens, i + 1) != "(":
            continue
        array = tokens[i + 2]
        if array.word == "null":
            yield Edit(array.start, array.stop, "ARRAY[NULL]")
        elif array.word not in _NEVER_NULL and array.kind not in {Kind.STRING, Kind.PARAMETER}:
            close = tokens[closing(tokens, i + 1)]
            yield Edit(array.start, array.start, "coalesce(")
            yield Edit(close.start, close.start, ", ARRAY[NULL])")


_QUANTIFIERS: Final = frozenset({"any", "all", "some"})
_COMPARISONS: Final = frozenset({"=", "<>", "!=", "<", ">", "<=", ">="})
_NEVER_NULL: Final = words("array select with values table from ( [")
"""What a query begins with, or a list that is written out."""


def typed_literals(tokens: Tokens) -> Iterator[Edit]:
    """
    int[] '{1,2}' is none of PostgreSQL's forms of a literal (4.1.2.7).

    Raises:
        SyntaxError: 42601, there is one.

    """
    yield from ()
    for i, token in enumerate(tokens):
        if token.kind is Kind.STRING and words_at(tokens, i - 2, 2) == ("[", "]") and tokens[i - 3].is_name:
            raise SyntaxError('syntax error at or near "]"', position=tokens[i - 1].start + 1)


def _require_ones(tokens: Tokens, comma: int, close: int) -> None:
    if any(tokens[at].text.lower() not in {"array", "[", "]", ",", "1"} for at in range(comma, close)):
        raise FeatureNotSupported(
            "arrays that do not begin at 1 are not supported", hint="Leave the lower bounds out."
        )


def _items(tokens: Tokens, opening: int, close: int) -> list[str]:
    bounds = [opening, *commas(tokens, opening, close), close]
    return [
        " ".join(token.text for token in tokens[before + 1 : after]) for before, after in pairwise(bounds)
    ]
