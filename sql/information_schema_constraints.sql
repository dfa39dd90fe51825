-- information_schema.table_constraints, check_constraints, key_column_usage, referential_constraints,
-- constraint_column_usage (PostgreSQL 15, 37.53, 37.9, 37.33, 37.35, 37.14): the keys and constraints that topics
-- declare; `enforced` says whether rows are held to them.  Read by Power BI, Npgsql, Metabase, dbt, and by people.
create view "~pg"."~info".table_constraints as
select
  "~pg"."~mirror".this_database() as constraint_catalog, -- name
  s.name as constraint_schema, -- name
  k.name as constraint_name, -- name
  "~pg"."~mirror".this_database() as table_catalog, -- name
  s.name as table_schema, -- name
  r.name as table_name, -- name
  case k.kind when 'p' then 'PRIMARY KEY' when 'u' then 'UNIQUE' when 'c' then 'CHECK' else 'FOREIGN KEY' end as constraint_type, -- character varying
  case when k.is_deferrable then 'YES' else 'NO' end as is_deferrable, -- character varying
  case when k.is_deferred then 'YES' else 'NO' end as initially_deferred, -- character varying
  case when k.kind = 'c' then 'YES' else 'NO' end as enforced, -- character varying
  case when k.kind = 'u' then 'YES' end as nulls_distinct -- character varying
from "~pg"."~mirror".keys k
join "~pg"."~mirror".session_relations r on r.oid = k.relation
join "~pg"."~mirror".session_schemas s on s.oid = k.schema_oid
where k.database = "~pg"."~mirror".this_catalog() and k.kind in ('p', 'u', 'f', 'c');

-- Those that PostgreSQL shows of NOT NULL are left out.
create view "~pg"."~info".check_constraints as
select
  "~pg"."~mirror".this_database() as constraint_catalog, -- name
  s.name as constraint_schema, -- name
  k.name as constraint_name, -- name
  '(' || k.shown || ')' as check_clause -- character varying
from "~pg"."~mirror".keys k
join "~pg"."~mirror".session_schemas s on s.oid = k.schema_oid
where k.database = "~pg"."~mirror".this_catalog() and k.kind = 'c';

create view "~pg"."~info".key_column_usage as
select
  "~pg"."~mirror".this_database() as constraint_catalog, -- name
  s.name as constraint_schema, -- name
  k.name as constraint_name, -- name
  "~pg"."~mirror".this_database() as table_catalog, -- name
  s.name as table_schema, -- name
  r.name as table_name, -- name
  c.name as column_name, -- name
  k.place::integer as ordinal_position, -- integer
  (case when k.kind = 'f' then coalesce(list_position((
    select min(o.attnums)
    from "~pg"."~mirror".keys o
    where o.relation = k.other and o.kind in ('p', 'u') and list_sort(o.attnums) = list_sort(k.other_attnums)
      and o.database = "~pg"."~mirror".this_catalog()
  ), k.other_attnums[k.place]), k.place) end)::integer as position_in_unique_constraint -- integer
from (
  select
    *,
    unnest(attnums) as attnum,
    generate_subscripts(attnums, 1) as place
  from "~pg"."~mirror".keys
  where database = "~pg"."~mirror".this_catalog() and kind in ('p', 'u', 'f')
) k
join "~pg"."~mirror".session_relations r on r.oid = k.relation
join "~pg"."~mirror".session_schemas s on s.oid = k.schema_oid
join "~pg"."~mirror".session_columns c on c.relation = k.relation and c.attnum = k.attnum;

create view "~pg"."~info".referential_constraints as
select
  "~pg"."~mirror".this_database() as constraint_catalog, -- name
  s.name as constraint_schema, -- name
  k.name as constraint_name, -- name
  "~pg"."~mirror".this_database() as unique_constraint_catalog, -- name
  t.name as unique_constraint_schema, -- name
  o.name as unique_constraint_name, -- name
  case when k.match = 'f' then 'FULL' else 'NONE' end as match_option, -- character varying
  "~pg"."~mirror".key_action(k.on_update) as update_rule, -- character varying
  "~pg"."~mirror".key_action(k.on_delete) as delete_rule -- character varying
from "~pg"."~mirror".keys k
join "~pg"."~mirror".session_schemas s on s.oid = k.schema_oid
left join "~pg"."~catalog".pg_constraint f on f.oid = k.oid
left join "~pg"."~mirror".keys o on o.oid = f.conindid and o.database = k.database
left join "~pg"."~mirror".session_schemas t on t.oid = o.schema_oid
where k.database = "~pg"."~mirror".this_catalog() and k.kind = 'f';

create view "~pg"."~info".constraint_column_usage as
select
  "~pg"."~mirror".this_database() as table_catalog, -- name
  s.name as table_schema, -- name
  r.name as table_name, -- name
  c.name as column_name, -- name
  "~pg"."~mirror".this_database() as constraint_catalog, -- name
  k.constraint_schema, -- name
  k.name as constraint_name -- name
from (
  select
    k.oid,
    k.name,
    n.name as constraint_schema,
    case when k.kind = 'f' then k.other else k.relation end as relation,
    unnest(case when k.kind = 'f' then k.other_attnums else k.attnums end) as attnum
  from "~pg"."~mirror".keys k
  join "~pg"."~mirror".session_schemas n on n.oid = k.schema_oid
  where k.database = "~pg"."~mirror".this_catalog() and k.kind in ('p', 'u', 'f', 'c')
) k
join "~pg"."~mirror".session_relations r on r.oid = k.relation
join "~pg"."~mirror".session_schemas s on s.oid = r.schema_oid
join "~pg"."~mirror".session_columns c on c.relation = k.relation and c.attnum = k.attnum;
