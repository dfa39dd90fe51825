"""
Texts that a statement reads or computes, and casts to numbers (manual 8.1, 8.6): not what a literal is.
"""

from __future__ import annotations

from tests.differential.family import family, filled, lines

WHOLE = ("int2", "int4", "int8", "oid")
INEXACT = ("float4", "float8", "numeric", "numeric(6,2)")
ALL = (*WHOLE, *INEXACT, "bool")

# By their places in `kept`; the first ones are numbers of some type
WORDS = (
    *(
        "12",
        " 12 ",
        "+5",
        "-5",
        "007",
        "100",
        "12000",
        "0",
        "-0",
        "32767",
        "2147483647",
        "9223372036854775807",
    ),
    *("1.5", "0.25", ".5", "5.", "1e3", "1E3", "12e2", "1e-3", "0e500", "-1.005", "0x1F", "0X1f", "0x1p3"),
    *(
        "inf",
        "-Infinity",
        "nan",
        "t",
        "TRUE ",
        "of",
        "yes",
        "",
        " ",
        "x",
        "--5",
        "+-5",
        "- 5",
        "5 5",
        "1.5.5",
    ),
    *(
        "1_000",
        "1_0.5",
        "0b11",
        "0o7",
        "1,000",
        "$5",
        "٣",
        "5e",
        "e5",
        ".",
        "+",
        "32768",
        "-32769",
        "2147483648",
    ),
    *("99999999999", "99999999999x", "4294967295", "4294967296", "-2147483649", "9223372036854775808"),
    *("1e400", "1e-400", "1e39", "1e-46", "3.5e38", "12345.678", "99999.995", "123456789.123456789"),
)
# Numerics have no infinities, and eleven decimals; DECIMALs of 38 digits end below 1e39
_BEYOND = {
    "numeric": ("inf", "-Infinity", "nan", "1e400", "1e-400", "1e39", "1e-46", "3.5e38"),
    "numeric(6,2)": ("inf", "-Infinity", "nan"),
}

KEPT = ", ".join(f"({at}, '{word}', '{{\"a\": \"{word}\"}}')" for at, word in enumerate(WORDS))

