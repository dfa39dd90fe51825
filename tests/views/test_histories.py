"""
Random histories of two topics, in a whole gateway: after every step every live view is its query, as a client sees
both: names, types and rows.

Floating point numbers are compared to nine digits, since a view adds them in another order.  The seed stands in
the report; some are always the same, and some new.
"""

from __future__ import annotations

import itertools
import math
import random
import secrets
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from pggate import config
from pggate.composition import open_gateway
from pggate.datadir import DataDirectory
from pggate.views import passing
from tests.session.conftest import Client, fields_of, rows_of, succeeded
from tests.soaking import times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.session.live.gateway import Gateway
    from tests.session.conftest import Row

pytestmark = [pytest.mark.server, pytest.mark.slow]

SEEDS = (1, 2, *(f"fresh {number}" for number in range(times(1, soaking=500))))
"""A fresh one is drawn while its test runs: each process of a run has to find the same tests."""

STEPS = 14

COLUMNS = (
    "id int, g text, v int, b bigint, d numeric(12,2), f float8, ts timestamptz, t0 timestamp, dt date, c char(5),"
    " j jsonb, arr int[], o bool"
)
ROWS = """
    select i, (array['g1', 'g2', 'g3', null, 'é'])[1 + (i * 7) % 5], nullif(i * 13 % 41, 7), i::bigint * 3000000000,
      (i % 97)::numeric / 7, sqrt(i), timestamptz '2024-01-01' + i * interval '37 seconds',
      timestamp '2024-01-01' + i * interval '7 hours', date '2024-01-01' + i % 5, substr('abcde', 1, 1 + i % 4),
      ('{{"a":' || (i % 3) || '}}')::jsonb, array[i % 2], nullif(i % 3, 1) = 0
    from generate_series({first}, {last}) x(i)"""

QUERIES = (
    "select g, count(*), sum(v), sum(b) as sb, sum(d) as sd, min(ts), max(g) from t group by g",
    "select g, avg(v) as av, avg(d) as ad, avg(f) as af from t group by g",
    "select date_trunc('minute', ts) as w, count(*) from t group by 1",
    "select date_trunc('day', t0) as w, count(*) as n from t group by 1 having count(*) > 3",
    "select g, v / 2 as h, d * 2 as d2 from t where v > 20 and g like 'g%'",
    "select count(*), sum(v), max(ts) from t",
    "select distinct g, v % 3 as m from t",
    "select g, stddev(v), var_pop(f) from t group by g",
    "select c, count(*) from t group by c",
    "select j->>'a' as a, max(d) filter (where v > 3) as x, bool_and(o) as y, bool_or(v > 30) as z from t group by 1",
    "select sum(v) + 1 as s, round(avg(d), 2) as r from t",
    "select extract(hour from ts) as h, ts::date as dd, count(*) from t group by 1, 2",
    "select arr, count(*), count(v) as cv, count(o) as co from t group by arr",
    "select g, v, count(*) from t group by g, v order by 3 desc, 1, 2 limit 5",
    "select g, case when sum(v) > 100 then 'big' else 'small' end as size from t group by g",
    "select coalesce(g, 'none') as gg, max(v) - min(v) as span from t group by coalesce(g, 'none')",
    "with x as (select g, v * 2 as w from t where v is not null) select g, sum(w) as s from x group by g",
    "select upper(g) as u, length(g) as l, to_char(ts, 'YYYY') as y from t where g is not null",
    "select g, count(distinct v) as n from t group by g",
    "select id, g from t order by id desc limit 7",
    "select bit_xor(v) as x, bit_or(v) as y, bit_and(b) as z from t",
    "select g, percentile_cont(0.5) within group (order by d) as med, mode() within group (order by v desc) from t group by g",
    "select c, percentile_disc(array[0.1, 0.9]) within group (order by ts), approx_count_distinct(v) as n from t group by c",
    "select g, corr(f, id), regr_count(v, id) as n, kurtosis(v), covar_pop(d, v) from t group by g",
    "select g, v, 't' as w from t union all select g, b / 3000000000, 'u' from u where o",
    "select g, count(*) as n, sum(d) as s, avg(w) as a from (select g, d, v as w from t union all select g, v, d from u) x group by g",
    "select g, count(*) as n, sum(w) as s from plain group by g",
    "select t.id, u.g as ug, t.v + u.v as s from t join u on t.id % 100 = u.id % 100",
    "select a.g, count(*) as n, sum(b.v) as s, max(b.d) as m from t a join u b using (g) group by a.g",
    "select g, count(*) as n, sum(u.v) as s, sum(t.d) as d from t join u using (g) where t.o group by g",
    "select a.id, b.id as other from t a join t b on a.v = b.v and a.id < b.id",
    "select count(*) as n, sum(a.v) as s from t a, u b, t c where a.id % 50 = b.id % 50 and b.v = c.v",
    "select o, count(*) as n, sum(w) as s from plain p join t using (o) where t.c > 'b' group by o",
    "select max(ts) as m, count(*) as n from (select ts from t where v > 9 union all select ts from u union all select ts from t) x",
)

