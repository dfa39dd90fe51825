"""
What DuckDB's own lexer says about a text, where its parser will not.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import Final

import duckdb

UNQUOTED: Final = re.compile(rb"[A-Za-z_\x80-\xff][\w$\x80-\xff]*")
QUOTED: Final = re.compile(rb'"((?:[^"]|"")*)"')
UPPER_CASE: Final = re.compile("[A-Z]")
WORDS: Final = (duckdb.token_type.identifier, duckdb.token_type.keyword)

KEPT: Final = 16
"""Texts.  An analysis asks for the same few again and again, and then never more."""
KEPT_SIZE: Final = 16 * 1024
"""Characters: longer ones are loads with literals in them."""


def folded(sql: str) -> str:
    """
    The text with its unquoted names and keywords in lower case, every character in its old place.

    duckdb 1.5.5: the json_serialize functions ignore preserve_identifier_case=false.  As DuckDB does it, only
    ASCII letters are folded.
    """
    if not UPPER_CASE.search(sql):
        return sql
    return _kept(sql) if len(sql) <= KEPT_SIZE else _folded(sql)


def _folded(sql: str) -> str:
    text = bytearray(sql.encode())
    for offset, kind in duckdb.tokenize(sql):
        if kind in WORDS and (word := UNQUOTED.match(text, offset)):
            text[word.start() : word.end()] = word.group().lower()
    return text.decode()


_kept: Final = lru_cache(KEPT)(_folded)


def called_names(sql: str) -> set[str]:
    """
    Every name before an opening parenthesis, unquoted and in lower case.
    """
    text = sql.encode()
    called = set()
    for (offset, _), (following, _) in itertools.pairwise(duckdb.tokenize(sql)):
        if text[following] != ord("("):
            continue
        if word := UNQUOTED.match(text, offset):
            called.add(word.group().decode().lower())
        elif quoted := QUOTED.match(text, offset):
            called.add(quoted.group(1).decode().replace('""', '"').lower())
    return called
