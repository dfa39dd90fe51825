-- information_schema.columns, element_types (PostgreSQL 15, 37.17, 37.26).  Read by Power BI, Npgsql, Grafana, Metabase, and by people.
create view "~pg"."~info".columns as
select
  "~pg"."~mirror".this_database() as table_catalog, -- name
  r.schema as table_schema, -- name
  r.name as table_name, -- name
  c.name as column_name, -- name
  c.attnum::integer as ordinal_position, -- integer
  c."default" as column_default, -- character varying
  case when c.not_null then 'NO' else 'YES' end as is_nullable, -- character varying
  case
    when t.typelem <> 0 and t.typlen = -1 then 'ARRAY'
    when t.typnamespace <> 11 then 'USER-DEFINED'
    else t.before || t.after
  end as data_type, -- character varying
  (case when c.type in (1042, 1043) and c.typmod >= 4 then c.typmod - 4 end)::integer
    as character_maximum_length, -- integer
  (case
    when c.type in (1042, 1043) and c.typmod >= 4 then (c.typmod - 4) * 4
    when c.type in (25, 1042, 1043) then 1073741824
  end)::integer as character_octet_length, -- integer
  (case c.type
    when 21 then 16
    when 23 then 32
    when 20 then 64
    when 700 then 24
    when 701 then 53
    when 1700 then case when c.typmod >= 4 then ((c.typmod - 4) >> 16) & 65535 end
  end)::integer as numeric_precision, -- integer
  (case when c.type in (20, 21, 23, 700, 701) then 2 when c.type = 1700 then 10 end)::integer
    as numeric_precision_radix, -- integer
  (case
    when c.type in (20, 21, 23) then 0
    when c.type = 1700 and c.typmod >= 4 then (((c.typmod - 4) & 2047) + 1024) % 2048 - 1024
  end)::integer as numeric_scale, -- integer
  (case
    when c.type = 1082 then 0
    when c.type in (1083, 1114, 1184, 1266, 1186) then case when c.typmod >= 0 then c.typmod & 65535 else 6 end
  end)::integer as datetime_precision, -- integer
  null::varchar as interval_type, -- character varying
  null::integer as interval_precision, -- integer
  null::varchar as character_set_catalog, -- name
  null::varchar as character_set_schema, -- name
  null::varchar as character_set_name, -- name
  null::varchar as collation_catalog, -- name
  null::varchar as collation_schema, -- name
  null::varchar as collation_name, -- name
  null::varchar as domain_catalog, -- name
  null::varchar as domain_schema, -- name
  null::varchar as domain_name, -- name
  "~pg"."~mirror".this_database() as udt_catalog, -- name
  t.schema as udt_schema, -- name
  t.typname as udt_name, -- name
  null::varchar as scope_catalog, -- name
  null::varchar as scope_schema, -- name
  null::varchar as scope_name, -- name
  null::integer as maximum_cardinality, -- integer
  c.attnum::varchar as dtd_identifier, -- name
  'NO' as is_self_referencing, -- character varying
  case when c.identity = '' then 'NO' else 'YES' end as is_identity, -- character varying
  case c.identity when 'a' then 'ALWAYS' when 'd' then 'BY DEFAULT' end as identity_generation, -- character varying
  q.start::varchar as identity_start, -- character varying
  q.increment::varchar as identity_increment, -- character varying
  q.maximum::varchar as identity_maximum, -- character varying
  q.minimum::varchar as identity_minimum, -- character varying
  case when q.cycles then 'YES' else 'NO' end as identity_cycle, -- character varying
  'NEVER' as is_generated, -- character varying
  null::varchar as generation_expression, -- character varying
  case when r.kind = 'r' and r.oid >= 16384 then 'YES' else 'NO' end as is_updatable -- character varying
from "~pg"."~mirror".session_columns c
join "~pg"."~mirror".session_relations r on r.oid = c.relation
join "~pg"."~mirror".session_types t on t.oid = c.type
left join "~pg"."~mirror".session_sequences q
  on q.relation = c.relation
  and q.attnum = c.attnum
  and q.is_identity
where r.shown_kind in ('r', 'v') and c.attnum > 0;

create view "~pg"."~info".element_types as
select
  "~pg"."~mirror".this_database() as object_catalog, -- name
  r.schema as object_schema, -- name
  r.name as object_name, -- name
  case r.kind when 'c' then 'USER-DEFINED TYPE' else 'TABLE' end as object_type, -- character varying
  c.attnum::varchar as collection_type_identifier, -- name
  case when e.typnamespace <> 11 then 'USER-DEFINED' else e.before || e.after end as data_type, -- character varying
  null::integer as character_maximum_length, -- integer
  null::integer as character_octet_length, -- integer
  null::varchar as character_set_catalog, -- name
  null::varchar as character_set_schema, -- name
  null::varchar as character_set_name, -- name
  null::varchar as collation_catalog, -- name
  null::varchar as collation_schema, -- name
  null::varchar as collation_name, -- name
  null::integer as numeric_precision, -- integer
  null::integer as numeric_precision_radix, -- integer
  null::integer as numeric_scale, -- integer
  null::integer as datetime_precision, -- integer
  null::varchar as interval_type, -- character varying
  null::integer as interval_precision, -- integer
  null::varchar as domain_default, -- character varying
  "~pg"."~mirror".this_database() as udt_catalog, -- name
  e.schema as udt_schema, -- name
  e.typname as udt_name, -- name
  null::varchar as scope_catalog, -- name
  null::varchar as scope_schema, -- name
  null::varchar as scope_name, -- name
  null::integer as maximum_cardinality, -- integer
  'a' || c.attnum as dtd_identifier -- name
from "~pg"."~mirror".session_columns c
join "~pg"."~mirror".session_relations r on r.oid = c.relation
join "~pg"."~mirror".session_types t on t.oid = c.type and t.typelem <> 0 and t.typlen = -1
join "~pg"."~mirror".session_types e on e.oid = t.typelem
where r.shown_kind in ('r', 'v', 'c');
