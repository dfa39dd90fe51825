"""
regclass, regtype and their kin, and pg_typeof (manual 8.19, 9.26).
"""

from __future__ import annotations

from tests.differential.family import family, filled, lines

TYPES = (
    "int4",
    "INT4",
    "pg_catalog.int4",
    "_int4",
    "int4[]",
    "int array",
    "int[3]",
    "character varying",
    "varchar(3)",
    "varchar(3)[]",
    "national character varying(3)",
    "char",
    '"char"',
    "character(3)",
    "bpchar",
    "numeric(5,2)",
    "decimal",
    "dec(4)",
    "float",
    "float(8)",
    "float(30)",
    "double precision",
    "timestamp",
    "timestamp(3)",
    "timestamp with time zone",
    "time(3) with time zone",
    "interval",
    "interval day to second",
    "bit",
    "bit varying(3)",
    "regclass",
    "1043",
    "-",
    '"INT4"',
    "nosuch",
)
VALUES = (
    "1", "1.5", "'a'", "null", "true", "1::int2", "1::int8", "1.5::float4", "1.5::float8", "'a'::text", "now()",
    "date '2024-01-01'", "time '10:00'", "interval '1 day'", "localtimestamp", "'{}'::json", "'\\x00'::bytea",
    "gen_random_uuid()", "array[1]", "array['a', 'b']", "array[1.5]", "row(1, 2)", "(1, 'a')", "'int4'::regtype",
    "'pg_class'::regclass", "pg_typeof(1)", "1 + 1.5", "array_agg(1)", "sum(1)", "avg(1)", "count(*)", "'a' || 'b'",
)  # fmt: skip

