"""
real and double precision: their text, arithmetic, functions, special values (manual 8.1.3, 9.3).
"""

from __future__ import annotations

from tests.differential.family import family, lines

VALUES = (
    "0",
    "-0",
    "1",
    "-1.5",
    "0.1",
    "123456789.123",
    "1e15",
    "1e16",
    "1e300",
    "1e-300",
    "5e-324",
    "1e-5",
    "0.0001",
    "NaN",
    "Infinity",
    "-inf",
)
SMALL = (
    "0",
    "-0",
    "1",
    "-1.5",
    "0.1",
    "16777217",
    "1e15",
    "1e30",
    "1e-30",
    "1e-5",
    "NaN",
    "Infinity",
    "-inf",
    "1e39",
    "1e-50",
)
FUNCTIONS = (
    "abs",
    "ceil",
    "ceiling",
    "floor",
    "round",
    "trunc",
    "sign",
    "sqrt",
    "cbrt",
    "exp",
    "ln",
    "log",
    "log10",
    "degrees",
    "radians",
)
ARGUMENTS = ("0", "2.5", "-2.5", "3.5", "1e10", "NaN", "Infinity", "-Infinity")
TRIGONOMETRY = (
    "sin",
    "cos",
    "tan",
    "cot",
    "asin",
    "acos",
    "atan",
    "sinh",
    "cosh",
    "tanh",
    "asinh",
    "acosh",
    "atanh",
    "sind",
    "cosd",
    "tand",
    "cotd",
    "asind",
    "acosd",
    "atand",
)
PAIRS = (
    ("7", "2"),
    ("-7", "2"),
    ("1", "3"),
    ("1", "0"),
    ("0", "0"),
    ("NaN", "1"),
    ("Infinity", "-Infinity"),
    ("1e308", "10"),
)

FLOATS = family(
    "float",
    [f"'{value}'::float8" for value in VALUES],
    [f"'{value}'::float4" for value in SMALL],
    [f"'{value}'::float8::text" for value in VALUES],
    [f"'{value}'::float8::numeric" for value in VALUES],
    [f"'{value}'::float8::float4" for value in VALUES],
    [f"'{value}'::float4::float8" for value in SMALL[:-2]],
    [f"{function}('{value}'::float8)" for function in FUNCTIONS for value in ARGUMENTS],
    [f"{function}(0.5::float8)" for function in TRIGONOMETRY],
    [f"{function}(2::float8)" for function in TRIGONOMETRY],
    [
        f"'{one}'::float8 {operator} '{other}'::float8"
        for operator in ("+", "-", "*", "/", "=", "<", ">")
        for one, other in PAIRS
    ],
    [
        f"'{one}'::float4 {operator} '{other}'::float4"
        for operator in ("+", "*", "/")
        for one, other in PAIRS[:6]
    ],
    [
        f"'{text}'::float8"
        for text in (
            "",
            "abc",
            "1e400",
            "-1e400",
            "1e-400",
            " 12.5 ",
            "1.5.5",
            "infinit",
            "+5",
            ".5",
            "5.",
            "0x10",
        )
    ],
    lines("""
        0.1::float8 + 0.2::float8
        0.1::float4 + 0.2::float4
        0.1::float4 + 0.2::float8
        1.0::float8
        100::float8, 1e2::float8
        1::float4 / 3
        1::float8 / 3
        2::float8 / 3
        10 % 3.5
        5.5::float8::int, 6.5::float8::int, -5.5::float8::int
        power(2::float8, 0.5::float8)
        power(0::float8, -1::float8)
        power(-2::float8, 0.5::float8)
        pow(2::float8, 3::float8)
        2::float8 ^ 3
        atan2(1, 2), atan2d(1, 2)
        pi()
        degrees(pi()), radians(90)
        sqrt(-1::float8)
        ln(0::float8)
        ln(-1::float8)
        log(0::float8)
        exp(1000::float8)
        exp(-1000::float8)
        asin(2::float8)
        acos(2::float8)
        |/ 2.0::float8
        ||/ 2.0::float8
        @ -2.5::float8
        - 2.5::float8
        round(2.5::float8), round(-0.5::float8), round(1.5::float8)
        trunc(-2.7::float8)
        round(2.567::float8, 2)
        mod(5.5, 2)
        greatest('NaN'::float8, 1), least('NaN'::float8, 1)
        'NaN'::float8 = 'NaN'::float8
        'NaN'::float8 > 'Infinity'::float8
        x from (values ('NaN'::float8), (1), (null), ('-inf'), ('inf')) v(x) order by x
        x from (values ('NaN'::float8), (1), (null), ('-inf'), ('inf')) v(x) order by x desc
        sum(x), avg(x), min(x), max(x) from (values (0.1::float8), (0.2), (null)) v(x)
        sum(x), avg(x), min(x), max(x) from (values (0.1::float4), (0.2::float4), (null)) v(x)
        max(x), min(x) from (values ('NaN'::float8), (1)) v(x)
        width_bucket(5.35::float8, 0.024, 10.06, 5)
        width_bucket(-1::float8, 0, 10, 5)
        array[1.5::float8, null, 'NaN', '-inf']
        array[1.5::float4, 2]
        float8 '1.5', real '1.5', double precision '1.5', float4 '1.5', float '1.5'
        1.5::float, 1.5::float(10), 1.5::float(40), 1.5::real, 1.5::double precision
        cast(1.5 as float(24)), cast(1.5 as float(25))
        pg_typeof(1.5::float4 + 1)::text, pg_typeof(1.5::float4 * 2.0::float8)::text
        pg_typeof(1.5::float8 + 1.5)::text
        1.5::float8 + 1.5
        3.4028235e38::float4
        1.17549435e-38::float4
        1.7976931348623157e308::float8
        2.2250738585072014e-308::float8
        123456.7::float4, 1234567.8::float4, 12345678.9::float4
        0.00001::float8, 0.0001::float8, 0.001::float8
        1e21::float8, 1e22::float8, 123456789012345680::float8
        1e5::float4, 1e6::float4, 1e7::float4
        erf(1)
        setseed(0.5), setseed(null), setseed(2)
        to_char(1.5::float8, '9.99')
        1e-7::float8::text || 'x'
        'Infinity'::float8::int
        1e20::float8::int8
        9.223372036854775e18::float8::int8
        isfinite('2020-01-01'::timestamp)
        1.5::float8 = 1.5, 1.5::float4 = 1.5::float8, 0.1::float4 = 0.1::float8
        float8 '-0' = float8 '0'
        sign(-0.0::float8)
        1.5::float8 is distinct from null
        corr(y, x), covar_pop(y, x), covar_samp(y, x) from (values (1, 2), (2, 4), (3, 7)) v(x, y)
        regr_slope(y, x), regr_intercept(y, x), regr_r2(y, x), regr_count(y, x) from (values (1, 2), (2, 4), (3, 7)) v(x, y)
        regr_avgx(y, x), regr_avgy(y, x), regr_sxx(y, x), regr_sxy(y, x), regr_syy(y, x) from (values (1, 2), (2, 4), (3, 7)) v(x, y)
        1.5::float8 * '2', '1e3' / 8::float8, 1::float4 + '0.5'
    """),
)
