"""
Texts of SQL as tokens with their offsets: PostgreSQL's lexical rules (PostgreSQL 15, 4.1) and DuckDB's.

White space and comments are no tokens: they are what lies between one token's end and the next one's
start.  Lexing never fails.  A string or comment without an end becomes one BROKEN token up to the end of
the text, which the engine's parser will refuse with its own words.  Strings follow
standard_conforming_strings = on: a backslash escapes only inside E''.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.syntax.quoting import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

# A text longer than this is mostly one long list of values, and is not worth keeping for long.
CACHED_CHARACTERS: Final = 16_384

# While a load with its values in it is analysed, it is looked through half a dozen times.  Tokens take some
# 40 times the room of their text.
RECENT_CHARACTERS: Final = 512 * 1024


class Kind(IntEnum):
    WORD = 1  # a keyword or an identifier without quotes
    QUOTED = 2  # "identifier", U&"identifier"
    STRING = 3  # '', E'', U&'', B'', X'', N'', $tag$ $tag$
    NUMBER = 4
    PARAMETER = 5  # $1
    OPERATOR = 6
    PUNCTUATION = 7  # ( ) [ ] { } , ; . : and every character that nothing else wants
    BROKEN = 8  # a string, quoted identifier or comment without an end


class Token(NamedTuple):
    """
    One token; `word` is the text in lower case for a WORD, and the text itself for OPERATOR and PUNCTUATION.

    For every other kind it is empty, so `token.word == "from"` is never true of a string or of "from".
    """

    kind: Kind
    text: str
    start: int
    stop: int
    word: str

    @property
    def is_name(self) -> bool:
        return self.kind is Kind.WORD or self.kind is Kind.QUOTED

    @property
    def name(self) -> str:
        """
        The identifier meant: folded to lower case unless it was quoted (PostgreSQL 15, 4.1.1).
        """
        return unquote(self.text) if self.kind is Kind.QUOTED else self.word


# An operator of several characters ends in + or - only if it contains one of ~ ! @ # % ^ & | ` ?
# and never contains the start of a comment (PostgreSQL 15, 4.1.3).  Of a long row of + and - each is one, so
# what is looked through for it has a limit.
_TOKEN: Final = re.compile(
    r"""
      (?P<SPACE>      \s+ )
    | (?P<REMARK>     --[^\r\n]* )
    | (?P<STRING>     (?: [bBxXnN] | [uU]& )?'[^']*+(?:''[^']*+)*+'
                    | [eE]'[^'\\]*+(?:(?:''|\\.)[^'\\]*+)*+'
                    | \$(?P<tag>(?:[^\W\d]\w*)?)\$.*?\$(?P=tag)\$ )
    | (?P<QUOTED>     (?:[uU]&)?"[^"]*+(?:""[^"]*+)*+" )
    | (?P<BROKEN>     (?:[bBxXnNeE]|[uU]&)?'.* | (?:[uU]&)?".* | \$(?:[^\W\d]\w*)?\$.* )
    | (?P<WORD>       [^\W\d][\w$]* )
    | (?P<PARAMETER>  \$\d+ )
    | (?P<NUMBER>     0[xX][0-9a-fA-F_]+ | 0[bB][01_]+ | 0[oO][0-7_]+
                    | (?: \d[\d_]*(?:\.(?!\.)[\d_]*)? | \.\d[\d_]* ) (?:[eE][+-]?\d+)? )
    | (?P<COMMENT>    /\* )
    | (?P<OPERATOR>   ::|:=
                    | (?: (?!--|/\*)[-+*/<>=] ){0,16} [~!@\#%^&|`?] (?: (?!--|/\*)[-+*/<>=~!@\#%^&|`?] )*
                    | (?: (?!--|/\*)[-+*/<>=] ){0,16} (?!/\*)[*/<>=]
                    | [-+] )
    | (?P<PUNCTUATION> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_COMMENT_EDGE: Final = re.compile(r"/\*|\*/")
_KINDS: Final = {kind.name: kind for kind in Kind}
_NO_TOKENS: Final = frozenset({"SPACE", "REMARK", "COMMENT"})


def words(text: str) -> frozenset[str]:
    """
    A set of words, written as a line of them.
    """
    return frozenset(text.split())


def tokens(sql: str) -> tuple[Token, ...]:
    """
    Every token of the text, in order.
    """
    if len(sql) <= CACHED_CHARACTERS:
        return _cached(sql)
    return _recent(sql) if len(sql) <= RECENT_CHARACTERS else _lex(sql)


def head(sql: str, count: int) -> tuple[Token, ...]:
    """
    The first `count` tokens, without looking at the rest of the text.
    """
    return _lex(sql, count)


def comments(sql: str) -> Iterator[tuple[int, int]]:
    """
    Where each comment begins and ends.
    """
    return ((start, stop) for group, start, stop in _pieces(sql) if group in {"COMMENT", "REMARK"})


def _lex(sql: str, count: int | None = None) -> tuple[Token, ...]:
    pieces = (piece for piece in _pieces(sql) if piece[0] not in _NO_TOKENS)
    return tuple(
        _token(_KINDS[group], sql[start:stop], start, stop) for group, start, stop in islice(pieces, count)
    )


def _pieces(sql: str) -> Iterator[tuple[str, int, int]]:
    """
    The whole text, white space and comments included: each piece's group in _TOKEN, its start and its stop.
    """
    position, end, match = 0, len(sql), _TOKEN.match
    while position < end:
        hit = match(sql, position)
        if hit is None:
            raise AssertionError("the last alternative takes any character")
        group, start, position = hit.lastgroup or "", position, hit.end()
        if group == "COMMENT":
            position = _comment_end(sql, position)
            if position < 0:
                group, position = "BROKEN", end
        yield group, start, position


_cached: Final = lru_cache(maxsize=256)(_lex)
_recent: Final = lru_cache(maxsize=2)(_lex)


def _token(kind: Kind, text: str, start: int, stop: int) -> Token:
    if kind is Kind.WORD:
        return Token(kind, text, start, stop, text.lower())
    if kind is Kind.OPERATOR or kind is Kind.PUNCTUATION:
        return Token(kind, text, start, stop, text)
    return Token(kind, text, start, stop, "")


def _comment_end(sql: str, position: int) -> int:
    """
    Where the comment opened just before `position` ends; comments nest.  -1: nowhere.
    """
    depth = 1
    while depth:
        edge = _COMMENT_EDGE.search(sql, position)
        if edge is None:
            return -1
        depth += 1 if edge.group() == "/*" else -1
        position = edge.end()
    return position
