"""
CREATE, ALTER and DROP VIEW, read as if they were of live views.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pggate.translate.commands.live_view_commands import drop_live_views
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, rewrite
from pggate.translate.syntax.quoting import quote
from pggate.translate.syntax.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.commands.live_view_commands import Name
    from pggate.translate.syntax.edits import Rewritten


@dataclass(frozen=True, slots=True)
class OfView:
    """
    A statement about one view.

    Args:
        text: As it was written.
        live: The same of a live view.
        or_replace: Is it CREATE OR REPLACE?
        is_of_view: Does it say what no live view takes: RECURSIVE, or WITH CHECK OPTION?

    """

    name: Name
    text: str
    live: Rewritten
    or_replace: bool = False
    is_of_view: bool = False


def created_view(sql: str) -> OfView:
    """
    Raises SyntaxError 42601.
    """
    scan = Scan(sql)
    scan.expect("create")
    or_replace = scan.accept("or", "replace")
    is_recursive = scan.accept("recursive")
    scan.expect("view")
    scan.accept("if", "not", "exists")
    is_checked = tuple(token.word for token in scan.tokens[-2:]) == ("check", "option")
    return OfView(scan.names(), sql, _live(sql), or_replace, is_of_view=is_recursive or is_checked)


def dropped_views(sql: str) -> Iterator[OfView]:
    """
    One for each of its views.

    Raises SyntaxError 42601.
    """
    command = drop_live_views(_live(sql).text)
    for name in command.names:
        words = ["DROP VIEW", *(["IF EXISTS"] if command.if_exists else []), ".".join(map(quote, name))]
        text = " ".join([*words, *(["CASCADE"] if command.cascade else [])])
        yield OfView(name, text, _live(text))


def altered_view(sql: str) -> OfView:
    """
    Raises SyntaxError 42601.
    """
    scan = Scan(sql)
    scan.expect("alter", "view")
    scan.accept("if", "exists")
    return OfView(scan.names(), sql, _live(sql))


def _live(sql: str) -> Rewritten:
    place = next((token.start for token in lexer.tokens(sql) if token.word == "view"), 0)
    return rewrite(sql, [Edit(place, place, "MATERIALIZED ")])
