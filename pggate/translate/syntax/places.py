"""
Names in their places: which dotted name of a statement is a relation, a function, a type, a column.

`a.b.c` is a table after FROM and a column after SELECT.  PostgreSQL's grammar knows which; here it is
read off the words around, one clause per depth of parentheses: enough to change a name's qualifier, which
is all that is done with the answer.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.syntax.lexer import Kind, Token, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Role(Enum):
    RELATION = "relation"
    FUNCTION = "function"
    TYPE = "type"
    COLUMN = "column"  # and whatever else an expression may name
    SCHEMA = "schema"


class Chain(NamedTuple):
    """
    A name with dots: the tokens [first, last] and the names between the dots, folded; `t.*` has the name *.
    """

    first: int
    last: int
    names: tuple[str, ...]
    role: Role


class _Clause(Enum):
    FROM = "from"
    ON = "on"  # a comma leads back to FROM
    OTHER = "other"
    ARGUMENTS = "arguments"  # of extract(... FROM ...): FROM opens nothing


# After these a relation's name follows, even where a parenthesis comes next: INSERT INTO t (a).
_BEFORE_RELATION: Final = words(
    "into table view update references copy truncate only join exists describe summarize analyze vacuum pivot"
    " unpivot index sequence type macro lateral"
)
_TAKES_ARGUMENTS: Final = frozenset({"join", "lateral", "only"})
_OPENS_FROM: Final = frozenset({"from", "using", "update", "into", "truncate", "table", "view", "join"})
_CLOSES_FROM: Final = words(
    "where group order having limit offset fetch window union intersect except set returning values when"
    " select qualify for"
)
_BEGINS_QUERY: Final = frozenset({"select", "with", "from", "values", "table", "insert", "update", "delete"})
_NO_COLUMN_NAME: Final = words(
    "default check where and or not select as on by in is then else when case like between using"
)


def chains(tokens: Sequence[Token]) -> Iterator[Chain]:
    """
    Every dotted name (at least one dot) of one statement, in order.
    """
    clauses = [_Clause.OTHER]
    verb = tokens[0].word if tokens else ""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.is_name and not _follows_dot(tokens, index) and _is_dot(tokens, index + 1):
            chain = _chain(tokens, index, clauses[-1], verb)
            if len(chain.names) > 1:
                yield chain
            index = chain.last + 1
            continue
        _step(tokens, index, clauses)
        index += 1


def _step(tokens: Sequence[Token], index: int, clauses: list[_Clause]) -> None:
    """
    What one token does to the clause that names stand in.
    """
    word, now = tokens[index].word, clauses[-1]
    if word in {"(", "[", "{"}:
        clauses.append(_opened(tokens, index, now))
    elif word in {")", "]", "}"}:
        if len(clauses) > 1:
            clauses.pop()
    elif now is _Clause.ARGUMENTS or _follows_dot(tokens, index):
        return
    elif word == "," and now is _Clause.ON:
        clauses[-1] = _Clause.FROM
    elif word == "on":
        clauses[-1] = _Clause.ON if now is _Clause.FROM else now
    elif word in _OPENS_FROM:
        clauses[-1] = _Clause.FROM
    elif word in _CLOSES_FROM:
        clauses[-1] = _Clause.OTHER


def _opened(tokens: Sequence[Token], index: int, outer: _Clause) -> _Clause:
    inside = tokens[index + 1].word if index + 1 < len(tokens) else ""
    if inside in _BEGINS_QUERY:
        return _Clause.OTHER
    before = tokens[index - 1].word if index else ""
    if outer is _Clause.FROM and before in {"from", "join", ",", "("}:
        return _Clause.FROM
    return _Clause.ARGUMENTS


def _chain(tokens: Sequence[Token], first: int, clause: _Clause, verb: str) -> Chain:
    last, names = first, [tokens[first].name]
    while _is_dot(tokens, last + 1) and last + 2 < len(tokens) and _is_part(tokens[last + 2]):
        last += 2
        names.append(tokens[last].name or "*")
    return Chain(first, last, tuple(names), _role(tokens, first, last, clause, verb))


def _role(tokens: Sequence[Token], first: int, last: int, clause: _Clause, verb: str) -> Role:
    """
    First match wins: what stands directly around a name says more than the clause it is in.
    """
    before = tokens[first - 1] if first else None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    word = before.word if before else ""
    called = after is not None and after.word == "("
    literal = after is not None and after.kind is Kind.STRING
    # CREATE TABLE t (a s.t)
    defined = verb in {"create", "alter"} and before is not None and before.is_name
    guesses = (
        (word == "::" or literal or (word == "type" and verb == "alter"), Role.TYPE),
        (word == "schema", Role.SCHEMA),
        (word in _BEFORE_RELATION and not (called and word in _TAKES_ARGUMENTS), Role.RELATION),
        # CREATE INDEX i ON s.t (a)
        (word == "on" and verb in _NAMES_AFTER_ON and clause is not _Clause.ON, Role.RELATION),
        (called, Role.FUNCTION),
        # CAST(x AS s.t): an alias has no dots
        (word == "as", Role.TYPE),
        (clause is _Clause.FROM, Role.RELATION),
        (defined and word not in _NO_COLUMN_NAME, Role.TYPE),
    )
    return next((role for holds, role in guesses if holds), Role.COLUMN)


_NAMES_AFTER_ON: Final = frozenset({"create", "grant", "revoke"})


def _is_part(token: Token) -> bool:
    return token.is_name or token.word == "*"


def _is_dot(tokens: Sequence[Token], index: int) -> bool:
    return 0 <= index < len(tokens) and tokens[index].word == "."


def _follows_dot(tokens: Sequence[Token], index: int) -> bool:
    return _is_dot(tokens, index - 1)
