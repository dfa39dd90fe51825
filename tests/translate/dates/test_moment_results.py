"""
What is made of dates and times by the types of arguments.
"""

from __future__ import annotations

import pytest

from pggate.translate.dates import moment_results
from pggate.translate.dates.moment_results import RULES, ZONED, asks, plain
from tests.translate import duck


def made(expression: str, *types: str) -> tuple[str, str] | None:
    tree = duck.tree(f"select {expression}")
    node = tree["node"]["select_list"][0]
    found_types = [plain(name) for name in types]
    if node["class"] == "CAST":
        found = moment_results.cast(node, found_types)
    else:
        found = RULES[node["function_name"]](node, found_types)
    if found is None:
        return None
    tree["node"]["select_list"][0] = found[0]
    return duck.text(tree).removeprefix("SELECT "), found[1]["id"]


@pytest.mark.parametrize(
    ("expression", "types", "expected"),
    [
        ("a - b", ("DATE", "DATE"), ('"~pg"."~mirror".days_apart(a, b)', "INTEGER")),
        ("a - b", (ZONED, ZONED), ('"~pg"."~mirror".instants_apart(a, b)', "INTERVAL")),
        ("null - b", ('"NULL"', "DATE"), ('"~pg"."~mirror".days_apart(NULL, b)', "INTEGER")),
        ("'x' - b", ("VARCHAR", "DATE"), ('"~pg"."~mirror".days_apart(CAST(\'x\' AS DATE), b)', "INTEGER")),
        ("a - b", (ZONED, "INTERVAL"), ('"~pg"."~mirror".moved_back_by(a, b)', ZONED)),
        ("b + a", ("INTERVAL", ZONED), ('"~pg"."~mirror".moved_by(a, b)', ZONED)),
        ("a + '1 month -1 day'::interval", (ZONED, "INTERVAL"), ('"~pg"."~mirror".moved_by(a, CAST(\'1 month -1 day\' AS INTERVAL))', ZONED)),
        ("a - interval '1 day'", (ZONED, "INTERVAL"), None),
        ("a - b", ("TIMESTAMP", "INTERVAL"), None),
        ("a - b", ("DATE", "INTEGER"), None),
        ("a - b", ("INTEGER", "INTEGER"), None),
        ("a || b", ("VARCHAR", "INTERVAL"), ('(a || "~pg"."~mirror".text_of_span(b))', "VARCHAR")),
        ("a || b", ("DATE", "VARCHAR"), ('("~pg"."~mirror".text_of_moment(a) || b)', "VARCHAR")),
        ("a || null::date", ("VARCHAR", "DATE"), ("(a || CAST(NULL AS DATE))", "VARCHAR")),
        ("a || b", ("VARCHAR", "VARCHAR"), None),
        ("a || b", ("LIST", "DATE"), None),
        ("a at time zone 'x'", ("VARCHAR", "DATE"), ("main.timezone('x', CAST(a AS TIMESTAMP WITH TIME ZONE))", "TIMESTAMP")),
        ("a at time zone 'x'", ("VARCHAR", "TIMESTAMP"), None),
        ("greatest(a, b)", ("INTERVAL", "VARCHAR"), ("list_aggregate(main.list_value(a, b), 'max')", "INTERVAL")),
        ("least(a, b)", ("INTEGER", "INTEGER"), None),
        ("a::time", (ZONED,), ('"~pg"."~mirror".time_of_moment(a)', "TIME")),
        ("a::interval", ("TIME",), ('"~pg"."~mirror".span_of_time(a)', "INTERVAL")),
        ("a::time", ("INTERVAL",), ('"~pg"."~mirror".time_of_span(a)', "TIME")),
        ("a::text", ("INTERVAL",), ('"~pg"."~mirror".text_of_span(a)', "VARCHAR")),
        ("a::text", ("DATE",), ('"~pg"."~mirror".text_of_moment(a)', "VARCHAR")),
        ("a::text", ("INTEGER",), None),
        ("a::date", ("VARCHAR",), ('"~pg"."~mirror".date_of_text(a)', "DATE")),
        ("a::interval", ("VARCHAR",), ('"~pg"."~mirror".span_of_text(a)', "INTERVAL")),
        ("a::date", ("TIMESTAMP",), None),
    ],
)  # fmt: skip
def test_made(expression: str, types: tuple[str, ...], expected: tuple[str, str] | None) -> None:
    assert made(expression, *types) == expected


def test_asks() -> None:
    assert asks("-", [plain("DATE"), plain("DATE")])
    assert asks("-", [plain(ZONED), plain("INTERVAL")])
    assert not asks("-", [plain("TIMESTAMP"), plain("INTERVAL")])
    assert not asks("nothing", [plain("DATE")])


def test_asks_cast() -> None:
    bound = {"child": {"return_type": plain("INTERVAL")}, "return_type": plain("VARCHAR")}
    assert moment_results.asks_cast(bound)
    assert not moment_results.asks_cast({**bound, "return_type": plain("DATE")})
