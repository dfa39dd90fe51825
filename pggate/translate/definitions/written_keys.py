"""
Keys as they are written: PRIMARY KEY, UNIQUE, REFERENCES, CHECK, and their clauses (PostgreSQL 15, CREATE
TABLE).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pggate.translate.syntax.looking import closing, name_at, word_at, words_at

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens

KeyKind: TypeAlias = Literal["p", "u", "f", "c"]
"""As pg_constraint.contype has it."""

REFERENTIAL: Final = frozenset({"cascade", "restrict"})


@dataclass(frozen=True, slots=True)
class WrittenKey:
    """
    A key as it is written; an empty name leaves it to be made.

    Args:
        kind: p, u, f or c.
        references: The name of the table that a foreign key points to, in its parts.
        condition: Of a CHECK.

    """

    kind: KeyKind
    columns: tuple[str, ...]
    name: str = ""
    references: tuple[str, ...] = ()
    referenced: tuple[str, ...] = ()
    condition: str = ""


def check_at(tokens: Tokens, at: int, name: str) -> WrittenKey | None:
    """
    CHECK (…); None where the condition is none.
    """
    if word_at(tokens, at) != "check" or word_at(tokens, at + 1) != "(":
        return None
    condition = " ".join(token.text for token in tokens[at + 2 : closing(tokens, at + 1)])
    return WrittenKey("c", (), name, condition=condition)


def table_key(tokens: Tokens, first: int, stop: int) -> WrittenKey | None:
    """
    PRIMARY KEY (a, b), UNIQUE (a), FOREIGN KEY (a) REFERENCES t, CHECK (c), with or without CONSTRAINT name.
    """
    name = ""
    if word_at(tokens, first) == "constraint":
        name = name_at(tokens, first + 1)
        first += 2
    if word_at(tokens, first) == "check":
        return check_at(tokens, first, name)
    kind = _KEYS.get(word_at(tokens, first))
    if kind is None or first >= stop:
        return None
    at = first + (1 if kind == "u" else 2)
    if kind == "u":
        at = index_clauses(tokens, at, stop)
    if word_at(tokens, at) != "(":
        return None
    last = closing(tokens, at)
    columns = names_between(tokens, at, last)
    if kind == "f" and word_at(tokens, last + 1) == "references":
        _, references, referenced = reference(tokens, last + 1, stop)
        return WrittenKey(kind, columns, name, references, referenced)
    return None if kind == "f" else WrittenKey(kind, columns, name)


_KEYS: Final[dict[str, KeyKind]] = {"primary": "p", "unique": "u", "foreign": "f"}

_TIMINGS: Final = (
    ("not", "deferrable"),
    ("deferrable",),
    ("initially", "deferred"),
    ("initially", "immediate"),
    ("not", "valid"),
    ("no", "inherit"),
)


def timing(tokens: Tokens, at: int) -> int:
    """
    How many tokens say there when a constraint is checked.
    """
    return next((len(said) for said in _TIMINGS if words_at(tokens, at, len(said)) == said), 0)


def index_clauses(tokens: Tokens, at: int, stop: int) -> int:
    """
    Behind NULLS NOT DISTINCT, INCLUDE (…), WITH (…), USING INDEX TABLESPACE t.
    """
    while at < stop:
        if words_at(tokens, at, 3) == ("nulls", "not", "distinct"):
            at += 3
        elif words_at(tokens, at, 2) == ("nulls", "distinct"):
            at += 2
        elif word_at(tokens, at) in {"include", "with"} and word_at(tokens, at + 1) == "(":
            at = closing(tokens, at + 1) + 1
        elif words_at(tokens, at, 3) == ("using", "index", "tablespace"):
            at += 4
        else:
            return at
    return at


def reference(tokens: Tokens, at: int, stop: int) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """
    Behind REFERENCES s.t (a, b) ON DELETE CASCADE …, the table's name in parts, and its columns.
    """
    at += 1
    parts = [name_at(tokens, at)]
    while word_at(tokens, at + 1) == "." and at + 2 < stop:
        at += 2
        parts.append(name_at(tokens, at))
    at += 1
    columns: tuple[str, ...] = ()
    if at < stop and word_at(tokens, at) == "(":
        last = closing(tokens, at)
        columns = names_between(tokens, at, last)
        at = last + 1
    while at < stop:
        if word_at(tokens, at) == "match":
            at += 2
        elif word_at(tokens, at) == "on" and word_at(tokens, at + 1) in {"delete", "update"}:
            at += 3 if word_at(tokens, at + 2) in REFERENTIAL else 4
            if word_at(tokens, at) == "(":
                at = closing(tokens, at) + 1
        else:
            break
    return at, tuple(parts), columns


def names_between(tokens: Tokens, opening: int, last: int) -> tuple[str, ...]:
    """
    The names of `(a, "B")`.
    """
    return tuple(token.name for token in tokens[opening + 1 : last] if token.is_name)
