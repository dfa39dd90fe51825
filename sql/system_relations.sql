-- The emulation's own relations as rows.  What there is comes from the engine's own catalog, what its columns'
-- types are from PostgreSQL 15 where it has a relation of that name: pg_class and information_schema.tables never
-- list what is not there.  Runs last.

-- 11 is PostgreSQL's (pg_namespace.dat); the other two lie below 16384, where PostgreSQL's own objects end.
insert into "~pg"."~mirror".system_schemas values
  (11, 'pg_catalog'),
  (13000, 'information_schema'),
  (13001, 'pggate');

create temp table defined as
select
  s.oid as schema_oid,
  s.name as schema,
  c.table_name as name,
  list(c.column_name order by c.column_index) as column_names,
  list(case
    when c.data_type = 'BIGINT' then 20
    when c.data_type = 'INTEGER' then 23
    when c.data_type = 'BOOLEAN' then 16
    when c.data_type = 'DOUBLE' then 701
    when c.data_type = 'VARCHAR[]' then 1009
    when c.data_type = 'INTERVAL' then 1186
    when c.data_type = 'TIMESTAMP WITH TIME ZONE' then 1184
    when c.data_type = 'JSON' or c.data_type like 'STRUCT%' then 114
    else 25
  end order by c.column_index) as column_types
from duckdb_columns() c
join "~pg"."~mirror".system_schemas s
  on c.schema_name = case s.name
    when 'pg_catalog' then '~catalog'
    when 'information_schema' then '~info'
    when 'pggate' then '~gate'
  end
where c.database_name = '~pg'
group by s.oid, s.name, c.table_name;

create temp table numbered as
select
  coalesce(p.oid, 13100 + row_number() over (order by p.oid is not null, d.schema, d.name)) as oid,
  d.schema_oid,
  d.name,
  coalesce(p.kind, 'v') as kind,
  coalesce(p.columns, d.column_names) as column_names,
  coalesce(p.types, d.column_types) as column_types,
  coalesce(p.not_null, []) as not_null
from defined d
left join "~pg"."~mirror".postgres_relations p on p.schema = d.schema and p.name = d.name;

insert into "~pg"."~mirror".system_relations
select
  oid,
  schema_oid,
  name,
  kind,
  len(column_names)
from numbered;

insert into "~pg"."~mirror".system_columns
select
  oid,
  generate_subscripts(column_names, 1),
  unnest(column_names),
  unnest(column_types),
  list_contains(not_null, generate_subscripts(column_names, 1))
from numbered;

-- The system columns of tables (PostgreSQL 15, 5.5; catalog/relation_rows.py gives them to topics).
insert into "~pg"."~mirror".system_columns
select
  r.oid,
  c.attnum,
  c.name,
  c.type,
  true
from numbered r
cross join (
  values
    (-1, 'ctid', 27),
    (-2, 'xmin', 28),
    (-3, 'cmin', 29),
    (-4, 'xmax', 28),
    (-5, 'cmax', 29),
    (-6, 'tableoid', 26)
) c (attnum, name, type)
where r.kind = 'r';

drop table numbered;
drop table defined;
