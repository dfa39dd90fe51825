-- pg_tables, pg_views, pg_matviews (PostgreSQL 15, 54.30, 54.37, 54.12): by name, with their owners.
-- Read by Metabase, Npgsql, and by people.
create view "~pg"."~catalog".pg_tables as
select
  r.schema as schemaname, -- name
  r.name as tablename, -- name
  o.name as tableowner, -- name
  null::varchar as tablespace, -- name
  r.has_index as hasindexes, -- boolean
  false as hasrules, -- boolean
  r.has_triggers as hastriggers, -- boolean
  false as rowsecurity -- boolean
from "~pg"."~mirror".session_relations r
left join "~pg"."~mirror".roles o on o.oid = r.owner
where r.shown_kind = 'r';

create view "~pg"."~catalog".pg_views as
select
  r.schema as schemaname, -- name
  r.name as viewname, -- name
  o.name as viewowner, -- name
  r.definition || ';' as definition -- text
from "~pg"."~mirror".session_relations r
left join "~pg"."~mirror".roles o on o.oid = r.owner
where r.kind = 'v';

create view "~pg"."~catalog".pg_matviews as
select
  r.schema as schemaname, -- name
  r.name as matviewname, -- name
  o.name as matviewowner, -- name
  null::varchar as tablespace, -- name
  false as hasindexes, -- boolean
  true as ispopulated, -- boolean
  r.definition || ';' as definition -- text
from "~pg"."~mirror".session_relations r
left join "~pg"."~mirror".roles o on o.oid = r.owner
where r.shown_kind = 'm';