REGS = family(
    "reg types",
    filled(["'{}'::regtype", "to_regtype('{}')"], [one for one in TYPES if not one.startswith("1")]),
    ["'1043'::regtype", "to_regtype('-')"],
    filled(["pg_typeof({})", "pg_typeof({})::text", "pg_typeof({})::oid"], VALUES),
    lines("""
        23::regtype, 1259::regclass, 0::regclass, 99999::regclass, 0::regtype, null::regclass, null::regtype, '1259'::regclass, '-'::regclass
        'pg_class'::regclass, 'pg_catalog.pg_class'::regclass, '"pg_class"'::regclass, 'PG_CLASS'::regclass, '"PG_CLASS"'::regclass, regclass 'pg_class', cast('pg_class' as regclass)
        'nosuch'::regclass, 'nosuch'::regnamespace, 'nosuch'::regrole, 'nosuch'::regproc, 'lower'::regproc
        to_regclass('pg_class'), to_regclass('nosuch'), to_regclass(null), to_regnamespace('pg_catalog'), to_regnamespace('nosuch'), to_regrole('nosuch'), to_regclass('pg_class')::oid, to_regclass('pg_class')::text, to_regclass('nosuch') is null, to_regtype('int4')::text
        'pg_catalog'::regnamespace, 'public'::regnamespace::text, 11::regnamespace
        'now'::regproc, 'now'::regproc::oid, 'upper'::regproc, 750::regproc, 871::regproc, 871::regproc::text, '-'::regproc, to_regproc('now'), to_regproc('upper'), to_regproc('nosuch')
        'lpad(text, int4,text)'::regprocedure, 'now()'::regprocedure::oid, 871::regprocedure, 'upper'::regprocedure, 'nosuch(int)'::regprocedure, to_regprocedure('upper(text)'), to_regprocedure('nosuch()')
        '||/'::regoper, '='::regoper, 96::regoperator, '=(int4,integer)'::regoperator, '=(int4,integer)'::regoperator::oid, 96::regoperator || 'x', '"C"'::regcollation, to_regoperator('=(int4,nosuch)')
        typname, typinput, typsend from pg_type where typinput = 'textin'::regproc order by typname
        typname, typinput::text, 'x' || typoutput, typreceive::oid, typmodin from pg_type where oid in (16, 1043) order by 1
        castfunc::regproc, castfunc::regprocedure from pg_cast where castsource = 23 and casttarget = 20
        tableoid::regclass, tableoid, relname from pg_class where relname = 'pg_am'
        amname, amhandler from pg_am order by 1
        oprname, oprleft::regtype, oprright::regtype, oprcode from pg_operator where oid in (96, 551)
        array(select amname from pg_am order by 1), min(amname) from pg_am
        nullif(amname, 'heap') is null, case when true then amname else 'x' end from pg_am order by amname
        array_agg(amname::text order by amname) from pg_am
        nullif(amname, ''), nullif(amname, amtype::text), nullif(amtype, ''), nullif(amtype, amname), nullif('x', amtype), nullif(amname, 'x'::varchar) from pg_am order by amname
        min(nullif(amname, '')), max(nullif(amtype, 't')) from pg_am
        case when amtype = 'i' then amname || 'x' else amname end, amname || 'x', array[amname, amname || 'x'] from pg_am order by 2
        amname from pg_am union select amname || 'x' from pg_am order by 1
        case when is_nullable = 'YES' then data_type || 'x' else data_type end from information_schema.columns where table_name = 'pg_am' order by 1
        u, amname, amtype from pg_am, unnest(array[amname, 'x']) u order by 1, 2
        amname, x.* from pg_am, lateral unnest(array[amtype]) with ordinality as x(c, n), (select 1 as i) y order by 1
        * from unnest(current_schemas(true))
        u, o from unnest(current_schemas(true)) with ordinality as u(u, o)
        unnest(current_schemas(true)) union all select 'x'
        pg_encoding_to_char(6), a.*, current_schema() from pg_am a order by amname
        a.*, amtype::text, 'x'::name from pg_am a order by amname
        xmin = xmin, xmin::text <> '' from pg_am where amname = 'heap'
        client_addr is null, client_addr::text, inet_client_addr() from pg_stat_activity where pid = pg_backend_pid()
        client_addr from pg_stat_activity where pid = pg_backend_pid()
        xmin from pg_am where false
        null::text as x union all select amname from pg_am where amname = 'heap' order by 1
        has_table_privilege('pg_class', 'select'), has_table_privilege('pg_class', 'nosuch'), has_table_privilege('nosuch', 'select'), has_table_privilege(99999::oid, 'select'), has_table_privilege('pg_class', null)
        has_schema_privilege('nosuch', 'usage'), has_schema_privilege('public', 'select'), has_database_privilege('nosuch', 'connect'), has_language_privilege('nosuch', 'usage'), has_type_privilege('nosuch', 'usage'), has_type_privilege('int4', 'usage')
        has_function_privilege('upper(text)', 'execute'), has_function_privilege('upper', 'execute'), has_function_privilege('nosuch()', 'execute'), has_column_privilege('pg_class', 'nosuch', 'select'), has_column_privilege('pg_class', 'relname', 'delete')
        pg_has_role('nosuch', 'usage'), has_sequence_privilege('pg_class', 'usage'), has_tablespace_privilege('nosuch', 'create'), row_security_active('nosuch')
        count(*) from nosuch.nosuch
        * from pg_catalog.nosuch
        pg_catalog.nosuch(1)
        'pg_class'::regclass::oid, 'pg_class'::regclass::int, 'pg_class'::regclass::int8, 'pg_class'::regclass::text, 'pg_class'::regclass::varchar, 'int4'::regtype::oid, 'pg_class'::regclass::regclass
        'pg_class'::regclass || 'x', concat('pg_class'::regclass, 1), format('%s', 'pg_class'::regclass), quote_ident('pg_class'::regclass::text), length('int4'::regtype::text)
        'pg_class'::regclass = 1259, 1259 = 'pg_class'::regclass, 'int4'::regtype = 'int4', 'int4'::regtype in ('int4', 'text'), 'int4'::regtype in (23, 25), 'int4'::regtype <> 'text'::regtype, 'text'::regtype > 'int4'::regtype
        pg_typeof(1) = 'integer'::regtype, pg_typeof(1) = pg_typeof(2), pg_typeof(1)::regtype, pg_typeof(1) || '', pg_typeof(1) in ('int4'::regtype, 'text'::regtype), pg_typeof(null::text) is null
        case when true then 'pg_class'::regclass end, case when false then 'pg_class'::regclass else 'pg_type' end, coalesce('pg_class'::regclass, 'pg_type'), coalesce(null, 'pg_class'::regclass), (select 'pg_class'::regclass)
        array['int4'::regtype, 'text'], '{int4,text}'::regtype[], '{}'::regtype[], null::regtype[], '{int4,text}'::regtype[]::text[], array_to_string('{int4,text}'::regtype[], ',')
        to_json('int4'::regtype), json_build_object('a', 'int4'::regtype)
        format_type('int4'::regtype, null), format_type('numeric(5,2)'::regtype, null), obj_description('pg_class'::regclass) is null, pg_relation_size('pg_class'::regclass) >= 0
        oid::regclass from pg_class where relname = 'pg_class'
        oid::regclass as c from pg_class where relname in ('pg_class', 'pg_type') order by c
        oid::regclass from pg_class where relname in ('pg_class', 'pg_type') order by 1 desc
        oid::regclass from pg_class where relname in ('pg_class', 'pg_type') order by oid::regclass::text
        distinct atttypid::regtype from pg_attribute where attrelid = 'pg_namespace'::regclass and attnum in (1, 2) order by 1
        oid::regclass, count(*) from pg_class where relname in ('pg_class', 'pg_type') group by oid::regclass order by 2, 1
        oid::regclass, count(*) from pg_class where relname in ('pg_class', 'pg_type') group by 1 order by oid::regclass desc
        oid::regclass::text, count(*) from pg_class where relname = 'pg_class' group by oid::regclass::text
        array_agg(oid::regclass), array_agg(oid::regclass::text), string_agg(oid::regclass::text, ',') from pg_class where relname = 'pg_class'
        attrelid::regclass, atttypid::regtype from pg_attribute where attrelid = 'pg_class'::regclass and attname = 'relname'
        relname from pg_class where oid = 'pg_class'::regclass
        relname, relnamespace::regnamespace from pg_class where oid = 'pg_type'::regclass
        n.oid::regnamespace from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = 'pg_class'::regclass
        count(*) from pg_attribute where attrelid = 'pg_namespace'::regclass and attnum > 0
        exists (select 1 from pg_class where oid = 'pg_class'::regclass)
        'pg_class'::regclass union all select 'pg_type'
        'pg_class'::regclass union all select null
        pg_typeof(x), pg_typeof(x / 2) from (values (1), (2)) v(x)
        pg_typeof(x), count(*) from (values (1), (2)) v(x) group by pg_typeof(x)
        pg_typeof(sum(x)), pg_typeof(avg(x)), pg_typeof(max(x)::regclass) from (values (1), (2)) v(x)
        x::regclass, x::regtype, x::regnamespace from (values (1259), (11), (null)) v(x)
        x::regclass from (values ('pg_class'), ('pg_type')) v(x)
    """),
)
