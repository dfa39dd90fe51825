"""
A view's query as a client sees it.
"""

from __future__ import annotations

import pytest

from pggate.catalog.model import Relation
from pggate.catalog.view_definitions import shown_definition

MOOD = """"ENUM"('sad', 'o''k', '~enum:1073741827:1073741828:mood')"""
NAMED = """"ENUM"('a', '~enum:1073741829:1073741830:A "b''c')"""


@pytest.mark.parametrize(
    ("definition", "expected"),
    [
        (None, None),
        ('SELECT * FROM "lake:d".public.t, "lake:e f".s.t', 'SELECT * FROM public.t, "e f".s.t'),
        (f"SELECT (x > CAST('sad' AS {MOOD})) FROM t", "SELECT (x > CAST('sad' AS mood)) FROM t"),
        (
            f'SELECT x FROM (SELECT * REPLACE (CAST(x AS {MOOD}) AS x) FROM "lake:d".s.t) AS t',
            "SELECT x FROM s.t",
        ),
        (
            (
                f'SELECT x FROM (SELECT * REPLACE (list_transform("y z", ("~x" -> CAST("~x" AS {NAMED}))) AS "y z",'
                f' CAST(x AS {MOOD}) AS x) FROM s."T t") AS u(a, b) , (SELECT 1) AS q'
            ),
            'SELECT x FROM s."T t" AS u(a, b) , (SELECT 1) AS q',
        ),
        (f"SELECT CAST(x AS {NAMED})", 'SELECT CAST(x AS "A ""b\'c")'),
        (
            """SELECT ((j ~> 'a') ~>> '~>>'), (j @~> '{}'), ('a' ~ 'b') FROM t WHERE (j @~ 'k')""",
            """SELECT ((j -> 'a') ->> '~>>'), (j #> '{}'), ('a' ~ 'b') FROM t WHERE (j ? 'k')""",
        ),
        ('SELECT "~pg"."~mirror".integer_of_column(x) AS y FROM t', "SELECT CAST(x AS integer) AS y FROM t"),
        ("SELECT * FROM (SELECT * REPLACE (CAST(x AS integer) AS x) FROM t) AS t", None),
    ],
)
def test_shown(definition: str | None, expected: str | None) -> None:
    view = Relation(16384, "d", "public", "v", "v", (), definition=definition)
    assert shown_definition(view) == (definition if expected is None else expected)
