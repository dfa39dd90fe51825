"""
uuid: input, output, comparison (manual 8.12, 9.14).
"""

from __future__ import annotations

from tests.differential.family import family, filled, lines

ONE = "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"
SPELLINGS = (
    ONE,
    ONE.upper(),
    "{" + ONE + "}",
    ONE.replace("-", ""),
    "a0ee-bc99-9c0b-4ef8-bb6d-6bb9-bd38-0a11",
    "{a0eebc99-9c0b4ef8-bb6d6bb9-bd380a11}",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "80000000-0000-0000-0000-000000000000",
    "7fffffff-ffff-ffff-ffff-ffffffffffff",
)
NO_SPELLINGS = (
    "",
    "a0eebc99",
    ONE + "0",
    ONE[:-1],
    "g0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
    f"{{{ONE}",
    f" {ONE}",
)
PAIR = (
    f"uuid '{ONE}'",
    "uuid '00000000-0000-0000-0000-000000000000'",
    "uuid 'ffffffff-ffff-ffff-ffff-ffffffffffff'",
    "null::uuid",
)

UUIDS = family(
    "uuid",
    [f"'{spelling}'::uuid" for spelling in SPELLINGS + NO_SPELLINGS],
    [f"uuid '{spelling}'::text" for spelling in SPELLINGS],
    filled(["{} = {}", "{} < {}", "{} >= {}", "{} is distinct from {}"], PAIR, PAIR),
    [
        line.replace("ONE", ONE)
        for line in lines("""
        pg_typeof(gen_random_uuid())::text, length(gen_random_uuid()::text), gen_random_uuid() = gen_random_uuid()
        substring(gen_random_uuid()::text from 15 for 1), substring(gen_random_uuid()::text from 20 for 1) ~ '[89ab]'
        uuid 'ONE' || '', 'id ' || uuid 'ONE', upper(uuid 'ONE'::text), left(uuid 'ONE'::text, 8)
        array[uuid 'ONE', null], array['ONE']::uuid[], '{ONE}'::uuid[], array_agg(x) from (values (uuid 'ONE'), (null)) v(x)
        x from (values (uuid 'ONE'), ('ffffffff-ffff-ffff-ffff-ffffffffffff'), (null), ('00000000-0000-0000-0000-000000000000'), ('80000000-0000-0000-0000-000000000000')) v(x) order by x
        x from (values (uuid 'ONE'), ('ffffffff-ffff-ffff-ffff-ffffffffffff'), (null), ('00000000-0000-0000-0000-000000000000')) v(x) order by x desc
        count(x), count(distinct x) from (values (uuid 'ONE'), ('ONE'), (null)) v(x)
        distinct x from (values (uuid 'ONE'), ('ONE')) v(x)
        coalesce(null, uuid 'ONE'), nullif(uuid 'ONE', 'ONE'), greatest(uuid 'ONE', '00000000-0000-0000-0000-000000000000'), least(uuid 'ONE', null)
        uuid 'ONE' = 'ONE', uuid 'ONE' in ('ONE'), uuid 'ONE' = any (array['ONE']::uuid[]), uuid 'ONE' between '00000000-0000-0000-0000-000000000000' and 'ffffffff-ffff-ffff-ffff-ffffffffffff'
        cast('ONE' as uuid), 'ONE'::text::uuid, 'ONE'::varchar::uuid
        uuid 'ONE' = 'ONE'::text
        uuid 'ONE' + 1
        1::uuid
        max(uuid 'ONE')
        uuid 'ONE' like 'a0%'
        to_json(uuid 'ONE'), to_jsonb(uuid 'ONE'), row(uuid 'ONE'), md5(uuid 'ONE'::text)::uuid
        string_agg(x::text, ',' order by x) from (values (uuid 'ONE'), ('00000000-0000-0000-0000-000000000000')) v(x)
        case when uuid 'ONE' is not null then uuid 'ONE' end, uuid 'ONE'::varchar(8)
    """)
    ],
)
