"""
Casts between all types that have one, and literals with a type's name (manual 4.1.2, 4.2.9, 10).
"""

from __future__ import annotations

from tests.differential.family import family, lines

TEXTS = ("text", "varchar", "varchar(4)", "char(6)", "name")
NUMBERS = ("int2", "int4", "int8", "float4", "float8", "numeric", "numeric(6,2)")
MOMENTS = ("date", "time", "timestamp", "timestamptz")
ALL = (
    *NUMBERS,
    "bool",
    *MOMENTS,
    "interval",
    "uuid",
    "bytea",
    "json",
    "jsonb",
    "int[]",
    "text[]",
    '"char"',
    "oid",
)
# Besides texts, to which everything can be cast.
TARGETS: dict[str, tuple[str, ...]] = {
    "1": (*NUMBERS, "bool", '"char"', "oid"),
    "1::int2": (*NUMBERS, "oid"),
    "3000000000": (*NUMBERS, "oid"),
    "1.50": NUMBERS,
    "2.5::float8": NUMBERS,
    "0.1::float4": NUMBERS,
    "true": ("int4", "bool"),
    "'12'::text": ALL,
    "'12'::varchar(5)": ALL,
    "'12'::char(4)": ALL,
    "date '2024-02-29'": ("date", "timestamp", "timestamptz"),
    "time '12:34:56.7'": ("time", "interval"),
    "timestamp '2024-02-29 12:34:56.7'": MOMENTS,
    "timestamptz '2024-02-29 12:34:56.7+02'": MOMENTS,
    "interval '1 day 02:03'": ("time", "interval"),
    "uuid '00000000-0000-0000-0000-000000000001'": ("uuid",),
    "'\\x3132'::bytea": ("bytea",),
    "'12'::json": ("json", "jsonb"),
    "'12'::jsonb": (*NUMBERS, "bool", "json", "jsonb"),
    "array[1, 2]": ("int[]", "text[]"),
    "null": ALL,
}
SPELLINGS = {
    "1": (
        "smallint",
        "integer",
        "bigint",
        "int",
        "real",
        "double precision",
        "decimal",
        "numeric(4)",
        "float(8)",
        "float(30)",
        "dec(5,1)",
    ),
    "'a'": (
        "character varying",
        "character varying(3)",
        "character",
        "character(3)",
        "char varying(3)",
        "national character(3)",
        "nchar(3)",
        "varchar(3)",
        "bpchar",
        "text",
        "name",
    ),
    "'2024-02-29 12:00'": (
        "timestamp without time zone",
        "timestamp with time zone",
        "timestamp(3)",
        "timestamp(0) with time zone",
        "timestamptz(2)",
        "date",
    ),
    "'12:00'": ("time without time zone", "time with time zone", "time(3)", "timetz"),
    "'101'": ("bit(3)", "bit varying", "bit varying(5)", "varbit"),
}
REGS = (
    "'int4'::regtype",
    "'character varying'::regtype",
    "'numeric(5,2)'::regtype",
    "'nosuch'::regtype",
    "'pg_type'::regclass::text",
    "'pg_catalog'::regnamespace::text",
    "'lower'::regproc",
    "25::regtype::text",
    "'int4'::regtype::oid",
    "'int4'::regtype::int",
)

CASTS = family(
    "casts",
    [f"({source})::{target}" for source, targets in TARGETS.items() for target in (*TEXTS, *targets)],
    [f"{value}::{spelling}" for value, spellings in SPELLINGS.items() for spelling in spellings],
    [f"cast({value} as {spelling})" for value, spellings in SPELLINGS.items() for spelling in spellings],
    REGS,
    lines("""
        null::int, null::text, null::date, null::numeric(5,2), null::int[], null::json, null::uuid, null::varchar(3)
        int4(1.5), int8('12'), float8(1), numeric(1.5), text(12), date('2024-02-29'), bool(1), varchar('a'), timestamptz('2024-01-01 00:00+00')
        int '12', bool 't', text 'a', date '2024-02-29', timestamp '2024-02-29 12:00', interval '1 day', uuid '00000000-0000-0000-0000-000000000001', json '[1]', jsonb '[1]', bytea '\\x01', float8 '1.5', numeric '1.50'
        '12'::int::text::numeric::float8::int8, '1'::int::bool::text, (1 + 1)::text || 'a', -1::text, -1::int2, - '1'::int
        '1'::int + '2', '2024-01-01'::date + 1, '1 day'::interval * 2, '2024-01-01' < date '2024-02-01'
        1::text = '1', '1' = 1, 1.0::text, 1e3::text, 1e3::int, .5::text, 100::float8::text, 1e20::float8::text
        'abc'::int
        'abc'::numeric
        'abc'::date
        'abc'::timestamp
        'abc'::interval
        'abc'::uuid
        'abc'::json
        'abc'::bool
        'abc'::nosuch
        'abc'::int[]
        ''::int
        ''::numeric
        ''::date
        ''::text
        32768::int2
        3000000000::int4
        1e30::int8
        1e400::float8
        1e39::float4
        true::int, false::int8::text, 4294967295::oid, 4294967296::oid
        'infinity'::timestamp::date, 'infinity'::date::timestamp, 'infinity'::float8::numeric
        'NaN'::float8::numeric, 'NaN'::numeric::float8, 'NaN'::float8::text
        '0x1F'::int
        '1_000'::int
        0x1F
        0b11
        1_000_000
        'a'::"char", 'abc'::"char", ''::"char", 97::"char", 'a'::"char"::int
        cast(null as int) is null, cast('{1,2}' as int[]), cast(array['1', '2'] as int[]), cast(row(1, 2) as text)
        1.5::numeric(3,1), 1.55::numeric(3,1), 1.45::numeric(3,1), -1.55::numeric(3,1), 99.95::numeric(3,1)
        1234567.891::numeric(9,2), 0.005::numeric(3,2), '1e2'::numeric(5,1), 1234::numeric(3,-1), 0.12345::numeric(3,5)
        12.345::numeric(5,2) + 1, 12.345::numeric(5,2) * 2, 12.345::numeric(5,2)::text, -(12.345::numeric(5,2)), abs(-12.345::numeric(5,2))
        x from (values (1.5::numeric(5,2))) v(x)
        x + 1, x from (select 1.5::numeric(5,2)) v(x)
        x from (values ('abc'::varchar(5)), ('d')) v(x)
        x || 'y', upper(x) from (values ('abc'::varchar(5))) v(x)
        x from (select 'abc'::varchar(5) union all select 'defgh'::varchar(5)) v(x)
        x from (select 'abc'::varchar(5) union all select 'defgh'::varchar(9)) v(x)
        max(x), min(x) from (values ('abc'::varchar(5))) v(x)
        max(x), sum(x) from (values (1.5::numeric(5,2))) v(x)
        array['abc'::varchar(5)], array[1.5::numeric(5,2)], coalesce('a'::varchar(5), 'b'), case when true then 1.5::numeric(5,2) end
        '$1,234.50'::money, 1234.5::money
        '192.168.0.1'::inet, '10.0.0.0/8'::cidr
        '[1,5)'::int4range, int4range(1, 5)
        '(1,2)'::point
        'a fat cat'::tsvector
        '08:00:2b:01:02:03'::macaddr
        '<a/>'::xml
        '1'::xid, '(0,1)'::tid, '16/B374D848'::pg_lsn
    """),
)
