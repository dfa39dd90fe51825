"""
Literals whose type is known, spelled so that the engine reads the value that PostgreSQL would.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from pggate.errors import PgError
from pggate.translate.arrays import parameter_dimensions
from pggate.translate.dates import moment_literals
from pggate.translate.dates.moment_precisions import wrapped
from pggate.translate.dialect import typed_literals
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, Rewritten, rewrite
from pggate.translate.syntax.quoting import literal as quoted
from pggate.translate.syntax.quoting import string_value
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import insert
from pggate.types import table
from pggate.types.arrays import opened, too_many_dimensions
from pggate.types.document_values import expression, is_read_from_json
from pggate.types.duck import column_type
from pggate.types.ducktype import parse
from pggate.types.literals import depth, spelled, spelled_float
from pggate.types.moment_spelling import modifier, spelled_moment
from pggate.types.record_literals import spelled_row
from pggate.types.table import BY_NAME, SPACE
from pggate.types.zone_input import named_zone

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from pggate.engine.binding import BinderCursor
    from pggate.engine.untyped_literals import UntypedLiteral
    from pggate.translate.syntax.lexer import Token
    from pggate.types.table import PgType

_NUMBER_CAST: Final = re.compile(
    r"[\d.]\s*(?:\)\s*)?(?:::|\bas\b)\s*(?:pg_catalog\.)?(?:float|real|double)", re.IGNORECASE
)

_MAY_BE_CAST: Final = re.compile(
    r"""\b(?:bool|boolean|bytea|date|interval|time|timestamp|timestamptz|timetz|zone)\b
    | '\s*(?:\{|\[[-+]?\d+[:\]])
    | '\s*[-+]?\d*(?:\.|\d[exbo_])[^']*'\s*(?:::|\bas\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Types whose literals DuckDB reads by rules of its own, array literals, numbers that may be no integers."""

_MOMENTS: Final = frozenset(
    {table.DATE, table.TIME, table.TIMETZ, table.TIMESTAMP, table.TIMESTAMPTZ, table.INTERVAL}
)

