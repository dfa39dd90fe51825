"""
Keys as they are written: PRIMARY KEY, UNIQUE, REFERENCES, CHECK, and their clauses (PostgreSQL 15, CREATE
TABLE).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pggate.errors import FeatureNotSupported
from pggate.translate.definitions.key_terms import USUAL, KeyTerms, actions, timing, wrong
from pggate.translate.syntax.looking import closing, name_at, names_between, word_at, words_at

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens

KeyKind: TypeAlias = Literal["p", "u", "f", "c"]
"""As pg_constraint.contype has it."""


@dataclass(frozen=True, slots=True)
class WrittenKey:
    """
    A key as it is written; an empty name leaves it to be made.

    Args:
        kind: p, u, f or c.
        references: The name of the table that a foreign key points to, in its parts.
        condition: Of a CHECK.
        set_columns: Those of ON DELETE SET NULL (…) and SET DEFAULT (…).
        terms: How rows are to be held to it, and when; without the places of those columns.

    """

    kind: KeyKind
    columns: tuple[str, ...]
    name: str = ""
    references: tuple[str, ...] = ()
    referenced: tuple[str, ...] = ()
    condition: str = ""
    set_columns: tuple[str, ...] = ()
    terms: KeyTerms = USUAL


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
    kind = _KEYS.get(word_at(tokens, first))
    if kind is None or first >= stop:
        return None
    read = {"c": _table_check, "f": _foreign_key}.get(kind, _unique_key)
    found = read(tokens, first, stop, name)
    if found is None:
        return None
    at, key = found
    at = _behind_unkept(tokens, at, stop)
    at, terms = timing(tokens, at, stop, key.terms, "conflicting constraint properties")
    if kind == "c" and terms.deferrable:
        raise FeatureNotSupported("CHECK constraints cannot be marked DEFERRABLE")
    at = _behind_unkept(tokens, at, stop)
    if at < stop:
        raise wrong(tokens, at)
    return replace(key, terms=terms)


_KEYS: Final[dict[str, KeyKind]] = {"primary": "p", "unique": "u", "foreign": "f", "check": "c"}
_Found: TypeAlias = tuple[int, WrittenKey]
"""Behind what it is, and what it is."""


def _table_check(tokens: Tokens, first: int, _stop: int, name: str) -> _Found | None:
    found = check_at(tokens, first, name)
    return None if found is None else (closing(tokens, first + 1) + 1, found)


def _unique_key(tokens: Tokens, first: int, stop: int, name: str) -> _Found | None:
    kind = _KEYS[word_at(tokens, first)]
    at = index_clauses(tokens, first + 1, stop) if kind == "u" else first + 2
    if word_at(tokens, at) != "(":
        return None
    last = closing(tokens, at)
    found = WrittenKey(kind, names_between(tokens, at, last), name)
    return index_clauses(tokens, last + 1, stop), found


def _foreign_key(tokens: Tokens, first: int, stop: int, name: str) -> _Found | None:
    at = first + 2
    last = closing(tokens, at)
    if word_at(tokens, at) != "(" or word_at(tokens, last + 1) != "references":
        return None
    return reference(tokens, last + 1, stop, WrittenKey("f", names_between(tokens, at, last), name))


_UNKEPT: Final = (("not", "valid"), ("no", "inherit"))
"""Rows are checked at once, and there is no inheritance."""


def unkept(tokens: Tokens, at: int) -> int:
    """
    How many tokens say there what is not kept of a constraint.
    """
    return next((len(said) for said in _UNKEPT if words_at(tokens, at, len(said)) == said), 0)


def _behind_unkept(tokens: Tokens, at: int, stop: int) -> int:
    while at < stop and (length := unkept(tokens, at)):
        at += length
    return at


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


def reference(tokens: Tokens, at: int, stop: int, key: WrittenKey) -> tuple[int, WrittenKey]:
    """
    Behind REFERENCES s.t (a, b) ON DELETE CASCADE …, and the key with what it says.
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
    at, terms, set_columns = actions(tokens, at, stop)
    found = replace(key, references=tuple(parts), referenced=columns, set_columns=set_columns)
    return at, replace(found, terms=terms)
