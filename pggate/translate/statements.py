"""
One text of SQL as its statements, and what kind each is, by its leading words.

A semicolon inside a string, a quoted identifier, a dollar quote, a comment or parentheses separates
nothing.  The kind is found through tables; only WITH, SELECT ... INTO, CREATE TABLE ... AS and GRANT need
a look at the words behind.  A statement that is no statement has Kind.UNKNOWN: the engine's parser says
what is wrong with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from pggate.translate import lexer
from pggate.translate.kinds import CHANGES_ROWS, RETURNS_ROWS, Kind, command_tag, defines
from pggate.translate.scannable import scannable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.translate.lexer import Token

__all__ = ["Kind", "Statement", "classify", "command_tag", "split", "unnested"]


@dataclass(frozen=True, slots=True)
class Statement:
    """
    One statement: its text without surrounding white space and semicolon, and where it stood.

    Args:
        text: From the first token on, with spaces for the comments inside.
        offset: Characters before the text in what the client sent.
        kind: What it is.
        words: Its leading words in lower case (eight at most, up to the first token that is no word),
            `WITH ... INSERT` starts with "with".

    """

    text: str
    offset: int
    kind: Kind
    words: tuple[str, ...]

    @property
    def parameters(self) -> frozenset[int]:
        """
        The numbers of its $n.
        """
        if "$" not in self.text:
            return frozenset()
        return frozenset(
            int(token.text[1:]) for token in lexer.tokens(self.text) if token.kind is lexer.Kind.PARAMETER
        )

    @property
    def returning(self) -> bool:
        """
        True if an INSERT, UPDATE, DELETE or MERGE has a RETURNING clause.
        """
        return self.kind in CHANGES_ROWS and _has_word(self.text, "returning")

    @property
    def returns_rows(self) -> bool:
        """
        True if a RowDescription precedes its rows.  Of EXECUTE only the prepared statement knows.
        """
        return self.kind in RETURNS_ROWS or self.returning

    @property
    def modifies(self) -> bool:
        """
        True if rows or definitions change.  Of EXECUTE and EXPLAIN ANALYZE the inner statement knows.
        """
        if self.kind is Kind.COPY:
            return _has_word(self.text, "from")
        return self.kind in CHANGES_ROWS or defines(self.kind)

    @property
    def temporary(self) -> bool:
        """
        True for CREATE TEMP ..., and SELECT ... INTO TEMP.
        """
        if self.words[:1] == ("create",):
            return bool(_TEMPORARY & set(takewhile(_MODIFIERS.__contains__, self.words[1:])))
        into = _index(self.text, "into") if self.kind is Kind.CREATE_TABLE_AS else None
        return into is not None and lexer.tokens(self.text)[into + 1].word in _TEMPORARY

    def tag(self, rows: int | None = None) -> str:
        """
        The tag of CommandComplete, ALL and the like included.
        """
        match self.kind:
            case Kind.DISCARD:
                return " ".join(("DISCARD", *(_DISCARDED.get(w, w.upper()) for w in self.words[1:2])))
            case Kind.DEALLOCATE | Kind.CLOSE if "all" in self.words:
                return f"{self.kind} ALL"
            case _:
                return command_tag(self.kind, rows)


_TEMPORARY: Final = frozenset({"temp", "temporary"})
_DISCARDED: Final = {"temporary": "TEMP"}  # DISCARD's synonym
_WORDS: Final = 8


def split(sql: str) -> tuple[Statement, ...]:
    """
    The statements of a text; () for one that is empty or has only comments and semicolons.

    Raises:
        SyntaxError: A comment has no end, or the text is none that DuckDB's scanner should see.

    """
    sql = scannable(sql)
    body = sql.rstrip(" \t\r\n\f\v;")
    if ";" not in body:
        # Most texts hold one statement: they are not lexed beyond their leading words.
        first = lexer.head(body, 1)
        return (_statement(body[first[0].start :], first[0].start),) if first else ()
    return tuple(_statement(sql[start:stop], start) for start, stop in _spans(lexer.tokens(sql)))


def _spans(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    depth, first, last = 0, None, 0
    for token in tokens:
        if token.word == ";" and depth == 0:
            if first is not None:
                yield first, last
            first = None
            continue
        if token.word in {"(", "["}:
            depth += 1
        elif token.word in {")", "]"}:
            depth = max(0, depth - 1)
        first = token.start if first is None else first
        last = token.stop
    if first is not None:
        yield first, last


def _statement(text: str, offset: int) -> Statement:
    words = _leading_words(text)
    return Statement(text, offset, classify(text, words), words)


def _leading_words(text: str) -> tuple[str, ...]:
    tokens = lexer.head(text, 2 * _WORDS)
    start = next((i for i, token in enumerate(tokens) if token.word != "("), len(tokens))
    words: list[str] = []
    for token in tokens[start : start + _WORDS]:
        if token.kind is not lexer.Kind.WORD:
            break
        words.append(token.word)
    return tuple(words)


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
            roles = not _has_word(text, "on")
            return Kind(f"{words[0].upper()} ROLE" if roles else words[0].upper())
        case _:
            return _longest(_COMMANDS, words)


def _definition(text: str, words: tuple[str, ...]) -> Kind:
    """
    The kind of CREATE [modifiers] object, ALTER object, DROP object.
    """
    verb, rest = words[0], words[1:]
    while rest and rest[0] in _MODIFIERS and _longest(_OBJECTS[verb], rest) is Kind.UNKNOWN:
        rest = rest[1:]
    kind = _longest(_OBJECTS[verb], rest)
    if kind is Kind.CREATE_TABLE and _has_word(text, "as"):
        return Kind.CREATE_TABLE_AS
    return kind


def _longest(table: dict[tuple[str, ...], Kind], words: tuple[str, ...]) -> Kind:
    for length in range(min(_LONGEST, len(words)), 0, -1):
        kind = table.get(words[:length])
        if kind is not None:
            return kind
    return Kind.UNKNOWN


_MODIFIERS: Final = lexer.words(
    "or replace temp temporary local global unlogged persistent recursive unique trusted procedural"
    " constraint default"
)
_SYNONYMS: Final = {("user",): ("role",), ("group",): ("role",), ("macro", "table"): ("macro",)}


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
    into = _index(text, "into")
    if into is None:
        return False
    source = _index(text, "from")
    return source is None or into < source


def _has_word(text: str, word: str) -> bool:
    return _index(text, word) is not None


def _index(text: str, word: str) -> int | None:
    """
    Which token is this word, outside parentheses; None if none is.
    """
    if word not in text.lower():
        return None
    return next((i for i, token in unnested(lexer.tokens(text)) if token.word == word), None)


def unnested(tokens: Sequence[Token], start: int = 0) -> Iterator[tuple[int, Token]]:
    """
    The tokens outside parentheses from `start` on, each with its index; the opening ones included.
    """
    depth = 0
    for index in range(start, len(tokens)):
        token = tokens[index]
        if depth == 0:
            yield index, token
        if token.word in {"(", "[", "{"}:
            depth += 1
        elif token.word in {")", "]", "}"}:
            depth = max(0, depth - 1)
