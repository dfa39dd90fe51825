-- Database object size functions (PostgreSQL 15, 9.27.7, table 9.96): the bytes of a topic's segments.
-- Called by psql (\l+, \dt+), DBeaver.
create macro "~pg"."~mirror".relation_bytes(relation_oid) as (
  select coalesce(max("~s".bytes), 0)::bigint
  from "~pg"."~mirror".statistics "~s"
  where "~s".database = "~pg"."~mirror".this_database() and "~s".relation = relation_oid
);
create macro "~pg"."~catalog".pg_relation_size
  (relation) as "~pg"."~mirror".relation_bytes("~pg"."~catalog".regclass(relation)),
  (relation, fork) as "~pg"."~mirror".relation_bytes("~pg"."~catalog".regclass(relation));
create macro "~pg"."~catalog".pg_table_size(relation) as
  "~pg"."~mirror".relation_bytes("~pg"."~catalog".regclass(relation));
create macro "~pg"."~catalog".pg_total_relation_size(relation) as
  "~pg"."~mirror".relation_bytes("~pg"."~catalog".regclass(relation));
create macro "~pg"."~catalog".pg_indexes_size(relation) as 0::bigint;
create macro "~pg"."~catalog".pg_database_size(database_or_oid) as (
  select coalesce(sum("~s".bytes), 0)::bigint
  from "~pg"."~mirror".statistics "~s"
  join "~pg"."~mirror".databases "~d" on "~d".name = "~s".database
  where "~d".name = database_or_oid::varchar or "~d".oid::varchar = database_or_oid::varchar
);
create macro "~pg"."~catalog".pg_tablespace_size(tablespace) as (
  select coalesce(sum("~s".bytes), 0)::bigint from "~pg"."~mirror".statistics "~s"
);
create macro "~pg"."~catalog".pg_stat_get_numscans(relation) as 0::bigint;

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
