"""
Types that users make: enums, domains, composites (manual 8.7, 8.18, 9.10), and columns with a modifier.
"""

from __future__ import annotations

from tests.differential.family import family, lines

# A type has another OID on either server: its values are compared as text, here and there its name.
CREATED = family(
    "created types",
    lines("""
        'sad'::mood::text, mood 'ok'::text, cast('happy' as mood)::text
        'angry'::mood
        'sad'::mood < 'ok'::mood, 'happy'::mood > 'ok', 'ok'::mood = 'ok', 'ok'::mood in ('ok', 'sad'), 'sad'::mood between 'sad' and 'ok'
        (enum_first(null::mood))::text, (enum_last(null::mood))::text, (enum_range(null::mood))::text, (enum_range('sad'::mood, 'ok'::mood))::text
        (enum_range('ok'::mood, null))::text, (enum_range(null, 'ok'::mood))::text, (enum_range('happy'::mood, 'sad'::mood))::text, (enum_first('ok'::mood))::text, (enum_last('sad'::mood))::text
        (array['ok', 'sad']::mood[])::text, array_to_string(enum_range(null::mood), ','), pg_typeof(enum_range(null::mood))::text, pg_typeof(array['ok'::mood])::text
        x::text from (values ('happy'::mood), ('sad'), (null), ('ok')) v(x) order by x
        x::text from (values ('happy'::mood), ('sad'), (null), ('ok')) v(x) order by x desc
        min(x)::text, max(x)::text, count(distinct x) from (values ('happy'::mood), ('sad'), ('ok')) v(x)
        pg_typeof('ok'::mood)::text, 'mood'::regtype::text, 'ok'::mood || '!', 'ok'::mood::text::mood::text
        array_agg(x order by x)::text from (values ('happy'::mood), ('sad')) v(x)
        (array['ok', 'sad']::mood[])::text, ('{ok,sad}'::mood[])[1]::text, 'ok' = any (array['ok']::mood[])
        coalesce(null, 'ok'::mood)::text, nullif('ok'::mood, 'ok')::text, greatest('sad'::mood, 'happy')::text, (case when true then 'ok'::mood end)::text
        'ok'::mood = 'nosuch'
        'ok'::mood = 'ok'::text
        'ok'::mood + 1
        typname, typtype, typcategory from pg_type where typname = 'mood'
        enumlabel from pg_enum e join pg_type t on t.oid = e.enumtypid where typname = 'mood' order by enumsortorder
        x::text from (select m as x from persons union select 'sad') v order by x
        x::text from (select 'happy' as x union all select m from persons where m is not null except select 'ok') v order by x
        m from persons union select 'nosuch'
        array[m, 'sad']::text from persons order by name
        array[m, 'nosuch'] from persons
        pg_typeof(coalesce(m, 'ok'))::text, pg_typeof(array[m, 'ok'])::text, pg_typeof(case when m = 'ok' then 'sad' else m end)::text from persons
        enum_first(m)::text, enum_last(m)::text, enum_range(m)::text, enum_range(m, null)::text from persons order by name
        pg_typeof(enum_first(m))::text, pg_typeof(enum_range(m))::text from persons limit 1
        array_append(array_agg(m order by m), 'ok')::text, (array_agg(m order by m) || 'sad'::mood)::text from persons
        array_append(array_agg(m), 'nosuch') from persons
        array_agg(m) @> '{ok}', array_agg(m) && '{sad}', 'ok' = any (array_agg(m)) from persons
        m = name from persons
        upper(m) from persons
        length(persons.m) from persons
        m like 'o%' from persons
        m not ilike name from persons
        m ~ 'o' from persons
        m::int from persons
        m = 'ok'::text from persons
        'ok'::mood::int
        upper('ok'::mood)
        lower(cast('ok' as mood))
        upper(mood 'ok')
        'ok'::mood like 'o%'
        'ok'::mood ~ 'o'
        upper('ok'::mood::text), 'ok'::mood::text like 'o%'
        cast(m as date) from persons
        upper(m::text), length(m::text), m::text like 'o%', m || '!', concat(m, '!') from persons
        m = any (array['ok', 'sad']) from persons
        m = any ('{ok,sad}') from persons order by name
        m = any ('{nosuch}') from persons
        m::text = name from persons order by name
        m::text, count(*) from persons group by m order by m
        name from persons where m > 'sad' order by name
        name from persons where m = 'ok'
        name, code, price from persons order by name
        length(code), code || '|', price * 2, upper(name) from persons order by name
        max(name), max(code), sum(price), avg(price) from persons
        code = 'ab', code like 'ab%' from persons order by name
        code, count(*) from persons group by code order by code
        * from (select name, code, price from persons) p order by 1
    """),
    setup=[
        "create type mood as enum ('sad', 'ok', 'happy')",
        "create table persons (name varchar(10), code char(4), price numeric(8,2), m mood)",
        "insert into persons values ('ann', 'ab', 12.5, 'ok'), ('bob', 'cde', 1000, 'happy'), ('eve', null, null, null)",
    ],
)
