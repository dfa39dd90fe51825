"""
What kind a statement is, by its leading words.

The kind is found through tables; only WITH, SELECT ... INTO, CREATE TABLE ... AS and GRANT need a look at the
words behind.  A statement that is no statement has Kind.UNKNOWN: the engine's parser says what is wrong with
it.
"""

from __future__ import annotations

from typing import Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.looking import place_of, unnested
from pggate.translate.texts.kinds import Kind


def classify(text: str, words: tuple[str, ...]) -> Kind:
    """
    The kind of one statement's text that begins with these words.
    """
    match words[:1]:
        case ("with",):
            return _after_with(text)
        case ("select" | "values" | "table" | "from",):
            return Kind.CREATE_TABLE_AS if words[0] == "select" and _selects_into(text) else Kind.SELECT
        case ("create" | "alter" | "drop",):
            return _definition(text, words)
        case ("grant" | "revoke",):
            roles = place_of("on", text) is None
            return Kind(f"{words[0].upper()} ROLE" if roles else words[0].upper())
        case _:
            return _longest(_COMMANDS, words)


def _definition(text: str, words: tuple[str, ...]) -> Kind:
    """
    The kind of CREATE [modifiers] object, ALTER object, DROP object.
    """
    verb, rest = words[0], words[1:]
    while rest and rest[0] in MODIFIERS and _longest(_OBJECTS[verb], rest) is Kind.UNKNOWN:
        rest = rest[1:]
    kind = _longest(_OBJECTS[verb], rest)
    if kind is Kind.CREATE_TABLE and place_of("as", text) is not None:
        return Kind.CREATE_TABLE_AS
    return kind


def _longest(table: dict[tuple[str, ...], Kind], words: tuple[str, ...]) -> Kind:
    for length in range(min(_LONGEST, len(words)), 0, -1):
        kind = table.get(words[:length])
        if kind is not None:
            return kind
    return Kind.UNKNOWN


MODIFIERS: Final = lexer.words(
    "or replace temp temporary local global unlogged persistent recursive unique trusted procedural"
    " constraint default"
)
_SYNONYMS: Final = {
    ("user",): ("role",),
    ("group",): ("role",),
    ("macro", "table"): ("macro",),
    ("streaming", "view"): ("materialized", "view"),
}


def _objects() -> dict[str, dict[tuple[str, ...], Kind]]:
    objects: dict[str, dict[tuple[str, ...], Kind]] = {"create": {}, "alter": {}, "drop": {}}
    for kind in Kind:
        verb, *rest = kind.value.lower().split()
        if verb in objects and kind is not Kind.CREATE_TABLE_AS:
            objects[verb][tuple(rest)] = kind
    for table in objects.values():
        table |= {new: table[old] for new, old in _SYNONYMS.items() if old in table}
    return objects


_OBJECTS: Final = _objects()

# What is not the words of its Kind's value.
_SPELLINGS: Final[dict[tuple[str, ...], Kind]] = {
    ("abort",): Kind.ROLLBACK,
    ("refresh", "streaming", "view"): Kind.REFRESH_MATERIALIZED_VIEW,
    ("end",): Kind.COMMIT,
    ("rollback", "to"): Kind.ROLLBACK_TO,
    ("rollback", "work", "to"): Kind.ROLLBACK_TO,
    ("rollback", "transaction", "to"): Kind.ROLLBACK_TO,
    ("truncate",): Kind.TRUNCATE,
    ("lock",): Kind.LOCK,
    ("declare",): Kind.DECLARE,
    ("close",): Kind.CLOSE,
    ("analyse",): Kind.ANALYZE,
    ("set", "session", "characteristics"): Kind.SET_TRANSACTION,
    ("set", "local", "role"): Kind.SET_ROLE,
    ("set", "session", "role"): Kind.SET_ROLE,
    ("set", "local", "session", "authorization"): Kind.SET_SESSION_AUTHORIZATION,
    ("set", "session", "session", "authorization"): Kind.SET_SESSION_AUTHORIZATION,
    ("desc",): Kind.DESCRIBE,
    ("pivot_wider",): Kind.PIVOT,
    ("pivot_longer",): Kind.UNPIVOT,
    ("force", "install"): Kind.INSTALL,
    ("force", "checkpoint"): Kind.CHECKPOINT,
}
_COMMANDS: Final[dict[tuple[str, ...], Kind]] = {
    **{
        tuple(kind.value.lower().split()): kind
        for kind in Kind
        if kind.value.split()[0] not in {"CREATE", "ALTER", "DROP", "UNKNOWN"}
    },
    **_SPELLINGS,
}
_LONGEST: Final = 4
_VERBS: Final = frozenset({"select", "insert", "update", "delete", "merge", "values", "table", "from"})
_CHANGES: Final = {
    "insert": Kind.INSERT,
    "update": Kind.UPDATE,
    "delete": Kind.DELETE,
    "merge": Kind.MERGE,
}


def _after_with(text: str) -> Kind:
    """
    What a WITH clause belongs to: the first verb outside parentheses that no CTE has for a name.
    """
    before = ""
    for _, token in unnested(lexer.tokens(text)):
        if token.word in _VERBS and before not in {"with", "recursive", ","}:
            if token.word == "select" and _selects_into(text):
                return Kind.CREATE_TABLE_AS
            return _CHANGES.get(token.word, Kind.SELECT)
        if token.word == "(" and before in {"", "("}:
            return Kind.SELECT  # the whole stands in parentheses, or what follows the WITH clause
        before = token.word
    return Kind.UNKNOWN


def _selects_into(text: str) -> bool:
    """
    True if the outermost SELECT has an INTO clause, which stands before FROM (PostgreSQL 15, SELECT INTO).
    """
    into = place_of("into", text)
    if into is None:
        return False
    source = place_of("from", text)
    return source is None or into < source
