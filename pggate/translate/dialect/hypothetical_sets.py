"""
Hypothetical-set aggregates: rank(2) WITHIN GROUP (ORDER BY x), the place that a row would have among the
others (PostgreSQL 15, 9.21, table 9.62).  DuckDB has none: a count of the rows before that one tells it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.dialect.calls import called
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.looking import closing, commas, word_at, words_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

NAMES: Final = frozenset({"rank", "dense_rank", "percent_rank", "cume_dist"})
MACROS: Final = {f"~{name}": name for name in NAMES}
"""What the calls are that stand for them (sql/number_functions.sql), and what their columns are called."""


class Key(NamedTuple):
    """
    A key that the rows are ordered by, and the row's value of it, as texts.
    """

    key: str
    value: str
    descends: bool
    nulls_first: bool

    @property
    def before(self) -> str:
        """Is a row before that one by this key?"""
        first, then = ("IS NOT NULL", "IS NULL") if self.nulls_first else ("IS NULL", "IS NOT NULL")
        compared = f"({self.key}) {'>' if self.descends else '<'} ({self.value})"
        return f"coalesce({compared}, ({self.value}) {first} AND ({self.key}) {then})"

    @property
    def same(self) -> str:
        return f"({self.key}) IS NOT DISTINCT FROM ({self.value})"


def aggregates(tokens: Tokens) -> Iterator[Edit]:
    """
    Each as a macro of counts.
    """
    for i in called(tokens, NAMES):
        close = closing(tokens, i + 1)
        if (
            words_at(tokens, close + 1, 3) != ("within", "group", "(")
            or word_at(tokens, close + 4) != "order"
        ):
            continue
        last = closing(tokens, close + 3)
        keys = list(_keys(tokens, i + 1, close, close + 5, last))
        condition = ""
        if words_at(tokens, last + 1, 2) == ("filter", "("):
            end = closing(tokens, last + 2)
            condition = _text(tokens, last + 4, end)  # behind WHERE
            last = end
        yield Edit(tokens[i].start, tokens[last].stop, _written(tokens[i].word, keys, condition))


def _keys(tokens: Tokens, opening: int, close: int, by: int, end: int) -> Iterator[Key]:
    """
    The arguments between two parentheses with the keys between BY and another.
    """
    values = [_text(tokens, first + 1, last) for first, last in _parts(tokens, opening, close)]
    keys = _parts(tokens, by - 2, end)
    starts = [by + 1, *(first + 1 for first, _ in keys[1:])]
    for value, start, (_, end_of_key) in zip(values, starts, keys, strict=False):
        nulls_first, stop = None, end_of_key
        if word_at(tokens, stop - 2) == "nulls":
            nulls_first, stop = word_at(tokens, stop - 1) == "first", stop - 2
        direction = word_at(tokens, stop - 1)
        stop -= direction in {"asc", "desc"}
        descends = direction == "desc"
        yield Key(
            _text(tokens, start, stop), value, descends, descends if nulls_first is None else nulls_first
        )


def _parts(tokens: Tokens, opening: int, close: int) -> list[tuple[int, int]]:
    return list(pairwise([opening, *commas(tokens, opening, close), close]))


def _text(tokens: Tokens, first: int, stop: int) -> str:
    return " ".join(token.text for token in tokens[first:stop])


def _written(name: str, keys: list[Key], condition: str) -> str:
    before = " OR ".join(
        "(" + " AND ".join([*(key.same for key in keys[:at]), last.before]) + ")"
        for at, last in enumerate(keys)
    )
    same = " AND ".join(key.same for key in keys)
    also = f" AND ({condition})" if condition else ""
    everything = f"count(*) FILTER (WHERE {condition})" if condition else "count(*)"
    earlier = f"count(*) FILTER (WHERE ({before}){also})"
    match name:
        case "rank":
            arguments = earlier
        case "dense_rank":
            row = ", ".join(key.key for key in keys)
            arguments = f"count(DISTINCT row({row})) FILTER (WHERE ({before}){also})"
        case "percent_rank":
            arguments = f"{earlier}, {everything}"
        case _:
            arguments = f"count(*) FILTER (WHERE ({before} OR ({same})){also}), {everything}"
    return f'"~{name}"({arguments})'
