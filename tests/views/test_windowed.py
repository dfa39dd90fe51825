"""
Queries from windows, as texts.
"""

from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported
from pggate.views.windowed import ADDED, END, START, source_of, windowed
from pggate.views.windows import Window

TUMBLING = Window(60, 60, "ts")
FROM = (
    f"""(SELECT *, {START} + interval '60 microseconds' AS {END} FROM (SELECT *, date_bin(interval '60 microseconds', """
    f"""ts::timestamp, timestamp '1970-01-01 00:00:00') AS {START} FROM t WHERE isfinite(ts)) AS "~windows")"""
)


@pytest.mark.parametrize(
    ("query", "made"),
    [
        ("select g from t", f"select {ADDED}g from {FROM} AS t"),
        ("select distinct g from t as x", f"select distinct {ADDED}g from {FROM} as x"),
        ("select *, t.*, 2 * v from t y", f"select {ADDED}* EXCLUDE ({START}, {END}), t.* EXCLUDE ({START}, {END}), 2 * v from {FROM} y"),
        ("select count(*) from t", f"select {ADDED}count(*) from {FROM} AS t GROUP BY ALL "),
        (
            "select g, sum(v) from t where g > 1 having sum(v) > 1 order by 2 desc, g, 1 limit 1",
            f"select {ADDED}g, sum(v) from {FROM} AS t where g > 1 GROUP BY ALL having sum(v) > 1 order by 4 desc, g, 3 limit 1",
        ),
        ("select g from t group by 1, g + 1", f"select {ADDED}g from {FROM} AS t group by {START}, {END}, 3, g + 1"),
        ("select g from t group by all", f"select {ADDED}g from {FROM} AS t group by all"),
    ],
)  # fmt: skip
def test_tumbling_windows(query: str, made: str) -> None:
    text = windowed(query, source_of(query), TUMBLING, "ts", "timestamp").text
    assert (
        text.replace('"ts"', "ts").replace('"t"', "t").replace("  ", " ").strip()
        == made.replace("  ", " ").strip()
    )


def test_sliding_windows() -> None:
    query = 'select g from "S".t'
    text = windowed(query, source_of(query), Window(60, 20), "at", "timestamptz").text
    assert (
        """::timestamptz, timestamptz '1970-01-01 00:00:00+00') - generate_series(0, 2) * interval '20 m"""
        in text
    )
    assert f"""interval '20 microseconds' AS {START} FROM "S".t WHERE""" in text


def test_a_place_is_still_the_clients() -> None:
    query = "select g, nope from t"
    made = windowed(query, source_of(query), TUMBLING, "ts", "timestamp")
    assert made.position(made.text.index("nope")) == query.index("nope")


@pytest.mark.parametrize(
    "marked",
    [
        "‸values (1)",
        "‸select 1",
        "select 1 from ‸(select 1) x",
        "select 1 from t‸, u",
        "select 1 from t ‸join u using (a)",
        "select 1 from t a ‸left join u using (a)",
        "select 1 from t ‸union all select 1 from u",
        "‸with c as (select 1) select 1 from c",
        "select 1 from t x ‸(a)",
        "select 1 from t where a ‸union all select 2",
    ],
)
def test_other_queries_are_refused(marked: str) -> None:
    with pytest.raises(FeatureNotSupported) as raised:
        source_of(marked.replace("‸", ""))
    assert raised.value.position == marked.index("‸") + 1
