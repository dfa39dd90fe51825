-- Database object size functions (PostgreSQL 15, 9.27.7, table 9.96): the bytes of a topic's segments.
-- Called by psql (\l+, \dt+), DBeaver.
-- Null where there is no such relation.
create macro "~pg"."~mirror".relation_bytes(relation_oid) as (
  select case when count("~r".oid) > 0 then coalesce(max("~s".bytes), 0)::bigint end
  from "~pg"."~mirror".session_relations "~r"
  left join "~pg"."~mirror".statistics "~s"
    on "~s".database = "~pg"."~mirror".this_database() and "~s".relation = "~r".oid
  where "~r".oid = relation_oid
);
create macro "~pg"."~catalog".pg_relation_size
  (relation) as "~pg"."~mirror".relation_bytes("~pg"."~catalog".regclass(relation)),
  (relation, fork) as "~pg"."~mirror".relation_bytes("~pg"."~catalog".regclass(relation));
create macro "~pg"."~catalog".pg_table_size(relation) as
  "~pg"."~mirror".relation_bytes("~pg"."~catalog".regclass(relation));
create macro "~pg"."~catalog".pg_total_relation_size(relation) as
  "~pg"."~mirror".relation_bytes("~pg"."~catalog".regclass(relation));
create macro "~pg"."~catalog".pg_indexes_size(relation) as case when relation is not null then 0::bigint end;
create macro "~pg"."~catalog".pg_database_size(database_or_oid) as (
  select case
    when count("~d".oid) > 0 then coalesce(sum("~s".bytes), 0)::bigint
    when try_cast(database_or_oid::varchar as bigint) is null and database_or_oid is not null
      then "~pg"."~mirror".raise('3D000', 'database "' || database_or_oid::varchar || '" does not exist')::bigint
  end
  from "~pg"."~mirror".databases "~d"
  left join "~pg"."~mirror".statistics "~s" on "~s".database = "~d".name
  where "~d".name = database_or_oid::varchar or "~d".oid::varchar = database_or_oid::varchar
);
create macro "~pg"."~catalog".pg_tablespace_size(tablespace) as (
  select case when tablespace is not null then coalesce(sum("~s".bytes), 0)::bigint end
  from "~pg"."~mirror".statistics "~s"
);
create macro "~pg"."~catalog".pg_stat_get_numscans(relation) as case when relation is not null then 0::bigint end;

-- '1.5 MB' as bytes; without a unit they are bytes.
create macro "~pg"."~catalog".pg_size_bytes(size) as (
  select case
    when "~s".unit is null and size is not null then "~pg"."~mirror".raise('22023', 'invalid size: "' || size || '"')
    else round("~s".number * 1024::decimal(38, 11) ** "~s".unit)
  end::bigint
  from (
    select
      system.main.regexp_extract("~w".written, '^[-+]?[0-9.]+')::double as number,
      list_position(
        ['', 'kb', 'mb', 'gb', 'tb', 'pb'],
        system.main.replace(system.main.ltrim("~w".written, '+-0123456789. '), 'bytes', '')
      ) - 1 as unit
    from (select lower(trim(size)) as written) "~w"
  ) "~s"
);

-- PostgreSQL changes to the next unit at 10 kB, then at 10 MB …, and rounds half away from zero.
create macro "~pg"."~catalog".pg_size_pretty(size) as (
  select case
    when abs("~s".bytes) < 10240 then "~s".bytes::bigint || ' bytes'
    when abs("~s".bytes) < 10485248 then round("~s".bytes / 1024.0)::bigint || ' kB'
    when abs("~s".bytes) < 10736893952 then round("~s".bytes / 1048576.0)::bigint || ' MB'
    when abs("~s".bytes) < 10994579406848 then round("~s".bytes / 1073741824.0)::bigint || ' GB'
    when abs("~s".bytes) < 11258449312612352 then round("~s".bytes / 1099511627776.0)::bigint || ' TB'
    else round("~s".bytes / 1125899906842624.0)::bigint || ' PB'
  end
  from (select size as bytes) "~s"
);

-- Bytes of a value by its type; a text, a byte string and a numeric have four bytes before them (53.20, 73.2).
create macro "~pg"."~mirror".numeric_bytes(digits) as 6 + 2 * (
  ceil(length(ltrim(split_part(ltrim(digits, '-'), '.', 1), '0')) / 4.0)
  + ceil(length(rtrim(split_part(digits, '.', 2), '0')) / 4.0)
);
create macro "~pg"."~catalog".pg_column_size(subject) as case
  when subject is null then null
  else case system.main.regexp_extract(typeof(subject), '^[^(\[]*(\[\])?')
    when 'BOOLEAN' then 1
    when 'TINYINT' then 2
    when 'SMALLINT' then 2
    when 'INTEGER' then 4
    when 'BIGINT' then 8
    when 'FLOAT' then 4
    when 'DOUBLE' then 8
    when 'DATE' then 4
    when 'TIME' then 8
    when 'TIME WITH TIME ZONE' then 12
    when 'TIMESTAMP' then 8
    when 'TIMESTAMP WITH TIME ZONE' then 8
    when 'INTERVAL' then 16
    when 'UUID' then 16
    when 'DECIMAL' then "~pg"."~mirror".numeric_bytes(subject::varchar)
    when 'HUGEINT' then "~pg"."~mirror".numeric_bytes(subject::varchar)
    when 'BLOB' then 4 + octet_length(subject::varchar::blob)
    else 4 + strlen(subject::varchar)
  end
end::integer;
