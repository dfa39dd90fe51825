-- pg_prepared_statements (PostgreSQL 15, 54.16): those of the session, PREPARE's and the protocol's.
create view "~pg"."~catalog".pg_prepared_statements as
select
  p.statement.name as name, -- text
  p.statement.statement as statement, -- text
  system.main.make_timestamptz(p.statement.prepared_at) as prepare_time, -- timestamp with time zone
  "~pg"."~catalog"."~regtype_list"(p.statement.parameter_types) as parameter_types, -- regtype[]
  p.statement.from_sql as from_sql, -- boolean
  p.statement.generic_plans as generic_plans, -- bigint
  p.statement.custom_plans as custom_plans -- bigint
from (select unnest("~pg"."~mirror".prepared_statements()) as statement) p;
