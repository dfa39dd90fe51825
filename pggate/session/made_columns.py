"""
The columns that CREATE TABLE AS makes, as a client would be told of them: the types that the query gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.translate.texts.kinds import Kind
from pggate.translate.texts.statements import split
from pggate.translate.writing import queries

if TYPE_CHECKING:
    from pggate.session.analysed import Analysed
    from pggate.session.analysis import Analyst
    from pggate.session.outcome import Column


def made_columns(analyst: Analyst, analysed: Analysed) -> tuple[Column, ...]:
    """
    The columns of the query; () of a statement that is no CREATE TABLE AS, and of SELECT INTO.
    """
    statement = analysed.statement
    is_written = statement.kind is Kind.CREATE_TABLE_AS and statement.words[:1] == ("create",)
    inner = queries.inner(statement.text, statement.kind) if is_written else None
    if inner is None:
        return ()
    (query,) = split(inner.query)
    return analyst.analyse(query, analysed.parameters, describe=True).columns or ()
