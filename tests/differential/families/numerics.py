"""
numeric: scale and precision of literals, arithmetic and functions (manual 8.1.2, 9.3).
"""

from __future__ import annotations

from tests.differential.family import family, filled, lines

LITERALS = (
    "0.0",
    "1.0",
    "1.10",
    "-1.50",
    "0.001",
    "123456789.123456789",
    "99999999999999999999",
    "1e3",
    "1.5e-3",
    "1E10",
    ".5",
    "5.",
    "0.00",
    "1e-10",
    "12345678901234567890.1234567890",
)
OPERANDS = ("1.0", "3", "-2.50", "0.001", "12345.678", "null::numeric")
DIVIDENDS = ("1", "2.0", "-7.5", "100", "0.001", "12345678.9")
DIVISORS = ("3.0", "7.00", "0.3", "-2.0", "1000000.0")
FUNCTIONS = (
    "abs",
    "ceil",
    "floor",
    "round",
    "trunc",
    "sign",
    "sqrt",
    "exp",
    "ln",
    "log",
    "scale",
    "min_scale",
    "trim_scale",
)
ARGUMENTS = ("0.00", "2.50", "3.50", "12.3400", "100.0", "0.001")
PLACES = ("2", "0", "-1", "5")
ROUNDED = ("2.345", "-2.345", "2.5", "1234.5678", "0.005")

