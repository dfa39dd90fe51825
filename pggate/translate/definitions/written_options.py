"""
The parameters of a table as they are written: WITH (…) of CREATE TABLE, SET (…) and RESET (…) of ALTER TABLE
(PostgreSQL 15, CREATE TABLE, "Storage Parameters").

What a topic's take is known to who keeps them (lake/topic_options.py); PostgreSQL's own say how a server
stores.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.definitions.left_out import left_out
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.looking import closing, commas, unnested, word_at
from pggate.translate.syntax.quoting import string_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.syntax.lexer import Token
    from pggate.translate.syntax.looking import Findings, Tokens

# PostgreSQL 15, CREATE TABLE, "Storage Parameters"
_STORAGE_PARAMETERS: Final = words(
    "fillfactor toast_tuple_target parallel_workers autovacuum_enabled vacuum_index_cleanup vacuum_truncate"
    " user_catalog_table oids"
)
TOPIC_PARAMETERS: Final = words("partition_by sort_by retention retention_column evolve on_error ingested_at")
_STORAGE_PREFIXES: Final = ("autovacuum_", "toast.", "log_autovacuum_")


@dataclass(frozen=True, slots=True)
class WrittenOptions:
    """
    Args:
        given: Names and values, in their order; without those that say how a server stores.
        reset: The names in RESET (…).

    """

    given: tuple[tuple[str, str], ...] = ()
    reset: tuple[str, ...] = ()


def written_options(sql: str) -> WrittenOptions | None:
    """
    What WITH (…) of a CREATE TABLE says beside storage; None where it says nothing.
    """
    tokens = lexer.tokens(sql)
    at = _clause(tokens)
    return None if at is None else read_options(tokens, at + 1)


def clauses(tokens: Tokens) -> Findings:
    """
    WITH (…) of CREATE TABLE where it says more than how a server stores: nothing for DuckDB.  What says
    anything else is left for the session to refuse.
    """
    at = _clause(tokens)
    if at is None:
        return
    close = closing(tokens, at + 1)
    names = [name for name, _ in _items(tokens, at + 1, close)]
    if all(is_storage(name) or name in TOPIC_PARAMETERS for name in names):
        yield Edit(tokens[at].start, tokens[close].stop, "")
        if any(map(is_storage, names)):
            yield left_out("CREATE TABLE", "WITH")


def _clause(tokens: Tokens) -> int | None:
    """Where such a WITH stands."""
    if word_at(tokens, 0) != "create" or "table" not in {token.word for token in tokens[1:6]}:
        return None
    for i, token in unnested(tokens):
        if token.word in {"as", "select"}:
            return None
        if token.word == "with" and word_at(tokens, i + 1) == "(":
            close = closing(tokens, i + 1)
            is_more = tokens[close].word == ")" and not only_storage(tokens[i + 2 : close])
            return i if is_more else None
    return None


def read_options(tokens: Tokens, opening: int, *, resets: bool = False) -> WrittenOptions:
    """
    Those between parentheses.

    Raises:
        SyntaxError: 42601, RESET says values.

    """
    items = _items(tokens, opening, closing(tokens, opening))
    named = [(name, value) for name, value in items if not is_storage(name)]
    if not resets:
        return WrittenOptions(tuple((name, "true" if value is None else value) for name, value in named))
    if any(value is not None for _, value in items):
        raise SqlSyntaxError("RESET must not include values for parameters")
    return WrittenOptions(reset=tuple(name for name, _ in named))


def only_storage(tokens: Sequence[Token]) -> bool:
    """
    True if every option in `a = 1, toast.b = 2` is one of PostgreSQL's storage parameters.
    """
    keys, key = [], ""
    for token in (*tokens, None):
        if token is None or token.word == ",":
            keys.append(key.partition("=")[0])
            key = ""
        else:
            key += token.word
    return all(map(is_storage, keys))


def is_storage(name: str) -> bool:
    return name in _STORAGE_PARAMETERS or name.startswith(_STORAGE_PREFIXES)


def _items(tokens: Tokens, opening: int, close: int) -> list[tuple[str, str | None]]:
    """Names, with what a namespace is before them, and values; PostgreSQL's true where there is none."""
    borders = [opening, *commas(tokens, opening, close), close]
    return [_item(tokens[before + 1 : after]) for before, after in pairwise(borders)]


def _item(tokens: Sequence[Token]) -> tuple[str, str | None]:
    at = next((i for i, token in enumerate(tokens) if token.word == "="), len(tokens))
    name = "".join(token.name if token.is_name else token.text for token in tokens[:at])
    return name, None if at == len(tokens) else "".join(map(_value, tokens[at + 1 :]))


def _value(token: Token) -> str:
    if token.kind is lexer.Kind.STRING:
        return string_value(token.text)
    return token.name if token.kind is lexer.Kind.QUOTED else token.text
