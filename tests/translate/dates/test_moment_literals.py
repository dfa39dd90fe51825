"""
Literals of dates, times and intervals in a text.
"""

from __future__ import annotations

import pytest

from pggate.translate.dates.moment_literals import moment_literals, zone_literals


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("select timestamp(3) 'a' + 1", [("timestamp(3) 'a'", "timestamp", None)]),
        ("select interval '1' day to hour x", [("interval '1' day to hour", "interval", None)]),
        ("select 'a'::timestamp(0) with time zone", [("'a'", "timestamptz", "timestamp(0) with time zone")]),
        ("select cast('a' as interval year) y", [("'a'", "interval", "interval year")]),
        ("select date 'a'::timestamp", [("date 'a'", "date", None)]),
        ("select a::date, 'b'::int, date '{}'[1], t.date, x as date", [("date '{}'", "date", None)]),
        ("select '{a}'::date[], date from t", []),
    ],
)
def test_literals(sql: str, found: list[tuple[str, str, str | None]]) -> None:
    assert [
        (
            sql[one.start : one.stop],
            one.type.name,
            None if one.type_span is None else sql[slice(*one.type_span)],
        )
        for one in moment_literals(sql)
    ] == found


def test_zones() -> None:
    assert [token.text for token in zone_literals("select a at time zone 'x', b at time zone c, d 'y'")] == [
        "'x'"
    ]
