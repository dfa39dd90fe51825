-- pg_tables, pg_views, pg_matviews (PostgreSQL 15, 54.30, 54.37, 54.12): by name, with their owners.
-- Read by Metabase, Npgsql, and by people.
create view "~pg"."~catalog".pg_tables as
select
  n.nspname as schemaname, -- name
  c.relname as tablename, -- name
  o.name as tableowner, -- name
  null::varchar as tablespace, -- name
  c.relhasindex as hasindexes, -- boolean
  c.relhasrules as hasrules, -- boolean
  c.relhastriggers as hastriggers, -- boolean
  c.relrowsecurity as rowsecurity -- boolean
from "~pg"."~catalog".pg_class c
left join "~pg"."~catalog".pg_namespace n on n.oid = c.relnamespace
left join "~pg"."~mirror".roles o on o.oid = c.relowner
where c.relkind = 'r';

create view "~pg"."~catalog".pg_views as
select
  n.name as schemaname, -- name
  r.name as viewname, -- name
  o.name as viewowner, -- name
  r.definition || ';' as definition -- text
from "~pg"."~mirror".session_relations r
left join "~pg"."~mirror".session_schemas n on n.oid = r.schema_oid
left join "~pg"."~mirror".roles o on o.oid = r.owner
where r.kind = 'v';

create view "~pg"."~catalog".pg_matviews as
select
  n.name as schemaname, -- name
  r.name as matviewname, -- name
  o.name as matviewowner, -- name
  null::varchar as tablespace, -- name
  false as hasindexes, -- boolean
  true as ispopulated, -- boolean
  r.definition || ';' as definition -- text
from "~pg"."~mirror".session_relations r
left join "~pg"."~mirror".session_schemas n on n.oid = r.schema_oid
left join "~pg"."~mirror".roles o on o.oid = r.owner
where r.kind = 'm';
