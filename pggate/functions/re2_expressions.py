r"""
What DuckDB's RE2 finds as PostgreSQL does, in its words (PostgreSQL 15, 9.7.3); macros ask it for once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.functions.regexp_nodes import Atom, Group, Repeat, Sequence
from pggate.functions.regular_expressions import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.functions.regexp_nodes import Node

MOST_GROUPS: Final = 4
"""That the macros of regexp_match and regexp_matches can return."""
_BACKSLASH: Final = re.compile(r"\\([1-9&\\]?)")


def re2(pattern: str, flags: str = "") -> str | None:
    """
    The expression for DuckDB's functions, if they find whether it matches.
    """
    expression = parse(pattern, flags)
    return None if expression.flags.is_global else expression.re2()


def re2_span(pattern: str, flags: str = "") -> str | None:
    """
    The same, if they find what it matches.
    """
    expression = parse(pattern, flags)
    return expression.re2() if expression.is_plain else None


def re2_found(pattern: str) -> str | None:
    """
    The same with a group around all of it where it has none.
    """
    written = re2_span(pattern)
    return written if written is None or parse(pattern).groups else f"({written})"


def re2_groups(pattern: str, flags: str = "") -> int | None:
    """
    How many groups regexp_match returns, if they find what each matches: in a plain expression all take part.
    """
    groups = max(parse(pattern, flags).groups, 1)
    return None if groups > MOST_GROUPS or re2_span(pattern, flags) is None else groups


def re2_captured(pattern: str, flags: str = "") -> str | None:
    """
    The expression with as many groups as there may be: duckdb 1.5.5 refuses to return one that it has not.
    """
    written = re2_span(pattern, flags)
    if written is None:
        return None
    return (written if parse(pattern, flags).groups else f"({written})") + "()" * (MOST_GROUPS - 1)


def re2_never_empty(pattern: str, flags: str = "") -> str | None:
    """
    The expression, if they find all that it matches in a text: to RE2 nothing is no match behind another one.
    """
    return re2_span(pattern, flags) if _is_never_empty(parse(pattern, flags).root) else None


def re2_pieces(pattern: str, flags: str = "") -> str | None:
    """
    The same, if it matters not where the search begins.
    """
    has_places = any(atom.is_place for atom in _atoms(parse(pattern, flags).root))
    return None if has_places else re2_never_empty(pattern, flags)


def re2_rewrite(replacement: str, pattern: str) -> str:
    r"""
    The replacement: of a backslash with nothing of meaning behind it there are two, \& is \0.
    """
    groups = parse(pattern).groups

    def written(found: re.Match[str]) -> str:
        sign = found[1]
        if sign.isdigit():
            return found[0] if int(sign) <= groups else ""
        return {"&": "\\0"}.get(sign, "\\\\")

    return _BACKSLASH.sub(written, replacement)


def _atoms(node: Node) -> Iterator[Atom]:
    match node:
        case Atom():
            yield node
        case Group() | Repeat():
            yield from _atoms(node.inner)
        case Sequence():
            for part in node.parts:
                yield from _atoms(part)


def _is_never_empty(node: Node) -> bool:
    match node:
        case Atom():
            return not node.is_place
        case Group():
            return _is_never_empty(node.inner)
        case Repeat():
            return (
                node.bounds not in ("*", "?")
                and not node.bounds.startswith("{0")
                and _is_never_empty(node.inner)
            )
        case Sequence():
            return any(map(_is_never_empty, node.parts))
        case _:
            return False