PLAIN = "create view plain as select upper(g) as g, v * 2 as w, o from t where v > 3 union all select g, id, o from u"

ROUGH = frozenset({"af", "stddev", "var_pop", "corr", "kurtosis", "covar_pop"})
"""Columns that are computed of floating point numbers."""


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    with ExitStack() as stack:
        path = tmp_path_factory.mktemp("gateway")
        directory = DataDirectory(path)
        stack.callback(directory.release)
        loaded = config.load(None, {}, {"data_dir": str(path), "auth": "trust"})
        yield open_gateway(loaded, directory, stack)


class History:
    """
    What happens to the topics.
    """

    def __init__(self, client: Client, chance: random.Random) -> None:
        self._client = client
        self._chance = chance
        self._numbers = itertools.count(1, 100)
        self._topic = "t"

    def step(self) -> str:
        self._topic = self._chance.choice(("t", "t", "u"))
        name = self._chance.choice(
            ("insert", "insert", "insert", "delete", "update", "mixed", "merge", "truncate")
        )
        for sql in getattr(self, f"_{name}")():
            self._client.run(sql)
        return f"{name} {self._topic}"

    def _insert(self) -> list[str]:
        first = next(self._numbers)
        return [
            f"insert into {self._topic} "
            + ROWS.format(first=first, last=first + self._chance.choice((-1, 0, 1, 6, 40)))
        ]

    def _delete(self) -> list[str]:
        return [f"delete from {self._topic} where id % 11 = {self._chance.randrange(11)}"]

    def _update(self) -> list[str]:
        return [
            f"update {self._topic} set v = v + 1, g = 'g1', f = -f where id % 13 = {self._chance.randrange(13)}"
        ]

    def _mixed(self) -> list[str]:
        """In one transaction, of which a part is undone by itself, and which is about both topics."""
        ends = self._chance.choice(("commit", "commit", "rollback"))
        one = [*self._insert(), *self._delete(), *self._insert(), f"delete from {self._topic} where v < 5"]
        self._topic = {"t": "u", "u": "t"}[self._topic]
        return ["begin", *one, *self._insert(), *self._delete(), ends]

    def _merge(self) -> list[str]:
        return [f"call pggate.compact('{self._topic}')"]

    def _truncate(self) -> list[str]:
        return [f"truncate {self._topic}"] if self._chance.random() < 0.2 else self._insert()


@pytest.mark.parametrize("seed", SEEDS)
def test_every_view_is_its_query(gateway: Gateway, seed: int | str, monkeypatch: pytest.MonkeyPatch) -> None:
    seed = seed if isinstance(seed, int) else secrets.randbits(32)
    chance = random.Random(seed)
    monkeypatch.setattr(passing, "LARGE", chance.choice((0, 50, passing.LARGE)))
    name = f"h{seed}"
    gateway.databases.create(name)
    gateway.mirror.refresh()
    writer, reader = Client(gateway, name), Client(gateway, name)
    writer.run(f"create table t ({COLUMNS})", f"create table u ({COLUMNS})", PLAIN)
    history = History(writer, chance)
    made: list[tuple[str, str]] = []
    late = list(enumerate(QUERIES))
    chance.shuffle(late)
    for step in range(STEPS):
        for number, query in [late.pop() for _ in range(min(len(late), 4))]:
            writer.run(f"create materialized view m{number} as {query}")
            made.append((f"m{number}", query))
        if not step:  # few deltas are many here
            lake = gateway.databases.find(name).lake
            catching_up = gateway.live_views.of(lake)._catching_up
            catching_up._merging._least = chance.choice((10, 100, 20_000))
            catching_up._regrouping._share = chance.choice((0.1, 0.9))
        what = history.step()
        for view, query in made:
            assert shown(reader, f"select * from {view}") == shown(reader, query), (seed, step, what, view)
    writer.close()
    reader.close()
    gateway.databases.drop(name)


def shown(client: Client, sql: str) -> tuple[list[tuple[str, int, int]], list[Row]]:
    """Names, types and modifiers of the columns; and the rows, without the last digits of floating point numbers."""
    replies = succeeded(client.query(sql))
    fields = [(field.name, field.type_oid, field.typmod) for field in fields_of(replies)]
    rough = [column in ROUGH for column, _, _ in fields]
    rows = [
        tuple(rounded(value, rough=of) for value, of in zip(row, rough, strict=True))
        for row in rows_of(replies)
    ]
    return fields, sorted(rows, key=str)


def rounded(value: str | None, *, rough: bool) -> str | None:
    if value is None or not rough:
        return value
    number = float(value)
    return value if not number or not math.isfinite(number) else f"{number:.9g}"