NUMERICS = family(
    "numeric",
    LITERALS,
    [f"- {literal}" for literal in LITERALS[:6]],
    [f"'{literal}'::numeric" for literal in LITERALS],
    [f"{literal}::text" for literal in LITERALS],
    filled(["{} + {}", "{} - {}", "{} * {}"], OPERANDS, OPERANDS),
    filled(["{} / {}", "{} % {}"], DIVIDENDS, DIVISORS),
    filled(["{} = {}", "{} < {}"], ("1.0", "1.00", "2"), ("1", "1.000", "2.0")),
    filled(["{}({})"], FUNCTIONS, ARGUMENTS),
    filled(["{}(-2.5)"], ("abs", "ceil", "floor", "round", "trunc", "sign", "scale")),
    filled(["round({}, {})", "trunc({}, {})"], ROUNDED, PLACES),
    [
        f"'{value}'::numeric"
        for value in (
            "NaN",
            "Infinity",
            "-Infinity",
            "inf",
            "",
            "abc",
            "1.2.3",
            " 1.50 ",
            "+1",
            "1e-5",
            "1e500",
        )
    ],
    [
        f"{value}::numeric({modifier})"
        for value in ("1.005", "-99.995", "0", "123.456")
        for modifier in ("5,2", "3,1", "10", "38,10", "5,0")
    ],
    [f"'{value}'::numeric(5,2)" for value in ("999.99", "999.995", "-1000", "NaN", "1e2")],
    lines("""
        1.0 / 0
        1.0 % 0
        1 / 3.0
        2.0 / 3
        10.0 / 4
        1e10 / 3
        1.5 + 1
        1.5 * 2
        1.50 * 2.00
        1.5 + 1::int8
        1.5 + 1::float8
        0.1 + 0.2
        0.1 + 0.2 = 0.3
        1.10 + 2.2 + 3
        99999999999999999999 + 1
        99999999999999999999 * 99999999999999999999
        12345678901234567890123456789012345678 + 1
        123456789012345678901234567890123456789012345 * 2
        0.1::numeric(20,18) * 0.1::numeric(20,18)
        sqrt(2.0), sqrt(2)
        sqrt(-1.0)
        ln(0.0)
        ln(-1.0)
        log(100.0), log(2.0, 64.0), log(10, 1000)
        exp(1.0), exp(0.0), exp(-1.5)
        power(2.0, 10), power(2.0, 0.5), power(2.0, -1), power(0.0, -1)
        2.0 ^ 3, 2.5 ^ 2.0, 2 ^ 0.5
        pow(2, 3.0)
        mod(10.5, 3), mod(-10.5, 3), mod(10, 3.0)
        div(10.5, 3), div(-10.5, 3), div(10, 3.0)
        gcd(12.0, 18.0), lcm(4.0, 6.0), gcd(1.5, 1.0)
        lcm(1.5, 1.0), gcd(0.0, 0.0), lcm(0.0, 2.5), gcd(12, 18.5), gcd(-12.0, 18.0), lcm(-1.25, 0.5), gcd(1.5, 2) + 1, pg_typeof(gcd(1.5, 2))
        gcd(x, 6.0), lcm(x, 2) from (values (9.0), (1.5), (null)) v(x)
        generate_series(3.0, 1.0, -0.5)
        generate_series(1.0, 0.5)
        generate_series(1.0, 2.0, 0.0)
        x from generate_series(3.0, 1.0, -0.5) x
        width_bucket(5.35, 0.024, 10.06, 5)
        width_bucket(3, array[1, 3, 5])
        width_bucket(2.5, array[1.0, 3.0])
        greatest(1, 2.5, 3), least(1, 0.5)
        greatest(1.50, 1.5)
        ceil(1.2), ceiling(-1.2), floor(-1.2), floor(1.8)
        round(1.5), round(2.5), round(-1.5), round(-2.5), round(0.5)
        round(1234.567, -2), round(1.5, 3)
        trunc(1.999, 1), trunc(-1.999), trunc(1999, -2)
        factorial(30)
        scale(1.500), scale(1), min_scale(1.500), trim_scale(1.500)
        1.5::int, 2.5::int, -1.5::int, -2.5::int, 0.5::int
        32767.5::int2
        1e20::int8
        1.5::float8, 1.5::float4, 1.5::text, 1.5::varchar(2)
        1.0::bool
        1::numeric, 1::decimal, 1::dec, 1::numeric(5), 1::decimal(5,2)
        numeric '1.50', decimal '1.5', dec '1.5', numeric(5,2) '1.5'
        pg_typeof(1.5)::text, pg_typeof(1e3)::text, pg_typeof(1.5 * 2)::text, pg_typeof(1 / 2.0)::text
        sum(x), avg(x), min(x), max(x), count(x) from (values (1.5), (2.25), (null)) v(x)
        sum(x), avg(x) from (values (1), (2), (2)) v(x)
        sum(x), avg(x) from (values (1::int8), (2)) v(x)
        sum(x), avg(x) from (values (1::int2), (2::int2)) v(x)
        avg(x) from (values (1.0), (2.0), (2.0)) v(x)
        avg(x) from (values (10000000000000001), (2)) v(x)
        stddev(x), variance(x), stddev_pop(x), var_pop(x), stddev_samp(x), var_samp(x) from (values (1), (2), (4)) v(x)
        stddev(x), variance(x) from (values (1.5), (2.5), (4.0)) v(x)
        stddev(x), variance(x), stddev_pop(x), var_pop(x) from (values (1)) v(x)
        x from (values (1.50), (1.5), (1.500), (null), (-1)) v(x) order by x, x::text
        distinct x from (values (1.5), (1.50)) v(x)
        array[1.5, 2, null]
        array[1, 2.50]
        array[1.50, 2], '{1.10,2}'::numeric[], array_to_string(array[1.50, null, 2], ';')
        x from (values (1), (2.5)) v(x)
        case when true then 1 else 2.5 end
        case when false then 1 else 2.50 end
        coalesce(null, 1.5), coalesce(1, 1.5), nullif(1.5, 1.50)
        1 union all select 2.5
        'NaN'::numeric = 'NaN'::numeric
        'NaN'::numeric > 1e100
        'Infinity'::numeric + 1
        'Infinity'::numeric - 'Infinity'::numeric
        - 'Infinity'::numeric
        @ -1.5
        - 1.50, + 1.50
        1.5 between 1 and 2
        1.5 in (1, 1.50, 2)
        5.0 is not distinct from 5
        to_number('12,454.8-', '99G999D9S')
        generate_series(1.0, 2.0, 0.5)
        generate_series(1.1, 3.0)
        0.1::float8::numeric, 0.1::float4::numeric, 1e30::float8::numeric, 123456789.123::float8::numeric
        1.23e5, 1.23e-5, 1.230e2
        123abc, 1.5e, 0x1F as a, 1limit 1
        100000000000000000000000000000000000000000.5
        sum(x) from (values (0.1), (0.20), (0.300)) v(x)
        sum(x * 1.5) from generate_series(1, 3) g(x)
        avg(x) * 2, sum(x) / 2 from (values (1), (2)) v(x)
        count(*) * 1.5 from (values (1), (2)) v(x)
        sum(x)::numeric(10,2) from (values (1.005), (2)) v(x)
        round(avg(x), 2) from (values (1), (2), (2)) v(x)
        round(sum(x) / count(*), 2) from (values (1), (2), (2)) v(x)
        random()::numeric >= 0
        (x * 100.0 / sum(x) over ())::numeric(5,2) from (values (1), (2)) v(x) order by x
        1.5 + '2.25', '7' / 2.0, '1.10' * 2.0, 5.5 % '2'
    """),
)
