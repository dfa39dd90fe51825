"""
bytea: text form, functions, operators (manual 8.4, 9.5).
"""

from __future__ import annotations

from tests.differential.family import family, filled, lines

VALUES = (
    "'\\x'",
    "'\\x00'",
    "'\\xdeadbeef'",
    "'\\xDE AD'",
    "'abc'",
    "'a\\000b'",
    "'a\\\\b'",
    "'é'",
    "E'\\\\x4142'",
    "null",
)
FUNCTIONS = (
    "length",
    "octet_length",
    "bit_length",
    "md5",
    "sha224",
    "sha256",
    "sha384",
    "sha512",
    "bit_count",
)
FORMATS = ("hex", "base64", "escape")

BYTES = family(
    "bytea",
    [f"{value}::bytea" for value in VALUES],
    [f"{function}({value}::bytea)" for function in FUNCTIONS for value in VALUES],
    filled(["encode({}::bytea, '{}')"], VALUES, FORMATS),
    [f"{value}::bytea::text" for value in VALUES],
    lines("""
        '\\x1'::bytea
        '\\xgg'::bytea
        'a\\9'::bytea
        decode('YWJj', 'base64'), decode('616263', 'hex'), decode('a\\000b', 'escape'), decode('', 'hex')
        decode('xyz', 'hex')
        decode('abc', 'nosuch')
        decode(E'YW\\nJj', 'base64')
        encode(repeat('a', 60)::bytea, 'base64')
        '\\x01'::bytea || '\\x02'::bytea
        '\\x01'::bytea || null
        '\\x0102'::bytea = '\\x0102', '\\x01'::bytea < '\\x02', '\\x'::bytea < '\\x00'
        substring('\\x0102030405'::bytea from 2 for 3), substr('\\x010203'::bytea, 2), substring('\\x0102'::bytea from 5)
        position('\\x03'::bytea in '\\x010203'::bytea), position('\\x09'::bytea in '\\x01'::bytea)
        overlay('\\x01020304'::bytea placing '\\xffff'::bytea from 2 for 2)
        trim('\\x00'::bytea from '\\x0001020000'::bytea), btrim('\\x0001'::bytea, '\\x00'::bytea), ltrim('\\x0001'::bytea, '\\x00'::bytea), rtrim('\\x0100'::bytea, '\\x00'::bytea)
        get_byte('\\x1234'::bytea, 1), set_byte('\\x1234'::bytea, 1, 255), get_bit('\\x12'::bytea, 1), set_bit('\\x00'::bytea, 3, 1)
        get_byte('\\x12'::bytea, 5)
        convert_from('\\x616263'::bytea, 'UTF8'), convert_to('é', 'UTF8'), convert_to('é', 'LATIN1')
        convert_from('\\xff'::bytea, 'UTF8')
        convert('\\xe9'::bytea, 'LATIN1', 'UTF8')
        length('\\xc3a9'::bytea, 'UTF8')
        min(x), max(x) from (values ('\\x01'::bytea), ('\\x02')) v(x)
        x from (values ('\\x01'::bytea), ('\\x'), (null), ('\\xff')) v(x) order by x
        string_agg(x, '\\x00'::bytea) from (values ('\\x01'::bytea), ('\\x02')) v(x)
        array['\\x01'::bytea, null, '\\x5c22']
        bytea 'abc', bytea '\\x00ff'
        '\\x41'::bytea::text::bytea
        pg_typeof('\\x41'::bytea)::text
        '\\x01'::bytea in ('\\x01', '\\x02')
        distinct x from (values ('\\x01'::bytea), ('\\x01')) v(x)
        coalesce(null, '\\x01'::bytea), greatest('\\x01'::bytea, '\\x02')
        'abc'::text::bytea, 'a\\\\b'::text::bytea
        cast('abc' as bytea)
        '\\x01'::bytea is null
        sha256('abc')::text
        encode(sha256('abc'), 'hex'), encode(sha256('é'::bytea), 'hex')
        md5('abc'), md5('\\x616263'::bytea)
        '\\x616263'::bytea like 'a%', '\\x616263'::bytea not like 'b%', '\\x61ff63'::bytea like 'a_c', '\\x616263'::bytea like '\\x6125'::bytea, '\\x6125'::bytea like 'a!%' escape '!'
        x like 'a%', x like x from (values ('\\x616263'::bytea), ('\\x62'), (null)) v(x)
        'a\\001b'::text::bytea, 'a\\9'::text::bytea, '\\xzz'::text::bytea, '\\x41'::text::bytea, ('a' || 'b')::bytea
        x::bytea from (values ('a\\\\b'), ('\\x41'), ('c'), ('é'), (null)) v(x)
        pg_column_size('\\x0102'::bytea), pg_column_size('abc'::text), pg_column_size(1::int8), pg_column_size(1.5), pg_column_size(12345.678), pg_column_size(null::text), pg_column_size(now()), pg_column_size(true)
        crc32('abc')
        to_json('\\x0102'::bytea)
        encode('abc', 'nosuch')
        length('é'::bytea), octet_length('é')
        b'101', x'1F', b'101'::bit(5), b'101' & b'110', b'101' | b'010', b'101' # b'110', ~ b'101'
        b'101' || b'11', b'1010' << 1, b'1010' >> 1
        '101'::bit(3), '101'::varbit, '101'::bit(3)::int, 5::bit(8), length(b'101'), bit_length(b'101')
        '10'::bit(3)
        '102'::varbit
        substring(b'10110' from 2 for 3), position(b'11' in b'0110'), get_bit(b'101', 1), set_bit(b'101', 1, 1), bit_count(b'1011')
        b'101' = b'101', b'101' < b'11'
        x'1F'::int, b'1111'::int8
        bit_and(x), bit_or(x), bit_xor(x) from (values (b'110'), (b'011')) v(x)
        '\\x01'::bytea = '\\xzz', 'a\\\\b'::bytea = 'a\\\\b', coalesce(null::bytea, '\\x0102'), '\\x01'::bytea || '\\x0203'
        x || 'a' || x, x in ('\\x01', '\\x02') from (values ('\\x01'::bytea)) v(x)
    """),
)
