"""
DDL on a view as DDL on a table: on the binder, every relation is a table, so that a plan names it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, rewrite
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS: Final = frozenset({Kind.DROP_VIEW, Kind.ALTER_VIEW, Kind.COMMENT})


def as_table(sql: str, kind: Kind) -> str:
    """
    DROP VIEW, ALTER VIEW and COMMENT ON VIEW with TABLE for VIEW; every other text as it is.
    """
    return rewrite(sql, _first_view(sql)).text if kind in KINDS else sql


def _first_view(sql: str) -> Iterator[Edit]:
    """The keyword stands among the first three words: DROP VIEW, COMMENT ON VIEW."""
    for token in lexer.head(sql, 3):
        if token.word == "view":
            yield Edit(token.start, token.stop, "TABLE")
            return
