"""
Rules on definitions: the clauses of PostgreSQL's DDL that say how a server stores, not what.

Whatever would change the meaning of a table is not touched here: DuckDB's parser refuses it.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidTableDefinition
from pggate.translate.definitions.left_out import left_out
from pggate.translate.definitions.written_options import only_storage
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.looking import unnested, word_at, words_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Findings, Tokens


def storage_clauses(tokens: Tokens) -> Findings:
    """
    TABLESPACE t, USING heap, WITHOUT OIDS, WITH (fillfactor = 70) of CREATE TABLE: left out with a notice.
    """
    if not _creates(tokens, "table"):
        return
    for i, token in unnested(tokens):
        last = _end_of_storage_clause(tokens, i)
        if last is not None:
            yield Edit(token.start, tokens[last].stop, "")
            yield left_out("CREATE TABLE", _clause_name(tokens, i))
        elif token.word in {"as", "select"}:
            return


def _end_of_storage_clause(tokens: Tokens, i: int) -> int | None:
    word, following = tokens[i].word, tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return None
    if (
        word == "tablespace"
        or (word == "using" and following.is_name)
        or (word, following.word) == ("without", "oids")
    ):
        return i + 1
    if word == "with" and following.word == "(":
        close = _closing(tokens, i + 1)
        return close if close is not None and only_storage(tokens[i + 2 : close]) else None
    return None


def _clause_name(tokens: Tokens, i: int) -> str:
    return "WITHOUT OIDS" if tokens[i].word == "without" else tokens[i].text.upper()


def at_commit(tokens: Tokens) -> Iterator[Edit]:
    """
    ON COMMIT DROP and ON COMMIT DELETE ROWS, which the session does: duckdb 1.5.5 has neither.

    Raises:
        InvalidTableDefinition: 42P16, the table is no temporary one.

    """
    found = _on_commit(tokens)
    if found is None:
        return
    at, action = found
    if not any(token.word in _TEMPORARY for token in tokens[:_KINDS]):
        raise InvalidTableDefinition("ON COMMIT can only be used on temporary tables")
    if action != PRESERVE:
        yield Edit(tokens[at].start, tokens[at + len(_ACTIONS[action]) + 1].stop, "")


def on_commit(sql: str) -> str:
    """
    The first word of what becomes of a table when its transaction commits, drop or delete; "" if nothing.
    """
    found = _on_commit(lexer.tokens(sql)) if "commit" in sql.lower() else None
    return "" if found is None or found[1] == PRESERVE else found[1]


PRESERVE: Final = "preserve"
_ACTIONS: Final = {"drop": ("drop",), "delete": ("delete", "rows"), PRESERVE: (PRESERVE, "rows")}
_TEMPORARY: Final = frozenset({"temp", "temporary"})
_KINDS: Final = 4
"""CREATE OR REPLACE TEMP: so far a table's kind may stand."""


def _on_commit(tokens: Tokens) -> tuple[int, str] | None:
    """Where the clause stands, and the first word of what it says."""
    if not _creates(tokens, "table"):
        return None
    for i, _ in unnested(tokens):
        if words_at(tokens, i, 2) == ("on", "commit"):
            for action, words_of in _ACTIONS.items():
                if words_at(tokens, i + 2, len(words_of)) == words_of:
                    return i, action
    return None


def view_options(tokens: Tokens) -> Findings:
    """
    CREATE VIEW v WITH (security_barrier) AS: nobody sees more than the view shows anyway.
    """
    if not _creates(tokens, "view"):
        return
    for i, token in unnested(tokens):
        if token.word == "as":
            return
        if token.word == "with" and i + 1 < len(tokens) and tokens[i + 1].word == "(":
            close = _closing(tokens, i + 1)
            if close is not None:
                yield Edit(token.start, tokens[close].stop, "")
                yield left_out("CREATE VIEW", "WITH")


def global_temporary(tokens: Tokens) -> Iterator[Edit]:
    """
    GLOBAL says nothing in CREATE GLOBAL TEMPORARY TABLE (PostgreSQL 15, CREATE TABLE, "Compatibility").
    """
    for token, following in itertools.pairwise(tokens):
        if token.word == "global" and following.word in {"temp", "temporary"}:
            yield Edit(token.start, following.start, "")


_TRUNCATE_OPTIONS: Final = frozenset({"restart", "continue", "identity", "cascade", "restrict"})


def truncate_options(tokens: Tokens) -> Iterator[Edit]:
    """
    TRUNCATE t RESTART IDENTITY CASCADE: the session restarts the sequences, and no foreign keys hold.
    """
    if not tokens or tokens[0].word != "truncate":
        return
    last = len(tokens)
    while last > 2 and tokens[last - 1].word in _TRUNCATE_OPTIONS:
        last -= 1
    if last < len(tokens):
        yield Edit(tokens[last - 1].stop, tokens[-1].stop, "")


def restarts_numbers(sql: str) -> bool:
    """
    Is it TRUNCATE … RESTART IDENTITY?
    """
    tokens = lexer.tokens(sql)
    return any(words_at(tokens, at, 2) == ("restart", "identity") for at in range(len(tokens)))


def overriding(tokens: Tokens) -> Iterator[Edit]:
    """
    INSERT … OVERRIDING SYSTEM VALUE: the values that are given are taken anyway.
    """
    for i, token in unnested(tokens):
        if token.word == "overriding" and word_at(tokens, i + 2) == "value":
            yield Edit(token.start, tokens[i + 2].stop, "")


def schema_owner(tokens: Tokens) -> Iterator[Edit]:
    """
    CREATE SCHEMA [s] AUTHORIZATION u: without a name of its own the schema takes its owner's.
    """
    if not _creates(tokens, "schema"):
        return
    for i, token in unnested(tokens):
        if token.word == "authorization" and i + 1 < len(tokens):
            named = tokens[i - 1].is_name and tokens[i - 1].word not in {"schema", "exists"}
            yield Edit(token.start, tokens[i + 1].stop if named else tokens[i + 1].start, "")


def _creates(tokens: Tokens, what: str) -> bool:
    return bool(tokens) and tokens[0].word == "create" and what in {token.word for token in tokens[1:6]}


def _closing(tokens: Tokens, opening: int) -> int | None:
    """
    The partner of the parenthesis at `opening`.
    """
    depth = 0
    for i in range(opening, len(tokens)):
        depth += {"(": 1, ")": -1}.get(tokens[i].word, 0)
        if depth == 0:
            return i
    return None
