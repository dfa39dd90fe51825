-- information_schema.tables, views, schemata, information_schema_catalog_name, character_sets, enabled_roles
-- (PostgreSQL 15, 37.54, 37.66, 37.51, 37.3, 37.7, 37.24).
-- Read by Power BI, Npgsql, Grafana, Metabase, psql, and by people.
create view "~pg"."~info".information_schema_catalog_name as
select "~pg"."~mirror".this_database() as catalog_name -- name
;

create view "~pg"."~info".enabled_roles as
select "~pg"."~mirror".this_user() as role_name -- name
;

create view "~pg"."~info".schemata as
select
  "~pg"."~mirror".this_database() as catalog_name, -- name
  s.name as schema_name, -- name
  r.name as schema_owner, -- name
  null::varchar as default_character_set_catalog, -- name
  null::varchar as default_character_set_schema, -- name
  null::varchar as default_character_set_name, -- name
  null::varchar as sql_path -- character varying
from "~pg"."~mirror".session_schemas s
left join "~pg"."~mirror".roles r on r.oid = s.owner;

create view "~pg"."~info".tables as
select
  "~pg"."~mirror".this_database() as table_catalog, -- name
  r.schema as table_schema, -- name
  r.name as table_name, -- name
  case
    when r.schema = 'pg_temp_1' then 'LOCAL TEMPORARY'
    when r.shown_kind = 'r' then 'BASE TABLE'
    when r.kind = 'v' then 'VIEW'
  end as table_type, -- character varying
  null::varchar as self_referencing_column_name, -- name
  null::varchar as reference_generation, -- character varying
  null::varchar as user_defined_type_catalog, -- name
  null::varchar as user_defined_type_schema, -- name
  null::varchar as user_defined_type_name, -- name
  case when r.kind = 'r' and r.oid >= 16384 then 'YES' else 'NO' end as is_insertable_into, -- character varying
  'NO' as is_typed, -- character varying
  null::varchar as commit_action -- character varying
from "~pg"."~mirror".session_relations r
where r.shown_kind in ('r', 'v') -- PostgreSQL leaves materialized views out
;

create view "~pg"."~info".views as
select
  "~pg"."~mirror".this_database() as table_catalog, -- name
  r.schema as table_schema, -- name
  r.name as table_name, -- name
  r.definition as view_definition, -- character varying
  'NONE' as check_option, -- character varying
  'NO' as is_updatable, -- character varying
  'NO' as is_insertable_into, -- character varying
  'NO' as is_trigger_updatable, -- character varying
  'NO' as is_trigger_deletable, -- character varying
  'NO' as is_trigger_insertable_into -- character varying
from "~pg"."~mirror".session_relations r
where r.kind = 'v';

create view "~pg"."~info".character_sets as
select
  null::varchar as character_set_catalog, -- name
  null::varchar as character_set_schema, -- name
  'UTF8' as character_set_name, -- name
  'UCS' as character_repertoire, -- name
  'UTF8' as form_of_use, -- name
  "~pg"."~mirror".this_database() as default_collate_catalog, -- name
  'pg_catalog' as default_collate_schema, -- name
  'C' as default_collate_name -- name
;

-- table_privileges, role_table_grants (37.58, 37.40): what is granted to the owner; nobody else has been granted anything.
create view "~pg"."~info".table_privileges as
select
  o.name as grantor, -- name
  o.name as grantee, -- name
  "~pg"."~mirror".this_database() as table_catalog, -- name
  r.schema as table_schema, -- name
  r.name as table_name, -- name
  p.privilege as privilege_type, -- character varying
  'YES' as is_grantable, -- character varying
  case p.privilege when 'SELECT' then 'YES' else 'NO' end as with_hierarchy -- character varying
from "~pg"."~mirror".session_relations r
join "~pg"."~mirror".roles o on o.oid = r.owner
cross join (
  values ('INSERT'), ('SELECT'), ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('REFERENCES'), ('TRIGGER')
) p (privilege)
where r.shown_kind in ('r', 'v');

create view "~pg"."~info".role_table_grants as
from "~pg"."~info".table_privileges;
