"""
boolean: its words, its three-valued logic, its casts (manual 8.6, 9.1, 9.2).
"""

from __future__ import annotations

from tests.differential.family import family, filled, lines

WORDS = ("true", "false", "t", "f", "yes", "no", "y", "n", "on", "off", "1", "0", " TRUE ", "tr", "fal", "oN")
NO_WORDS = ("", "2", "truee", "o", "nul")
THREE = ("true", "false", "null::bool")
PREDICATES = ("true", "false", "unknown", "null")

BOOLEANS = family(
    "bool",
    [f"'{word}'::bool" for word in WORDS + NO_WORDS],
    [f"bool '{word}'" for word in WORDS[:4]],
    filled(
        ["{} and {}", "{} or {}", "{} = {}", "{} <> {}", "{} < {}", "{} is distinct from {}"], THREE, THREE
    ),
    filled(
        [
            "not {}",
            "{}::text",
            "{}::int",
            "{}::varchar",
            "coalesce({}, true)",
            "case when {} then 1 else 2 end",
        ],
        THREE,
    ),
    filled(["{} is {}", "{} is not {}"], THREE, PREDICATES),
    filled(["{}::bool"], ("0", "1", "-7", "2147483647")),
    lines("""
        true >= false
        greatest(true, false, null)
        least(true, false, null)
        true in (false, null)
        true in (true, null)
        false not in (true, null)
        null::bool in (true)
        array[true, false, null]
        array[true] || false
        pg_typeof(1 = 1)::text
        (1 = 1)::int + 1
        nullif(true, true)
        nullif(true, false)
        bool_and(x) from (values (true), (false), (null)) v(x)
        bool_or(x) from (values (true), (false), (null)) v(x)
        every(x) from (values (true), (true), (null)) v(x)
        bool_and(x) from (values (null::bool)) v(x)
        bool_or(x) from (select true where false) v(x)
        count(x), count(*) from (values (true), (false), (null)) v(x)
        sum(x) from (values (true), (false), (null)) v(x)
        max(x) from (values (true), (false), (null)) v(x)
        min(x = true) over () from (values (true), (false), (null)) v(x)
        x from (values (true), (null), (false)) v(x) order by x
        x from (values (true), (null), (false)) v(x) order by x desc
        x from (values (true), (null), (false)) v(x) where x
        x from (values (true), (null), (false)) v(x) where not x
        x, count(*) from (values (true), (null), (false), (true)) v(x) group by x order by x
        max(x::int), min(x::int) from (values (true), (false)) v(x)
        exists (select 1)
        exists (select 1 where false)
        not exists (select null)
        1 = any (array[1, 2, null])
        3 = any (array[1, 2, null])
        3 = all (array[3, null])
        3 <> all (array[1, 2])
        1.5::bool
        'abc'::text::bool
        'yes'::text::bool
        'on'::varchar::bool
        1 and true
        true + 1
        true is true is true
        concat(true, false)
        true || ' text'
        to_json(true), to_jsonb(false)
        not null
        null and false
        null or true
        null is null
        isfinite(date 'infinity')
    """),
)
