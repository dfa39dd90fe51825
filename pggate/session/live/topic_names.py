"""
What names a topic in the arguments of the gateway's own functions.
"""

from __future__ import annotations

from pggate.errors import InvalidName
from pggate.translate.syntax import lexer
from pggate.translate.syntax.scan import Scan


def topic_name(text: str, database: str) -> tuple[str, str, str]:
    """
    `[DATABASE.]SCHEMA.TABLE`, or TABLE alone for the schema public, as (database, schema, table).

    Raises:
        InvalidName: It is not a name of one to three parts.

    """
    if not lexer.tokens(text):
        raise InvalidName(f'invalid topic name: "{text}"', hint="Write SCHEMA.TABLE.")
    scan = Scan(text)
    parts = scan.names()
    if not scan.ended or len(parts) > 3:
        raise InvalidName(f'invalid topic name: "{text}"', hint="Write SCHEMA.TABLE.")
    *before, table = parts
    schema = before.pop() if before else "public"
    return (before.pop() if before else database), schema, table
