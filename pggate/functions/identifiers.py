"""
parse_ident and quote_ident (PostgreSQL 15, 9.4).
"""

from __future__ import annotations

import re
from typing import Final

from pggate.errors import InvalidParameterValue

# PostgreSQL 15, appendix C: the words that are not free to name a column.
KEYWORDS: Final = frozenset(
    # ruff: noqa: SIM905  words are read in lines
    """
    all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both
    case cast char character check coalesce collate collation column concurrently constraint create cross
    current_catalog current_date current_role current_schema current_time current_timestamp current_user dec
    decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign
    freeze from full grant greatest group grouping having ilike in initially inner inout int integer intersect
    interval into is isnull join lateral leading least left like limit localtime localtimestamp national
    natural nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps
    overlay placing position precision primary real references returning right row select session_user setof
    similar smallint some substring symmetric table tablesample then time timestamp to trailing treat trim
    true union unique user using values varchar variadic verbose when where window with xmlattributes
    xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
    """.split()
)
_PLAIN: Final = re.compile("[a-z_][a-z0-9_]*")
_PART: Final = re.compile(r'\s*(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^\W\d][\w$]*))\s*')


def quote_ident(name: str) -> str:
    """
    The name as it has to be written in SQL: in quotes where it needs them.
    """
    if _PLAIN.fullmatch(name) and name not in KEYWORDS:
        return name
    return '"' + name.replace('"', '""') + '"'


def parse_ident(qualified: str, strict: bool = True) -> list[str]:
    """
    The parts of a qualified name, those without quotes in lower case.

    Args:
        strict: Refuse what stands behind the name, instead of leaving it out.

    Raises:
        InvalidParameterValue: 22023, this is no name.

    """
    parts: list[str] = []
    at = 0
    while True:
        part = _PART.match(qualified, at)
        if part is None or part["quoted"] == "":
            raise _no_name(qualified, at, after_dot=bool(parts), is_empty=part is not None)
        quoted = part["quoted"]
        parts.append(part["plain"].lower() if quoted is None else quoted.replace('""', '"'))
        at = part.end()
        if qualified[at : at + 1] != ".":
            break
        at += 1
    if strict and at < len(qualified):
        raise _invalid(qualified)
    return parts


def _no_name(qualified: str, at: int, *, after_dot: bool, is_empty: bool) -> InvalidParameterValue:
    rest = qualified[at:].lstrip()
    if is_empty:
        return _invalid(qualified, "Quoted identifier must not be empty.")
    if rest.startswith('"'):
        return _invalid(qualified, "String has unclosed double quotes.")
    if rest.startswith("."):
        return _invalid(qualified, 'No valid identifier before ".".')
    return _invalid(qualified, 'No valid identifier after ".".' if after_dot else None)


def _invalid(qualified: str, detail: str | None = None) -> InvalidParameterValue:
    return InvalidParameterValue(f'string is not a valid identifier: "{qualified}"', detail=detail)
