"""
Aggregates and window functions (manual 9.21, 9.22).
"""

from __future__ import annotations

from tests.differential.family import family, lines

COLUMNS = {
    "int2": "(1::int2), (2), (null), (4)",
    "int4": "(1), (2), (null), (4)",
    "int8": "(1::int8), (2), (null), (9223372036854775807)",
    "float4": "(1.5::float4), (2.5), (null), (4)",
    "float8": "(1.5::float8), (2.5), (null), (0.1)",
    "numeric": "(1.50), (2.25), (null), (4)",
    "text": "('b'), ('a'), (null), ('c')",
    "date": "(date '2024-01-01'), ('2023-01-01'), (null), ('infinity')",
    "timestamp": "(timestamp '2024-01-01 12:00'), ('2023-01-01'), (null), ('2025-01-01')",
    "interval": "(interval '1 day'), ('1 month'), (null), ('02:00')",
    "bool": "(true), (false), (null), (true)",
}
NUMBERS = ("int2", "int4", "int8", "float4", "float8", "numeric")
OF_NUMBERS = ("sum", "avg", "stddev", "stddev_pop", "stddev_samp", "variance", "var_pop", "var_samp")
OF_ALL = ("count", "min", "max", "array_agg", "json_agg")
OF_INTEGERS = ("bit_and", "bit_or", "bit_xor")
WINDOWS = (
    "row_number()",
    "rank()",
    "dense_rank()",
    "percent_rank()",
    "cume_dist()",
    "ntile(2)",
    "lag(x)",
    "lag(x, 2, 0)",
    "lead(x)",
    "lead(x, 1, -1)",
    "first_value(x)",
    "last_value(x)",
    "nth_value(x, 2)",
    "sum(x)",
    "avg(x)",
    "count(*)",
    "min(x)",
    "max(x)",
    "array_agg(x)",
)
FRAMES = (
    "order by x",
    "order by x desc",
    "partition by g order by x",
    "",
    "order by x rows between 1 preceding and current row",
    "order by x rows between unbounded preceding and unbounded following",
    "order by x range between 1 preceding and 1 following",
)

