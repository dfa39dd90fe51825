"""
Repairs: rules for a text that DuckDB's parser has refused, too dear or too bold for every text.

Labels without AS are the common case: PostgreSQL lets nearly every keyword be one (SELECT oid, typname name),
DuckDB's parser no keyword at all.  And it has keywords of its own, which PostgreSQL takes for columns.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind, Token, words
from pggate.translate.syntax.looking import closing
from pggate.translate.syntax.places import chains

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Keywords that stand where a label could and are none: they end or continue an expression.
_NO_LABELS: Final = words(
    "end asc desc null true false unknown document normalized all any some distinct is "
    "isnull notnull not and or in like ilike similar between case when then else cast zone only "
    "as by select from where group order having limit offset fetch union intersect except into on "
    "using over filter within window day hour minute month second year precision varying returning for "
    "with without to char character array create grant overlaps"
)
_ENDS_ITEM: Final = frozenset(
    {",", ")", ";", "from", "into", "where", "union", "order", "limit", "group", ""}
)
_ENDS_LIST: Final = words(
    "from into where group having window order limit offset fetch for union intersect except qualify"
)


# Names to PostgreSQL 15 (appendix C), keywords to duckdb 1.5.5; and behind what one is a name for sure
_KEYWORDS_HERE: Final = words(
    "anti asof at by describe glob lambda pivot pivot_longer pivot_wider positional qualify semi show "
    "summarize unpack unpivot"
)
_BEFORE_NAMES: Final = frozenset({"(", ",", ".", "select", "set", "where", "and", "or", "not", "returning"})


def column_names(tokens: Sequence[Token]) -> Iterator[Edit]:
    """
    Quote what can only be a column's name.
    """
    for before, token in pairwise(tokens):
        if token.word in _KEYWORDS_HERE and token.kind is Kind.WORD and before.word in _BEFORE_NAMES:
            yield Edit(token.start, token.stop, f'"{token.word}"')


def bare_labels(tokens: Sequence[Token]) -> Iterator[Edit]:
    """
    Quote what can only be a label: a word behind a whole expression and before the end of a select item.
    """
    listing = [False]
    for i, token in enumerate(tokens):
        if token.word in {"(", "["}:
            listing.append(False)
        elif token.word in {")", "]"}:
            if len(listing) > 1:
                listing.pop()
        elif token.word in {"select", "returning"}:
            listing[-1] = True
        elif token.word in _ENDS_LIST:
            listing[-1] = False
        elif listing[-1] and _is_label(tokens, i):
            yield Edit(token.start, token.stop, f'"{token.word}"')


def expansions(tokens: Sequence[Token]) -> Iterator[Edit]:
    """
    (x).* is unnest(x): a column for each field of a composite value; (unnest(x)).* goes one level deeper.
    """
    opened: list[int] = []
    for i, token in enumerate(tokens):
        if token.word == "(":
            opened.append(i)
        elif token.word == ")" and opened:
            first = opened.pop()
            called = (
                first > 0
                and tokens[first - 1].is_name
                and tokens[first - 1].word not in {"select", "returning"}
            )
            if not called and [following.word for following in tokens[i + 1 : i + 3]] == [".", "*"]:
                if _is_unnest(tokens, first + 1, i):
                    yield Edit(tokens[i - 1].start, tokens[i - 1].start, ", max_depth := 2")
                else:
                    yield Edit(tokens[first].start, tokens[first].start, "unnest")
                yield Edit(tokens[i + 1].start, tokens[i + 2].stop, "")


def _is_unnest(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """(unnest(x)).* are the fields of each element."""
    is_call = tokens[first].word == "unnest" and tokens[first + 1].word == "("
    return is_call and closing(tokens, first + 1) == stop - 1


def qualified_stars(tokens: Sequence[Token]) -> Iterator[Edit]:
    """
    s.t.* is t.*: duckdb 1.5.5 takes one name before the star.
    """
    for chain in chains(tokens):
        if chain.names[-1] == "*" and len(chain.names) > 2:
            yield Edit(tokens[chain.first].start, tokens[chain.last - 2].start, "")


def _is_label(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    following = tokens[i + 1].word if i + 1 < len(tokens) else ""
    ends = following in _ENDS_ITEM and not (following == "" and i + 1 < len(tokens))
    return (
        token.kind is Kind.WORD and token.word not in _NO_LABELS and ends and _ends_expression(tokens, i - 1)
    )


def _ends_expression(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if token.word in {")", "]"} or token.kind in {Kind.STRING, Kind.NUMBER, Kind.PARAMETER, Kind.QUOTED}:
        return True
    return token.kind is Kind.WORD and (token.word not in _NO_LABELS or token.word == "end")
