"""
Composite types: columns of them, their fields, their text, whole rows that joins do not find (manual 8.16, 7.2.1.1).
"""

from __future__ import annotations

from tests.differential.family import family, lines

# A type has another OID on either server: its values are compared as text.
COMPOSED = family(
    "composite types",
    lines("""
        home::text, home is null, home is not null from places order by id
        id from places where home is null order by id
        id from places where not (home is not null) order by id
        (home).street, (home).zip from places order by id
        (home).* from places order by id
        id, (home).*, (homes[1]).* from places order by id
        (p.home).street, ((p).home).zip, (p).id from places p order by 3
        home::text || '!', concat(home, '!'), coalesce(home::text, 'none') from places order by id
        homes::text, array_length(homes, 1), (homes[1]).street, homes[1]::text from places order by id
        id, (unnest(homes)).* from places order by 1, 2
        row_to_json(home), to_json(home), to_jsonb(home) from places where id < 3 order by id
        json_agg(home order by id), jsonb_agg(home order by id) from places
        row_to_json(p), p::text from places p where id in (1, 2) order by id
        count(home), count(distinct home), count(p), count(p.*) from places p
        (array_agg(home order by id))::text from places
        id from places where home = row('a b', 1)::addr
        id from places where home < row('z', 1)::addr order by id
        id from places where home in (row('a b', 1)::addr, row('x', 7)::addr) order by id
        id from places where home is distinct from row('a b', 1)::addr order by id
        id from places order by home, id
        id from places order by (home).zip desc nulls last, id
        (home).zip, count(*) from places group by (home).zip order by 1
        home::text, count(*) from places group by home order by home
        (case when id = 1 then home end)::text, (nullif(home, row('a b', 1)::addr))::text from places order by id
        (coalesce(home, row('n', 0)::addr))::text from places order by id
        (lag(home) over (order by id))::text from places order by id
        (select home from places where id = 1)::text, (select (home).zip from places where id = 1)
        x.h::text, (x.h).zip from (select home as h from places) x order by 1
        (row('a', 1)::addr).street, ('(b,2)'::addr).zip, ('("c d",)'::addr)::text
        row('a', 1)::addr = row('a', 1)::addr, row('a', null)::addr = row('a', null)::addr, row('a', 1)::addr < row('b', 0)::addr
        '(a)'::addr
        '(a,b)'::addr
        'a'::addr
        '(a,1,2)'::addr
        row(1)::addr
        ('(1,)'::text::addr)::text, ('(,x)'::text::addr)::text, (' (a b,1) '::text::addr).street, ('("",7)'::text::addr)::text, ('("a ""q"" \\\\ {x}",2)'::text::addr)::text, ('{"(x,)",NULL,"(,1)"}'::text::addr[])::text
        '(1)'::text::addr
        '(1,2,3)'::text::addr
        '(1,x)'::text::addr
        (x::addr).zip, x::addr is null from (values ('(,)'), (null), ('(a,7)')) v(x)
        (row('abcd', 'xyzxy', 1.239)::named)::text, (('abcd ', 12345, '2')::named)::text
        (row(name, null, id)::named).name || '|', (array[row('abcd', 'x', 1)::named, null])[1].name || '|' from (values ('abcde', 1), (null, 2)) v(name, id)
        row('abcd', 'x', 1)::named = row('abc', 'x', 1)::named, (cast(row('abcd', 'x', 1) as named)).name || '|'
        (named).name, (named).code, (named).amount from labels order by 1
        (named).* from labels order by 1
        (named).code = 'x', length((named).code), named is null from labels order by id
        '(abcd,x,1)'::named
        '(abc,xyzxy,1)'::named
        '(abc,x,123456)'::named
        p.id, o.id, count(o) over (), o is null, o is not null from places p left join labels o on o.id = p.id order by p.id
        row_to_json(o.named), to_jsonb((o).id), o::text is null from places p left join labels o on o.id = p.id + 3 order by p.id
        json_agg(o.named order by p.id) from places p left join labels o on o.id = p.id + 9
        count(p), count(o) from places p full join labels o on o.id = p.id + 3
        (o).id, (o.named).*, ((o).named).amount from places p left join labels o on o.id = p.id order by p.id
        json_build_object('p', p.id, 'o', o) from places p left join labels o on o.id = p.id + 9 order by p.id
        home.street from places
        (home).nope from places
    """),
    setup=(
        "create type addr as (street text, zip int)",
        "create type named as (name varchar(3), code char(4), amount numeric(6, 2))",
        "create table places (id int, home addr, homes addr[])",
        (
            "insert into places values (1, row('a b', 1), array[row('q', 1)::addr, row('r', 2)::addr]), (2, null, '{}'),"
            " (3, row(null, null), null), (4, row('', null), '{NULL}'), (5, '(x,7)', '{\"(y,)\"}')"
        ),
        "create table labels (id int, named named)",
        "insert into labels values (1, row('abc', 'x', 1.239)), (2, '(a,,)'), (3, null)",
    ),
)
