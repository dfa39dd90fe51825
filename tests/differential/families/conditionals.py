"""
CASE, COALESCE, NULLIF, GREATEST, LEAST and comparison (manual 9.2, 9.18, 9.24).
"""

from __future__ import annotations

from tests.differential.family import family, lines

MIXED = (
    ("1", "2.5"),
    ("1::int2", "1"),
    ("1", "3000000000"),
    ("1.5", "1.5::float8"),
    ("'a'", "'b'::text"),
    ("'a'::varchar(3)", "'b'"),
    ("date '2024-01-01'", "timestamp '2024-01-01 12:00'"),
    ("timestamp '2024-01-01'", "timestamptz '2024-01-01'"),
    ("null", "1"),
    ("1", "null"),
    ("'1'", "2"),
    ("1::float4", "1"),
    ("1.50", "2"),
    ("array[1]", "null"),
    ("'a'", "null"),
    ("null", "null"),
    ("1", "'a'"),
    ("true", "1"),
)

CONDITIONALS = family(
    "conditional",
    [f"case when true then {one} else {other} end" for one, other in MIXED],
    [f"case when false then {one} else {other} end" for one, other in MIXED],
    [f"coalesce({one}, {other})" for one, other in MIXED],
    [f"nullif({one}, {other})" for one, other in MIXED],
    [f"greatest({one}, {other})" for one, other in MIXED],
    [f"least({one}, {other})" for one, other in MIXED],
    [f"{one} = {other}" for one, other in MIXED],
    [f"{one} is not distinct from {other}" for one, other in MIXED],
    [f"x from (values ({one}), ({other})) v(x)" for one, other in MIXED],
    [f"{one} union all select {other}" for one, other in MIXED],
    [f"array[{one}, {other}]" for one, other in MIXED],
    lines("""
        case 1 when 1 then 'one' when 2 then 'two' else 'other' end, case 3 when 1 then 'one' end, case null when null then 1 else 2 end
        case when null then 1 else 2 end, case when 1 = 2 then 'a' end, case when true then 1 when 1 / 0 = 0 then 2 end
        case x when 1 then 'a' when 2 then 'b' end from generate_series(1, 3) x
        case when x > 1 then x else 0 end from generate_series(1, 3) x
        case when x > 1 then x::text else 'small' end from generate_series(1, 3) x
        sum(case when x > 1 then 1 else 0 end), count(case when x > 1 then 1 end) from generate_series(1, 3) x
        sum(case when x > 1 then x end), avg(case when x > 1 then x end) from generate_series(1, 3) x
        coalesce(null, null, 3), coalesce(null), coalesce(null::int), coalesce(1)
        nullif(1, 2), nullif(1, 1), nullif('', ''), nullif(null, 1), nullif(1, null)
        greatest(1), greatest(null, null), least(3, 1, 2), greatest('a', 'b'), greatest(1, 2.5, 3::float8)
        1 is distinct from 1, null is distinct from null, 1 is not distinct from null
        1 between 0 and 2, 1 not between 0 and 2, 1 between null and 2, 3 between null and 2, 2 between symmetric 3 and 1
        1 in (1), 1 in (null), 1 not in (2, null), 1 in (select 1), 1 not in (select 2), null in (select 1 where false)
        null = null, null <> null, null is null, 1 + null, not null::bool
        1 < 2 and 2 < 3, 1 < 2 or 1 / 0 = 1, 1 = 1 = true
        1 < 2 = true
        not 1 = 2, not (true and false), true and not false
        'a' < 'b', 'a' = 'a ', 'abc' > 'ab', '10' < '9', 10 < 9
        date '2024-01-01' < '2024-02-01', 1 = '1', 1.5 = '1.50', '1' = 1.0
        1 = 'abc'
        1 = true
        'a' = 1::text
        date '2024-01-01' = 1
        1 is true
        (1 = 1) is true, (null = 1) is unknown, (1 = 2) is not true, (null = 1) is not false
        x is null, x is not null from (values (1), (null)) v(x)
        x = null, x <> 1, x is distinct from 1 from (values (1), (null), (2)) v(x)
        coalesce(sum(x), 0) from (select 1 where false) v(x)
        coalesce(max(x), -1), coalesce(string_agg(x::text, ','), '') from (select 1 where false) v(x)
        case when count(*) > 0 then sum(x) / count(*) end from (select 1 where false) v(x)
        coalesce(x, 0) + 1, coalesce(x::text, 'none') from (values (1), (null)) v(x)
        nullif(x, 1) from (values (1), (2)) v(x)
        10 / nullif(0, 0), 10 / nullif(2, 0), coalesce(10 / nullif(0, 0), 0)
        case when x = 0 then null else 10 / x end from (values (0), (2)) v(x)
        iif(true, 1, 2)
        ifnull(null, 1)
        if(true, 1, 2)
        case when true then null end, case when false then 1 end, case when true then 'a' else null end
        case when true then 1::int2 else 2::int8 end, case when true then 'a'::varchar(5) else 'b'::varchar(9) end, case when true then 1.5::numeric(5,2) else 2.5::numeric(5,2) end
        case when true then date '2024-01-01' else null end, coalesce(date '2024-01-01', now()) is null
        coalesce('a', 'b'), coalesce(null, 'b'), pg_typeof(coalesce('a', 'b'))::text, pg_typeof(case when true then 'a' end)::text, pg_typeof(null)::text
        scalar.a from (select (select 1) as a, (select 1 where false) as b) scalar
        (select null), exists (select 1)
        (select x from (values (1), (2)) v(x))
        (select 1) + (select 2), (select max(x) from generate_series(1, 5) x)
        1 = any (select 1), 1 > all (select 0), 1 = some (array[1]), 1 <> any (array[1, 2])
        array[1, 2] = array(select 1 union all select 2 order by 1)
        coalesce(max(x), 0), least(min(x), 7) from (values (5::int2), (9::int2)) v(x)
        case when x > 0 then x else 0 end + 1 from (values (32767::int2)) v(x)
        case x when 1 then x end from (values (1::int2)) v(x)
        x, y from (values (1::int2, 'a'), (100000, 'b')) v(x, y) order by y
        case when true then null when false then null end, greatest(null), coalesce(null, case when true then null end)
    """),
)
