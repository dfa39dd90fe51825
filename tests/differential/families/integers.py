"""
smallint, integer, bigint: operators, functions, limits (manual 8.1.1, 9.3).
"""

from __future__ import annotations

from tests.differential.family import family, filled, lines

LIMITS = {
    "int2": ("-32768", "32767", "32768", "-32769"),
    "int4": ("-2147483648", "2147483647", "2147483648", "-2147483649"),
    "int8": ("-9223372036854775808", "9223372036854775807", "9223372036854775808", "-9223372036854775809"),
}
TYPES = tuple(LIMITS)
PAIRS = (("7", "2"), ("-7", "2"), ("7", "-2"), ("-7", "-2"), ("0", "5"), ("5", "0"), ("1", "null"))
OPERATORS = ("+", "-", "*", "/", "%", "&", "|", "#", "<", "=", "<>", ">=")
OPERANDS = ("7::int2", "-7::int2", "100000", "-7", "3000000000", "(-9223372036854775807)", "null::int4")

INTEGERS = family(
    "int",
    [f"'{value}'::{name}" for name, values in LIMITS.items() for value in values],
    [f"({value})::{name}" for name, values in LIMITS.items() for value in values],
    [
        f"{one}::{name} {operator} {other}::{name}"
        for name in TYPES
        for operator in ("/", "%")
        for one, other in PAIRS
    ],
    [f"{one} {operator} {other}" for operator in OPERATORS for one, other in PAIRS[:4]],
    filled(["{} + {}", "{} * {}"], OPERANDS, OPERANDS),
    filled(
        ["- ({})", "@ ({})", "abs({})", "sign({})", "~ ({})", "({})::text", "({})::float8", "({})::numeric"],
        OPERANDS,
    ),
    [f"{max_}::{name} + 1::{name}" for name, (_, max_, *_) in LIMITS.items()],
    [f"({min_})::{name} - 1::{name}" for name, (min_, *_) in LIMITS.items()],
    [f"{max_}::{name} * 2::{name}" for name, (_, max_, *_) in LIMITS.items()],
    [f"- ({min_})::{name}" for name, (min_, *_) in LIMITS.items()],
    [f"abs(({min_})::{name})" for name, (min_, *_) in LIMITS.items()],
    [f"({min_})::{name} / (-1)::{name}" for name, (min_, *_) in LIMITS.items()],
    [f"' {value} '::int4" for value in ("12", "-12", "+12", "", "1 2", "0x1F", "1e3", "1.0", "１", "12abc")],
    [
        f"{value}::int4"
        for value in (
            "0.5",
            "1.5",
            "2.5",
            "-0.5",
            "-1.5",
            "-2.5",
            "0.4999999",
            "2147483647.4",
            "2147483647.5",
            "1e9",
        )
    ],
    [
        f"{value}::float8::int4"
        for value in ("0.5", "1.5", "2.5", "-0.5", "-1.5", "-2.5", "1e10", "'NaN'", "'inf'")
    ],
    filled(
        [
            "mod({0}, {1})",
            "div({0}, {1})",
            "gcd({0}, {1})",
            "lcm({0}, {1})",
            "power({0}, {1})",
            "{0} ^ {1}",
            "greatest({0}, {1})",
            "least({0}, {1})",
        ],
        ("12", "-12", "0"),
        ("5", "-5"),
    ),
    lines("""
        1
        2147483648
        9223372036854775808
        -2147483648
        -9223372036854775808
        1_000
        1 << 4
        1 << 31
        1 << 32
        1::int8 << 40
        -8 >> 1
        1::int2 << 3
        5 & 3, 5 | 3, 5 # 3, ~5
        5::int2 & 3::int2
        5 & 3::int8
        |/ 25
        ||/ 27
        @ -5
        2 ^ 10
        -8 << 1
        -1 << 31
        5::int8 << 62
        1::int2 << 15
        sum(x) << 2 from (values (1), (2)) v(x)
        -2 ^ 2
        2 ^ 3 ^ 2
        2 + 3 * 4 - 1
        10 / 3 * 3
        10 - 3 - 2
        factorial(5)
        factorial(20)
        factorial(25)
        factorial(0)
        factorial(-1)
        to_hex(255)
        to_hex(-1)
        to_hex(255::int8)
        ceil(5), floor(5), round(5), trunc(5)
        sqrt(16)
        cbrt(27)
        exp(1)
        ln(10)
        log(100)
        log(2, 64)
        pi()
        sin(1), cos(1), tan(1)
        degrees(1), radians(180)
        round(15, -1)
        round(25, -1)
        trunc(19, -1)
        width_bucket(5, 1, 10, 3)
        width_bucket(0, 1, 10, 3)
        width_bucket(11, 1, 10, 3)
        bit_count(7::bit(8))
        bit_count('\\x1234'::bytea)
        5 between 1 and 10
        5 not between 1 and 10
        5 between symmetric 10 and 1
        5 in (1, 5, null)
        6 in (1, 5, null)
        6 not in (1, 5, null)
        1 = 1.0
        1 = 1::int8
        1::int2 < 1.5
        1 < 'NaN'::float8
        '1' + 2
        '1' + '2'
        1 + null
        pg_typeof(1)::text
        pg_typeof(3000000000)::text
        pg_typeof(1::int2 + 1::int4)::text
        pg_typeof(1 + 1::int8)::text
        pg_typeof(1 + 1.5)::text
        pg_typeof(1 + 1.5::float4)::text
        1::int2 + 1.5::float4
        1 + 1.5::float4
        1::int8 * 0.5
        1 / 2.0
        7 / 2.0::float8
        5 % 3
        -5 % 3
        5.5 % 2
        generate_series(1, 3)
        generate_series(3, 1)
        generate_series(3, 1, -1)
        generate_series(1, 10, 4)
        generate_series(1::int8, 3)
        generate_series(1, 3, 0)
        1::bool, 0::bool
        65::char
        12345::varchar(3)
        12345::text || 'x'
        42::smallint, 42::integer, 42::bigint, 42::int, 42::int2, 42::int4, 42::int8
        cast(42 as smallint)
        int '42', int2 '42', int8 '42', bigint '42'
        num_nulls(1, null, 2), num_nonnulls(1, null, 2)
        random() < 1
        pg_typeof(random())::text
        chr(65), ascii('A')
        1 is distinct from null
        1 is not distinct from 1
        1 notnull
        1 isnull
        -1 - -1
        - - 1
        +1
        +(-1)
        1 <> 2, 1 != 2
        1 / '2', '7' % 4, 2 * '1.5', 'a' + 1, 9223372036854775807 - '1', (1::int2) + '2', '1' * '2'
        '3' * (1 + 1), x - '1' from (values (5)) v(x)
        x - '1', '10' / x from (values (5)) v(x)
        x % 2, x & 1, x | 8, x # 1, x >> 1, x << 1, x / 2, 8 / x, 8 % x, 8 & x, 8 >> x from (values (5::int2)) v(x)
        5 % x, 5::int8 % x, x % x, x & x, x / x, x >> x from (values (3::int2)) v(x)
        7 / (-3)::int2, 7 % (-3)::int2, 7::int2 # -3, 7 # (-3)::int2, 7 & (-3)::int2, 7 | (-3)::int2, 7 >> 2::int2, 7::int2 >> 2, 7::int8 >> 2::int2
        generate_series(1::int2, 3), generate_series(1, 5, 2::int2)
        @ -5 as a, 5 # 3 as b, |/ 4 as c, ||/ 8 as d, 7 # 2 # 1 as e, 1 + 2 # 3 * 2 as f, - 5 # - 3 as g
        5 # (@ -3), case when 5 # 3 = 6 then 1 # 2 else 2 # 3 end, 5 # 3 between 1 and 9 # 2, (5 # 3)::text
        div(9223372036854775807, 2), div(-9223372036854775807, 2::int8), div(7::int2, 2), div(-7, 2), div(7, -2), div(7, 0), div(null::int, 2)
        div(x, 3) from (values (9223372036854775807), (-5), (null)) v(x)
        factorial(7::int8), factorial(0::int8), factorial(7::int2), factorial(20), factorial(-1)
    """),
)
