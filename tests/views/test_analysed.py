"""
Live views of what sessions run: PostgreSQL's queries in the engine's words, over a topic of a lake.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pggate.errors import FeatureNotSupported
from pggate.translate.texts.statements import split
from pggate.views.compiling import compile_view
from pggate.views.veto import verify_kept, verify_query
from tests.session.conftest import Client, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.session.live.gateway import Gateway
    from pggate.translate.trees.nodes import Node
    from pggate.views.compiled import Compiled

__all__ = ["opened"]

COLUMNS = ["id", "g", "v", "b", "d", "f", "ts", "t0", "dt", "c", "m", "j", "arr", "u", "n"]

KEPT = [
    "select * from t",
    "select id, g || 'x' as h, v / 2, v % 3, b * 2, v::float8 / 2, d + 0.5 from t where v > 0 and g <> 'b'",
    "select x.g, m, c, arr[1], j ->> 'a' as a from t as x where m > 'sad' order by v desc, id limit 3",
    "select date_trunc('day', t0), extract(hour from t0), to_char(t0, 'YYYY-MM'), t0 + interval '1 day' from t",
    "select case when v > 1 then 'much' else g end, coalesce(v, 0), nullif(v, 1), greatest(v, b), upper(g) from t",
    "select g, unnest(arr) from t",
    "select id from t where ts > now() - interval '100 years' and v in (1, 2, 3)",
    "select g, count(*), sum(v), avg(v), min(ts), max(b), avg(f), sum(d), sum(b), avg(d), avg(b) from t group by g",
    "select g, sum(v) s, sum(v) * 1.0 / count(*) from t group by g having count(*) > 1 order by s desc, g limit 2",
    "select date_trunc('hour', t0) as w, count(*) filter (where v > 1), sum(v) filter (where g = 'a') from t group by w",
    "select count(*), sum(v), avg(d), max(g), min(m), bool_and(v > 0), every(v > 1), bit_and(v), bit_xor(v) from t",
    "select m, c, count(*) from t group by m, c order by 1 desc, 2",
    "select distinct g, v % 2 as k from t order by g, k",
    "select lower(g) as k, sum(v + b), sum(d * v) from t group by 1 having sum(v) > 1 order by 2 desc nulls last",
    "select x.g, sum(x.w) from (select g, v * 2 as w from t where v > 0) x group by x.g",
    "with q as (select g, f from t) select g, stddev(f), variance(f), sum(f) from q group by g",
    "select stddev(v), var_pop(v), stddev_pop(d), var_samp(f) from t",
    "select g, v from t union all select upper(g), id from t",
    "select g, max(ts) as l from t group by g having max(ts) < now() - interval '1 second'",
    "select sum(ts - ts), avg(v::numeric), sum(n), max(u::text), min(dt) from t",
    "select dt, sum(case when v > 0 then 1 else 0 end) from t group by dt",
    "select g, count(distinct v), count(distinct m), sum(distinct v), avg(distinct d) from t group by g",
    "select count(v) + sum(v) * 2 as z, g || 'x' from t group by g",
    "select min(c), max(j ->> 'a'), sum(v) / 2, sum(b) / 3 from t",
    "select extract(epoch from ts - '2024-01-01'::timestamptz) as e, f::numeric from t",
    "select age(t0) > interval '0 days' as past, now()::date > dt as gone from t group by t0, dt",
    "select percentile_cont(0.5) within group (order by v), percentile_cont(0.2) within group (order by d desc) from t",
    "select g, percentile_disc(array[0.5, 0.9]) within group (order by g), mode() within group (order by v) from t group by g",
    "select percentile_disc(0.25) within group (order by ts), mode() within group (order by c desc) from t",
    "select corr(f, id % 7), covar_pop(f, d), covar_samp(f, id), regr_count(v, f), regr_slope(f, d), regr_r2(f, b) from t",
    "select g, regr_sxx(f, v), regr_sxy(f, v), regr_syy(f, v), regr_avgx(f, v), regr_intercept(f, v) from t group by g",
    "select g, median(v), approx_count_distinct(id), kurtosis(v) from t group by g",
    "select percentile_cont(array[0.2, 1]) within group (order by f), mode() within group (order by dt) from t",
    "select a.g, count(*) from (select g from t union all select g from t) a group by a.g",
]

REFUSED = [
    "select g, row_number() over (order by v) from t",
    "select string_agg(distinct g, ',') from t",
    "select random(), g from t",
    "select current_user, g from t",
    "select clock_timestamp() from t",
    "select sum(extract(day from age(t0))) from t",
    "select now()::date as day, count(*) from t group by day",
    "select array_agg(v) from t",
    "select g from t where v = (select max(v) from t)",
    "select mode(v) from t",
    "select sem(f) from t",
    "select percentile_cont(0.5) within group (order by ts - ts) from t",
    "select t from t",
    "select avg(ts - ts) from t",
]


@pytest.fixture(scope="module")
def client(opened: Gateway) -> Iterator[Client]:
    opened.databases.create("views")
    opened.mirror.refresh()
    client = Client(opened, "views")
    client.run(
        "create type mood as enum ('sad', 'ok', 'glad')",
        "create table t (id int, g text, v int, b bigint, d numeric(12,2), f float8, ts timestamptz, t0 timestamp, dt date, "
        "c char(5), m mood, j jsonb, arr int[], u uuid, n numeric)",
        "insert into t select i, (array['a','b',null])[1 + i % 3], i % 5 - 1, i * 1000000000000, i / 7.0, i / 4.0, "
        "'2024-01-01 00:00:00+00'::timestamptz + i * interval '7 minutes', '2024-01-01'::timestamp + i * interval '7 minutes', "
        "'2024-01-01'::date + i % 3, 'c' || i % 2, (array['sad','ok','glad'])[1 + i % 3]::mood, '{\"a\": 1}', array[i, i + 1], "
        "null, i from generate_series(1, 40) as s(i)",
    )
    yield client
    client.close()


@pytest.fixture(scope="module")
def stabilities(client: Client) -> dict[str, str]:
    """The worst of each function of the engine's."""
    cursors: Any = client.session._parts.cursors
    return dict(
        cursors.lake.rows("SELECT lower(function_name), max(stability) FROM duckdb_functions() GROUP BY 1")
    )


