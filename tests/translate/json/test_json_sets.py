"""
Functions of json in FROM.
"""

from __future__ import annotations

import pytest

from pggate.translate.json import json_sets
from pggate.translate.json.json_sets import aliases, ordinality, records
from tests.translate import rules

PAIRS = (
    (ordinality, "select * from jsonb_array_elements(b) with ordinality as e(v, n)",
     'select * from "~jsonb_array_elements"(b)  as e(v, n)'),
    (ordinality, "select * from unnest(d) with ordinality, json_object_keys(b)", None),
    (aliases, "select e from t, json_array_elements(b) as e", "select e from t, json_array_elements(b) as e(e)"),
    (aliases, "select e from t join jsonb_array_elements(b) e on true",
     "select e from t join jsonb_array_elements(b) e(e) on true"),
    (aliases, "select e.value from t, json_array_elements(b) as e", None),
    (aliases, "select value from json_array_elements('[]') where true", None),
    (aliases, "select v from json_array_elements('[]') as e(v)", None),
    (records, 'select * from json_to_record(b) as r(a int, "B" numeric(5, 2), c json)',
     ('select * from (SELECT ("~r" ~>> \'a\')::int AS "a", ("~r" ~>> \'B\')::numeric ( 5 , 2 ) AS "B", '
      '("~r" ~> \'c\')::json AS "c" FROM (SELECT (b)::json AS "~r")) as r')),
    (records, "select * from jsonb_to_recordset('[]') r(a int)",
     ('select * from (SELECT ("~r" ~>> \'a\')::int AS "a" FROM '
      "(SELECT unnest(\"~json_elements\"(('[]')::json)) AS \"~r\")) r")),
    (records, "select * from jsonb_to_recordset('[]') as (a int)",
     ('select * from (SELECT ("~r" ~>> \'a\')::int AS "a" FROM '
      "(SELECT unnest(\"~json_elements\"(('[]')::json)) AS \"~r\")) as \"~records\" ")),
    (records, "select json_to_record from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


def test_every_rule_has_a_line() -> None:
    assert not rules.untried(json_sets, {rule for rule, _, _ in PAIRS})
