"""
Whole-row references (PostgreSQL 15, 8.16.5): a relation's name where a value stands.

    SELECT t FROM t                 one
    SELECT array_agg(x) FROM t x    another, by the relation's alias
    SELECT count(t) FROM t          one whose row is not what comes out

Whether it is not a column after all only the engine knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.dialect.set_functions import NO_ALIAS
from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.looking import word_at, words_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

_OPENS_FROM: Final = frozenset({"from", "join", "using", "update", "into"})
_CLOSES_FROM: Final = words(
    "where group order having limit offset fetch window union intersect except set returning values qualify"
)
_BEGINS_QUERY: Final = frozenset({"select", "with", "from", "values", "table"})
BEFORE_VALUE: Final = words(
    "select distinct all , ( [ and or not when then else by case on where having = <> != < <= > >= || "
    "returning"
)
MARK: Final = "~row:"
"""Before a relation's name: its row as a column (missing_rows.py)."""
NO_NAMES: Final = frozenset({"lateral", "only", "select", "values"})
_OTHERS_RESULTS: Final = words(
    "count row_to_json to_json to_jsonb json_agg jsonb_agg array_to_json json_build_object "
    "jsonb_build_object json_build_array jsonb_build_array json_object_agg jsonb_object_agg exists in"
)
"""What gives no row for a row."""


class Mentioned(NamedTuple):
    """
    The relations, by name or alias, whose rows a text mentions, and those of them whose rows may come out.
    """

    rows: frozenset[str]
    results: frozenset[str]


NONE: Final = Mentioned(frozenset(), frozenset())


def mentioned(tokens: Tokens) -> Mentioned:
    """
    The whole-row references of one statement, as far as words tell.
    """
    relations: set[str] = set()
    values: list[tuple[str, bool]] = []
    for i, place in _places(tokens):
        token = tokens[i]
        if token.name.startswith(MARK):
            if word_at(tokens, i - 1) == ".":
                values.append((token.name.removeprefix(MARK), place == "list"))
        elif not token.is_name or "." in {word_at(tokens, i - 1), word_at(tokens, i + 1)}:
            if token.is_name and place == "from":
                relations.add(token.name)
        elif place == "from":
            relations.add(token.name)
        elif word_at(tokens, i + 1) != "(" and word_at(tokens, i - 1) in BEFORE_VALUE:
            values.append((token.name, place == "list"))
    return Mentioned(
        frozenset(name for name, _ in values if name in relations),
        frozenset(name for name, comes_out in values if comes_out and name in relations),
    )


def aliases(tokens: Tokens) -> frozenset[str]:
    """
    What FROM calls its relations, queries among them; words of joins too, which are no columns' qualifiers.
    """
    return frozenset(tokens[i].name for i, place in _places(tokens) if place == "from" and tokens[i].is_name)


def relations(tokens: Tokens) -> dict[str, tuple[str, ...]]:
    """
    What FROM calls its relations, and the names of each.
    """
    found: dict[str, tuple[str, ...]] = {}
    begins = _OPENS_FROM | {",", "only", "("}
    for i, place in _places(tokens):
        if place != "from" or not tokens[i].is_name or word_at(tokens, i - 1) not in begins:
            continue
        names, at = [tokens[i].name], i
        while word_at(tokens, at + 1) == "." and at + 2 < len(tokens):
            at += 2
            names.append(tokens[at].name)
        if word_at(tokens, at + 1) == "(" or tokens[i].word in NO_NAMES:
            continue
        at += 1 + _is_read_through(tokens, i, at)
        at += word_at(tokens, at) == "as"
        has_alias = at < len(tokens) and tokens[at].is_name and tokens[at].word not in NO_ALIAS | {"set"}
        called = tokens[at].name if has_alias else names[-1]
        found[called.removeprefix(MARK)] = tuple(names)
    return found


def _is_read_through(tokens: Tokens, first: int, last: int) -> bool:
    """Is the relation read as (SELECT * REPLACE (…) FROM it), which has its columns, and its alias behind?"""
    if word_at(tokens, first - 1) != "from" or word_at(tokens, last + 1) != ")":
        return False
    depth, at = 0, first - 2
    while at > 0 and (depth or tokens[at].word == ")"):
        depth += {")": 1, "(": -1}.get(tokens[at].word, 0)
        at -= 1
    return word_at(tokens, at) == "replace" and words_at(tokens, at - 3, 3) == ("(", "select", "*")


def _places(tokens: Tokens) -> Iterator[tuple[int, str]]:
    """
    For each token whether it stands in FROM, in a list of results, in a condition of a join, or elsewhere.
    """
    places = ["other"]
    for i, token in enumerate(tokens):
        word, now = token.word, places[-1]
        yield i, now
        if word == "(":
            places.append(_opened(tokens, i, now))
        elif word == ")" and len(places) > 1:
            places.pop()
        elif word in {"select", "returning"}:
            places[-1] = "list"
        elif word in _OPENS_FROM:
            places[-1] = "from"
        elif word in _CLOSES_FROM:
            places[-1] = "other"
        elif word == "on" and now == "from":
            places[-1] = "on"
        elif word == "," and now == "on":
            places[-1] = "from"


def _opened(tokens: Tokens, i: int, outer: str) -> str:
    if word_at(tokens, i + 1) in _BEGINS_QUERY:
        return "other"
    before = word_at(tokens, i - 1)
    if outer == "from":
        return "from" if before in {"from", "join", ",", "("} else "other"
    return "list" if outer == "list" and before not in _OTHERS_RESULTS else "other"