class Kept:
    """What a view of a client's query is kept by, on the client's own cursors."""

    def __init__(self, client: Client, stabilities: dict[str, str], text: str) -> None:
        (statement,) = split(text)
        self.cursors: Any = client.session._parts.cursors
        self.text = client.analyse(statement).text
        binder = self.cursors.binder
        self.view: Compiled = compile_view(
            binder.tree(self.text), is_topic, binder.text, lambda table: COLUMNS, self.text
        )
        verify_query(self.view, binder.plans(self.text))
        binder.begin()
        try:
            binder.execute(
                'CREATE TEMP TABLE "~delta" AS SELECT *, 1::BIGINT AS "~seq" FROM public.t LIMIT 0'
            )
            partials, read = self.view.planned
            binder.execute(f'CREATE TEMP TABLE "~merged" AS {partials}')
            verify_kept(binder.plans(partials), binder.plans(read), stabilities.get)
        finally:
            binder.rollback()

    def rows(self) -> list[tuple[Any, ...]]:
        """Those of the view, of which the topic's rows have come in three batches."""
        engine = self.cursors.lake
        view = self.view
        rows = 'SELECT *, 1::BIGINT AS "~seq" FROM public.t WHERE id % 3 ='
        batches = [f'WITH "~delta" AS ({rows} {each}) {view.partials}' for each in range(3)]
        state = " UNION ALL ".join(f'SELECT * EXCLUDE ("~seq") FROM ({each})' for each in batches)
        merged = f'WITH "~state" AS ({state}) {view.merged}'
        return engine.rows(f'WITH "~merged" AS ({merged}) {view.read}')

    def expected(self) -> list[tuple[Any, ...]]:
        return self.cursors.lake.rows(self.text)


def is_topic(table: Node) -> bool:
    return table["table_name"] == "t"


@pytest.mark.parametrize("text", KEPT)
def test_what_is_kept_is_what_is_asked(client: Client, stabilities: dict[str, str], text: str) -> None:
    kept = Kept(client, stabilities, text)
    assert sorted(map(rounded, kept.rows())) == sorted(map(rounded, kept.expected()))


def rounded(row: tuple[Any, ...]) -> list[str]:
    """Cells of a row; what deviations of numerics have behind the twelfth digit is not PostgreSQL's either."""
    return [f"{cell:.12g}" if isinstance(cell, float) else str(cell)[:14] for cell in row]


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_kept_is_refused(client: Client, stabilities: dict[str, str], text: str) -> None:
    with pytest.raises(FeatureNotSupported) as raised:
        Kept(client, stabilities, text)
    assert raised.value.hint