COMPUTED = family(
    "computed texts",
    [
        f"select t::{of_type} from kept where i = {at}"
        for of_type in ALL
        for at, word in enumerate(WORDS)
        if word not in _BEYOND.get(of_type, ())
    ],
    filled(["select t::{} from kept where i is null", "select (t || '')::{} from kept where i is null"], ALL),
    filled(
        [
            "select (j->>'a')::{} from kept where i = {}",
            "select trim(t)::{} from kept where i = {}",
            "select cast(t || '' as {}) from kept where i = {}",
            "select array[t]::{}[] from kept where i = {}",
            "select i from kept where i = {1} and t::{0} is null",
        ],
        ("int4", "int8", "float8", "numeric(6,2)"),
        ("0", "1", "12", "16", "22", "44", "51"),
    ),
    lines("""
        '1.5'::text::int, '12'::text::int, '1.5'::varchar::int, '1.5'::name::int, '7'::char(3)::int, '1.5'::oid, '5'::oid
        ('1' || '2')::int, ('1' || '.5')::int, ('1' || '.5')::numeric, split_part('a:7', ':', 2)::int, trim(' 7.5 ')::int
        substring('abc123' from '[0-9]+')::int, (regexp_match('ab12', '[0-9]+'))[1]::int, left('1234', 2)::smallint
        string_to_array('1,2.5', ',')::int[], string_to_array('1, 2', ',')::int[], array['1', '1e1'::text]::bigint[]
        array['1.5'::text]::float8[], array['1_0'::text]::float8[], array[['1', '2'], ['3', '4.5'::text]]::int[][]
        array['1.5'::text]::numeric(5,1)[], array['x'::text]::numeric(5,1)[], '{1.5}'::text::int[], '{0x1}'::text::int[]
        array['1.5'::text]::oid[], array['1', '2'::text]::oid[], array['y', 'off'::text]::bool[], array['y', 'off']::bool[], string_to_array('on,x', ',')::bool[]
        int4('12'::text), int4('1.5'::text), int8(' 7 '::text), int2('x'::text), float8('1_0'::text), float4('1e39'::text)
        bool('yes'::text), bool('o'::text)
        null::text::int, null::text::numeric, null::text::float8, null::text::oid, (null::jsonb->>'a')::int
        '5'::text::int::bool, '1'::text::int = any(array[1, 2]), -'1'::text::int, '5'::text::int % 3, '5'::text::numeric / 2
        pg_typeof('1'::text::int), pg_typeof('1'::text::numeric), pg_typeof('1'::text::real)
        case when 'x' ~ '^[0-9]+$' then 'x'::text::int end, coalesce(nullif(trim(' '), '')::int, 7)
        '5'::text::numeric(3,2), '50'::text::numeric(3,2), ('5' || '0')::numeric(3,2), '5e-1'::text::numeric(3,2)
        '5e-3'::text::numeric(4,2), '4.9e-3'::text::numeric(4,2), '12345e-3'::text::numeric(4,2), '+5.005'::text::numeric(4,2)
        sum(t::int) from kept where i < 9
        sum(t::int) from kept where i < 20
        count(*) from kept where t ~ '^[0-9]+$' and t::numeric > 50
        max(t)::int, min(t)::int from kept where i between 4 and 6
        t::int as x, count(*) from kept where i in (0, 1) group by t::int
        t::int as x, count(*) from kept where i in (0, 1) group by 1 having t::int > 3 order by t::int
        distinct t::int from kept where i in (0, 1)
        t::int from kept where i in (0, 3, 4) order by t::int desc
        sum(t::int) over (order by i), lag(t) over (order by i)::int from kept where i < 4
        (select t from kept where i = 1)::int, exists(select from kept where i = 1 and t::int = 12)
        unnest(string_to_array('1,2', ','))::int
        unnest(string_to_array('1,2.5', ','))::int
        x::int from regexp_split_to_table('1 2', ' ') x
        k.i, l.i from kept k join kept l on l.t::int = k.i where l.i in (0, 2)
        x::int from (values ('1'), ('2')) v(x)
        x::int from (values ('1'), ('2.5')) v(x)
        value::int from jsonb_each_text('{"a": "1", "b": 2}')
        value::int from jsonb_each_text('{"a": "1.5"}')
        sum((e->>'q')::numeric(6,2)) from jsonb_array_elements('[{"q": "1.005"}, {"q": 2}]') e
        (j->>'zz')::int, (j->>'zz')::numeric, (j->>'zz')::float8, (j->>'zz')::bool from kept where i = 0
        t::int from kept where i = 0 union all select 5 order by 1
        (t::int, t::numeric(6,2)) from kept where i = 0
        array_agg(t::int order by i), string_agg(t::int::text, ',' order by i) from kept where i < 3
        date_bin('15 min', '2024-01-01 10:20:30', '2024-01-01'), date_bin('15 min', '2024-01-01 10:20:30', timestamp '2024-01-01')
        date_bin('15 min', timestamptz '2024-01-01 10:20:30', '2024-01-01'), date_bin('15 min', date '2024-01-01', '2024-01-01')
        date_bin('15 min', null, '2024-01-01'), date_bin('1 month', '2024-01-01 10:20:30', '2024-01-01'), date_bin('15 min', 'x', '2024-01-01')
        date_trunc('hour', '2024-01-01 10:20:30'), date_trunc('hour', null), age('2024-01-01', '2023-01-01')
        timezone('UTC', '2024-01-01'), '2024-01-01 10:00' at time zone 'UTC', 'Jan 5 2024 10:00 PST' at time zone '+02'
    """),
    setup=(
        "create temp table kept (i int, t text, j jsonb)",
        f"insert into kept values {KEPT}",
        "insert into kept values (null, null, null)",
    ),
)
