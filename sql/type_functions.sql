-- format_type, pg_typeof (PostgreSQL 15, 9.26, table 9.69): types by their SQL names.
-- format_type is called by psql (\d), JDBC, Npgsql, SQLAlchemy, DBeaver, pgcli, pg_dump.

create view "~pg"."~mirror".type_names as
select
  t.oid,
  t.base,
  t.before,
  t.after,
  t.brackets
from "~pg"."~mirror".session_types t;

-- Every spelling that a type goes by, in lower case.
create view "~pg"."~mirror".type_spellings as
select
  t.oid,
  unnest(t.spellings) as spelling
from "~pg"."~mirror".session_types t;

-- A type's spelling without what tells no type from another: its modifier, an interval's fields, more than one space,
-- pg_catalog.
create macro "~pg"."~mirror".type_spelling(spelled) as system.main.regexp_replace(
  system.main.regexp_replace(
    system.main.regexp_replace(
      system.main.regexp_replace(
        system.main.regexp_replace(
          case
            when contains(spelled, '"') then trim(spelled)
            else lower(trim(system.main.regexp_replace(spelled, '\s+', ' ', 'g')))
          end,
          '^pg_catalog\.', ''
        ),
        '^float ?\( ?(\d|1\d|2[0-4]) ?\)', 'float4'
      ),
      ' ?\([^)]*\)', ''
    ),
    '^interval [a-z ]+', 'interval'
  ),
  '(( array| ?\[ ?\d* ?\])+)$', '[]'
);

-- numerictypmodout, varchartypmodout, timestamptypmodout …: the modifier as text.
create macro "~pg"."~mirror".type_modifier(base, typmod) as case
  when typmod is null or typmod < 0 then ''
  when base = 1700 and typmod >= 4 then
    '(' || (((typmod - 4) >> 16) & 65535) || ',' || ((((typmod - 4) & 2047) + 1024) % 2048 - 1024) || ')'
  when base in (1042, 1043) and typmod >= 4 then '(' || (typmod - 4) || ')'
  when base in (1083, 1114, 1184, 1266, 1560, 1562) then '(' || typmod || ')'
  when base = 1186 and (typmod & 65535) < 7 then '(' || (typmod & 65535) || ')'
  else ''
end;

create macro "~pg"."~catalog".format_type(type_oid, typmod) as case
  when type_oid = 0 then '-'
  when type_oid is not null then coalesce(
    (
      select
        case when "~n".base = 1042 and typmod = -1 then 'bpchar' else "~n".before end
        || "~pg"."~mirror".type_modifier("~n".base, typmod::integer)
        || "~n".after
        || "~n".brackets
      from "~pg"."~mirror".type_names "~n"
      where "~n".oid = type_oid
    ),
    '???'
  )
end;

-- The type of DuckDB's that a type's text begins with -> PostgreSQL's name, OID, and that of its array
-- (types/type_map.py).  An enumerated type is told by its last label (types/enums.py), regclass and its kin by a
-- field (types/reg_types.py).
create macro "~pg"."~mirror".known_type(duckdb) as case
  when contains(duckdb, '''~enum:') then (
    system.main.regexp_extract(duckdb, '~enum:\d+:\d+:(.*)''\)', 1),
    system.main.regexp_extract(duckdb, '~enum:(\d+):', 1)::bigint,
    system.main.regexp_extract(duckdb, '~enum:\d+:(\d+):', 1)::bigint
  )
  when starts_with(duckdb, 'STRUCT("~reg') then case system.main.regexp_extract(duckdb, '"~(\w+)"', 1)
    when 'regproc' then ('regproc', 24, 1008)
    when 'regprocedure' then ('regprocedure', 2202, 2207)
    when 'regoper' then ('regoper', 2203, 2208)
    when 'regoperator' then ('regoperator', 2204, 2209)
    when 'regcollation' then ('regcollation', 4191, 4192)
    when 'regclass' then ('regclass', 2205, 2210)
    when 'regtype' then ('regtype', 2206, 2211)
    when 'regnamespace' then ('regnamespace', 4089, 4090)
    when 'regrole' then ('regrole', 4096, 4097)
  end
  else case system.main.regexp_extract(duckdb, '^[^(\[]*')
    when 'BOOLEAN' then ('boolean', 16, 1000)
    when 'TINYINT' then ('smallint', 21, 1005)
    when 'UTINYINT' then ('smallint', 21, 1005)
    when 'SMALLINT' then ('smallint', 21, 1005)
    when 'USMALLINT' then ('integer', 23, 1007)
    when 'INTEGER' then ('integer', 23, 1007)
    when 'UINTEGER' then ('bigint', 20, 1016)
    when 'BIGINT' then ('bigint', 20, 1016)
    when 'UBIGINT' then ('numeric', 1700, 1231)
    when 'HUGEINT' then ('numeric', 1700, 1231)
    when 'UHUGEINT' then ('numeric', 1700, 1231)
    when 'BIGNUM' then ('numeric', 1700, 1231)
    when 'DECIMAL' then ('numeric', 1700, 1231)
    when 'FLOAT' then ('real', 700, 1021)
    when 'DOUBLE' then ('double precision', 701, 1022)
    when 'VARCHAR' then ('text', 25, 1009)
    when 'ENUM' then ('text', 25, 1009)
    when 'BLOB' then ('bytea', 17, 1001)
    when 'GEOMETRY' then ('bytea', 17, 1001)
    when 'BIT' then ('bit varying', 1562, 1563)
    when 'UUID' then ('uuid', 2950, 2951)
    when 'DATE' then ('date', 1082, 1182)
    when 'TIME' then ('time without time zone', 1083, 1183)
    when 'TIME_NS' then ('time without time zone', 1083, 1183)
    when 'TIME WITH TIME ZONE' then ('time with time zone', 1266, 1270)
    when 'TIMESTAMP' then ('timestamp without time zone', 1114, 1115)
    when 'TIMESTAMP_S' then ('timestamp without time zone', 1114, 1115)
    when 'TIMESTAMP_MS' then ('timestamp without time zone', 1114, 1115)
    when 'TIMESTAMP_NS' then ('timestamp without time zone', 1114, 1115)
    when 'TIMESTAMP WITH TIME ZONE' then ('timestamp with time zone', 1184, 1185)
    when 'INTERVAL' then ('interval', 1186, 1187)
    when '"NULL"' then ('unknown', 705, 0)
    when 'STRUCT' then case
      when system.main.regexp_matches(duckdb, '^STRUCT\((\w+|"([^"]|"")*") ')
        and not system.main.regexp_matches(duckdb, '^STRUCT\(TIME(STAMP)? WITH TIME ZONE')
      then ('json', 114, 199)
      else ('record', 2249, 2287)
    end
    else ('json', 114, 199)
  end
end;
create macro "~pg"."~catalog".pg_typeof(x) as
  "~pg"."~mirror".known_type(typeof(x))[1] || case when ends_with(typeof(x), ']') then '[]' else '' end;
-- What pg_typeof() gives as a client sees it (name_functions.sql).
create macro "~pg"."~catalog"."~pg_typeof"(x) as struct_pack(
  "~regtype" := case
    when ends_with(typeof(x), ']') then "~pg"."~mirror".known_type(typeof(x))[3]
    else "~pg"."~mirror".known_type(typeof(x))[2]
  end::uinteger,
  "name" := "~pg"."~catalog".pg_typeof(x)
);

-- The name of a type, called like a function, is a cast (4.2.9); those of numbers stand in number_functions.sql.
create macro "~pg"."~catalog".timestamptz(subject) as subject::timestamptz;
