"""
LIKE, SIMILAR TO, regular expressions (manual 9.7).
"""

from __future__ import annotations

from tests.differential.family import family, filled, lines

SUBJECTS = ("'abc'", "'ABC'", "''", "'a_c'", "E'a\\nc'", "'10%'", "null")
LIKES = ("'abc'", "'a%'", "'_b_'", "'%'", "''", "'a\\_c'", "'10\\%'", "'%c'")
REGEXES = ("'^a.c$'", "'b'", "'B'", "'^$'", "'a|x'", "'[[:alpha:]]+'", "'\\d'", "'^(a|b)+'", "'.*'", "'a{1}'")

PATTERNS = family(
    "patterns",
    filled(["{} like {}", "{} ilike {}", "{} not like {}"], SUBJECTS, LIKES),
    filled(["{} ~ {}", "{} !~ {}", "{} ~* {}", "{} !~* {}"], SUBJECTS[:5], REGEXES),
    lines("""
        'abc' ~~ 'a%', 'abc' !~~ 'a%', 'ABC' ~~* 'a%', 'ABC' !~~* 'a%'
        'a%c' like 'a!%c' escape '!', 'abc' like 'a!%c' escape '!'
        'a\\c' like 'a\\c' escape ''
        'abc' like 'abc\\'
        'abc' similar to 'abc', 'abc' similar to 'a', 'abc' similar to '%(b|d)%', 'abc' similar to '(b|c)%'
        'abc' not similar to 'a%', 'a.c' similar to 'a.c', 'abc' similar to 'a.c', 'xabcx' similar to '%abc%'
        'aaa' similar to 'a{3}', 'ab' similar to 'a+b?', 'abc' similar to '_b_', 'a%' similar to 'a#%' escape '#'
        regexp_match('foobarbequebaz', '(bar)(beque)')
        regexp_match('foobarbequebaz', 'bar.*que')
        regexp_match('abc', 'x')
        regexp_match('ABC', 'b', 'i')
        regexp_matches('foobarbequebazilbarfbonk', '(b[^b]+)(b[^b]+)', 'g')
        regexp_matches('abc', '[a-z]', 'g')
        regexp_matches('abc', 'x', 'g')
        regexp_replace('foobarbaz', 'b..', 'X')
        regexp_replace('foobarbaz', 'b..', 'X', 'g')
        regexp_replace('foobarbaz', 'b(..)', 'X\\1Y', 'g')
        regexp_replace('foobarbaz', 'B..', 'X', 'gi')
        regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 0, 'i')
        regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 3, 'i')
        regexp_replace('abc', '(a)(b)', '\\2\\1'), regexp_replace('abc', 'b', '[\\&]'), regexp_replace('abc', 'b', '\\\\')
        regexp_replace(null, 'a', 'b'), regexp_replace('abc', '', 'x'), regexp_replace('abc', '', 'x', 'g')
        regexp_split_to_array('hello world', '\\s+'), regexp_split_to_array('a1b22c', '[0-9]+'), regexp_split_to_array('', ','), regexp_split_to_array('abc', '')
        regexp_split_to_table('the quick fox', '\\s+')
        regexp_count('ABCABCAXYaxy', 'A.', 1, 'i'), regexp_count('abc', 'x'), regexp_count('aaa', 'aa')
        regexp_instr('ABCDEF', 'c(.)(..)', 1, 1, 0, 'i', 2), regexp_instr('abcabc', 'b'), regexp_instr('abcabc', 'b', 3), regexp_instr('abcabc', 'b', 1, 2)
        regexp_like('Hello World', 'world$', 'i'), regexp_like('abc', 'B')
        regexp_substr('number of your street, town zip, FR', '[^,]+', 1, 2), regexp_substr('ABCDEF', 'c(.)(..)', 1, 1, 'i', 2), regexp_substr('abc', 'x')
        substring('foobar' from 'o.b'), substring('foobar', 'o(.)b'), substring('foobar', 'x')
        'abc' ~ 'a\\.c', 'a.c' ~ 'a\\.c', 'a.c' ~ 'a[.]c'
        'foo bar' ~ '\\mbar\\M', 'foobar' ~ '\\mbar', 'foo bar' ~ '\\yfoo\\y', 'foobar' ~ '\\Yb'
        'foo' ~ '\\Afoo\\Z', 'a1' ~ '^\\w\\d$', 'a b' ~ 'a\\sb', 'ab' ~ '^\\S+$', 'ab' ~ '\\D\\W'
        'abab' ~ '^(ab)\\1$', 'abba' ~ '(.)\\1'
        'foobar' ~ 'foo(?=bar)', 'foobaz' ~ 'foo(?!bar)', 'foobar' ~ '(?<=foo)bar', 'foobar' ~ '(?:foo)bar'
        'ABC' ~ '(?i)abc', 'abc' ~ '***=a.c', 'abc' ~ '***:a.c', 'a c' ~ '(?x)a \\s c'
        E'a\\nb' ~ 'a.b', E'a\\nb' ~ '^b', E'a\\nb' ~ '(?n)^b', E'a\\nb' ~ 'a$'
        'é' ~ '^\\w$', 'É' ~* 'é', 'ß' ~ '[[:alpha:]]', '5' ~ '[[:digit:]]', ' ' ~ '[[:space:]]', '.' ~ '[[:punct:]]', 'a' ~ '[[:alnum:]]', 'A' ~ '[[:upper:]]'
        'aaa' ~ '^a{2,3}$', 'aaaa' ~ '^a{2,3}$', 'aa' ~ 'a{,3}', 'a' ~ 'a{0,1}?'
        'a]' ~ '[]]', 'a-b' ~ '[a-]', 'x' ~ '[^abc]', '^' ~ '[\\^]', '\\' ~ '\\\\'
        'abc' ~ '('
        'abc' ~ '['
        'abc' ~ '*a'
        'abc' ~ 'a{2,1}'
        'abc' ~ ''
        'abc' ~ all (array['a', 'b']), 'abc' ~ any (array['x', 'b']), 'abc' like any (array['x%', 'a%']), 'abc' ilike all (array['A%', '%C'])
        'abc' not like all (array['x%', 'y%']), 'abc' like any ('{a%,b%}')
        x from (values ('abc'), ('abd'), (null), ('xyz')) v(x) where x ~ '^ab' order by x
        x from (values ('abc'), ('abd'), (null), ('xyz')) v(x) where x like 'ab%' order by x
        x from (values ('abc'), ('ABD'), (null), ('xyz')) v(x) where x ilike 'ab_' order by x
        x, x like 'a' || '%' from (values ('abc'), ('b'), (null)) v(x)
        (regexp_match('key=value', '(\\w+)=(\\w+)'))[2]
        (regexp_matches('key=value', '(\\w+)=(\\w+)'))[1]
        regexp_replace('2020-01-15', '(\\d+)-(\\d+)-(\\d+)', '\\3.\\2.\\1')
        regexp_replace('  many   spaces ', '\\s+', ' ', 'g')
        regexp_replace('abc123', '[^0-9]', '', 'g')::int
        regexp_replace('tel: 12-34', '\\D', '', 'g')
        regexp_replace('a.b.c', '\\.', '/', 'g')
        regexp_match('a', '(b)?a'), regexp_match('test', '(t)(e)?(x)?')
        array(select m[1] from regexp_matches('a1b2', '[a-z]([0-9])', 'g') m)
        regexp_match('abc', 'b', 'g')
        regexp_replace('abc', 'b', 'x', 'z')
        'Straße' ~ 'stra', 'Straße' ~* 'STRA', 'x' ~~* 'X'
        name ~ '^a' from (values ('abc'::varchar(10)), ('b')) v(name)
        'a' ~ 'A' collate "C"
        'abc' !~~* 'A_C'
        regexp_matches('aXbX', '[a-z]X', 'g') limit 1
        count(*) from regexp_matches('banana', 'a', 'g')
        regexp_split_to_table('a,b;c', '[,;]') as part order by part desc
        regexp_replace('foo', 'o*$', 'x'), regexp_replace('foo', '^', 'x'), regexp_replace('foo', 'o??', 'x')
        substring('xyzabc' from '[a-c]+$'), substring('XY1234Z' from 'Y*([0-9]{1,3})'), substring('XY1234Z' from 'Y*?([0-9]{1,3})')
    """),
)
