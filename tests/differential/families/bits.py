"""
bit and bit varying: literals, casts, functions, operators, aggregates (manual 8.10, 9.6).
"""

from __future__ import annotations

from tests.differential.family import family, filled, lines

VALUES = (
    "b'101'",
    "'101'::varbit",
    "b'101'::bit(5)",
    "x'1F'",
    "5::bit(8)",
    "'0'::bit(65)",
    "null::bit(3)",
    "null::varbit",
)
CASTS = ("bit(3)", "bit(12)", "varbit(2)", "bit varying(70)", "varbit", "text", "int4", "int8")
NUMBERS = ("5", "-5", "5::int8", "-5::int8", "2147483648", "0")

BITS = family(
    "bit strings",
    VALUES,
    filled(["({})::{}"], [value for value in VALUES if "65" not in value], CASTS),
    filled(["({})::bit({})"], NUMBERS, ("1", "8", "32", "40", "70")),
    filled(["~ {}"], [value for value in VALUES if not value.startswith("null")]),
    filled(["length({})", "bit_length({})", "octet_length({})", "bit_count({})"], VALUES),
    lines("""
        '10'::bit(3), '1010'::bit(3), '10'::text::bit(3), 'x1F'::bit(8), cast('101' as bit(3)), bit '101', bit(3) '101', bit(4) '101', x'fF', X'0a'
        '102'::bit(3), '102'::varbit, b'12', x'g'
        b'101' & b'110', b'101' | b'010', b'101' # b'110', '101'::varbit & '110'::varbit, b'101' & '110', '110' & b'101', 7::bit(8) | 8::bit(8)
        b'101' & b'11', b'101' | b'1', b'101' # b'1111', b'1010'::bit(3) & '110'
        b'101' || b'11', b'101' || '11', '11' || b'101', b'1' || b'0' || b'1', b'101'::bit(3) || b'11'::varbit, (b'1' || b'0')::bit(4), b'101'::text || 'a'
        b'1010' << 1, b'1010' >> 1, b'1010' << 5, b'1010' << 0, b'1010' << -1, b'1010' >> -1
        b'1010' << x, b'1010' >> x from (values (1), (-1), (null)) v(x)
        substring(b'10110' from 2 for 3), substring(b'10110' from 2), substring(b'10110' from 0 for 3), substring(b'10110', 2, 2), substring(b'10110' from 2 for -1), substring('10110'::varbit from 2)
        substr(b'10110', 2, 2)
        position(b'11' in b'0110'), position(b'111' in b'0110'), position('11' in b'0110')
        overlay(b'10110' placing b'00' from 2), overlay(b'10110' placing b'00' from 2 for 3), overlay(b'10110' placing b'111' from 1), overlay(b'10110' placing b'1' from 0)
        get_bit(b'101', 1), set_bit(b'101', 1, 1), set_bit(b'101', 0, 0), set_bit('101'::varbit, 1, 1)
        get_bit(b'101', 3), get_bit(b'101', -1), set_bit(b'101', 5, 1), set_bit(b'101', 1, 2)
        b'11111111111111111111111111111111'::int, b'111111111111111111111111111111111'::int, b'111111111111111111111111111111111'::int8, x'1F'::int + 1, (b'101' & b'110')::int
        b'101' = b'101', b'101' = '101', '101' = b'101', b'101' <> b'11', b'101' < b'11', '101'::bit(3) = b'101'::varbit, b'101' in ('101', '1'), b'101' between '100' and '111'
        b'101' is null, coalesce(null, b'101'), nullif(b'101', b'1'), greatest(b'101', b'110'), (case when true then b'101' else '11' end), case when true then b'101'::bit(5) else b'11'::bit(5) end
        b'101'::bool, b'101' like '1%', b'101' + 1, -(b'101')
        5::varbit(3), 1.5::bit(3), true::bit(1), true::bit, true::varbit, 1::int2::bit(3), 'a'::bytea::bit, 1.5::float8::bit
        '101'::bit, '1'::bit, b'101'::bit, 5::bit, 5::int8::bit, '101'::text::bit, bit '101', cast('10' as bit)
        x::bit, x::bit(2) from (values ('101'::text)) v(x)
        x::bit(2) from (values (1.5::float8)) v(x)
        x from (values (b'001'), (b'1'), (null), (b'0111')) v(x) order by length(x)
        x from (values (b'101'), (b'011'), (null), (b'110')) v(x) order by x desc
        x from (values (b'110'::bit(3)), (b'011')) v(x)
        x from (values (b'110'::bit(3)), (b'011'::bit(3))) v(x)
        x from (values ('110'::varbit), (b'011')) v(x)
        x from (values (b'011'), ('110'::varbit)) v(x)
        x from (select b'101'::bit(5) as x) t
        x & b'100', x || x, ~x from (values (b'110'::bit(3))) v(x)
        bit_and(x), bit_or(x), bit_xor(x) from (values (b'110'), (null), (b'011')) v(x)
        x, count(*) from (values (b'110'), (b'011'), (b'110')) v(x) group by x order by x
        distinct x from (values (b'110'), (b'110')) v(x)
        count(distinct x), string_agg(x::text, ',' order by x) from (values (b'110'), (b'110')) v(x)
        array_agg(x order by x) from (values (b'110'), (b'011')) v(x)
        first_value(x) over (order by x) from (values (b'110'), (b'011')) v(x)
        array[b'101', b'11'], array['101'::varbit, b'11'], '{101,11}'::varbit[], (array[b'101', b'11'])[2]
        i::bit(4) from generate_series(5, 7) i
        max(i)::bit(4), (count(*))::bit(3) from generate_series(5, 7) i
        b'101' union all select b'11'
        b'101' union select '11' order by 1
        to_json(b'101'), json_build_array(b'101'), concat(b'101', 'a'), format('%s', b'101')
        with t as (select b'10' as x) select x, x || x, x::bit(4) from t
        x'0123456789abcdef0123', x'ffffffffffffffff'::int8
    """),
)
