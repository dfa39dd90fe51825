"""
What several values become together, and literals without a type among them (manual 10.2, 10.3, 10.5).
"""

from __future__ import annotations

from tests.differential.family import family, filled, lines

# Columns of the table beside literals
COLUMNS = ("i", "b", "d", "v", "p", "day", "moment", "yes")
LITERALS = ("'1'", "'a'", "null", "'2024-02-29'", "'t'")
PAIRS = ("i", "b", "s", "n", "d"), ("b", "s", "n", "d", "1", "2.5")
TEXTS = ("v", "w", "p", "'x'", "'x'::varchar(3)", "null")

COMMON = family(
    "common types",
    filled(["select {} from mixed union all select {}"], COLUMNS, LITERALS),
    filled(["coalesce({}, {}) from mixed", "{} = {} from mixed"], COLUMNS, LITERALS),
    filled(["nullif({}, {}) from mixed"], *PAIRS),
    filled(["case when i = 1 then {} else {} end from mixed"], ("v", "p", "'x'::varchar(3)"), TEXTS),
    filled(["coalesce({}, {}) from mixed"], ("v", "p"), ("v", "w", "p", "'x'::varchar(3)")),
    filled(["select {} from mixed union select {} from mixed order by 1"], ("v", "p"), ("v", "w", "p")),
    lines("""
        x from (values ('1'), (2)) v(x)
        x from (values ('a'), (2)) v(x)
        x from (values (1), ('2'), (3::bigint)) v(x)
        x, y from (values ('1', 'a'), (2, 'b')) v(x, y)
        x from (values ('a'::varchar(5)), ('b'::varchar(5))) v(x)
        x from (values ('a'::char(5)), ('b'::char(5))) v(x)
        x from (values (1.5::numeric(5,2)), (2.5::numeric(5,2))) v(x)
        x from (values (1.5::numeric(5,2)), (null)) v(x)
        values (null), (null)
        values ('1', null), (2, null)
        select 1 union select 'a'
        select '1' union select 2 union select '3' order by 1
        select 1 intersect select '1'
        select 2 except select '1'
        with q as (select 1 as x union all select '2') select x + 1 from q
        select * from (select 1 as a, 'x' as b union all select '2', 'y') s where a = 2
        select 'a'::varchar(3) union all select 'b'
        select 'a'::char(3) union all select 'b'::varchar(3)
        select 1.5::numeric(5,2) union all select 2.5::numeric(5,2)
        with q as (select v from mixed) select v from q union all select w from mixed
        (select v from mixed), (select n from mixed where n < 2)
        v from (select v, count(*) from mixed group by v) s order by v
        lag(v) over (order by i), first_value(n) over (order by i), max(v), v || 'x' from mixed group by i, v, n
        v::text, v::varchar, v::varchar(2), c::text, c::varchar, n::numeric(6,1) from mixed
        coalesce(3.123, sum(n)), least(sum(n), 3.123) from mixed
        n from mixed union all select 'a'
        c from mixed union all select c from mixed
        coalesce(c, c), nullif(c, 'x'), case when true then c end from mixed
        coalesce(sum(n), 0.125) from mixed where false
        case when sum(n) > 100 then sum(n) else 0.125 end from mixed
        case when true then 1.5::numeric(5,2) else 2.5::numeric(5,2) end, case when false then 'a'::varchar(3) else 'b' end
        case when i = 1 then 1.5::numeric(5,2) else 1.25::numeric(5,2) end from mixed
        case when i = 1 then 1.5::numeric(5,2) end from mixed
        coalesce('a'::varchar(3), 'b'), coalesce(null, 'b'::varchar(3), 'c'), greatest('a'::varchar(3), 'b')
        1 = '1.5', 1 in ('1', 'b'), 1 between '0' and '2', 1 between '0.5' and '2', i = '99999999999', true and 'yes', d = '0x10', d = 'inf' from mixed
        sum('1'), avg('1'), bit_and('1'), stddev('1'), variance(distinct '1'), bool_and('t'), abs('-1'), sqrt('4'), round('1.5'), max('1')
        sqrt('x')
        date '2024-01-01' = 1, 1 < date '2024-01-01', day > 5, moment <> 5, day between 5 and 6, true = 1 from mixed
        '0x1.8p3'::float8, '-0x.8'::float4, '0x'::float8, '0x1p2000'::float8, '0x0'::float4
    """),
    setup=[
        "create table mixed (i int, b bigint, s smallint, n numeric(10,2), d float8, v varchar(5), w varchar(5), c char(3), p text, day date, moment timestamp, yes bool)",
        "insert into mixed values (1, 10, 2, 1.25, 0.5, 'a', 'b', 'c', 'd', '2024-02-29', '2024-02-29 12:00', true), (2, null, null, 20, null, null, 'w', null, 'p', null, null, null)",
    ],
)
