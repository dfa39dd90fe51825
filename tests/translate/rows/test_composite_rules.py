"""
Which rules on composite types a text calls for; what they do is in the tests of each.
"""

from __future__ import annotations

import re

import pytest

from pggate.translate.json import json_sets, populated_records
from pggate.translate.rows import field_updates, row_uses
from pggate.translate.rows.composite_rules import with_composites
from pggate.translate.types import composite_names
from pggate.translate.types.composite_names import CompositeNames

KNOWN = CompositeNames(frozenset({"t"}))


@pytest.mark.parametrize(
    ("sql", "rules"),
    [
        ("select a from t", []),
        ("select x::t", [composite_names.edits]),
        ("select json_populate_record(null::t, j)", [populated_records.edits, composite_names.edits]),
        ("update t set a.b = 1", [field_updates.edits]),
        ("select 1 from t where t is null", [row_uses.edits]),
        ("select * from json_to_record(j) as x (a t)", [populated_records.records]),
    ],
)
def test_rules(sql: str, rules: list[object]) -> None:
    words = frozenset(re.findall(r"\w+", sql))
    found = with_composites([json_sets.records], sql, words, KNOWN)
    given = [getattr(find, "func", find) for find in found]
    rest = [] if populated_records.records in rules else [json_sets.records]
    assert given == [*rules, *rest]
    assert with_composites([], sql, words, CompositeNames()) == []
