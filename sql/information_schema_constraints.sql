-- information_schema.table_constraints, check_constraints, key_column_usage, referential_constraints,
-- constraint_column_usage (PostgreSQL 15, 37.53, 37.9, 37.33, 37.35, 37.14): the keys and constraints that topics
-- declare; `enforced` says whether rows are held to them.  Read by Power BI, Npgsql, Metabase, dbt, and by people.
create view "~pg"."~info".table_constraints as
select
  "~pg"."~mirror".this_database() as constraint_catalog, -- name
  k.schema as constraint_schema, -- name
  k.name as constraint_name, -- name
  "~pg"."~mirror".this_database() as table_catalog, -- name
  k.schema as table_schema, -- name
  k.relation_name as table_name, -- name
  case k.kind when 'p' then 'PRIMARY KEY' when 'u' then 'UNIQUE' when 'c' then 'CHECK' else 'FOREIGN KEY' end as constraint_type, -- character varying
  case when k.is_deferrable then 'YES' else 'NO' end as is_deferrable, -- character varying
  case when k.is_deferred then 'YES' else 'NO' end as initially_deferred, -- character varying
  case when k.kind = 'c' then 'YES' else 'NO' end as enforced, -- character varying
  case when k.kind = 'u' then 'YES' end as nulls_distinct -- character varying
from "~pg"."~mirror".session_keys k
where k.kind in ('p', 'u', 'f', 'c');

-- Those that PostgreSQL shows of NOT NULL are left out.
create view "~pg"."~info".check_constraints as
select
  "~pg"."~mirror".this_database() as constraint_catalog, -- name
  k.schema as constraint_schema, -- name
  k.name as constraint_name, -- name
  '(' || k.shown || ')' as check_clause -- character varying
from "~pg"."~mirror".session_keys k
where k.kind = 'c';

create view "~pg"."~info".key_column_usage as
select
  "~pg"."~mirror".this_database() as constraint_catalog, -- name
  k.schema as constraint_schema, -- name
  k.name as constraint_name, -- name
  "~pg"."~mirror".this_database() as table_catalog, -- name
  k.schema as table_schema, -- name
  k.relation_name as table_name, -- name
  c.name as column_name, -- name
  k.place::integer as ordinal_position, -- integer
  (case when k.kind = 'f' then k.other_places[k.place] end)::integer as position_in_unique_constraint -- integer
from (
  select
    n.schema,
    n.relation,
    n.relation_name,
    n.name,
    n.kind,
    n.other_places,
    unnest(n.attnums) as attnum,
    generate_subscripts(n.attnums, 1) as place
  from "~pg"."~mirror".session_keys n
  where n.kind in ('p', 'u', 'f')
) k
join "~pg"."~mirror".session_columns c on c.relation = k.relation and c.attnum = k.attnum;

create view "~pg"."~info".referential_constraints as
select
  "~pg"."~mirror".this_database() as constraint_catalog, -- name
  k.schema as constraint_schema, -- name
  k.name as constraint_name, -- name
  "~pg"."~mirror".this_database() as unique_constraint_catalog, -- name
  o.schema as unique_constraint_schema, -- name
  o.name as unique_constraint_name, -- name
  case when k.match = 'f' then 'FULL' else 'NONE' end as match_option, -- character varying
  "~pg"."~mirror".key_action(k.on_update) as update_rule, -- character varying
  "~pg"."~mirror".key_action(k.on_delete) as delete_rule -- character varying
from "~pg"."~mirror".session_keys k
left join "~pg"."~mirror".session_keys o on o.oid = k.other_key
where k.kind = 'f';

create view "~pg"."~info".constraint_column_usage as
select
  "~pg"."~mirror".this_database() as table_catalog, -- name
  r.schema as table_schema, -- name
  r.name as table_name, -- name
  c.name as column_name, -- name
  "~pg"."~mirror".this_database() as constraint_catalog, -- name
  k.constraint_schema, -- name
  k.name as constraint_name -- name
from (
  select
    n.name,
    n.schema as constraint_schema,
    case when n.kind = 'f' then n.other else n.relation end as relation,
    unnest(case when n.kind = 'f' then n.other_attnums else n.attnums end) as attnum
  from "~pg"."~mirror".session_keys n
  where n.kind in ('p', 'u', 'f', 'c')
) k
join "~pg"."~mirror".session_relations r on r.oid = k.relation
join "~pg"."~mirror".session_columns c on c.relation = k.relation and c.attnum = k.attnum;
