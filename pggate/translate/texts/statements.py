"""
One text of SQL as its statements.

A semicolon inside a string, a quoted identifier, a dollar quote, a comment or parentheses separates nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.looking import place_of
from pggate.translate.texts.classification import MODIFIERS, classify
from pggate.translate.texts.command_tags import command_tag
from pggate.translate.texts.kinds import CHANGES_ROWS, RETURNS_ROWS, Kind
from pggate.translate.texts.scannable import scannable
from pggate.translate.texts.shapes import shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.translate.syntax.lexer import Token


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
        return self.kind in CHANGES_ROWS and place_of("returning", self.text) is not None

    @property
    def returns_rows(self) -> bool:
        """
        True if a RowDescription precedes its rows.  Of EXECUTE only the prepared statement knows.
        """
        return self.kind in RETURNS_ROWS or self.returning

    @property
    def temporary(self) -> bool:
        """
        True for CREATE TEMP ..., and SELECT ... INTO TEMP.
        """
        if self.words[:1] == ("create",):
            return bool(_TEMPORARY & set(takewhile(MODIFIERS.__contains__, self.words[1:])))
        into = place_of("into", self.text) if self.kind is Kind.CREATE_TABLE_AS else None
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
    if len(text) <= lexer.CACHED_CHARACTERS:
        kind, words = _of_shape(shape(text).text)
    else:
        kind, words = _kind(text)
    return Statement(text, offset, kind, words)


def _kind(text: str) -> tuple[Kind, tuple[str, ...]]:
    words = _leading_words(text)
    return classify(text, words), words


_of_shape: Final = lru_cache(maxsize=1024)(_kind)
"""The same for all texts of a shape: a number is neither a leading word nor one that is looked for."""


def _leading_words(text: str) -> tuple[str, ...]:
    tokens = lexer.head(text, 2 * _WORDS)
    start = next((i for i, token in enumerate(tokens) if token.word != "("), len(tokens))
    words: list[str] = []
    for token in tokens[start : start + _WORDS]:
        if token.kind is not lexer.Kind.WORD:
            break
        words.append(token.word)
    return tuple(words)