AGGREGATES = family(
    "aggregates",
    [f"{name}(x) from (values {COLUMNS[of]}) v(x)" for of in NUMBERS for name in OF_NUMBERS],
    [
        f"{name}(x) from (values {COLUMNS[of]}) v(x)"
        for of in COLUMNS
        for name in OF_ALL
        if (name, of) not in (("min", "bool"), ("max", "bool"))
    ],
    [f"{name}(x) from (values {COLUMNS[of]}) v(x)" for of in NUMBERS[:3] for name in OF_INTEGERS],
    [
        f"{name}(x) from (values {COLUMNS[of]}) v(x) where x is null"
        for of in NUMBERS
        for name in ("sum", "avg", "max", "stddev")
    ],
    [
        f"{name}(distinct x) from (values (1), (2), (2), (null)) v(x)"
        for name in ("sum", "avg", "count", "array_agg", "min")
    ],
    [
        f"x, {function} over ({frame}) from (values (1, 'a'), (2, 'a'), (2, 'b'), (5, 'b')) v(x, g) order by g, x"
        for function in WINDOWS
        for frame in FRAMES
        if not (frame.startswith("order by x r") and "(x" not in function)
    ],
    lines("""
        sum(x)::int, avg(x)::numeric(10,2), round(avg(x), 1), round(sum(x) / count(x), 2) from (values (1), (2), (2)) v(x)
        count(*), count(x), count(distinct x) from (values (1), (1), (null)) v(x)
        sum(x) from (values (9223372036854775807), (1)) v(x)
        sum(x) from (values (2147483647), (1)) v(x)
        sum(x), avg(x) from (values (32767::int2), (1::int2)) v(x)
        avg(x) from (values (1), (2)) v(x)
        avg(x) from (values (null::int)) v(x)
        avg(x) from (values (100), (200), (301)) v(x)
        avg(x::float8) from (values (1), (2)) v(x)
        sum(x), avg(x) from generate_series(1, 100) x
        sum(x * 2), sum(x) * 2, sum(x + 0.5) from generate_series(1, 3) x
        sum(1), sum(1.5), avg(1), count(1), max('a'), min(1.5)
        max(x), min(x) from (values ('a'), ('B'), (null)) v(x)
        string_agg(x, ', ' order by x) from (values ('b'), ('a'), (null)) v(x)
        string_agg(x::text, ',') filter (where x > 1) from generate_series(1, 3) x
        count(*) filter (where x > 1), sum(x) filter (where x > 5) from generate_series(1, 3) x
        percentile_cont(0.5) within group (order by x) from (values (1), (2), (4), (10)) v(x)
        percentile_disc(0.5) within group (order by x) from (values (1), (2), (4), (10)) v(x)
        percentile_cont(array[0.25, 0.75]) within group (order by x) from (values (1), (2), (4), (10)) v(x)
        percentile_cont(0.5) within group (order by x) from (values (interval '1 day'), ('2 days')) v(x)
        mode() within group (order by x) from (values ('a'), ('b'), ('b')) v(x)
        rank(2) within group (order by x) from (values (1), (2), (4)) v(x)
        dense_rank(3) within group (order by x), percent_rank(3) within group (order by x), cume_dist(3) within group (order by x) from (values (1), (2), (4)) v(x)
        rank(2) within group (order by x desc), rank(9) within group (order by x), rank(null) within group (order by x) from (values (1), (2), (null)) v(x)
        rank(2) within group (order by x nulls first), rank(null) within group (order by x desc), dense_rank(2) within group (order by x desc nulls last) from (values (1), (2), (2), (null)) v(x)
        rank('b') within group (order by x), dense_rank(date '2024-02-01') within group (order by d) from (values ('a', date '2024-01-01'), ('c', '2024-03-01')) v(x, d)
        rank(2, 'b') within group (order by x, y), cume_dist(2, 'a') within group (order by x desc, y), dense_rank(2, 'b') within group (order by x, y desc) from (values (1, 'a'), (2, 'a'), (2, 'c')) v(x, y)
        g, rank(2) within group (order by x) from (values ('a', 1), ('a', 2), ('b', 4)) v(g, x) group by g order by g
        rank(2) within group (order by x) filter (where x > 1), percent_rank(2) within group (order by x) filter (where x > 1) from (values (1), (2), (4)) v(x)
        percent_rank(1) within group (order by x), cume_dist(1) within group (order by x), rank(1) within group (order by x), dense_rank(1) within group (order by x) from (values (1)) v(x) where false
        percentile_cont(0.25) within group (order by x), percentile_cont(1) within group (order by x desc), percentile_disc(0.5) within group (order by x) from (values (interval '1 day'), ('2 days'), ('1 month')) v(x)
        percentile_cont(0.5) within group (order by x) from (values (interval '1 day')) v(x) where false
        string_agg(x, '\\x2c'::bytea order by x desc), string_agg(x, '\\x00'), string_agg(x, null), string_agg(x, '\\x01') filter (where false) from (values ('\\x01'::bytea), ('\\x02'), (null)) v(x)
        g, sum(x) from (values ('a', 1), ('b', 2), ('a', 3)) v(g, x) group by g order by g
        g, sum(x) from (values ('a', 1), ('b', 2), ('a', 3)) v(g, x) group by g having sum(x) > 2 order by g
        g, h, sum(x) from (values ('a', 'x', 1), ('a', 'y', 2), ('b', 'x', 3)) v(g, h, x) group by rollup (g, h) order by g, h
        g, h, sum(x) from (values ('a', 'x', 1), ('a', 'y', 2), ('b', 'x', 3)) v(g, h, x) group by cube (g, h) order by g, h, 3
        g, h, sum(x) from (values ('a', 'x', 1), ('a', 'y', 2)) v(g, h, x) group by grouping sets ((g), (h), ()) order by g, h
        g, grouping(g), sum(x) from (values ('a', 1), ('b', 2)) v(g, x) group by rollup (g) order by g
        x, count(*) from (values (1), (1), (2)) v(x) group by 1 order by 2 desc, 1
        x + 1 as y, count(*) from (values (1), (1), (2)) v(x) group by y order by y
        x from (values (1), (2)) v(x) group by x having count(*) = 1 order by x
        sum(x) over (), x from (values (1), (2)) v(x) order by x
        x, sum(x) over w, avg(x) over w from (values (1), (2), (3)) v(x) window w as (order by x) order by x
        x, rank() over (order by x desc nulls last) from (values (1), (null), (2)) v(x) order by x
        x, row_number() over (order by x) from (values (1), (null), (2)) v(x) order by 2
        x, sum(x) over (order by x rows 1 preceding exclude current row) from (values (1), (2), (3)) v(x) order by x
        x, first_value(x) over (order by x groups 1 preceding) from (values (1), (2), (3)) v(x) order by x
        sum(sum(x)) over () from (values (1), (2)) v(x)
        x, round(100.0 * x / sum(x) over (), 1) from (values (1), (2)) v(x) order by x
        x, count(*) filter (where x > 1) over () from (values (1), (2)) v(x) order by x
        lag(x) over (order by x), lag(d) over (order by x), lag(t, 1, 'none') over (order by x) from (values (1, date '2024-01-01', 'a'), (2, '2024-02-01', 'b')) v(x, d, t) order by x
        pg_typeof(sum(x))::text, pg_typeof(avg(x))::text, pg_typeof(count(x))::text, pg_typeof(max(x))::text from (values (1)) v(x)
        pg_typeof(sum(x))::text, pg_typeof(avg(x))::text from (values (1::int8)) v(x)
        pg_typeof(sum(x))::text, pg_typeof(avg(x))::text from (values (1::float4)) v(x)
        pg_typeof(rank() over ())::text, pg_typeof(ntile(1) over ())::text, pg_typeof(percent_rank() over ())::text
        bool_and(x > 0), bool_or(x > 2), every(x < 9) from (values (1), (2)) v(x)
        bit_and(x), bit_or(x), bit_xor(x) from (values (6), (3)) v(x)
        corr(x, y), covar_pop(x, y), regr_slope(x, y), regr_r2(x, y) from (values (1.0, 2.0), (2.0, 4.5)) v(x, y)
        any_value(x) from (values (1)) v(x)
        count(distinct (x, y)) from (values (1, 2), (1, 2)) v(x, y)
        sum(null::int), max(null::text), avg(null::numeric)
        sum('1'), max(null)
        sum('a'::text)
        sum(x), g from (values (1, 2)) v(x, g)
        sum(sum(x)) from (values (1)) v(x)
        x from (values (1)) v(x) where sum(x) > 0
        range_agg(x) from (values (int4range(1, 2))) v(x)
        json_agg(x), json_object_agg(x, x) from (values (1), (2)) v(x)
        xmlagg(x) from (values (null::xml)) v(x)
        array_agg(x order by x desc), array_agg(distinct x order by x) from (values (1), (3), (1)) v(x)
        array_agg(distinct x % 3), array_agg(distinct x / 2), array_agg(distinct x % 3 order by x % 3 desc) from generate_series(1, 9) x
        g % 2, array_agg(distinct g % 3) filter (where g > 2) from generate_series(1, 9) g group by g % 2 order by 1
        string_agg(distinct (x % 3)::text, ','), string_agg(distinct x::text, '-' order by x::text desc) from generate_series(1, 9) x
        array_agg(distinct round(x::numeric / 2, 1)), array_agg(distinct extract(year from date '2024-01-01' + x)) from generate_series(1, 4) x
        jsonb_agg(distinct j -> 'ok'), array_agg(distinct j ->> 'ok') from (values ('{"ok": true}'::jsonb), ('{"ok": false}'), (null)) v(j)
        jsonb_agg(distinct jsonb_build_object('k', k)), json_agg(distinct x % 2) from (values ('b', 1), ('a', 2), ('b', 3)) v(k, x)
        array_agg(distinct case when x % 2 = 0 then 'even' else 'odd' end), sum(distinct x % 3) from generate_series(1, 4) x
        string_agg(distinct t, ','), array_agg(distinct t) from (values (null::text)) v(t)
        (array_agg(x order by x))[1:2] from generate_series(1, 4) x
        max(x) - min(x), max(d) - min(d) from (values (1, date '2024-01-01'), (5, date '2024-02-01')) v(x, d)
        avg(d - date '2024-01-01') from (values (date '2024-01-02'), (date '2024-01-04')) v(d)
        stddev(x) / avg(x) from (values (1), (2), (3)) v(x)
        median(x) from (values (1)) v(x)
        first(x) from (values (1)) v(x)
        grouping(g) as y, count(*) from (values ('a', 1), ('b', 2)) v(g, x) group by rollup (g) having grouping(g) = 0 order by grouping(g), 2
        min(null), pg_typeof(grouping(g))::text from (values (1)) v(g) group by g
        corr(x, y), regr_slope(x, y) from (values (1, 1), (1, 1)) v(x, y)
        corr(x, y), regr_slope(x, y), regr_intercept(x, y), regr_r2(x, y) from (values (2, 1), (3, 1)) v(x, y)
        corr(x, y), regr_slope(x, y), regr_r2(x, y) from (values (2, 1), (2, 3)) v(x, y)
        corr(x, y), covar_pop(x, y), covar_samp(x, y) from (values (2, 1)) v(x, y)
        corr(x, y) over (partition by y) from (values (1, 1), (2, 1)) v(x, y)
        percentile_cont(array[0.25, 0.5]) within group (order by x) from (values (1.50), (2.25), (4)) v(x)
        percentile_cont(array[0.25, 0.5]) within group (order by x) from (values (1.5::float4), (2.5), (4)) v(x)
        string_agg(distinct x, ','), string_agg(distinct x, ', ') filter (where x > 'a') from (values ('c'), ('a'), (null), ('c'), ('b')) v(x)
        string_agg(distinct x, '\\x2c'::bytea) from (values ('\\x02'::bytea), ('\\x01'), (null), ('\\x02')) v(x)
        json_agg(distinct x), jsonb_agg(distinct x) from (values (3), (1), (null), (3)) v(x)
        lag(x, 1, 0::int8) over (order by x), lag(x, 1, 0) over (order by x), lag(x, 1, x) over (order by x) from (values (1), (2)) v(x)
        lag(x, 1, 0.5::float8) over (order by x), lead(x, 1, 9) over (order by x) from (values (1::int2), (2)) v(x)
        lag(x, 1, 0) over (order by x), lag(x, 1, null) over (order by x) from (values (1.5::float8), (2)) v(x)
        array_agg(x), array_agg(x order by x desc) from (values (array[1, 2]), (array[0, 1])) v(x)
        array_agg(x) from (values (array[1, 2]), (null)) v(x)
        array_agg(x) filter (where x is not null), array_agg(distinct x) filter (where x is not null) from (values (array[1, 2]), (null)) v(x)
        array_agg(x) from (values ('{}'::int[])) v(x)
        g, array_agg(x) over (partition by g) from (values (1, array['a']), (2, null)) v(g, x)
        stddev(x), variance(x), stddev_pop(x), var_pop(x), stddev_samp(x), var_samp(x) from (values (1::float8), ('infinity')) v(x)
        stddev(x), stddev_pop(x) from (values ('nan'::float8)) v(x)
        stddev(x), var_pop(x) from (values (1::float4), ('nan'), (null)) v(x)
        stddev(x) filter (where x < 'inf'), var_pop(distinct x) from (values (1::float8), (3), (3), ('inf')) v(x)
        g, stddev_pop(x) over (partition by g) from (values (1, 1::float8), (1, 3), (2, '-inf'), (2, 4)) v(g, x) order by 1
        lag(x, 1, 0.5) over (order by x) > 0.4 from (values (1), (2)) v(x) order by x
    """),
)
