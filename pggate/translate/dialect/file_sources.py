"""
Files as tables, which DuckDB has and PostgreSQL has not: FROM read_parquet('s3://…'), FROM 'rows.csv'.

The binder reads no file.  So it is asked about the text with a table in the place of each, and the engine
runs it with the files.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, rewrite
from pggate.translate.syntax.lexer import Kind, Token
from pggate.translate.syntax.looking import closing, word_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

READERS: Final = frozenset(
    {
        "parquet_scan",
        "read_blob",
        "read_csv",
        "read_csv_auto",
        "read_json",
        "read_json_auto",
        "read_ndjson",
        "read_ndjson_auto",
        "read_parquet",
        "read_text",
    }
)
STANDS_IN: Final = "~file_"
_HINT: Final = re.compile(r"\bread_|\bparquet_scan\b|\b(?:from|join)\s*'", re.IGNORECASE)
_NAME: Final = re.compile(rf'(?:(?:\w+|"[^"]+")\.)*"{STANDS_IN}(\d+)"')
_BEFORE: Final = frozenset({"from", "join", ","})


class FileSources(NamedTuple):
    """
    A text about tables, and what each stands for.

    Args:
        text: Its tables are called "~file_0", "~file_1", …
        sources: What follows FROM in the place of each.

    """

    text: str
    sources: tuple[str, ...]

    def read(self, text: str) -> str:
        """
        What became of the text, with the files again.
        """
        return _NAME.sub(lambda found: self.sources[int(found[1])], text)


def file_sources(sql: str) -> FileSources | None:
    """
    The text with tables in the place of files; None where it reads none.
    """
    if not _HINT.search(sql):
        return None
    tokens = lexer.tokens(sql)
    found = list(_found(tokens))
    if not found:
        return None
    edits = [
        Edit(first.start, last.stop, f'"{STANDS_IN}{number}"') for number, (first, last) in enumerate(found)
    ]
    return FileSources(rewrite(sql, edits).text, tuple(sql[first.start : last.stop] for first, last in found))


def _found(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """The first and the last token of each."""
    selects = [False]  # within each of the open parentheses, has there been a SELECT?
    for i, token in enumerate(tokens):
        before = word_at(tokens, i - 1)
        if token.word == "(":
            selects.append(False)
        elif token.word == ")" and len(selects) > 1:
            selects.pop()
        elif token.word == "select":
            selects[-1] = True
        elif before in _BEFORE and token.word in READERS and word_at(tokens, i + 1) == "(":
            yield token, tokens[closing(tokens, i + 1)]
        elif token.kind is Kind.STRING and selects[-1] and _is_source(before, word_at(tokens, i - 2)):
            yield token, token


def _is_source(before: str, earlier: str) -> bool:
    """Is it a clause that the text follows?  Not so in IS DISTINCT FROM 'a'."""
    return before == "join" or (before == "from" and earlier != "distinct")
