-- pg_sequence, pg_sequences (PostgreSQL 15, 53.47, 54.27), information_schema.sequences (37.46): what is
-- said of sequences.  Read by psql (\d, \ds), JDBC, SQLAlchemy, DBeaver.
create view "~pg"."~catalog".pg_sequence as
select
  q.oid as seqrelid, -- oid
  q.type as seqtypid, -- oid
  q.start as seqstart, -- bigint
  q.increment as seqincrement, -- bigint
  q.maximum as seqmax, -- bigint
  q.minimum as seqmin, -- bigint
  q.cache as seqcache, -- bigint
  q.cycles as seqcycle -- boolean
from "~pg"."~mirror".session_sequences q;

-- How far a sequence is only the gateway knows, which replaces this macro by a function of its own.
create macro "~pg"."~catalog".pg_sequence_last_value(relation) as null::bigint;

create view "~pg"."~catalog".pg_sequences as
select
  s.name as schemaname, -- name
  q.name as sequencename, -- name
  r.name as sequenceowner, -- name
  t.before as data_type, -- regtype
  q.start as start_value, -- bigint
  q.minimum as min_value, -- bigint
  q.maximum as max_value, -- bigint
  q.increment as increment_by, -- bigint
  q.cycles as cycle, -- boolean
  q.cache as cache_size, -- bigint
  case when exists (
    from "~pg"."~mirror".roles a where a.superuser and a.name = "~pg"."~mirror".this_user()
  ) then "~pg"."~catalog".pg_sequence_last_value(q.oid)
  end as last_value -- bigint
from "~pg"."~mirror".session_sequences q
join "~pg"."~mirror".session_schemas s on s.oid = q.schema_oid
join "~pg"."~mirror".type_names t on t.oid = q.type
left join "~pg"."~mirror".roles r on r.oid = 10;

create view "~pg"."~info".sequences as
select
  "~pg"."~mirror".this_database() as sequence_catalog, -- name
  s.name as sequence_schema, -- name
  q.name as sequence_name, -- name
  t.before as data_type, -- character varying
  (case q.type when 21 then 16 when 23 then 32 else 64 end)::integer as numeric_precision, -- integer
  2::integer as numeric_precision_radix, -- integer
  0::integer as numeric_scale, -- integer
  q.start::varchar as start_value, -- character varying
  q.minimum::varchar as minimum_value, -- character varying
  q.maximum::varchar as maximum_value, -- character varying
  q.increment::varchar as increment, -- character varying
  case when q.cycles then 'YES' else 'NO' end as cycle_option -- character varying
from "~pg"."~mirror".session_sequences q
join "~pg"."~mirror".session_schemas s on s.oid = q.schema_oid
join "~pg"."~mirror".type_names t on t.oid = q.type;
