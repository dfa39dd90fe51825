"""
Statements that are wrong in type, by SQLSTATE, and their neighbours that are not (PostgreSQL 15, 10.2 to 10.5).
"""

from __future__ import annotations

from tests.differential.family import family, lines

WRONG = family(
    "wrong types",
    # comparisons and what must be a boolean
    lines("""
        * from w where id = name
        * from w where name = id
        * from w where name = 5
        * from w where id = true
        * from w where b = 1
        * from w where d = name
        * from w where u = name
        * from w where id in (name)
        * from w where name in (1, 2)
        * from w where tags = name
        * from w where id = any(tags)
        * from w where name = any(nums)
        * from w where id = all(select name from w)
        a.id from w a join w b on a.id = b.name
        id is distinct from name from w
        * from w where id
        * from w where name
        * from w where id and b
        not id from w
        case when id then 1 end from w
        sum(id) filter (where id) from w
        id is true from w
        name is not false from w
        * from w where id = '1' and name = 'a' and b = 't' and d = '2020-01-01' and id in ('1', 2)
        * from w where id::text = name or name = id::text or b is true or not b
        case when name = 'a' or id > 1 then 1 else 2 end from w
        * from w where upper(name) = 1
        * from w where id = name || 'x'
        * from w where '{"a": 1}'::json ->> 'a' = id
        '{"a": 1}'::json ->> 'a' = 1, '{"a": 1}'::jsonb ->> 'a' < 2, '{"a": 1}'::jsonb #>> '{a}' = 1, '1'::text = 1
        ('{"a": 1}'::json ->> 'a')::int = 1, '{"a": 1}'::json ->> 'a' = '1', upper(name) = 'A', name || 'x' = 'ax' from w
        case id when name then 1 end from w
        case name when id then 1 end from w
        case id when '1' then 'one' when 2 then 'two' end, case name when 'a' then 1 end, case b when true then 1 end from w
    """),
    # what becomes one type
    lines("""
        id from w union select name from w
        d from w union select id from w
        id from w intersect select name from w
        id from w union select 'x'
        id from w union select null order by 1
        id::text from w union select name from w order by 1
        1, 2 union select 1
        id from w union select id from w order by nope
        column1 from (values (1), (true)) v
        column1 from (values (1), ('a')) v
        column1 from (values (true), (null)) v
    """),
    # calls
    lines("""
        upper(), upper('a', 'b'), lower(5), nosuch(1), array_length(array[1]), lower(array['a'])
        row_number(), rank(), ntile(2), first_value(1)
        lag(id) from w
        sum(id) over q from w
        upper(name) over () from w
        upper(distinct name) from w
        upper(name) filter (where true) from w
        extract(year from '2020-01-01'), to_char('x', 'y'), date '2020-01-01' + 'x'
        percentile_cont(2) within group (order by id) from w
        * from generate_series(1)
        * from unnest(5)
        nullif(id, name) from w
    """),
    # groups and windows
    lines("""
        name from w group by 1 having id > 1
        id from w group by 5
        grouping(id) from w
        grouping(name) from w group by id
        sum(row_number() over ()) from w
        row_number() over (order by row_number() over ()) from w
        sum(id) over (rows between 1 following and 1 preceding) from w
        count(*) from w where count(*) > 1
        sum(sum(id)) from w
        * from w order by 'x'
        * from w as x(a, b, c, d, e, f, g, h)
        * from (values (1, 2)) v(a, b, c)
    """),
    setup=[
        "create table w (id int, name text, b boolean, d date, u uuid, tags text[], nums int[])",
        "insert into w (id, name, b) values (1, 'a', true), (2, 'b', false)",
    ],
)
