"""
Queries: order and NULLs, set operations, joins, CTEs, limits, set-returning functions (manual 7, 9.25).
"""

from __future__ import annotations

from tests.differential.family import family, lines

COLUMNS = (
    "(2), (null), (1)",
    "('b'), (null), ('a')",
    "(1.5), (null), (-1)",
    "(true), (null), (false)",
    "(date '2024-01-01'), (null), ('2023-01-01')",
    "(interval '1 day'), (null), ('1 hour')",
    "(array[2]), (null), (array[1, 1])",
    "('\\x02'::bytea), (null), ('\\x01')",
    "(timestamptz '2024-01-01'), (null), ('2023-01-01')",
    "('b'::varchar(3)), (null), ('a')",
    "(1.5::float8), (null), ('NaN')",
)
ORDERS = (
    "order by x",
    "order by x asc",
    "order by x desc",
    "order by x nulls first",
    "order by x desc nulls last",
    "order by x desc limit 1",
    "order by x offset 1",
    "order by 1",
    "order by x limit all",
    "order by x fetch first 2 rows only",
)
SETS = ("union", "union all", "intersect", "except", "intersect all", "except all")

QUERIES = family(
    "queries",
    [f"x from (values {values}) v(x) {order}" for values in COLUMNS for order in ORDERS],
    [
        f"x from (values (1), (2), (2), (null)) v(x) {operation} select y from (values (2), (3), (null)) w(y) order by 1"
        for operation in SETS
    ],
    [f"1 as x {operation} select 2.5 order by x" for operation in SETS],
    lines("""
        generate_series(1, 3) as n
        n, n * n from generate_series(1, 3) n
        * from generate_series(1, 2) a, generate_series(1, 2) b order by 1, 2
        * from generate_series(1, 3) with ordinality
        * from lower('A')
        s[2] from string_to_array('a,b', ',') s
        x, g from generate_series(1, 2) g, abs(-g) x
        * from pg_catalog.lower('A') l
        l.* from (values ('A'), ('B')) v(a), lateral lower(v.a) l
        a from (values (1)) v(a) left join abs(-1) n on n = a
        * from round(2.5) with ordinality r(a, b)
        * from upper(null)
        a.x, b.y from (values (1), (2), (null)) a(x) left join (values (2, 'b'), (3, 'c')) b(x, y) on a.x = b.x order by a.x
        x, n from (values (1), (2), (null)) a(x) left join (values ('a', array[1, 3]), ('b', array[1, null]), ('c', '{}'), ('d', null)) b(n, l) on x = any(l) order by 1, 2
        x, n from (values (1), (2), (null)) a(x) left join (values ('a', array[1, 3]), ('b', array[1, null]), ('c', '{}'), ('d', null)) b(n, l) on x <> all(l) order by 1, 2
        x, n from (values (1), (2), (null)) a(x) left join (values ('a', array[1, 3]), ('b', array[1, null]), ('c', '{}'), ('d', null)) b(n, l) on (x = any(l)) is null order by 1, 2
        x, n from (values ('a', array[1, 3]), ('b', array[2, null])) b(n, l) right join (values (1), (5)) a(x) on x < some(l) order by 1, 2
        x from (select '1'::text) a(x) left join (values (array[1])) b(l) on x = any(l)
        a.x, b.x from (values (1), (2)) a(x) full join (values (2), (3)) b(x) on a.x = b.x order by 1, 2
        * from (values (1, 'a')) a(id, x) join (values (1, 'b')) b(id, y) using (id)
        * from (values (1, 'a')) a(id, x) natural join (values (1, 'b')) b(id, y)
        * from (values (1, 10, 'a'), (2, 20, 'b')) a(x, id, y) join (values ('z', 20)) b(z, id) using (id)
        * from (values (1, 10), (2, 20)) a(x, id) right join (values ('z', 20), ('w', 30)) b(z, id) using (id) order by 1
        * from (values (1, 10), (2, 20)) a(x, id) full join (values ('z', 20), ('w', 30)) b(z, id) using (id) order by 1
        *, 1 as one, a.*, b.id from (values (1, 10), (2, 20)) a(x, id) natural full join (values ('z', 20), ('w', 30)) b(z, id) order by 1
        * from (values (1, 10)) a(x, id) join (values ('z', 10)) b(z, id) using (id) join (values (7, 1)) c(y, x) using (x)
        * from (values (1, 10)) a(x, id) natural left join (values (10, 'q', 1)) b(id, y, x)
        * from (values (1, 10)) a(x, id) natural join (values ('q')) b(y)
        * from (values (1, 10)) a(x, id) natural left join (values ('q')) b(y) order by 1
        * from generate_series(1, 3) g(id) full join (values (7, 2), (8, 4)) b(z, id) using (id) order by 1
        s.* from (select * from (values (1, 10)) a(x, id) right join (values ('z', 20)) b(z, id) using (id)) s
        with w as (select * from (values (1, 10)) a(x, id) natural join (values ('z', 10)) b(z, id)) select * from w
        * from (values (1)) a(id) join (values (1)) b(id) using (id, id)
        * from (values (1, 2)) a(id, x) cross join (values (1)) b(id) join (values (1)) c(id) using (id)
        count(*) from (values (1)) a(x) natural join (values (2)) b(y)
        with c as (select array[1] as p, 2 as x) select q from (select p || x as q from c) s
        with c as (select array[1] as p), b as (select p || 9 as q from c) select q from b
        with recursive r(n, p) as (select 1, array[1] union all select n + 1, p || (n + 1) from r where n < 4) select * from r
        with recursive r(n, p) as (select 1, array['a'] union all select n + 1, n::text || p from r where n < 4) select * from r
        with recursive r(n, p) as (select 1, null union all select n + 1, n::text from r where n < 3) select * from r
        with recursive r(n, x) as (select 1, 1::numeric(10,2) union all select n + 1, x / 2 from r where n < 4) select * from r
        with recursive r(n, x) as (select 1, 1::numeric(10,2) union all select n + 1, (x / 2)::numeric(10,2) from r where n < 4) select * from r
        with recursive r(n, x) as (select 1, true union all select n + 1, n from r where n < 4) select * from r
        with recursive r(n, x) as (select 1, 'a'::text union all select n + 1, n from r where n < 4) select * from r
        with recursive r(n) as (select 1 union all select n + 1 from r order by 1) select * from r
        with recursive r(n) as (select 1 union all select n + 1 from r limit 3) select * from r
        with r(n) as (select 1 union all select n + 1 from r) select * from r
        with recursive r(n, x) as (select 1, 1.5 union all select n + 1, x * 1.1 from r where n < 5) select * from r
        with recursive r(n, x) as (select 1, 1.5 union all select n + 1, x * x from r where n < 4) select * from r
        with recursive r(n, x) as (values (1, 1.50) union all select n + 1, x + 0.25 from r where n < 4) select * from r
        with recursive r(n, x) as (select 1, 2::numeric union all select n + 1, round(x / 3, 4) from r where n < 5) select * from r
        with recursive r(n, x) as (select 1, 1::numeric union all select n + 1, x / 2 from r where n < 5) select * from r where n > 1
        with recursive r(n, x) as (select 1, array[1.50] union all select n + 1, x || 1.25 from r where n < 3) select * from r
        with recursive r(n, x) as (select 1, 1::numeric union all select n + 1, x * n from r where n < 30) select max(x) from r
        with recursive r(n, x) as (select 1, 1 union all select n + 1, x / 2.0 from r where n < 4) select * from r
        with recursive r(n) as (select 1::smallint union all select n + 1 from r where n < 4) select * from r
        with recursive r(n) as (select 1::bigint union all select (n + 1)::int from r where n < 4) select * from r
        with recursive r(n) as (select 1.5 union all select n * 1.5::float8 from r where n < 4) select * from r
        with recursive r(n, x) as (select 1, date '2024-01-01' union all select n + 1, x + 1 from r where n < 3) select * from r
        with recursive r(n, x) as (select 1, date '2024-01-01' union all select n + 1, x + interval '1 day' from r where n < 3) select * from r
        with recursive r(n, x) as (select 1, timestamp '2024-01-01' union all select n + 1, x::date from r where n < 3) select * from r
        with recursive r(n, x) as (select 1, '5' union all select n + 1, n from r where n < 3) select * from r
        with recursive r(n, x) as (select 1, null union all select n + 1, n from r where n < 3) select * from r
        * from (values (1)) a(x) cross join (values (2), (3)) b(y) order by 2
        a.x, l.y from (values (1), (2)) a(x), lateral (select a.x * 10 as y) l order by 1
        a.x, l.y from (values (1), (2)) a(x) left join lateral (select 5 as y where a.x > 1) l on true order by 1
        with t as (select 1 as x) select * from t
        with t(x) as (values (1), (2)) select sum(x) from t
        with recursive t(n) as (select 1 union all select n + 1 from t where n < 5) select sum(n) from t
        with recursive t(n) as (values (1) union select n + 1 from t where n < 3) select n from t order by n
        with a as (select 1 as x), b as (select x + 1 as y from a) select * from a, b
        with t as materialized (select 1 as x) select x from t
        with t as not materialized (select 1 as x) select x from t
        distinct x from (values (1), (1), (null), (null)) v(x) order by x
        distinct on (g) g, x from (values ('a', 2), ('a', 1), ('b', 3)) v(g, x) order by g, x
        x from (values (1), (2), (3)) v(x) order by x limit 1 offset 1
        x from (values (1), (2), (3)) v(x) order by x limit 0
        x from (values (1), (2)) v(x) order by x limit null
        x from (values (1), (2), (2)) v(x) order by x fetch first 2 rows with ties
        x from (values (1), (2)) v(x) order by x limit -1
        x as "Mixed Case", x as lower from (values (1)) v(x)
        x from (values (3), (1), (2)) v(x) order by -x
        x, y from (values (1, 'b'), (1, 'a'), (0, null)) v(x, y) order by x desc, y nulls first
        x from (values ('a'), ('B'), ('c')) v(x) order by lower(x)
        x from (values ('a'), ('B'), ('c')) v(x) order by x collate "C"
        x from (values (1), (2)) v(x) where x in (select 2)
        x from (values (1), (2)) v(x) where exists (select 1 from (values (2)) w(y) where y = x)
        x from (values (1), (2), (null)) v(x) where x not in (select 1)
        x from (values (1), (2)) v(x) where x not in (select null::int)
        x, (select count(*) from (values (1), (2)) w(y) where y <= x) from (values (1), (2)) v(x) order by x
        x from (values (1), (2)) v(x) where x = any (array(select 2))
        count(*) from (values (1), (2)) v
        count(*) from generate_series(1, 1000)
        1 where false
        1 where null
        1 where true
        * from (select 1 as a, 2 as b) t
        t.* from (select 1 as a, 2 as b) t
        a, a + 1 as a2 from (select 1 as a) t
        1 as a, 2 as a
        'x' as "a""b"
        unnest(array[1, 2]), generate_series(1, 3) where true
        generate_series(1, 2), 'constant' where true
        generate_series(1, 4), generate_series(1, 2) limit 3
        generate_series(1, 3) + 1
        generate_series(1, 0)
        generate_series(5, 1, -2)
        generate_series(1::numeric, 2, 0.5)
        x from generate_series(1, 10, 3) x where x > 1
        date '2024-01-01' + n from generate_series(0, 2) n
        unnest(array['b', 'a', 'b']) as x, count(*) group by x order by x
        upper(unnest(a)), count(*) from (values (array['b', 'a']), (array['a'])) v(a) group by 1 order by 1
        generate_series(1, n) as g, sum(n) from (values (1), (3)) v(n) group by g having sum(n) > 3 order by g
        jsonb_object_keys('{"a": 1, "b": 2}'::jsonb) as k, count(*) group by k order by k
        (values (1))
        values (1), (2) limit 1
        1 union (select 2) order by 1
        1 union select 1
        1 union all select null
        'a' union select null order by 1
        null union select 'a' order by 1
        null union all select null
        null union all select 1
        1, 'a' union select 2, 'b' order by 1
        1 union select 'a'
        1 union select 1, 2
        x from (select 1 as x union select 2) t order by x
        x from (values (1), (2)) v(x) tablesample system (100) order by x
        x from nosuch
        nosuch from (values (1)) v(x)
        nosuch(1)
        v.nosuch from (values (1)) v(x)
        x from (values (1)) v(x), (values (2)) w(x)
        1 +
        * from from
        selec 1
        1 as select
        'unterminated
        (1
        current_user is not null, session_user is not null, current_catalog is not null, current_role = current_user, user = current_user
        version() like 'PostgreSQL%', current_setting('server_version_num')::int >= 150000, pg_backend_pid() > 0
        current_setting('nosuch.setting', true), current_setting('search_path') is not null, current_schemas(false) is not null
        has_table_privilege('pg_class', 'select'), pg_typeof(1)::regtype = 'integer'::regtype, 'int4'::regtype, 'pg_class'::regclass, 23::regtype
        format_type(23, null), format_type(1043, 14), format_type(1700, 327686), to_regclass('nosuch'), to_regtype('int4')
        pg_column_size(1), pg_size_pretty(1024::int8), pg_size_pretty(10000000000), pg_size_bytes('1 MB')
        obj_description(0, 'pg_class'), col_description(0, 1), pg_get_userbyid(10) is not null
        inet_client_addr() is null or true, txid_current() > 0, pg_is_in_recovery()
        * from (values (1, 'a'), (2, 'b')) v(x, y) where (x, y) = (1, 'a')
        * from (values (1, 'a'), (2, 'b')) v(x, y) where x = 1 or y = 'b' order by x
        case when x is null then 'none' else x::text end from (values (1), (null)) v(x) order by x
        a.n, b.n from generate_series(1, 3) a(n) join generate_series(2, 4) b(n) on a.n = b.n order by 1
        n from generate_series(1, 20) n where n % 2 = 0 and n % 3 = 0 order by n desc
        string_agg(n::text, ',' order by n) from generate_series(1, 5) n group by n % 2 order by 1
        row_number() over () as i, x from (values ('a'), ('b')) v(x)
        x, lead(x) over (order by x) - x as gap from (values (1), (4), (9)) v(x) order by x
        (x).f1 from (select row(1, 2) as x) t
        all x from (values (1), (1)) v(x)
        x, k.y from ((values (1, 'a'), (2, 'b')) a(id, p) join (values (1, 'c')) b(id, q) using (id)) as k(x, y)
        k.id, k.p, k.q from ((values (1, 'a'), (2, 'b')) a(id, p) left join (values (1, 'c')) b(id, q) using (id)) k order by 1
        j.x + c.n from ((values (1)) a(id) cross join (values (2)) b(n)) j(x), (values (5)) c(n)
        a.id from ((values (1)) a(id) join (values (1)) b(id) using (id)) as k(x)
        count(*) from ((values (1)) a(id) join (values (1)) b(id) using (id)) k
        a / b as x, x + 1 from (values (7, 2)) v(a, b)
        x from only (select 1 as x) t
        * from json_to_recordset('[{"a": 1}]') as t(a int) order by a
        * from rows from (generate_series(1, 2), generate_series(5, 7)) as t(a, b)
        x from (values (1), (2)) v(x) for update
        ctid is not null from (values (1)) v(x)
        count(*) from (values (1), (3)) o(id) where id=any('{1,2}')
        count(*) from (values (1), (3)) o(id) where id<>all('{1,2}')
        count(*) from (values (1), (3)) o(id) where id=/* a */some/* b */('{1,2}')
        case st when'paid'then 1 else 0 end from (values ('paid'::varchar(5)), ('open')) v(st)
        timestamp'2024-01-01 10:00'at time zone'UTC', date'2024-01-01'as d, interval'1 day'between'1 hour'and'2 days'
    """),
)
