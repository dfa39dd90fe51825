"""
Whether a text may name anything that somebody has defined.  One that does not, as what tools ask the
catalogs, is understood alike whatever is defined, and what is known of it is kept.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pggate.translate.syntax import lexer
from pggate.translate.syntax.lexer import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.session.cursors.cursors import Cursors


def names_something(cursors: Cursors, text: str) -> bool:
    """
    Has a relation, type, schema or database the name of one of the text's words?  Column names and aliases
    are words, too.
    """
    found = identifiers(text)
    if not found.isdisjoint(cursors.catalog.names):
        return True
    return cursors.sees_its_own and any(name.lower() in found for name in _own(cursors))


@lru_cache(maxsize=256)
def identifiers(text: str) -> frozenset[str]:
    """
    Its words and quoted names, in lower case.
    """
    named = (Kind.WORD, Kind.QUOTED)
    return frozenset(token.name.lower() for token in lexer.tokens(text) if token.kind in named)


def _own(cursors: Cursors) -> Iterator[str]:
    """What the session alone has defined."""
    own, temporary = cursors.declaring, cursors.temporary
    yield from cursors.own_schemas
    for schema, name in own.places:
        yield from (schema, name)
    for objects in (own.enums, own.composites, own.sequences):
        yield from (one.name for one in objects.values() if one is not None)
    yield from cursors.temporary_names.views
    yield from (one.name for one in temporary.sequences.values())
