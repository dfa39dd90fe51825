"""
Queries for live views: from a grammar, and of every kind; and rows for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

TEMPLATES = (
    # rows
    "SELECT * FROM t",
    "SELECT t.*, v * 2 AS dbl FROM t WHERE g = 'a' ORDER BY dbl DESC, id LIMIT 3 OFFSET 1",
    "SELECT * EXCLUDE (l, y) REPLACE (v + 1 AS v) FROM t",
    "SELECT y.a, t.y.b, l[1], l FROM t",
    "SELECT g, unnest(l) AS x FROM t",
    "SELECT list_transform(l, lambda z, p: z + v + p) AS q, i, m FROM t",
    "SELECT g, v FROM t ORDER BY b DESC NULLS LAST, id LIMIT 7",
    "SELECT 1 AS one FROM t",
    "SELECT id, t0 < now() AS past FROM t WHERE t0 > now() - INTERVAL '1 hour' OR v > 0",
    "SELECT f, r, -f AS minus FROM t",
    "(SELECT g, v FROM t) UNION ALL (SELECT upper(g), id FROM t ORDER BY 1) ORDER BY 2 DESC, 1 LIMIT 9",
    "WITH c(k) AS (SELECT g FROM t), d AS (SELECT k || '!' AS k FROM c WHERE k > 'a') SELECT k FROM d",
    # groups
    "SELECT count(*), sum(h), sum(e), sum(d), sum(f), sum(v), sum(b), avg(f), min(g), max(t0) FROM t",
    "SELECT g, count(*) AS n, sum(v) AS s, sum(d), min(i), max(m) FROM t GROUP BY g HAVING count(*) > 1",
    "SELECT m, o, count(*) FILTER (WHERE o), bool_and(o), bool_or(v > 2) FILTER (WHERE o) FROM t GROUP BY ALL",
    "SELECT g, bit_and(v), bit_or(b), bit_xor(h), bit_xor(v) FROM t GROUP BY g",
    "SELECT g, arg_max(v, id), min_by(l, id), max_by(g, id) FILTER (WHERE v > 0), any_value(1) FROM t GROUP BY g",
    "SELECT g, stddev(v), var_pop(d), variance(f), stddev_pop(v) FILTER (WHERE o) FROM t GROUP BY g",
    "SELECT stddev_samp(v), var_samp(f), product(v % 3) FROM t",
    "SELECT max(r), min(r), count(r) FROM t",
    "SELECT r, count(*) FROM t GROUP BY r",
    "SELECT i, l, y, count(*) FROM t GROUP BY ALL",
    "SELECT DISTINCT g, v % 2 FROM t ORDER BY ALL LIMIT 5",
    "SELECT DISTINCT count(*), o FROM t GROUP BY g, o",
    "SELECT DISTINCT t0 < now() AS past, o FROM t",
    "SELECT v % 3 AS k, sum(b) FROM t GROUP BY k HAVING k > 0 AND sum(b) > 5 ORDER BY k + 1",
    "SELECT CASE WHEN sum(v) > 3 THEN max(g) ELSE 'none' END, count(*) * 2 + 1 FROM t",
    "SELECT g AS v, sum(v) AS g FROM t GROUP BY t.g ORDER BY g, 1",
    "SELECT x, count(*) FROM (SELECT unnest(l) AS x FROM t) GROUP BY x",
    "SELECT k, sum(n) FROM (SELECT g AS k, v AS n FROM t UNION ALL SELECT 'all', v FROM t) AS q GROUP BY k",
    "SELECT date_trunc('hour', t0) AS w, count(*) FROM t WHERE date_trunc('hour', t0) < now() GROUP BY w",
    "SELECT p, count(*) FROM (SELECT v, g FROM t) AS s(p) GROUP BY p",
    "SELECT count(*) FROM t HAVING count(*) > 30",
    "SELECT count(*) FROM t WHERE false",
    "SELECT CAST(t0 AS DATE) AS day, CAST(f AS INTEGER) AS n FROM t GROUP BY ALL",
    "SELECT 'x' AS x, count(*) FROM t GROUP BY 1",
    "SELECT g FROM t GROUP BY g ORDER BY count(*) DESC, g LIMIT 2",
    # names and texts that could be taken for others
    'SELECT g AS "k0", v AS "~n", b AS "c1" FROM t ORDER BY "~n", c1, k0',
    'SELECT g AS "~seq", count(*) AS "~n" FROM t GROUP BY 1 ORDER BY 2, 1',
    'SELECT sum("~delta".v), count(*) FROM t AS "~delta" GROUP BY "~delta".g',
    "SELECT g, sum(v) AS g2, g2 + 1 AS g3 FROM t GROUP BY g",
    "SELECT v AS b, b AS v FROM t ORDER BY b, v",
    "SELECT 'it''s {x} {0} {' || g AS \"br{ace}\", max('{}' || g) FILTER (WHERE g <> '{y}') FROM t GROUP BY ALL",
    "SELECT st.a, count(*) FROM (SELECT {'a': v, 'b': g} AS st FROM t) AS st GROUP BY st.a",
    "SELECT t.y.a AS z, sum(t.v) FROM t GROUP BY t.y.a ORDER BY t.y.a",
    "SELECT v BETWEEN 1 AND 3 AS bt, count(*) FROM t GROUP BY v BETWEEN 1 AND 3",
    "SELECT bool_and(v > 2 OR o), bool_or(v > 2 OR o), sum(v) FILTER (WHERE v > 2 OR o) FROM t",
    "WITH t AS (SELECT * FROM t WHERE v > 2), x AS (SELECT 1) SELECT count(*) FROM t",
    "SELECT v FROM t UNION ALL SELECT v FROM t UNION ALL SELECT id FROM t",
    "SELECT NULL AS n, count(*) FROM t GROUP BY NULL",
    "SELECT lower(g) COLLATE nocase AS k, count(*) FROM t GROUP BY k",
    "SELECT list_transform(l, lambda v: v + 1) AS q, v FROM t",
    "SELECT g, sum(list_sum(l)) FROM t GROUP BY g",
    "SELECT sum(DISTINCT v) FILTER (WHERE o), count(DISTINCT g) FILTER (WHERE v > 1) FROM t GROUP BY m",
    "SELECT coalesce(sum(v), 0), nullif(count(*), 0), greatest(max(v), 3) FROM t WHERE v > 7",
    "SELECT DISTINCT * EXCLUDE (l, y, i) FROM t",
    # what needs every value
    "SELECT g, median(f), median(t0), quantile_cont(d, 0.9) - quantile_cont(d, 0.1) AS range FROM t GROUP BY g",
    "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY m DESC), mode() WITHIN GROUP (ORDER BY g DESC) FROM t",
    "SELECT approx_count_distinct(v), skewness(v), kurtosis_pop(id), regr_r2(v, id), covar_pop(b, v) FROM t WHERE o",
    # several topics
    "SELECT g, v FROM t UNION ALL SELECT upper(g), b FROM u",
    "SELECT g, count(*), sum(n) FROM (SELECT g, v AS n FROM t WHERE o UNION ALL SELECT m, d FROM u) AS x GROUP BY g",
    "WITH a AS (SELECT * FROM t), b AS (SELECT * FROM u) SELECT count(*), min(v), max(f) FROM (FROM a UNION ALL FROM b)",
    "SELECT 't' AS w, t.* FROM t UNION ALL SELECT 'u', u.* FROM u UNION ALL SELECT 'v', t.* FROM t ORDER BY ALL LIMIT 9",
    "SELECT DISTINCT g FROM (SELECT g FROM u UNION ALL (SELECT g FROM t UNION ALL SELECT left(g, 1) FROM u)) AS x",
    "SELECT * FROM u",
    # joins
    "SELECT t.id, u.g, t.v + u.v AS s FROM t, u WHERE t.id = u.id",
    "SELECT t.*, u.g AS ug FROM t JOIN u ON t.v = u.v AND u.o",
    "SELECT id, t.v, u.v AS w, u.id AS uid FROM t JOIN u USING (id)",
    "SELECT * FROM (SELECT id, g, v FROM t) AS a NATURAL JOIN (SELECT id, b FROM u) AS c",
    "SELECT * FROM (SELECT id, g, v FROM t) AS a JOIN (SELECT b, id, G FROM u) AS c USING (g, id)",
    "SELECT a.id, b.id AS other FROM t AS a JOIN t AS b ON a.v = b.v AND a.id < b.id",
    "SELECT a.g, count(*), sum(b.v), min(b.f) FROM t AS a JOIN t AS b USING (v) GROUP BY a.g",
    "SELECT t.g, count(*) AS n, sum(u.v) AS s FROM t JOIN u ON t.id = u.id GROUP BY t.g HAVING count(*) > 1",
    "SELECT count(*), sum(t.v * u.v), sum(u.d) FROM t CROSS JOIN u WHERE t.g > u.g OR t.o",
    "SELECT g, count(*), max(u.v) FROM t JOIN u USING (g) GROUP BY g ORDER BY ALL LIMIT 4",
    "SELECT a.g, c.m, count(*) FROM t a JOIN u b ON a.id = b.id JOIN t c ON b.v = c.v GROUP BY ALL",
    "SELECT id, a.v, b.v AS v2, c.v AS v3 FROM t a JOIN u b USING (id) JOIN u c USING (id)",
    "SELECT count(*), sum(d.v) FROM t a, u b, t c, u d WHERE a.id = b.id AND b.id = c.id AND c.v = d.v",
    "SELECT a.id, x.v FROM t a JOIN (SELECT id, v FROM t UNION ALL SELECT id, b FROM u WHERE o) AS x ON a.id = x.id",
    "SELECT g, count(*) FROM (SELECT t.g FROM t, u WHERE t.id = u.id UNION ALL SELECT upper(g) FROM t) x GROUP BY g",
    "SELECT a.id FROM (t a JOIN u b ON a.id = b.id) JOIN (t c JOIN u d ON c.id = d.id) ON a.v = c.v AND b.o",
    "SELECT DISTINCT t.g, u.y.a AS ya FROM t JOIN u ON t.y.a = u.y.a",
    "WITH c AS (SELECT id, v FROM t WHERE v > 0), d(k) AS (SELECT id FROM u) SELECT v, count(*) FROM c JOIN d ON c.id = d.k GROUP BY v",
    "SELECT t.id, u.t0 < now() AS past FROM t JOIN u USING (id) WHERE t.t0 < now()",
    "SELECT x.p, z.q FROM t AS x(p) JOIN u AS z(q, r) ON x.p = z.q",
    "SELECT t.v AS a, count(*) FROM t JOIN u ON true WHERE t.id % 7 = u.id % 7 GROUP BY a",
    "SELECT u.* EXCLUDE (l, y, i), t.id AS tid FROM t, u WHERE t.v = u.v",
)

_FROM = (
    "t",
    "t AS x",
    "(SELECT * FROM t WHERE {p}) AS x",
    "(SELECT id, g, v + 1 AS v, b, d, f, r, t0, o, m, i FROM t) AS x",
    "(SELECT * FROM (SELECT * FROM t WHERE {p}) AS y WHERE {p}) AS x",
    "(SELECT * FROM t UNION ALL SELECT * FROM t WHERE {p}) AS x",
    "(SELECT * FROM t UNION ALL SELECT * FROM u WHERE {p}) AS x",
    "(SELECT t.* FROM t JOIN u ON t.v = u.v WHERE u.id > 9) AS x",
    "t AS x JOIN (SELECT id AS key FROM u WHERE {p}) AS y ON x.id = y.key",
    "(SELECT a.* FROM t AS a, t AS b WHERE a.v = b.id) AS x",
)
_NUMBERS = (
    "v",
    "id",
    "v + 1",
    "v % 3",
    "length(g)",
    "CASE WHEN o THEN v ELSE id END",
    "coalesce(v, 0)",
    "abs(v)",
)
_TEXTS = ("g", "upper(g)", "coalesce(g, 'ü')", "g || '€'", "CAST(m AS VARCHAR)", "left(g, 1)")
_OTHERS = (
    "o",
    "m",
    "d",
    "f",
    "b",
    "t0",
    "date_trunc('day', t0)",
    "date_trunc('hour', t0)",
    "d + 0.5",
    "i",
    "r",
)
_PREDICATES = (
    *("v > {n}", "o", "g IS NULL", "g LIKE 'a%'", "v BETWEEN {n} AND 5", "m = 'ok'", "v IN (1, 2, {n})"),
    *("d > 1.5", "f < 3.25", "NOT ({p})", "({p}) AND ({p})", "({p}) OR ({p})", "b > 0", "g > 'a'"),
)
_AGGREGATES = (
    *("count(*)", "count({e})", "sum({n})", "sum(d)", "sum(b)", "sum(f)", "sum(h)", "sum(e)", "avg(f)"),
    *("min({e})", "max({e})", "bool_and({p})", "bool_or({p})", "bit_xor(v)", "bit_or({n})", "bit_and(v)"),
    *("arg_max({e}, id)", "arg_min({e}, id)", "count_if({p})", "stddev(v)", "var_pop(d)"),
    *(
        "count(DISTINCT {x})",
        "sum(DISTINCT {n})",
        "approx_count_distinct({x})",
        "median({n})",
        "corr({n}, id)",
    ),
    *(
        "percentile_cont(0.3) WITHIN GROUP (ORDER BY {n} DESC)",
        "quantile_disc({e}, [0.1, 0.5])",
        "covar_samp(v, d)",
    ),
    *("mode() WITHIN GROUP (ORDER BY {x})", "regr_slope({n}, id)", "regr_count(v, {n})", "kurtosis(v)"),
)


class Grammar:
    """
    Queries, of a seed.
    """

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def predicate(self, depth: int = 0) -> str:
        simple = [one for one in _PREDICATES if depth < 2 or "{p}" not in one]
        one = self._chance.choice(simple).replace("{n}", str(self._chance.randint(-3, 6)))
        while "{p}" in one:
            one = one.replace("{p}", self.predicate(depth + 1), 1)
        return one

    def scalar(self) -> str:
        return self._chance.choice(self._chance.choice((_NUMBERS, _TEXTS, _OTHERS)))

    def aggregate(self, columns: bool) -> str:
        usable = [one for one in _AGGREGATES if columns or one not in {"sum(h)", "sum(e)"}]
        one = self._chance.choice(usable)
        one = one.replace("{x}", self._chance.choice((*_TEXTS, *_NUMBERS, "d", "m", "o", "t0")))
        one = one.replace("{e}", self.scalar()).replace("{n}", self._chance.choice(_NUMBERS))
        one = one.replace("{p}", self.predicate())
        return one + (f" FILTER (WHERE {self.predicate()})" if self._chance.random() < 0.25 else "")

    def query(self) -> str:
        chance = self._chance
        source = chance.choice(_FROM)
        while "{p}" in source:
            source = source.replace("{p}", self.predicate(), 1)
        where = f" WHERE {self.predicate()}" if chance.random() < 0.4 else ""
        if chance.random() < 0.3:
            items = [self.scalar() for _ in range(chance.randint(1, 4))]
            distinct = "DISTINCT " if chance.random() < 0.5 else ""
            return f"SELECT {distinct}{self._listed(items)} FROM {source}{where}{self._end(items)}"
        keys = [self.scalar() for _ in range(chance.choice((0, 1, 1, 1, 2)))]
        aggregates = [self.aggregate("id, g" not in source) for _ in range(chance.randint(1, 4))]
        items = [*keys, *aggregates]
        if chance.random() < 0.3:
            items.append(f"CASE WHEN count(*) > 2 THEN {chance.choice(aggregates)} END")
        chance.shuffle(items)
        distinct = "DISTINCT " if chance.random() < 0.1 else ""
        grouped = f" GROUP BY {chance.choice((', '.join(keys), 'ALL'))}" if keys else ""
        having = f" HAVING count(*) > {chance.randint(0, 4)}" if chance.random() < 0.3 else ""
        return (
            f"SELECT {distinct}{self._listed(items)} FROM {source}{where}{grouped}{having}{self._end(items)}"
        )

    def _listed(self, items: list[str]) -> str:
        return ", ".join(
            f"{item} AS a{at}" if self._chance.random() < 0.6 else item for at, item in enumerate(items)
        )

    def _end(self, items: list[str]) -> str:
        """
        Where there is a limit, an order of all columns, so that equal rows alone can change places: what is computed
        of floats could do so, too.
        """
        if self._chance.random() < 0.7 or any("var_pop" in item or "stddev" in item for item in items):
            return ""
        limit = f" LIMIT {self._chance.randint(0, 6)}" if self._chance.random() < 0.6 else ""
        offset = f" OFFSET {self._chance.randint(0, 3)}" if limit and self._chance.random() < 0.4 else ""
        return f" ORDER BY ALL{limit}{offset}"


def row(chance: random.Random, number: int) -> str:
    """
    A row of the topic, as VALUES.  Sums of its doubles are exact, whatever their order.
    """

    def or_null(value: object) -> str:
        return "NULL" if chance.random() < 0.2 else str(value)

    great = chance.choice((0, 1, -1, 2**62, -(2**62), 10**9))
    cells = (
        number,
        or_null(f"'{chance.choice(('a', 'b', 'ab', 'äß', '日本', ''))}'"),
        or_null(chance.randint(-5, 8)),
        or_null(great),
        or_null(chance.randint(-(10**30), 10**30)),
        or_null(chance.randint(-1000, 1000) / 100),
        or_null(chance.randint(-(10**24), 10**24)),
        or_null(chance.choice(("'-0.0'", "0.0", chance.randint(-4000, 4000) / 4))),
        or_null(chance.choice(("'NaN'", "'inf'", "'-0.0'", "0.0", "1.5"))),
        or_null(f"TIMESTAMP '2024-01-0{chance.randint(1, 3)} 0{chance.randint(0, 3)}:30:00'"),
        or_null(f"TIMESTAMPTZ '2024-01-0{chance.randint(1, 3)} 00:00:00+00'"),
        or_null(f"DATE '2024-02-0{chance.randint(1, 5)}'"),
        or_null(chance.choice(("true", "false"))),
        or_null(chance.choice(("'sad'", "'ok'", "'happy'"))),
        or_null(chance.choice(("INTERVAL '1 month'", "INTERVAL '30 days'", "INTERVAL '1 hour'"))),
        or_null(chance.choice(("[]", "[1, NULL]", "[1, 2]"))),
        or_null(chance.choice(("{'a': 1, 'b': 'x'}", "{'a': NULL, 'b': 'y'}"))),
    )
    return f"({', '.join(map(str, cells))})"
