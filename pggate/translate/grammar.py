"""
The last layer of translation: for a text that DuckDB's parser has refused.

candidates() gives the texts to try in its place, the cheapest first; the parser judges each.
sqlglot, the last of them, is imported only when it is needed: it takes 0.1 s and most servers never do.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.dialect import exclusive_ors, repairs
from pggate.translate.dialect.refusals import refusal
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import rewrite

if TYPE_CHECKING:
    from collections.abc import Iterator


REPAIRS: Final = (
    repairs.column_names,
    repairs.bare_labels,
    repairs.expansions,
    repairs.qualified_stars,
    exclusive_ors.exclusive_ors,
)


def candidates(sql: str) -> Iterator[str]:
    """
    Other texts of the statement that DuckDB may parse; none where it is simply wrong.

    Raises:
        FeatureNotSupported: if the text has something in it that pggate knows and does not do.

    """
    tokens = lexer.tokens(sql)
    edits = [edit for repair in REPAIRS for edit in repair(tokens)]
    repaired = rewrite(sql, edits)
    if repaired.changed:
        yield repaired.text
    unsupported = refusal(sql)
    if unsupported is not None:
        raise unsupported
    try:
        yield transpile(sql)
    except SqlSyntaxError:
        return  # DuckDB's parser has said it already, and where


def transpile(sql: str) -> str:
    """
    The statement in DuckDB's grammar, by sqlglot.

    Raises:
        SyntaxError: if sqlglot cannot parse it either.
        FeatureNotSupported: if it can, and cannot say it for DuckDB.

    """
    import sqlglot  # noqa: PLC0415 see the head of this module
    from sqlglot import errors, exp  # noqa: PLC0415 as above

    logging.getLogger("sqlglot").setLevel(logging.CRITICAL)
    try:
        tree = sqlglot.parse_one(sql, read="postgres")
        if isinstance(tree, exp.Command):
            raise SqlSyntaxError(f'syntax error at or near "{sql.split(maxsplit=1)[0]}"', position=1)
        return tree.sql(dialect="duckdb", unsupported_level=errors.ErrorLevel.RAISE)
    except errors.UnsupportedError as error:
        raise FeatureNotSupported(str(error).splitlines()[0]) from error
    except errors.SqlglotError as error:
        raise _syntax_error(sql, error) from error


def _syntax_error(sql: str, error: Exception) -> SqlSyntaxError:
    """
    PostgreSQL's wording, at the place where sqlglot stopped if it says so.
    """
    details = getattr(error, "errors", None) or [{}]
    line, column, text = (details[0].get(key) for key in ("line", "col", "highlight"))
    if not line or not column or not text:
        return SqlSyntaxError("syntax error", detail=re.sub(r"\x1b\[\d+m", "", str(error)).splitlines()[0])
    # sqlglot counts columns from 1 and gives that of the token's last character.
    before = "".join(sql.splitlines(keepends=True)[: line - 1])
    return SqlSyntaxError(f'syntax error at or near "{text}"', position=len(before) + column - len(text) + 1)
