"""
Superusers' statements that write what they read from files: INSERT … SELECT and CREATE TABLE AS.

The engine tells what columns a file has; the binder gets a table of them for as long as it is asked.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.names import quote_identifier
from pggate.session.statement.analysed import Steps
from pggate.translate.dialect.file_sources import STANDS_IN, file_sources
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.session.cursors.cursors import Cursors
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.translate.dialect.file_sources import FileSources
    from pggate.translate.texts.statements import Statement

WRITES: Final = frozenset({Kind.INSERT, Kind.CREATE_TABLE_AS})


def reading_files(
    cursors: Cursors, identity: Identity, statement: Statement, analyse: Callable[[Statement], Analysed]
) -> Analysed | None:
    """
    The statement analysed with tables in the place of its files, and the files in what is to run.

    Returns:
        None where it reads none, or its role may not: then the binder's refusal tells so.

    Raises:
        PgError: A file cannot be read, or what `analyse` says.

    """
    if statement.kind not in WRITES or not identity.superuser:
        return None
    sources = file_sources(statement.text)
    if sources is None:
        return None
    tables = [_table(cursors, number, source) for number, source in enumerate(sources.sources)]
    with cursors.standing_in(tables):
        found = analyse(replace(statement, text=sources.text))
    steps = found.steps and _read(found.steps, sources)
    return replace(found, statement=statement, text=sources.read(found.text), steps=steps)


def _table(cursors: Cursors, number: int, source: str) -> str:
    columns = cursors.lake.describe(f"SELECT * FROM {source}")
    written = ", ".join(f"{quote_identifier(each.name)} {each.duckdb_type}" for each in columns)
    return f"CREATE OR REPLACE TEMP TABLE {quote_identifier(f'{STANDS_IN}{number}')} ({written})"


def _read(steps: Steps, sources: FileSources) -> Steps:
    values: dict[str, Any] = {each.name: getattr(steps, each.name) for each in fields(steps)}
    texts = {name: sources.read(value) for name, value in values.items() if isinstance(value, str)}
    return Steps(**{**values, **texts})
