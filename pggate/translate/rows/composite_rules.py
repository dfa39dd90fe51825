"""
The token rules that stand on a database's composite types, and when each has something to do.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from pggate.translate.json import json_sets, populated_records
from pggate.translate.rows import field_updates, row_uses
from pggate.translate.types import composite_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.syntax.looking import Findings, Tokens
    from pggate.translate.types.composite_names import CompositeNames

    Find = Callable[[Tokens], Findings]

# SET a.b =
_FIELD_OF_COLUMN: Final = re.compile(r'(?:\w|")\s*\.\s*(?:\w+|"[^"]*")\s*=')


def with_composites(
    finders: list[Find], sql: str, words: frozenset[str], known: CompositeNames
) -> list[Find]:
    """
    The rules for a text, with those that these types call for.

    Args:
        words: The text's, in lower case.

    """
    if not known.words:
        return finders
    found: list[Any] = []
    if known.may_be_in(sql, words):
        if not words.isdisjoint(populated_records.FUNCTIONS):
            found.append(populated_records.edits)
        found.append(composite_names.edits)
    if "update" in words and _FIELD_OF_COLUMN.search(sql):
        found.append(field_updates.edits)
    if row_uses.may_be_in(sql):
        found.append(row_uses.edits)
        finders = [find for find in finders if find is not row_uses.values]
    if not words.isdisjoint(json_sets.RECORDS) and not words.isdisjoint(known.words):
        found.append(populated_records.records)
        finders = [find for find in finders if find is not json_sets.records]
    return [*(partial(find, known=known) for find in found), *finders]
