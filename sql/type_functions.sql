-- format_type, pg_typeof (PostgreSQL 15, 9.26, table 9.69): types by their SQL names.
-- format_type is called by psql (\d), JDBC, Npgsql, SQLAlchemy, DBeaver, pgcli, pg_dump.

-- A type's SQL name in two parts, between which its modifier goes (src/backend/utils/adt/format_type.c).
create view "~pg"."~mirror".type_names as
select
  t.oid,
  coalesce(e.oid, t.oid) as base, -- an array's element
  coalesce(
    s.before,
    case
      when t.oid < 16384 then coalesce(e.typname, t.typname)
      else "~pg"."~catalog".quote_ident(coalesce(e.typname, t.typname))
    end
  ) as before,
  coalesce(s.after, '') as after,
  case when e.oid is null then '' else '[]' end as brackets
from "~pg"."~mirror".session_types t
left join "~pg"."~mirror".session_types e
  on e.oid = t.typelem and t.typsubscript = 'array_subscript_handler' and t.typstorage <> 'p' -- not a vector
left join (
  values
    (16, 'boolean', ''),
    (18, '"char"', ''),
    (20, 'bigint', ''),
    (21, 'smallint', ''),
    (23, 'integer', ''),
    (700, 'real', ''),
    (701, 'double precision', ''),
    (1042, 'character', ''),
    (1043, 'character varying', ''),
    (1083, 'time', ' without time zone'),
    (1114, 'timestamp', ' without time zone'),
    (1184, 'timestamp', ' with time zone'),
    (1266, 'time', ' with time zone'),
    (1562, 'bit varying', '')
) as s (oid, before, after) on s.oid = coalesce(e.oid, t.oid);

-- Every spelling that a type goes by, in lower case.
create view "~pg"."~mirror".type_spellings as
select
  n.oid,
  n.before || n.after || n.brackets as spelling
from "~pg"."~mirror".type_names n
union
select
  t.oid,
  t.typname
from "~pg"."~mirror".session_types t
union
select
  t.oid,
  e.typname || '[]'
from "~pg"."~mirror".session_types e
join "~pg"."~mirror".session_types t on t.oid = e.typarray
union
select
  t.oid,
  s.spelling
from "~pg"."~mirror".session_types t
join (
  values
    ('int4', 'int'),
    ('_int4', 'int[]'),
    ('numeric', 'decimal'),
    ('_numeric', 'decimal[]'),
    ('bpchar', 'char'),
    ('float8', 'float')
) as s (name, spelling) on s.name = t.typname;

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

-- DuckDB's name of a type -> PostgreSQL's.
create macro "~pg"."~catalog".pg_typeof(x) as case system.main.regexp_replace(typeof(x), '\(.*|(\[\])+$', '')
  when 'VARCHAR' then 'text'
  when 'FLOAT' then 'real'
  when 'DOUBLE' then 'double precision'
  when 'DECIMAL' then 'numeric'
  when 'HUGEINT' then 'numeric'
  when 'BLOB' then 'bytea'
  when 'TIMESTAMP' then 'timestamp without time zone'
  when 'TIME' then 'time without time zone'
  when 'STRUCT' then 'json'
  when 'MAP' then 'json'
  when '"NULL"' then 'unknown'
  else lower(system.main.regexp_replace(typeof(x), '\(.*|(\[\])+$', ''))
end || case when ends_with(typeof(x), '[]') then '[]' else '' end;

-- The name of a type, called like a function, is a cast (4.2.9).
create macro "~pg"."~catalog".int2(subject) as subject::smallint;
create macro "~pg"."~catalog".int4(subject) as subject::integer;
create macro "~pg"."~catalog".int8(subject) as subject::bigint;
create macro "~pg"."~catalog".float4(subject) as subject::float;
create macro "~pg"."~catalog".float8(subject) as subject::double;
create macro "~pg"."~catalog".bool(subject) as subject::boolean;
create macro "~pg"."~catalog".timestamptz(subject) as subject::timestamptz;
