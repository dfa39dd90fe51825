"""
Time travel: `FROM t AT (VERSION => 3)`, `AT (TIMESTAMP => now())`, DuckDB's clause for DuckLake's snapshots.

The binder's relations have no snapshots, so it is asked about the text without the clause.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, rewrite

if TYPE_CHECKING:
    from collections.abc import Iterator

_HINT: Final = re.compile(r"\bat\s*\(\s*(?:version|timestamp)\b", re.IGNORECASE)
_WHAT: Final = frozenset({"version", "timestamp"})


def travels(sql: str) -> bool:
    """
    True if some relation is read as of a snapshot.
    """
    return next(_clauses(sql), None) is not None


def without_travel(sql: str) -> str:
    """
    The same about the present.
    """
    return rewrite(sql, _clauses(sql)).text


def _clauses(sql: str) -> Iterator[Edit]:
    if not _HINT.search(sql):
        return
    tokens = lexer.tokens(sql)
    for i, token in enumerate(tokens[:-2]):
        if token.word == "at" and tokens[i + 1].word == "(" and tokens[i + 2].word in _WHAT:
            depth = 0
            for end in tokens[i + 1 :]:
                depth += {"(": 1, ")": -1}.get(end.word, 0)
                if depth == 0:
                    yield Edit(token.start, end.stop, "")
                    break
