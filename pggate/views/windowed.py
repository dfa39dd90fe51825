"""
A query from one topic, made into one from the windows that the topic's rows are in.

    SELECT g, count(*) FROM t AS x WHERE a GROUP BY 1
    SELECT window_start, window_end, g, count(*) FROM (windows of t) AS x WHERE a GROUP BY 1, 2, 3

What was edited is known, so an error still has its place in the client's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_identifier
from pggate.errors import FeatureNotSupported
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, rewrite
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import name_at, unnested, word_at
from pggate.views.aggregates import is_aggregate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.edits import Rewritten
    from pggate.translate.syntax.looking import Tokens
    from pggate.views.windows import Window

START: Final = '"~window_start"'
END: Final = '"~window_end"'
ADDED: Final = f"{START} AS window_start, {END} AS window_end, "
COLUMNS: Final = 2
"""How many columns are put first."""

_CLAUSES: Final = words("where group having order limit offset fetch")
_LATE: Final = words("having order limit offset fetch")


@dataclass(frozen=True, slots=True)
class Source:
    """
    The topic in FROM: its first and last token, where that begins, and what the query calls it.
    """

    first: int
    last: int
    start: int
    text: str
    alias: str


def source_of(query: str) -> Source:
    """
    Raises:
        FeatureNotSupported: It is no SELECT from one topic.

    """
    tokens = lexer.tokens(query)
    start = next((at for at, token in unnested(tokens) if token.word == "from"), None)
    if word_at(tokens, 0) != "select" or start is None or not name_at(tokens, start + 1):
        raise _refusal(tokens, 0 if start is None or word_at(tokens, 0) != "select" else start + 1)
    last = start + 1
    while word_at(tokens, last + 1) == "." and name_at(tokens, last + 2):
        last += 2
    text = query[tokens[start + 1].start : tokens[last].stop]
    behind, alias = last + 1, ""
    if word_at(tokens, behind) == "as" or (
        name_at(tokens, behind) and word_at(tokens, behind) not in _CLAUSES | {"join", "union"}
    ):
        behind += word_at(tokens, behind) == "as"
        alias = name_at(tokens, behind)
        behind += 1
    others = (at for at, token in unnested(tokens, behind) if token.word in _OTHERS)
    other = next(others, None)
    if behind < len(tokens) and word_at(tokens, behind) not in _CLAUSES | {";"}:
        other = behind
    if other is not None:
        raise _refusal(tokens, other)
    return Source(start + 1, last, tokens[start + 1].start, text, alias or tokens[last].name)


_OTHERS: Final = words("union intersect except join qualify window")


def _refusal(tokens: Tokens, at: int) -> FeatureNotSupported:
    return FeatureNotSupported(
        "a live view of windows is of a SELECT from one topic",
        hint="Write the topic alone into FROM; join in a plain view over the live view.",
        position=tokens[at].start + 1 if at < len(tokens) else None,
    )


def windowed(query: str, source: Source, window: Window, column: str, of_type: str) -> Rewritten:
    """
    Args:
        column: The topic's column that has the time of a row.
        of_type: "timestamp" or "timestamptz".

    """
    tokens = lexer.tokens(query)
    edits = [*_select_list(tokens, source), *_topic(tokens, source, window, column, of_type)]
    return rewrite(query, [*edits, *_grouping(query, tokens), *_ordinals(tokens)])


def _select_list(tokens: Tokens, source: Source) -> Iterator[Edit]:
    first = 2 if word_at(tokens, 1) in {"distinct", "all"} else 1
    yield Edit(tokens[first].start, tokens[first].start, ADDED)
    for at, token in unnested(tokens):
        if first <= at < source.first and token.word == "*" and _is_star(tokens, at, first):
            yield Edit(token.stop, token.stop, f" EXCLUDE ({START}, {END})")


def _is_star(tokens: Tokens, at: int, first: int) -> bool:
    return at == first or word_at(tokens, at - 1) in {",", "."}


def _topic(tokens: Tokens, source: Source, window: Window, column: str, of_type: str) -> Iterator[Edit]:
    time = quote_identifier(column)
    epoch = f"{of_type} '1970-01-01 00:00:00{'+00' if of_type == 'timestamptz' else ''}'"
    start = f"date_bin({_interval(window.slide)}, {time}::{of_type}, {epoch})"
    if window.size > window.slide:
        start += f" - generate_series(0, {window.size // window.slide - 1}) * {_interval(window.slide)}"
    opening = (
        f"(SELECT *, {START} + {_interval(window.size)} AS {END} FROM (SELECT *, {start} AS {START} FROM "
    )
    closing = f' WHERE isfinite({time})) AS "~windows")'
    closing += "" if _is_aliased(tokens, source) else f" AS {quote_identifier(source.alias)}"
    yield Edit(tokens[source.first].start, tokens[source.first].start, opening)
    yield Edit(tokens[source.last].stop, tokens[source.last].stop, closing)


def _is_aliased(tokens: Tokens, source: Source) -> bool:
    return word_at(tokens, source.last + 1) == "as" or (
        bool(name_at(tokens, source.last + 1)) and word_at(tokens, source.last + 1) not in _CLAUSES
    )


def _interval(microseconds: int) -> str:
    """Of no days: those of a timestamptz would be as long as its zone's."""
    return f"interval '{microseconds} microseconds'"


def _grouping(query: str, tokens: Tokens) -> Iterator[Edit]:
    at = _clause(tokens, "group")
    if at is not None:
        if word_at(tokens, at) != "all":
            yield Edit(tokens[at].start, tokens[at].start, f"{START}, {END}, ")
        return
    calls = (one.name for one, following in pairwise(tokens) if one.is_name and following.word == "(")
    if any(map(is_aggregate, calls)):
        late = next((token.start for _, token in unnested(tokens) if token.word in _LATE), len(query))
        yield Edit(late, late, " GROUP BY ALL ")


def _ordinals(tokens: Tokens) -> Iterator[Edit]:
    """Numbers of columns in GROUP BY and ORDER BY."""
    for clause in ("group", "order"):
        at = _clause(tokens, clause)
        is_first = True
        for place, token in unnested(tokens, len(tokens) if at is None else at):
            if token.word in _LATE:
                break
            is_alone = word_at(tokens, place + 1) in _BEHIND
            if is_first and is_alone and token.kind is Kind.NUMBER and token.text.isdigit():
                yield Edit(token.start, token.stop, str(int(token.text) + COLUMNS))
            is_first = token.word == ","


_BEHIND: Final = words(", asc desc nulls ;") | _LATE | {""}


def _clause(tokens: Tokens, word: str) -> int | None:
    """What comes first behind GROUP BY or ORDER BY."""
    found = (at for at, token in unnested(tokens) if token.word == word and word_at(tokens, at + 1) == "by")
    at = next(found, None)
    return None if at is None or at + 2 >= len(tokens) else at + 2
