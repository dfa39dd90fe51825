"""
text: functions and operators on strings (manual 8.3, 9.4).
"""

from __future__ import annotations

from tests.differential.family import family, filled, lines

VALUES = (
    "'abc'",
    "''",
    "'Grüße 🎉'",
    "'  two  words '",
    "null::text",
    "'A\tB'",
    "'don''t'",
    "E'a\\nb'",
    "'ÀÉ ß ǆ'",
    "'e\u0301x'",
)
FUNCTIONS = (
    "length",
    "char_length",
    "character_length",
    "octet_length",
    "bit_length",
    "upper",
    "lower",
    "initcap",
    "reverse",
    "md5",
    "trim",
    "btrim",
    "ltrim",
    "rtrim",
    "quote_literal",
    "quote_ident",
    "quote_nullable",
    "ascii",
)
COUNTS = ("0", "1", "2", "10", "-1", "null")
COMPARED = ("'a'", "'A'", "'b'", "''", "'ab'", "'é'", "null")

STRINGS = family(
    "text",
    VALUES,
    [f"{function}({value})" for function in FUNCTIONS for value in VALUES],
    filled(
        [
            "left('Grüße', {})",
            "right('Grüße', {})",
            "repeat('ab', {})",
            "lpad('abc', {})",
            "rpad('abc', {}, 'xy')",
            "substr('Grüße', {})",
            "split_part('a,b,c', ',', {})",
        ],
        COUNTS,
    ),
    filled(
        [
            "substring('alphabet' from {})",
            "substring('alphabet' for {})",
            "substr('alphabet', {}, 3)",
            "substring('alphabet', {}, 2)",
        ],
        COUNTS,
    ),
    filled(["{} < {}", "{} = {}", "{} || {}"], COMPARED, COMPARED),
    lines("""
        'a' || 'b' || 'c'
        'a' || null
        'a' || 1
        1 || 'a'
        'a' || 1.50
        'a' || true
        'a' || date '2020-01-01'
        'x' || array['a']
        concat('a', null, 1, true, 1.5)
        concat()
        concat(null)
        concat_ws(',', 'a', null, 'b', 2)
        concat_ws(null, 'a', 'b')
        concat_ws(',', null, null)
        substring('Thomas' from 2 for 3)
        substring('Thomas' from 0 for 3)
        substring('Thomas' from -2 for 5)
        substring('Thomas' from 3 for -1)
        substring('Thomas' from '...$')
        substring('Thomas' from 'x')
        substring('Thomas' similar '%#"o_a#"_' escape '#')
        substring('foobar' from 'o(.)b')
        substring('abc', 2)
        position('om' in 'Thomas'), position('' in 'a'), position('x' in 'Thomas')
        strpos('high', 'ig'), strpos('high', 'x'), strpos('grüße', 'ß')
        overlay('Txxxxas' placing 'hom' from 2 for 4)
        overlay('abcdef' placing '45' from 4)
        overlay('abc' placing 'xyz' from 10)
        trim(both 'x' from 'xxabcxx'), trim(leading 'x' from 'xxabc'), trim(trailing from 'abc  ')
        trim('xy' from 'yxTomxx'), trim(both from '  a ')
        btrim('xyxtrimyyx', 'xyz'), ltrim('zzzytest', 'xyz'), rtrim('testxxzx', 'xyz')
        trim(E'\\n\\t a '), btrim(E'\\n a ')
        replace('abcdefabcdef', 'cd', 'XX'), replace('abc', '', 'x'), replace('aaa', 'a', '')
        translate('12345', '143', 'ax'), translate('abc', '', 'x')
        lpad('hi', 5, 'xy'), rpad('hi', 5, 'xy'), lpad('hello', 2), lpad('hi', 5, '')
        split_part('abc~@~def~@~ghi', '~@~', 2), split_part('a,b', ',', -1), split_part('a', ',', 2), split_part('', ',', 1)
        split_part('a,b', '', 1)
        string_to_array('a,b,,c', ','), string_to_array('a,b', ',', 'b'), string_to_array('', ','), string_to_array('abc', null), string_to_array(null, ',')
        string_to_table('a,b,c', ',')
        array_to_string(array['a', null, 'b'], ','), array_to_string(array['a', null], ',', '*')
        starts_with('alphabet', 'alph'), starts_with('a', ''), 'alphabet' ^@ 'alph'
        chr(8364), chr(65)
        chr(0)
        ascii('€'), ascii('')
        to_hex(2147483647)
        encode('abc', 'base64'), encode('abc', 'hex'), encode('\\x00ff', 'escape')
        format('Hello %s', 'World')
        format('%s %I %L', 'a', 'b c', 'd''e')
        format('%2$s %1$s', 'a', 'b')
        format('|%10s|', 'foo'), format('|%-10s|', 'foo'), format('%%')
        format('%s', null), format('%L', null)
        format('%I', null)
        format('%s')
        format('%x', 1)
        format('%s and %s', 1, true), format('no arguments')
        format('%*s', 5, 'x')
        quote_ident('select'), quote_ident('a b'), quote_ident('A'), quote_ident('a"b'), quote_ident('abc'), quote_ident('a1'), quote_ident('1a')
        quote_literal(1), quote_literal(E'a\\\\b')
        quote_nullable(null::text)
        initcap('hello wORLD-foo_bar 1st'), initcap('ÉCOLE élève')
        upper('straße'), lower('ÄÖÜ'), upper('ı'), lower('İ')
        reverse('héllo')
        unistr('\\0041\\+01F600')
        normalize(U&'\\0061\\0308', NFC), normalize('ä', NFD)
        'a' is normalized
        parse_ident('"Some".Table')
        pg_client_encoding()
        convert_from('\\xc3a9', 'UTF8'), convert_to('é', 'UTF8')
        convert_from('\\xe9', 'LATIN1')
        to_ascii('abc')
        levenshtein('a', 'b')
        regexp_count('abab', 'a')
        'abc'::char(5) || '|'
        'abc'::varchar(2), 'abc'::char(2), 'abc'::char, 'abc'::character varying(10), 'abc'::bpchar
        cast('abcdef' as varchar(3)), cast('ab' as char(4))
        'ab '::char(5) = 'ab', 'ab '::text = 'ab', length('ab '::char(5)), octet_length('ab'::char(5))
        'abc'::name, 'abc'::"char"
        'a'::text::varchar::char(3)
        U&'d\\0061t\\+000061', U&'\\00e9'
        E'\\x41\\u00e9\\U0001F600\\101\\t\\\\', E'\\'', 'a\\b'
        $$dollar 'quoted'$$, $tag$a $$ b$tag$
        'a' 'b'
        'foo'
        n'abc'
        collation for ('a')
        'a' < 'B' collate "C", 'a' < 'b' collate "default"
        'Z' < 'a', 'a' < 'é', 'é' < 'z'
        x from (values ('b'), ('A'), ('a'), (null), (''), ('é'), ('B')) v(x) order by x
        x from (values ('b'), ('A'), ('a'), (null), (''), ('é'), ('B')) v(x) order by x desc
        x from (values ('b'), ('A'), ('a')) v(x) order by lower(x), x
        min(x), max(x) from (values ('b'), ('A'), ('a'), (null)) v(x)
        string_agg(x, ',') from (values ('a'), (null), ('b')) v(x)
        string_agg(x, ',' order by x desc) from (values ('a'), ('c'), ('b')) v(x)
        string_agg(distinct x, '-' order by x) from (values ('a'), ('b'), ('a')) v(x)
        greatest('a', 'b', null), least('a', 'B')
        coalesce(null, 'a'), nullif('a', 'a'), nullif('a', 'b')
        'abc' between 'a' and 'b', 'a' in ('a', 'b'), 'a' = any (array['a', 'b'])
        length(repeat('é', 1000)), left(repeat('ab', 5000), 3)
        'abc'::text::bytea, 'é'::bytea
        text 'abc', varchar 'abc', char 'abc', bpchar 'abc ', name 'abc'
        pg_typeof('abc')::text, pg_typeof('abc'::text)::text, pg_typeof(upper('abc'))::text, pg_typeof('a' || 'b')::text
        'abc', 'abc' as b
        null
        (null || 'a') is null
        length('abc'::varchar(2)), length(null)
        upper(null), lower(''), md5('')
        sha224('abc'), sha256('abc'), sha384('abc'), sha512('')
        string_agg(x::text, '') from generate_series(1, 5) g(x)
        substr('abc', 0), substr('abc', -1), substr('abc', 4), substr('abc', 2, 100)
        substr('abc', 1, -1)
        left('abc', -1), right('abc', -1), left('abc', -5), right('', 2)
        repeat('', 5), repeat('a', 0), repeat(null, 2)
        char_length('日本語'), octet_length('日本語'), upper('日本語'), reverse('日本語')
        bit_length('jose'), octet_length('jose'::bytea)
        casefold('A')
        btrim(null), ltrim('', 'a')
        'A'::text ~~ 'A', 'A' like 'a', 'A' ilike 'a'
        replace('a.b.c', '.', ''), replace(null, 'a', 'b')
        position('b' in null)
        text(1)
        varchar(5) 'abcdefgh'
        current_schema = 'public'
        unnest(string_to_array('a b c', ' '))
        (string_to_array('a.b.c', '.'))[2]
        length(trim('  ab  ')) + 1
        count(distinct lower(x)) from (values ('a'), ('A'), ('b')) v(x)
        lower(x), count(*) from (values ('a'), ('A'), ('b')) v(x) group by lower(x) order by 1
        string_agg(x, null) from (values ('a'), ('b')) v(x)
    """),
)
