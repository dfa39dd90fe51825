"""
Rows, composites, VALUES, row comparison (manual 4.2.13, 7.7, 8.16, 9.24).
"""

from __future__ import annotations

from tests.differential.family import family, lines

ROWS = (
    "row(1, 'a')",
    "row(1, null)",
    "row()",
    "row(null)",
    "row('a b', 'c,d', 'e\"f', '', '(g)')",
    "row(1.50, true, date '2024-01-01')",
    "row(row(1, 2), 3)",
    "row(array[1, 2])",
    "row(array[1, 2], 'a')",
    "(1, 2)",
    "(1, 'x', null)",
)
PAIRS = (
    ("row(1, 2)", "row(1, 3)"),
    ("row(1, null)", "row(1, 2)"),
    ("row(2, null)", "row(1, 2)"),
    ("(1, 'a')", "(1, 'a')"),
    ("row(1)", "row(1)"),
)

ROWED = family(
    "rows",
    ROWS,
    [f"({row})::text" for row in ROWS],
    [f"{row} is null" for row in ROWS],
    [f"{row} is not null" for row in ROWS],
    [
        f"{one} {operator} {other}"
        for operator in ("=", "<>", "<", ">=", "is distinct from", "is not distinct from")
        for one, other in PAIRS
    ],
    lines("""
        values (1, 'a'), (2, null), (3, 'c')
        values (1), (2.5), (null)
        values ('a'), (null) order by 1
        values (1, 2) union all values (3, 4)
        values (null)
        values (date '2024-01-01'), ('2024-02-29')
        x, y from (values (1, 'a'), (2, 'b')) v(x, y) order by x desc
        column1, column2 from (values (1, 'a')) v
        * from (values (1, 'a'), (2, 'b')) as t(id, name) where id > 1
        (1, 2) in ((1, 2), (3, 4)), (1, 2) not in ((1, 3)), (1, null) in ((1, 2))
        (1, 2) in (select 1, 2), (1, 2) = (select 1, 2), row(1, 2) = any (select 1, 2)
        v from (values (1, 'a'), (2, null)) v(x, y)
        v.* from (values (1, 'a'), (2, null)) v(x, y)
        v::text from (values (1, 'a b'), (2, null)) v(x, y)
        (v).x from (values (1, 'a')) v(x, y)
        count(v), count(v.*) from (values (1, null), (null, null)) v(x, y)
        (row(1, 'a')).f1, (row(1, 'a')).f2
        row_to_json(v) from (values (1, 'a')) v(x, y)
        array_agg(v) from (values (1, 'a'), (2, 'b c')) v(x, y)
        array[row(1, 'a'), row(2, 'b')]
        pg_typeof(row(1, 2))::text, pg_typeof((1, 'a'))::text
        row(1, 2) = row(1, 2), row(1, 'a') < row(1, 'b'), row(1, 2) < row(1, 2, 3)
        case when (1, 2) = (1, 2) then 'same' end
        distinct on (x) x, y from (values (1, 'b'), (1, 'a'), (2, 'c')) v(x, y) order by x, y
        distinct (x, y) from (values (1, 2), (1, 2)) v(x, y)
        x, y from (values (1, 2), (1, 1), (0, 5)) v(x, y) order by (x, y)
        max((x, y)) from (values (1, 2)) v(x, y)
        t from (select 1 as a, 'x' as b) t
        (t).a, (t).b from (select 1 as a, 'x' as b) t
        (select t from (select 1 as a, null as b) t)
        row(1, null::int) is null, row(null, null) is null, (row(null, null) is not null)
        row(t.*) from (values (1, 'a')) t(x, y)
        row(1, 2)::record
        (row(1, 2)).f3
        x.a + 1 from (select (row(5, 6)).f1 as a) x
        concat(row(1, 'a')), row(1, 2) || ''
        concat(row(1, 'a'), 'x', row(null, 'b c')), 'x' || row(1, 'a b'), concat_ws(',', row(1, 2), row('a', null)), row(1, 2) || 'x'::text || row(true, 1.5)
        (x, y) || '!' from (values (1, 'a'), (2, null)) v(x, y)
        json_build_object('r', row(1, 'a'))
        to_jsonb(t) from (select 1 as a, array[1, 2] as b) t
        row(timestamp '2024-01-01 12:00', interval '1 day', true, 1.50, '\\xff'::bytea)
        row('a"b\\c'), row(' '), row('NULL'), row(E'a\\nb')
        exists (select row(null)), (select row(1, 2)) = (1, 2)
        k, row(x, y) from (values ('a', 1, 2)) v(k, x, y)
        count(distinct (x, y)) from (values (1, 2), (1, 2), (1, 3)) v(x, y)
        x, y, count(*) from (values (1, 'a'), (1, 'a'), (2, null)) v(x, y) group by (x, y) order by 1
        least((1, 2), (1, 3)), greatest(row(1, 2), row(0, 9))
        nullif(row(1, 2), row(1, 2)), coalesce(null, row(1, 2))
        '(1,2)'::text, num_nulls(row(1, null), null)
        (1, 2) between (1, 1) and (1, 3)
        row_number() over (order by (x, y)) from (values (1, 2), (1, 1)) v(x, y)
        count(b) from (values (1)) a(x) left join (values (2)) b(x) on a.x = b.x
        b from (values (1), (2)) a(x) left join (values (2)) b(x) on a.x = b.x order by a.x
        b is null, b is not null from (values (1), (2)) a(x) left join (values (2)) b(x) on a.x = b.x order by a.x
        row_to_json(b), to_json(b), to_jsonb(b) from (values (1)) a(x) left join (values (2)) b(x) on a.x = b.x
        json_agg(b order by a.x), jsonb_agg(b order by a.x) from (values (1), (2), (3)) a(x) left join (values (2)) b(x) on a.x = b.x
        array_agg(b order by a.x) from (values (1), (2)) a(x) left join (values (2)) b(x) on a.x = b.x
        json_build_object('b', b), coalesce(b::text, 'none') from (values (1)) a(x) left join (values (2)) b(x) on a.x = b.x
        a, b from (values (1), (3)) a(x) right join (values (2), (3)) b(x) on a.x = b.x order by b.x
        a, b from (values (1), (3)) a(x) full join (values (2), (3)) b(x) on a.x = b.x order by a.x, b.x
        count(a), count(b), count(*) from (values (1), (3)) a(x) full join (values (2), (3)) b(x) on a.x = b.x
        l, l is null from (values (1), (2)) a(x) left join lateral (select a.x as y where a.x > 1) l on true order by a.x
        l from (values (1)) a(x) left join lateral (select max(y) as m from (values (1)) v(y) where y > a.x) l on true
        a.*, b from (values (1), (2)) a(x) left join (values (2, 'q')) b(y, z) on a.x = b.y order by 1
        *, b as r from (values (1), (2)) a(x) left join (values (2, 'q')) b(y, z) on a.x = b.y order by 1
        b, count(*) from (values (1), (1), (2)) a(x) left join (values (2)) b(x) on a.x = b.x group by b order by b
        b is distinct from null from (values (1), (2)) a(x) left join (values (2)) b(x) on a.x = b.x order by a.x
        (b).x, (b).* from (values (1), (2)) a(x) left join (values (2)) b(x) on a.x = b.x order by a.x
        x is null, x is not null from (values (1, 2), (1, null), (null, null)) x(a, b)
        x.* is null, (x.*)::text, count(x.*) over () from (values (1, 2), (null, null)) x(a, b)
        row_to_json(x.*), md5(x.*::text), md5(row(x.*)::text) from (values (1, 'a b')) x(a, b)
        row(x.*) = row(1, 2), row(x.*) is null, row(x.*, 3), x.* = row(1, 2) from (values (1, 2), (null, null)) x(a, b)
    """),
)
