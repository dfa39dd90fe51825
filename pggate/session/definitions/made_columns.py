"""
The columns that CREATE TABLE AS makes, as a client would be told of them: the types that the query gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.dialect.spellings import into_clause
from pggate.translate.syntax import lexer
from pggate.translate.texts.kinds import Kind
from pggate.translate.texts.statements import split
from pggate.translate.writing import queries
from pggate.types.ducktype import parse
from pggate.types.table import BPCHAR, CHAR, JSONB, NAME, TIME, TIMESTAMP, TIMESTAMPTZ, VARCHAR
from pggate.types.unconstrained import is_unconstrained

if TYPE_CHECKING:
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.outcome import Column
    from pggate.translate.texts.statements import Statement

_UNTOLD: Final = frozenset({VARCHAR, BPCHAR, NAME, CHAR, JSONB})
"""Types that are another's to the lake."""
_MODIFIED: Final = frozenset({TIMESTAMP, TIMESTAMPTZ, TIME})
"""Types that the lake keeps without their modifier."""


def is_untold(column: Column) -> bool:
    """
    Does DuckDB's type of such a column not tell what it is?
    """
    of_type = column.type.element or column.type
    is_computed = column.typmod == -1 and "DECIMAL" in column.duckdb
    is_modified = column.typmod != -1 and (
        of_type in _MODIFIED or is_unconstrained(parse(column.duckdb).innermost)
    )
    return is_computed or is_modified or of_type in _UNTOLD


def made_columns(analyst: Analyst, analysed: Analysed) -> tuple[Column, ...]:
    """
    The columns of the query; () of a statement that is no CREATE TABLE AS.
    """
    text = _query(analysed.statement) if analysed.statement.kind is Kind.CREATE_TABLE_AS else ""
    if not text:
        return ()
    (query,) = split(text)
    return analyst.analyse(query, analysed.parameters, describe=True).columns or ()


def _query(statement: Statement) -> str:
    """What CREATE TABLE AS and SELECT INTO make a table of."""
    if statement.words[:1] == ("create",):
        inner = queries.inner(statement.text, statement.kind)
        return inner.query if inner is not None else ""
    into = into_clause(lexer.tokens(statement.text))
    return "" if into is None else statement.text[: into.start] + statement.text[into.stop :]