_MAY_DIFFER: Final = re.compile(
    r"""'\s*(?:[({]|\[[-+]?\d+[:\]])|'\\|\bBC\s*'               # a row, an array, bytea, another era
    | '\s*\[\s*(?:[]{[]|null)                 # documents
    | \d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*[-+A-Z]  # a moment with a zone
    | '\s*(?:y|yes|n|no|on|off)\s*'       # a boolean
    | '\s*\d+/|'\s*\d{1,3}[-.]\d+[-.]    # a month first, a year last
    | '\s*[-+]?\d*(?:\.|\d[exbo_])        # a number that may be no integer
    | '[^']*[A-Z]{3}\ \d                  # a day in words
    | \d{4}\.\d|\.\d{5}|\de[-+]?\d         # a number that may be no float's to the last bit
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What DuckDB might read otherwise.  A load of numbers, plain texts and ISO dates is not looked at closer."""


def cast(sql: str, parameters: Mapping[int, str] = MappingProxyType({})) -> Rewritten:
    """
    The literals that a cast gives a type, and parameters that are arrays of several dimensions.

    Args:
        parameters: DuckDB's types of those that are known.

    """
    edits = list(parameter_dimensions.casts(sql, parameters))
    edits += _floats(sql) if _NUMBER_CAST.search(sql) else []
    if "'" not in sql or not _MAY_BE_CAST.search(sql):
        return rewrite(sql, edits)
    edits += list(_moments(sql)) if moment_literals.HINT.search(sql) else []
    edits += _zones(sql) if moment_literals.AT_ZONE.search(sql) else []
    for literal, name, dimensions, is_tried in typed_literals.casts(sql):
        type_ = BY_NAME.get(name)
        if type_ in _MOMENTS:
            continue
        expression = _spelled_at(literal, type_, is_tried=is_tried) if type_ else None
        if expression is None:
            continue
        edits.append(Edit(literal.start, literal.stop, expression))
        if dimensions is not None:
            # PostgreSQL has one type of any number of dimensions, the engine one for each.
            edits.append(Edit(*dimensions, "[]" * depth(string_value(literal.text))))
    return rewrite(sql, edits)


def _spelled_at(literal: Token, type_: PgType, *, is_tried: bool) -> str | None:
    """See spelled; what it raises has the literal's place.  A cast that is tried raises nothing."""
    try:
        return spelled(type_, string_value(literal.text))
    except PgError as error:
        if is_tried:
            return None
        error.position = literal.start + 1
        raise


def _floats(sql: str) -> Iterator[Edit]:
    """Numbers that are cast to a float, to the last bit."""
    for literal, name, *_ in typed_literals.number_casts(sql):
        expression = spelled_float(BY_NAME.get(name), literal.text)
        if expression is not None:
            yield Edit(literal.start, literal.stop, expression)


def _moments(sql: str) -> Iterator[Edit]:
    """Dates, times and intervals: DuckDB has no precisions and no fields of them, and reads fewer forms."""
    for start, stop, literal, of, type_span in moment_literals.moment_literals(sql):
        expression = spelled_moment(of.name, string_value(literal.text), of.digits, of.fields)
        whole = f"CAST({expression} AS {of.words})"
        if of.is_restricted:
            whole = wrapped(whole, modifier(of.name, of.digits, of.fields))
        elif expression == literal.text and not (type_span is None and sql[stop:].lstrip().startswith("::")):
            continue  # DuckDB takes date 'x'::time for date ('x'::time)
        if type_span is None:
            yield Edit(start, stop, whole)
        elif not of.is_restricted:
            yield Edit(start, stop, expression)
        elif sql[stop : type_span[0]].strip() == "::":
            yield Edit(start, type_span[1], whole)
        else:
            yield Edit(start, stop, whole)
            yield Edit(*type_span, of.words)


def respelled(text: str, found: Collection[UntypedLiteral]) -> Rewritten:
    """
    The literals that the binder makes dates, times, byte strings and arrays of, as DuckDB reads them.

    Args:
        text: What was bound.
        found: What the plan has; a place of a macro's own text may be among them.

    """
    at = {len(text.encode()[: one.location].decode(errors="ignore")): one for one in found}
    edits = []
    for token in lexer.tokens(text):
        literal = at.get(token.start)
        if (
            literal is not None
            and token.kind is lexer.Kind.STRING
            and string_value(token.text) == literal.value
        ):
            edits.append(Edit(token.start, token.stop, _spelled(literal, token.text)))
    return rewrite(text, edits)


def _spelled(literal: UntypedLiteral, written: str) -> str:
    """As it is written where a cast that is tried may make NULL of it."""
    try:
        return _spelled_as(literal)
    except PgError:
        if literal.is_tried:
            return written
        raise


def _spelled_as(literal: UntypedLiteral) -> str:
    if is_read_from_json(literal.type_name):
        return with_parts(literal.type_name, literal.value)
    if literal.type_name.endswith("[]"):
        _check_dimensions(literal.type_name, literal.value)
        return spelled(column_type(literal.type_name).type, literal.value) or quoted(literal.value)
    type_ = BY_NAME[literal.type_name]
    if type_ not in _MOMENTS:
        return spelled(type_, literal.value) or quoted(literal.value)
    return spelled_moment(literal.type_name, literal.value, None, ())


def with_parts(duckdb_type: str, literal: str) -> str:
    """
    A text for a STRUCT, a MAP or a list of them as SQL: a row or an array of rows as PostgreSQL writes them,
    else JSON.

    Raises:
        PgError: 22P02, it is neither, or has another shape; or what the type of a value in it raises.

    """
    begins_as_rows = literal.lstrip(SPACE).startswith("{" if duckdb_type.endswith("]") else "(")
    row = spelled_row(duckdb_type, literal) if begins_as_rows else None
    return expression(duckdb_type, literal) if row is None else f"CAST({row} AS {duckdb_type})"


def _zones(sql: str) -> Iterator[Edit]:
    """Zones that are offsets, which DuckDB has not; another may be an abbreviation of one."""
    for literal in moment_literals.zone_literals(sql):
        zone = named_zone(string_value(literal.text))
        if isinstance(zone, int):
            yield Edit(literal.start, literal.stop, f"CAST('{zone} seconds' AS INTERVAL)")
        elif isinstance(zone, ZoneInfo):
            yield Edit(literal.start, literal.stop, f"'{zone.key}'")


def may_differ(sql: str) -> bool:
    """
    Might the engine read a literal of the text otherwise, depending on the column that it is written to?
    """
    return bool(_MAY_DIFFER.search(sql))


def written(binder: BinderCursor, sql: str, kind: Kind) -> Rewritten:
    """
    The literals that an INSERT or UPDATE writes to a column, strings and numbers.
    """
    if kind not in (Kind.INSERT, Kind.UPDATE) or not _MAY_DIFFER.search(sql):
        return Rewritten(sql)
    return rewrite(sql, list(_of_insert(binder, sql) if kind is Kind.INSERT else _of_update(binder, sql)))


def _of_insert(binder: BinderCursor, sql: str) -> Iterator[Edit]:
    parsed = insert.parse(sql)
    types = _column_types(binder, sql[parsed.target.start : parsed.target.stop])
    columns = parsed.columns if parsed.columns is not None else tuple(types)
    for literal, number in typed_literals.inserted(sql, parsed):
        if number < len(columns):
            yield from _respelled(literal, types.get(columns[number]))


def _of_update(binder: BinderCursor, sql: str) -> Iterator[Edit]:
    types = _column_types(binder, typed_literals.updated_table(sql))
    for literal, column in typed_literals.assigned(sql):
        yield from _respelled(literal, types.get(column))


def _column_types(binder: BinderCursor, target: str) -> dict[str, str]:
    """The DuckDB types of a table's columns; none where there is no such table, which is said elsewhere."""
    try:
        return {column.name: column.duckdb_type for column in binder.columns(f"SELECT * FROM {target}")}
    except PgError:
        return {}


def _respelled(literal: Token, duckdb_type: str | None) -> Iterator[Edit]:
    if duckdb_type is None:
        return
    type_ = column_type(duckdb_type).type
    if literal.kind is lexer.Kind.NUMBER:
        number = spelled_float(type_.element or type_, literal.text)
        if number is not None:
            yield Edit(literal.start, literal.stop, number)
        return
    if is_read_from_json(duckdb_type):
        yield Edit(literal.start, literal.stop, with_parts(duckdb_type, string_value(literal.text)))
        return
    _check_dimensions(duckdb_type, string_value(literal.text))
    expression = spelled(type_, string_value(literal.text))
    if expression is not None:
        # Rows of VALUES agree on types before they are written: a list has to say of what.
        cast_to = f"::{duckdb_type}" if type_.element else ""
        yield Edit(literal.start, literal.stop, expression + cast_to)


def _check_dimensions(duckdb_type: str, literal: str) -> None:
    """
    Raises:
        FeatureNotSupported: It is an array of more than the type has, whose rows DuckDB would make texts of.

    """
    given = opened(literal) if duckdb_type.endswith("[]") else 0
    if given > 1 and given > (kept := parse(duckdb_type).dimensions):
        raise too_many_dimensions(given, kept)
