"""
ALTER COLUMN as it is written, as far as the lake does not do it by itself: SET and DROP DEFAULT, SET and DROP
NOT NULL, and identity (PostgreSQL 15, ALTER TABLE).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pggate.translate.definitions.written_defaults import default_at, next_value_at, refuse_sets
from pggate.translate.syntax.looking import closing, word_at, words_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.syntax.spans import Span

Action: TypeAlias = Literal[
    "default", "add identity", "set identity", "drop identity", "set not null", "drop not null"
]


@dataclass(frozen=True, slots=True)
class ColumnChange:
    """
    Args:
        action: SET and DROP DEFAULT are one.
        next_of: The text of SET DEFAULT nextval('text'), "" for any other default, or none.
        identity: As pg_attribute.attidentity has it, "" where nothing is said of it.
        options: Of the identity's sequence, as tokens' texts.
        drops: Is it DROP DEFAULT?
        expression: Where that of any other SET DEFAULT stands.
        for_duckdb: What DuckDB gets in the place of the action, None where it gets that itself, "" where
            there is nothing to do for it.  A number is none of its defaults
            (session/definitions/numbered_columns.py).

    """

    column: str
    action: Action
    next_of: str = ""
    identity: str = ""
    options: tuple[str, ...] = ()
    if_exists: bool = False
    drops: bool = False
    for_duckdb: str | None = None
    expression: Span | None = None

    @property
    def of_nulls(self) -> bool:
        """Is it about NOT NULL?"""
        return self.action in ("set not null", "drop not null")


KINDS: Final = {
    ("always",): "a",
    ("by", "default"): "d",
}


def change_at(tokens: Tokens, column: str, at: int, stop: int) -> ColumnChange | None:
    """
    Args:
        at: Behind the column's name.

    Raises what `refuse_sets` and `next_value_at` do.
    """
    for words, read in READERS.items():
        if words_at(tokens, at, len(words)) == words:
            return read(tokens, column, at + len(words), stop)
    if word_at(tokens, at) == "set" and word_at(tokens, at + 1) in OPTIONS:
        return _set_identity(tokens, column, at, stop)
    return None


def _set_default(tokens: Tokens, column: str, at: int, stop: int) -> ColumnChange:
    refuse_sets(tokens, at, stop)
    found = next_value_at(tokens, at, stop)
    if found is None:
        return ColumnChange(column, "default", expression=default_at(tokens, at, stop))
    return ColumnChange(column, "default", found[0], for_duckdb="DROP DEFAULT")


def _dropped_default(_tokens: Tokens, column: str, _at: int, _stop: int) -> ColumnChange:
    return ColumnChange(column, "default", drops=True)


def _required(_tokens: Tokens, column: str, _at: int, _stop: int) -> ColumnChange:
    return ColumnChange(column, "set not null", for_duckdb="")


def _nullable(_tokens: Tokens, column: str, _at: int, _stop: int) -> ColumnChange:
    return ColumnChange(column, "drop not null", for_duckdb="")


def _dropped_identity(tokens: Tokens, column: str, at: int, _stop: int) -> ColumnChange:
    if_exists = words_at(tokens, at, 2) == ("if", "exists")
    return ColumnChange(column, "drop identity", if_exists=if_exists, for_duckdb="DROP DEFAULT")


OPTIONS: Final = frozenset({"increment", "start", "minvalue", "maxvalue", "no", "cycle", "cache", "restart"})
"""What SET says of an identity's sequence."""


def _kind(tokens: Tokens, at: int) -> tuple[str, int]:
    """ALWAYS or BY DEFAULT, and the place behind it; the same place where it is neither."""
    for words, kind in KINDS.items():
        if words_at(tokens, at, len(words)) == words:
            return kind, at + len(words)
    return "", at


def _added_identity(tokens: Tokens, column: str, at: int, stop: int) -> ColumnChange | None:
    kind, at = _kind(tokens, at)
    if not kind or words_at(tokens, at, 2) != ("as", "identity"):
        return None
    options: tuple[str, ...] = ()
    if at + 2 < stop and word_at(tokens, at + 2) == "(":
        options = tuple(token.text for token in tokens[at + 3 : closing(tokens, at + 2)])
    return ColumnChange(column, "add identity", identity=kind, options=options, for_duckdb="DROP DEFAULT")


def _set_identity(tokens: Tokens, column: str, at: int, stop: int) -> ColumnChange:
    """SET GENERATED ALWAYS SET INCREMENT 2 RESTART …"""
    kind, options = "", list[str]()
    while at < stop:
        while word_at(tokens, at) in {"set", "generated"}:
            at += 1
        found, behind = _kind(tokens, at)
        if found:
            kind, at = found, behind
        else:
            options.append(tokens[at].text)
            at += 1
    return ColumnChange(column, "set identity", identity=kind, options=tuple(options), for_duckdb="")


def _set_kind(tokens: Tokens, column: str, at: int, stop: int) -> ColumnChange:
    return _set_identity(tokens, column, at - 1, stop)


READERS: Final[dict[tuple[str, ...], Callable[[Tokens, str, int, int], ColumnChange | None]]] = {
    ("set", "default"): _set_default,
    ("drop", "default"): _dropped_default,
    ("drop", "identity"): _dropped_identity,
    ("set", "not", "null"): _required,
    ("drop", "not", "null"): _nullable,
    ("add", "generated"): _added_identity,
    ("set", "generated"): _set_kind,
    ("restart",): _set_kind,
}
"""What reads an action, by its first words; it goes on behind them."""
